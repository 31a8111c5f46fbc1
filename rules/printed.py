"""Figures of records as printed ones: value, last printed place, unit as printed."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import regex

from extractors import numerals, units
from extractors.numerals.fraction import Fraction
from extractors.records import Figure, Fund, Indicator, SummaryRow
from rules.denotation import Printed, exactly

_AMOUNTS = {"元": Fraction(1), "万元": Fraction(10_000), "百万元": Fraction(10**6), "亿元": Fraction(10**8)}

_ONE = Fraction(1)
_PLAIN = regex.compile(r"[¥￥]?\s?-?\d[\d,，]*+(?:\.\d++)?")
_LONGEST_CELL = 200  # the number of a value cell stands at its beginning


def amount(row: Fund | SummaryRow, column: str, unit: str | None = "万元") -> Printed | None:
    """A money cell (`budget`, `executed`, `initial`, `arrived`) in 元; None where it is blank.

    `unit` is what amounts without a unit are taken to be in: where a form states none, its
    `…_yuan` are null, and only amounts of that form compare with certainty.
    """
    value: Decimal | None = getattr(row, f"{column}_yuan")
    text = getattr(row, f"{column}_text")
    scale = _AMOUNTS.get(unit or "万元", Fraction(10_000))
    return printed(value, text, scale) if value is not None else _assumed(text, scale)


def rate(row: Fund | SummaryRow) -> Printed | None:
    """The 执行率 of a money row in percent; None where it is blank."""
    return printed(row.rate_percent, row.rate_text)


def points(value: Decimal | None, text: str | None = None) -> Printed | None:
    """A weight or score: exact."""
    return None if value is None else exactly(Fraction(value), text or "")


def actual(row: Indicator) -> Printed | None:
    """全年完成值 in its base unit, None where it is no number.

    A sign copied from the target (`≥266米`) is not part of what was achieved (`forms.md` 3.4).
    """
    return printed(row.actual_value, row.actual_text, high=row.actual_value_high)


def target(row: Indicator) -> Printed | None:
    """年度指标值 in its base unit, exact; None where it is no number."""
    found = printed(row.target_value, row.target_text, high=row.target_value_high, exact=True)
    return found


def figure(found: Figure) -> Printed | None:
    """A figure of the running text in its base unit."""
    value, low, high = found.value, found.value_low, found.value_high
    return _figure(value, low, high, found.step, found.unit, found.qualifier, found.text)


@lru_cache(maxsize=65536)
def _figure(
    value: Decimal | None,
    low: Decimal | None,
    high: Decimal | None,
    step: Decimal | None,
    unit: str | None,
    qualifier: str | None,
    text: str,
) -> Printed | None:
    if value is None and low is None:
        return None
    return Printed(
        value=Fraction(value if value is not None else low or 0),
        step=Fraction(step) if step is not None else Fraction(0),
        # 112家 counts, unless 万 or 亿 rounds it; 32公里 is measured
        exact=step == 1 and value is not None and is_counter(unit),
        qualifier=_qualifier(text, qualifier),
        high=Fraction(high) if value is None and high is not None else None,
        text=text,
    )


@lru_cache(maxsize=65536)
def printed(
    value: Decimal | None,
    text: str | None,
    scale: Fraction = _ONE,
    *,
    high: Decimal | None = None,
    exact: bool = False,
) -> Printed | None:
    """A parsed value with the precision of its text; None where there is no value.

    The scale of the cell (万元, %) is what turns the printed number into the parsed one;
    `scale` stands in where 0 is printed.
    """
    if value is None:
        return None
    number, step = _number(text or "")
    exactly_value = Fraction(value)
    if number is None:
        number, step = exactly_value, Fraction(10) ** int(value.as_tuple().exponent)
    factor = exactly_value / number if number and exactly_value else scale
    return Printed(
        value=exactly_value,
        step=abs(step * factor),
        exact=exact,
        high=None if high is None else Fraction(high),
        scale=abs(factor),
        text=(text or "").strip(),
    )


def _assumed(text: str | None, scale: Fraction) -> Printed | None:
    """A plain number in a money column whose unit is not stated."""
    plain = (text or "").strip()
    if not _PLAIN.fullmatch(plain):
        return None
    number, step = _number(plain)
    if number is None:
        return None
    return Printed(value=number * scale, step=step * scale, scale=scale, text=plain)


@lru_cache(maxsize=65536)
def _number(text: str) -> tuple[Fraction | None, Fraction]:
    """The first number of a text, as printed, with its last place."""
    for start, character in enumerate(text[:_LONGEST_CELL]):
        if character not in numerals.STARTS and not character.isdigit():
            continue
        found = numerals.match(text, start, ranges=False)
        if found is not None and found.value is not None:
            return found.value, found.step
    return None, Fraction(1)


@lru_cache(maxsize=1024)
def is_counter(unit: str | None) -> bool:
    """True for units that count things or persons, one by one: 家, 座, 人次; not 公里, 天, %."""
    found = units.match(unit, 0) if unit else None
    return found is not None and found.kind in {"people", "counter"}


def _qualifier(text: str, word: str | None) -> str | None:
    """余 and 多 inside a figure bound it from above as well: 110余家 is not 200家."""
    return "some" if word in {"gt", None} and ("余" in text or "多" in text) else word
