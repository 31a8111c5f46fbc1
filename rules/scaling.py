"""A value written in the scale of a figure that is printed: 6亿元 beside 6.4亿元."""

from __future__ import annotations

from extractors.numerals.fraction import Fraction
from extractors.records import Figure
from rules.wording import plain

_SCALES = (("亿", 10**8), ("万", 10**4))
_RANK = "名次"


def like(figure: Figure, value: Fraction, places: int = 2) -> str:
    """`value` (in the base unit) as the figure would print it."""
    unit = figure.unit or ""
    for word, scale in _SCALES:
        if word in figure.text:
            return f"{plain(value / scale, places)}{word}{unit}"
    return f"第{plain(value)}" if unit == _RANK else f"{plain(value, places)}{unit}"
