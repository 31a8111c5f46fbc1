"""What a printed figure stands for: the set of true values that its author may have meant."""

from __future__ import annotations

import msgspec

from extractors.numerals.fraction import Fraction
from rules.intervals import Interval, point

PROPORTION = Interval(Fraction(0), Fraction(100), False, False)  # 满意率, 覆盖率, in %
NOT_NEGATIVE = Interval(Fraction(0), None, False, True)  # counts, budgets

_SOME_PERCENT = Fraction(5, 100)  # 约: how far a round number may lie from what it rounds
_NEAR_PERCENT = Fraction(10, 100)  # 近: how far below


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as printed, in its base unit (元, %, 家, points).

    `step` is the last printed place in that unit (6.4亿元: 10,000,000); `exact` marks what is
    never rounded: a count with its counter, a threshold, a weight, a score.
    """

    value: Fraction
    step: Fraction = Fraction(1)
    exact: bool = False
    qualifier: str | None = None  # approx near some gt ge lt le
    high: Fraction | None = None  # upper end of a range, `value` is then the lower
    scale: Fraction = Fraction(1)  # base units in one unit as printed: 10000 for 万元
    text: str = ""


def exactly(value: Fraction, text: str = "") -> Printed:
    """A score, a weight or a threshold: exact."""
    return Printed(value=value, step=Fraction(0), exact=True, text=text)


def denote(figure: Printed, domain: Interval | None = None) -> Interval:
    """The set of true values behind a figure, by the table of `rules.md` 0.1.

    `domain` is what the quantity can be at all (`PROPORTION`, `NOT_NEGATIVE`).
    """
    if figure.high is not None:
        ends = (_rounded(figure.value, figure), _rounded(figure.high, figure))
        meant = Interval(ends[0].low, ends[1].high, ends[0].low_open, ends[1].high_open)
    elif figure.qualifier:
        meant = _qualified(figure)
    else:
        meant = _rounded(figure.value, figure)
    return meant.within(domain) if domain else meant


def cut(figure: Printed) -> Interval:
    """The true values behind a figure whose further places were cut off (去尾), not rounded."""
    if figure.exact or figure.qualifier or figure.high is not None:
        return denote(figure)
    if figure.value < 0:
        return Interval(figure.value - figure.step, figure.value, True, False)
    return Interval(figure.value, figure.value + figure.step)


def last_place(figure: Printed) -> Fraction:
    """Place value of the last digit that is not 0: 110 -> 10, 6.4亿 -> 0.1亿."""
    place = figure.step or Fraction(1)
    digits = figure.value / place
    if digits.denominator != 1 or not digits:
        return place
    whole = digits.numerator
    while whole % 10 == 0:
        whole //= 10
        place *= 10
    return place


def _rounded(value: Fraction, figure: Printed) -> Interval:
    if figure.exact or not figure.step:
        return point(value)
    half = figure.step / 2
    if value > 0:
        return Interval(value - half, value + half)
    if value < 0:
        return Interval(value - half, value + half, True, False)
    return Interval(-half, half, True, True)


def _qualified(figure: Printed) -> Interval:
    v, place = figure.value, last_place(figure)
    match figure.qualifier:
        case "approx":
            reach = max(place / 2, abs(v) * _SOME_PERCENT)
            return Interval(v - reach, v + reach, False, False)
        case "near":
            return Interval(v - max(place / 10, abs(v) * _NEAR_PERCENT), v)
        case "some":
            return Interval(v, v + place, True, True)
        case "gt" | "ge":
            return Interval(v, None, False, True)  # lenient at v itself
        case "lt":
            return Interval(None, v, True, True)
        case "le":
            return Interval(None, v, True, False)
    raise ValueError(f"unknown qualifier {figure.qualifier!r}")
