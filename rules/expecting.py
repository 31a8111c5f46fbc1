"""Is a target met, and how many points does that achievement give?

Values are those written: a target is judged on the figure that the unit reports.
Formulas: the official performance module and the notes printed on forms (`forms.md` 3.4).
"""

from __future__ import annotations

import msgspec

from extractors.numerals.fraction import Fraction
from rules.denotation import Printed, denote

HIGHER, LOWER, EQUAL = "higher", "lower", "equal"
RATIO, LINEAR = "指标值÷完成值×分值", "（2－完成值÷指标值）×分值"


class Expectation(msgspec.Struct, frozen=True):
    """The points that one accepted formula gives."""

    formula: str  # in words, Chinese
    points: Fraction


def met(
    actual: Fraction,
    sign: str,
    target: Fraction,
    high: Fraction | None = None,
    low_actual: Fraction | None = None,
) -> bool:
    """Does `actual` (its upper end, where a range is reported) meet `sign target`?

    With `high` the target is a range. `low_actual` is the lower end of a reported range.
    """
    lowest = actual if low_actual is None else low_actual
    if high is not None:
        return target <= lowest and actual <= high
    match sign:
        case ">=":
            return lowest >= target
        case ">":
            return lowest > target
        case "<=":
            return actual <= target
        case "<":
            return actual < target
        case _:
            return lowest == target == actual


def only_as_printed(actual: Printed, target: Fraction) -> bool:
    """True where the true value behind the printed one may lie on either side of the target."""
    meant = denote(actual)
    below = meant.low is None or meant.low < target
    return below and (meant.high is None or meant.high > target)


def achievement(actual: Fraction, target: Fraction) -> Fraction | None:
    """actual / target in percent; None where the target is 0 or below."""
    return actual / target * 100 if target > 0 else None


def expected_points(
    weight: Fraction, actual: Fraction, target: Fraction, direction: str
) -> list[Expectation]:
    """The points that each accepted formula gives, never below 0 nor above the weight.

    Higher is better: w·min(1, A/t). Lower is better: w·t/A or w·(2 − A/t), both in official use.
    An equal target that is missed is scored like "higher", and from above like "lower".
    """
    if direction != LOWER and actual <= target:
        return [_higher(weight, actual, target)]
    if direction == HIGHER:
        return [Expectation("达到指标值，记满分", weight)]
    if actual <= target:
        return [Expectation("达到指标值，记满分", weight)]
    lower = _lower(weight, actual, target)
    return [Expectation("达到指标值，记满分", weight), *lower] if direction == EQUAL else lower


def accepted(expected: list[Expectation], formula: str) -> list[Expectation]:
    """Without the reverse formula that a profile does not use (`ratio`, `linear`; `either` keeps both)."""
    unused = {"ratio": LINEAR, "linear": RATIO}.get(formula)
    return [x for x in expected if x.formula != unused]


def _higher(weight: Fraction, actual: Fraction, target: Fraction) -> Expectation:
    if target <= 0:  # 0 of 0 is met; anything less than nothing is not
        return Expectation("指标值为0", weight if actual >= target else Fraction(0))
    share = min(max(actual / target, Fraction(0)), Fraction(1))
    return Expectation("完成值÷指标值×分值", weight * share)


def _lower(weight: Fraction, actual: Fraction, target: Fraction) -> list[Expectation]:
    if target <= 0:
        return [Expectation("指标值为0，超过即不得分", Fraction(0))]
    return [
        Expectation(RATIO, weight * target / actual),
        Expectation(LINEAR, weight * max(2 - actual / target, Fraction(0))),
    ]
