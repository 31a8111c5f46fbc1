"""What the cells under one column are like: kinds of content, repetitions, sums."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec
import regex

from extractors import units
from extractors.forms import vocabulary
from extractors.forms.contents import content
from extractors.forms.grid import Slot
from extractors.forms.normalise import key
from extractors.values import points

_SIGNED = regex.compile(r"\s*+(?:[≥≧≤≦=＝═<>＜＞]|不[少低超高大小多]|大于|小于)")
_OFFICE = regex.compile(r".{1,8}(?:科|室|股|处|部|局|办|中心|队|站|所)(?:、.{1,8}(?:科|室|股|处|部|局|办))?")
_MEANT = regex.compile(r"反映|考核|考察|衡量|用以|用于|是指|指.{0,8}的|=|＝|是否|评价")
_RULE = regex.compile(r"得[0-9.]{1,5}分|扣[0-9.]{1,5}分|得满分|不得分|酌情|按比例")


class Profile(msgspec.Struct):
    """A column's cells at a glance. Shares are of the cells that say something."""

    cells: list[str | None]  # one a row: what is printed, None for a blank or a cell merged down
    filled: int  # cells that say something
    distinct: int  # different ones among them
    figures: dict[int, Decimal]  # row -> points, where the cell is a plain number
    points: float = 0.0  # share of plain numbers up to 100
    amounts: float = 0.0  # share of plain numbers, also with 元
    percents: float = 0.0
    measures: float = 0.0  # share of values with a sign or a unit, percents among them
    signed: float = 0.0  # share that begins with a sign
    signs: float = 0.0  # share that is a sign and nothing else
    units: float = 0.0  # share that is the name of a unit
    words: float = 0.0  # share of texts
    length: float = 0.0  # of the texts, mean
    usual1: float = 0.0  # share of names usual at level one
    usual2: float = 0.0
    offices: float = 0.0
    explains: float = 0.0  # share that says what is meant
    rules: float = 0.0  # share that says how points are given
    codes: float = 0.0  # share of 1, 2, 3 in order
    total: Decimal | None = None  # what the total row prints under it

    @property
    def rows(self) -> int:
        """Rows looked at."""
        return len(self.cells)

    @property
    def sum(self) -> Decimal:
        """Of the plain numbers."""
        return sum(self.figures.values(), Decimal(0))


def profile(slots: Sequence[Slot | None], total: Slot | None = None) -> Profile:
    """The profile of the cells of one column, a row each; None where a row has no cell there."""
    cells = [slot.text if slot and slot.text and not slot.carried else None for slot in slots]
    texts = [text for text in cells if text and not vocabulary.is_placeholder(text)]
    kinds = [content(text) for text in texts]
    figures = {
        row: value
        for row, text in enumerate(cells)
        if text and content(text) in ("points", "number", "percent") and (value := points(text)) is not None
    }
    out = Profile(cells=cells, filled=len(texts), distinct=len(set(texts)), figures=figures)
    if total is not None and total.text and not total.carried:
        out.total = points(total.text)
    if texts:
        _shares(out, texts, kinds)
    return out


def _shares(out: Profile, texts: list[str], kinds: list[str]) -> None:
    def share(found: Sequence[object]) -> float:
        return len(found) / len(texts)

    out.points = share(
        [1 for kind, text in zip(kinds, texts, strict=True) if kind == "points" and _small(text)]
    )
    out.amounts = share([1 for kind in kinds if kind in ("points", "number")])
    out.percents = share([1 for kind in kinds if kind == "percent"])
    out.signed = share([1 for text in texts if _SIGNED.match(text)])
    out.measures = share(
        [
            1
            for kind, text in zip(kinds, texts, strict=True)
            if kind in ("measure", "percent") or _SIGNED.match(text)
        ]
    )
    out.signs = share([1 for kind in kinds if kind == "sign"])
    out.units = share([1 for text in texts if units.canonical(key(text)) is not None])
    worded = [
        text for kind, text in zip(kinds, texts, strict=True) if kind == "text" and not _SIGNED.match(text)
    ]
    out.words = share(worded)
    out.length = sum(len(text) for text in worded) / len(worded) if worded else 0.0
    levels = [vocabulary.level(text) or frozenset() for text in texts]
    out.usual1 = share(
        [
            1
            for found, text in zip(levels, texts, strict=True)
            if "level1" in found or vocabulary.both_levels(text)
        ]
    )
    out.usual2 = share([1 for found in levels if "level2" in found])
    out.offices = share([1 for text in texts if _OFFICE.fullmatch(text)])
    out.explains = share([1 for text in texts if len(text) > 6 and _MEANT.match(text)])
    out.rules = share([1 for text in texts if _RULE.search(text)])
    out.codes = share(
        [1 for number, text in enumerate(texts, start=1) if key(text).strip(".、()") == str(number)]
    )


def _small(text: str) -> bool:
    value = points(text)
    return value is not None and 0 <= value <= 100
