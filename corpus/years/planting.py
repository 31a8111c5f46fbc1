"""A city's material with a case of every rule across years and units."""

from __future__ import annotations

from random import Random

from corpus.years import beside, yearly
from corpus.years.book import Book, honest
from corpus.years.kind import Planted, plant

KINDS: tuple[Planted, ...] = (*yearly.KINDS, *beside.KINDS)
_SPARE = 9  # units that lend a text or a name to a case


def planted_book(seed: int, formats: tuple[str, ...] = ("txt",)) -> Book:
    """Every kind, its two sides in two units; the units that are left are clean."""
    draw = Random(seed)
    book = honest(seed, formats)
    order = draw.sample(book.offices, len(book.offices))
    book.spare, order = order[:_SPARE], order[_SPARE:]
    whole = [kind for kind in KINDS if kind.whole]
    for kind in whole:
        plant(book, kind, order[-1], order[-1], draw)
    for kind in KINDS:
        if not kind.whole:
            plant(book, kind, order.pop(), order.pop(), draw)
    return book
