"""Cases for one rule: what fires, beside what only looks like it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import msgspec

from corpus.years.book import Book, Case, Office

Plant = Callable[[Book, Office, Random], int | None]
"""Changes an office's sheets; returns the year that the rule has to speak of, None for any."""


class Planted(msgspec.Struct, frozen=True, kw_only=True):
    """One rule's two sides. `also`: rules that rightly report what follows. `whole`: said of a year, not of a unit."""

    rule: str
    fires: Plant
    near: Plant
    also: frozenset[str] = frozenset()
    whole: bool = False


def planted(rule: str, fires: Plant, near: Plant, *, also: str = "", whole: bool = False) -> Planted:
    """Both sides; `also` as ids with blanks between."""
    return Planted(rule=rule, fires=fires, near=near, also=frozenset(also.split()), whole=whole)


def plant(book: Book, kind: Planted, bad: Office, good: Office, draw: Random) -> None:
    """Both sides of a kind, each in an office of its own."""
    for office, change, fires in ((bad, kind.fires, True), (good, kind.near, False)):
        year = change(book, office, draw)
        year = None if kind.rule == "H10" else year
        unit = None if kind.whole else office.name
        book.cases.append(Case(rule=kind.rule, fires=fires, unit=unit, year=year, also=kind.also))
