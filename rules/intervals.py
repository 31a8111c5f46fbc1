"""Intervals with exact rational ends, each end open or closed.

`None` as an end is infinity. Arithmetic returns the exact image of the operation; the
result's end is closed only where every end that it comes from is closed (`rules.md` 0.1).
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from extractors.numerals.fraction import Fraction

Exact: TypeAlias = "Fraction | int"


class Interval(msgspec.Struct, frozen=True):
    """A set of rationals between two ends; `Interval(x, x, False, False)` is one point."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = True

    def __add__(self, other: Interval | Exact) -> Interval:
        other = _interval(other)
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def __sub__(self, other: Interval | Exact) -> Interval:
        return self + -_interval(other)

    def __mul__(self, other: Interval | Exact) -> Interval:
        if not isinstance(other, Interval):
            return _scaled(self, other)
        if None in (self.low, self.high, other.low, other.high):
            return _unbounded_product(self, other)
        if self.low > 0 and other.low > 0:  # type: ignore[operator]
            return _positive_product(self, other)
        corners = [_corner(a, b) for a in _ends(self) for b in _ends(other)]
        low, high = min(c for c, _ in corners), max(c for c, _ in corners)
        return Interval(
            low,
            high,
            all(opened for c, opened in corners if c == low),
            all(opened for c, opened in corners if c == high),
        )

    def __truediv__(self, other: Interval | Exact) -> Interval:
        """Quotient. Raises ZeroDivisionError where the divisor may be 0."""
        if not isinstance(other, Interval):
            return _scaled(self, Fraction(1, 1) / other)
        return self * _inverse(other)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: Exact) -> Interval:
        return _interval(other) - self

    def __rtruediv__(self, other: Exact) -> Interval:
        return _interval(other) / self

    def __contains__(self, x: Fraction) -> bool:
        above = self.low is None or x > self.low or (x == self.low and not self.low_open)
        below = self.high is None or x < self.high or (x == self.high and not self.high_open)
        return above and below

    def meets(self, other: Interval) -> bool:
        """True where the two sets share a point."""
        return _below(self, other) and _below(other, self)

    def touches(self, other: Interval) -> bool:
        """True where they share a point once every end is read as closed."""
        return self.closed().meets(other.closed())

    def closed(self) -> Interval:
        """The same interval with its ends included."""
        return Interval(self.low, self.high, False, False)

    def within(self, other: Interval) -> Interval:
        """The part of this set inside another; may be empty (`low` above `high`)."""
        low, low_open = max(_lows(self, other), key=lambda end: (end[0] is not None, end[0] or 0, end[1]))
        high, high_open = min(_highs(self, other), key=lambda end: (end[0] is None, end[0] or 0, not end[1]))
        return Interval(low, high, low_open, high_open)

    def gap(self, other: Interval) -> Fraction:
        """Distance between the two sets, 0 where they meet or touch."""
        between = [
            upper.low - lower.high
            for lower, upper in ((self, other), (other, self))
            if lower.high is not None and upper.low is not None
        ]
        return max([Fraction(0), *between])


def point(x: Exact) -> Interval:
    """The set that holds x alone."""
    return Interval(Fraction(x), Fraction(x), False, False)


def _interval(x: Interval | Exact) -> Interval:
    return x if isinstance(x, Interval) else point(x)


def _scaled(x: Interval, factor: Exact) -> Interval:
    """The image under multiplication by a number."""
    if not factor:
        return point(0)
    low, high = (None if end is None else end * factor for end in (x.low, x.high))
    if factor > 0:
        return Interval(low, high, x.low_open, x.high_open)
    return Interval(high, low, x.high_open, x.low_open)


def _lows(a: Interval, b: Interval) -> list[tuple[Fraction | None, bool]]:
    return [(a.low, a.low_open), (b.low, b.low_open)]


def _highs(a: Interval, b: Interval) -> list[tuple[Fraction | None, bool]]:
    return [(a.high, a.high_open), (b.high, b.high_open)]


def _positive_product(a: Interval, b: Interval) -> Interval:
    """The same for sets of positive numbers with both ends: low times low, high times high."""
    return Interval(
        a.low * b.low,  # type: ignore[operator]
        a.high * b.high,  # type: ignore[operator]
        a.low_open or b.low_open,
        a.high_open or b.high_open,
    )


def _ends(x: Interval) -> list[tuple[Fraction, bool]]:
    assert x.low is not None
    assert x.high is not None
    return [(x.low, x.low_open), (x.high, x.high_open)]


def _corner(a: tuple[Fraction, bool], b: tuple[Fraction, bool]) -> tuple[Fraction, bool]:
    """Product of two ends; 0 itself, once reached, makes the product reached (0 times anything)."""
    reached = any(x == 0 and not opened for x, opened in (a, b))
    return a[0] * b[0], not reached and (a[1] or b[1])


def _below(a: Interval, b: Interval) -> bool:
    if a.low is None or b.high is None or a.low < b.high:
        return True
    return a.low == b.high and not a.low_open and not b.high_open


def _inverse(x: Interval) -> Interval:
    if (x.low is None or x.low <= 0) and (x.high is None or x.high >= 0):
        raise ZeroDivisionError("the divisor may be 0")
    return Interval(
        Fraction(0) if x.high is None else 1 / x.high,
        Fraction(0) if x.low is None else 1 / x.low,
        x.high is None or x.high_open,
        x.low is None or x.low_open,
    )


def _unbounded_product(a: Interval, b: Interval) -> Interval:
    """Exact for sets of positive numbers, the whole line otherwise."""
    if a.low is None or b.low is None or a.low < 0 or b.low < 0:
        return Interval(None, None, True, True)
    high = None if a.high is None or b.high is None else a.high * b.high
    return Interval(a.low * b.low, high, a.low_open or b.low_open, a.high_open or b.high_open)
