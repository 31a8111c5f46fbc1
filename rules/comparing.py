"""Compare printed figures at the precision at which they were printed (`rules.md` 0.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from math import floor, gcd
from typing import Any

import msgspec

from extractors.numerals.fraction import Fraction
from rules.denotation import Printed, cut, denote
from rules.intervals import Interval, point

EXACT, ROUNDED, WITHIN, TRUNCATED, CONFLICT = "exact", "rounded", "within", "truncated", "conflict"

_FINE = Fraction(1, 1000)  # a figure given to a thousandth: its operands may have been cut, too


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """How a figure relates to another, or to a computed one."""

    verdict: str  # exact rounded within truncated conflict
    expected: Fraction  # the other figure, or the computed point
    interval: Interval  # what the other side may truly be
    gap: Fraction = Fraction(0)  # distance between the sets, for a conflict

    @property
    def agrees(self) -> bool:
        """False only for a conflict; a truncated figure agrees."""
        return self.verdict != CONFLICT


def same_fact(a: Printed, b: Printed) -> Comparison:
    """Compare two printed figures of one fact, in the same base unit."""
    word, second = _word(a, b), denote(b)
    gap = denote(a).gap(second) or abs(a.value - b.value) if word == CONFLICT else Fraction(0)
    return Comparison(verdict=word, expected=b.value, interval=second, gap=gap)


def are_one(a: Printed, b: Printed) -> bool:
    """Whether two printed figures may be one fact: `same_fact(a, b).agrees`, without the rest."""
    return _word(a, b) != CONFLICT


def _word(a: Printed, b: Printed) -> str:
    if a.qualifier or b.qualifier or a.high is not None or b.high is not None:
        alike = a.qualifier == b.qualifier and a.value == b.value and a.high == b.high
        return WITHIN if alike or denote(a).meets(denote(b)) else CONFLICT
    if a.value == b.value:
        return EXACT
    if a.step == b.step or abs(a.value - b.value) > a.step + b.step:
        return CONFLICT  # neither rounding nor cutting moves a figure by more than its last place
    coarse, fine = (a, b) if a.step > b.step else (b, a)
    if denote(coarse).touches(denote(fine)):
        return ROUNDED
    return TRUNCATED if cut(coarse).meets(denote(fine)) else CONFLICT


def derived(
    figure: Printed, formula: Callable[..., Any], *operands: Printed, cut_operands: bool | None = None
) -> Comparison:
    """Compare a printed figure with one computed from printed operands.

    `formula` must work on fractions and on intervals alike (`lambda e, b: e / b * 100`).
    `cut_operands` says whether the operands may have been cut instead of rounded; by default only
    where they are given finely: 6.4/6, both cut, would excuse 108%.
    Raises ZeroDivisionError where a divisor is, or may be, 0.
    """
    computed: Fraction = Fraction(formula(*[operand.value for operand in operands]))
    possible = _interval(formula(*[denote(operand) for operand in operands]))
    meant = denote(figure)
    word = CONFLICT
    if figure.qualifier or figure.high is not None:
        word = WITHIN if meant.meets(possible) else CONFLICT
    elif figure.value == (round_half_up(computed, figure.step) if figure.step else computed):
        word = EXACT
    elif meant.meets(possible) or (_exact(operands) and meant.touches(possible)):
        word = ROUNDED
    elif figure.step and round_down(computed, figure.step) == figure.value:
        word = TRUNCATED
    elif _fine(operands) if cut_operands is None else cut_operands:
        shortened = _interval(formula(*[cut(operand) for operand in operands]))
        word = TRUNCATED if any(cut(figure).meets(x) for x in (shortened, possible)) else CONFLICT
    gap = meant.gap(possible) or abs(figure.value - computed) if word == CONFLICT else Fraction(0)
    return Comparison(verdict=word, expected=computed, interval=possible, gap=gap)


def total(figure: Printed, parts: Iterable[Printed]) -> Comparison:
    """Compare a printed total with the sum of its parts; each of them is a rounded figure."""
    return derived(figure, lambda *terms: sum(terms, Fraction(0)), *parts, cut_operands=True)


def round_half_up(x: Fraction, step: Fraction) -> Fraction:
    """Round to a multiple of step, halves away from 0."""
    size = Fraction(floor(abs(x) / step + Fraction(1, 2))) * step
    return size if x >= 0 else -size


def round_down(x: Fraction, step: Fraction) -> Fraction:
    """Cut to a multiple of step, towards 0 (去尾)."""
    size = Fraction(floor(abs(x) / step)) * step
    return size if x >= 0 else -size


def at_column_precision(column: list[Printed]) -> list[Printed]:
    """The figures of one money column at the precision that the column shows.

    593 under 751.64 is 593.00: a spreadsheet drops trailing zeros. No figure is read finer
    than two decimals of its own unit unless it prints more itself, so that one long cell
    does not make its rounded neighbours exact.
    """
    finest = min((figure.step for figure in column if not figure.exact), default=Fraction(1))
    return [
        msgspec.structs.replace(figure, step=min(figure.step, max(finest, figure.scale / 100)))
        for figure in column
    ]


def grid(scores: Iterable[Fraction]) -> Fraction:
    """Greatest common step of all scores of a form: 1 where all are whole, 1/10 for 8.5 and 9.2."""
    steps = [abs(score) for score in scores if score]
    if not steps:
        return Fraction(1)
    common = reduce(_common_step, steps)
    return min(common, Fraction(1))


def _common_step(a: Fraction, b: Fraction) -> Fraction:
    denominator = a.denominator * b.denominator
    return Fraction(gcd(a.numerator * b.denominator, b.numerator * a.denominator), denominator)


def _interval(x: Interval | Fraction | int) -> Interval:
    return x if isinstance(x, Interval) else point(x)


def _exact(operands: tuple[Printed, ...]) -> bool:
    return all(operand.exact or not operand.step for operand in operands)


def _fine(operands: tuple[Printed, ...]) -> bool:
    largest = max((abs(operand.value) for operand in operands), default=Fraction(0))
    return all(operand.step <= largest * _FINE for operand in operands)
