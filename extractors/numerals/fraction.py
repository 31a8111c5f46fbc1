"""Fractions that compute several times as fast as those of the standard library, which they are besides.

Among themselves, whole numbers and plain fractions they take the short way; with anything else they do what
the standard library does. Every figure of a form is one, and a submission has some ten thousand sums.
"""

from __future__ import annotations

import fractions
from decimal import Decimal
from math import gcd
from typing import TYPE_CHECKING, Any

__all__ = ["Fraction"]

if TYPE_CHECKING:
    from fractions import Fraction
else:
    _Plain, _blank = fractions.Fraction, object.__new__

    class Fraction(fractions.Fraction):
        """A fraction in lowest terms."""

        __slots__ = ()

        def __new__(cls, numerator: Any = 0, denominator: Any = None) -> Fraction:
            """As `fractions.Fraction`: of a number, of a text, of two numbers."""
            kind = type(numerator)
            if denominator is None:
                if kind is Fraction:
                    return numerator
                if kind is int:
                    return _made(numerator, 1)
                if kind is Decimal:
                    return _made(*numerator.as_integer_ratio())
            elif kind is type(denominator) is int and denominator > 0:
                return _lowest(numerator, denominator)
            plain = _Plain(numerator, denominator)
            return _made(plain._numerator, plain._denominator)

        def __add__(self, other: Any) -> Any:
            kind = type(other)
            if kind is int:
                return _made(self._numerator + other * self._denominator, self._denominator)
            if kind is not Fraction and not isinstance(other, _Plain):
                return _Plain.__add__(self, other)
            own, its = self._denominator, other._denominator
            if own == its:
                return _lowest(self._numerator + other._numerator, own)
            return _lowest(self._numerator * its + other._numerator * own, own * its)

        __radd__ = __add__

        def __sub__(self, other: Any) -> Any:
            kind = type(other)
            if kind is int:
                return _made(self._numerator - other * self._denominator, self._denominator)
            if kind is not Fraction and not isinstance(other, _Plain):
                return _Plain.__sub__(self, other)
            own, its = self._denominator, other._denominator
            if own == its:
                return _lowest(self._numerator - other._numerator, own)
            return _lowest(self._numerator * its - other._numerator * own, own * its)

        def __rsub__(self, other: Any) -> Any:
            if type(other) is int or isinstance(other, _Plain):
                return -self + other
            return _Plain.__rsub__(self, other)

        def __mul__(self, other: Any) -> Any:
            kind = type(other)
            if kind is int:
                return _lowest(self._numerator * other, self._denominator)
            if kind is not Fraction and not isinstance(other, _Plain):
                return _Plain.__mul__(self, other)
            return _lowest(self._numerator * other._numerator, self._denominator * other._denominator)

        __rmul__ = __mul__

        def __truediv__(self, other: Any) -> Any:
            kind = type(other)
            if kind is int and other > 0:
                return _lowest(self._numerator, self._denominator * other)
            if (kind is Fraction or isinstance(other, _Plain)) and other._numerator > 0:
                return _lowest(self._numerator * other._denominator, self._denominator * other._numerator)
            found = _Plain.__truediv__(self, other)
            return Fraction(found) if isinstance(found, _Plain) else found

        def __rtruediv__(self, other: Any) -> Any:
            if type(other) is int or isinstance(other, _Plain):
                return Fraction(other) / self
            return _Plain.__rtruediv__(self, other)

        def __neg__(self) -> Fraction:
            return _made(-self._numerator, self._denominator)

        def __abs__(self) -> Fraction:
            return self if self._numerator >= 0 else -self

        def __bool__(self) -> bool:
            return self._numerator != 0

        def __eq__(self, other: object) -> bool:
            kind = type(other)
            if kind is Fraction:
                return self._numerator == other._numerator and self._denominator == other._denominator
            if kind is int:
                return self._denominator == 1 and self._numerator == other
            return _Plain.__eq__(self, other)

        def __hash__(self) -> int:
            return hash(self._numerator) if self._denominator == 1 else _Plain.__hash__(self)

        def __lt__(self, other: Any) -> bool:
            kind = type(other)
            if kind is Fraction:
                return self._numerator * other._denominator < other._numerator * self._denominator
            return self._numerator < other * self._denominator if kind is int else _Plain.__lt__(self, other)

        def __le__(self, other: Any) -> bool:
            kind = type(other)
            if kind is Fraction:
                return self._numerator * other._denominator <= other._numerator * self._denominator
            return self._numerator <= other * self._denominator if kind is int else _Plain.__le__(self, other)

        def __gt__(self, other: Any) -> bool:
            kind = type(other)
            if kind is Fraction:
                return self._numerator * other._denominator > other._numerator * self._denominator
            return self._numerator > other * self._denominator if kind is int else _Plain.__gt__(self, other)

        def __ge__(self, other: Any) -> bool:
            kind = type(other)
            if kind is Fraction:
                return self._numerator * other._denominator >= other._numerator * self._denominator
            return self._numerator >= other * self._denominator if kind is int else _Plain.__ge__(self, other)

    def _made(numerator: int, denominator: int) -> Fraction:
        made = _blank(Fraction)
        made._numerator = numerator
        made._denominator = denominator
        return made

    def _lowest(numerator: int, denominator: int) -> Fraction:
        if denominator != 1:
            common = gcd(numerator, denominator)
            if common != 1:
                numerator //= common
                denominator //= common
        made = _blank(Fraction)
        made._numerator = numerator
        made._denominator = denominator
        return made
