"""A kind of defect: how it is planted, what looks like it without being one."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

import msgspec

from corpus.defects.sheet import Line, Money, Sheet

Plant = Callable[[Sheet, Random], None]


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """`rules`: any of them finds it; `also`: rules that rightly report what follows from it."""

    name: str
    rules: frozenset[str]
    plant: Plant
    near: Plant
    also: frozenset[str] = frozenset()
    form: str = "department"
    sure: bool = True  # 确定; else 推断


def kind(
    rules: str, plant: Plant, near: Plant, *, also: str = "", form: str = "department", sure: bool = True
) -> Kind:
    """A kind named after its plant; `rules`, `also` as ids with blanks between."""
    name = plant.__name__
    found, follows = frozenset(rules.split()), frozenset(also.split())
    return Kind(name=name, rules=found, also=follows, plant=plant, near=near, form=form, sure=sure)


def achieved(line: Line, share: str) -> None:
    """Let the row reach this share of its target, in the decimals that it prints."""
    if line.goal is not None:
        line.result = (line.goal * Decimal(share)).quantize(line.goal)


def counted(sheet: Sheet, draw: Random) -> Line:
    """A counted output of whole things."""
    return draw.choice([x for x in sheet.quantities if x.unit not in ("万元", "公里")])


def missed(sheet: Sheet, draw: Random, share: str = "0.8") -> Line:
    """A counted output that misses its target, the only one."""
    for other in sheet.quantities:
        if other.missed:
            achieved(other, "1")
    line = counted(sheet, draw)
    achieved(line, share)
    return line


def part(sheet: Sheet) -> Money:
    """The money row whose rate the report never repeats."""
    return sheet.fund("basic")


def swapped(value: Decimal, *, last: bool = False) -> Decimal:
    """The number with two neighbouring digits exchanged, the first or last that can be; one more where none."""
    text = str(value)
    places = range(len(text) - 1)
    for i in reversed(places) if last else places:
        a, b = text[i], text[i + 1]
        if a.isdigit() and b.isdigit() and a != b and not (i == 0 and b == "0"):
            return Decimal(text[:i] + b + a + text[i + 2 :])
    return value + 1


def add(sheet: Sheet, key: str, sentence: str) -> None:
    """Append a sentence to a section of the report."""
    from corpus.defects.telling import report

    paragraphs = list(report(sheet)[key])
    paragraphs[-1] += sentence
    sheet.texts[key] = paragraphs
