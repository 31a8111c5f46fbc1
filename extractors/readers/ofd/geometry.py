"""Numbers, matrices: OFD counts in mm from the upper left corner, pages here in points."""

from __future__ import annotations

import math

import msgspec

POINTS = 72 / 25.4
_MOST = 100_000


def numbers(text: str | None) -> list[float]:
    """The numbers of an attribute; anything that is none ends the list."""
    found: list[float] = []
    for word in (text or "").replace(",", " ").split()[:_MOST]:
        try:
            value = float(word)
        except ValueError:
            break
        if not math.isfinite(value):
            break
        found.append(value)
    return found


class Matrix(msgspec.Struct, frozen=True):
    """x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """A point moved."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: Matrix) -> Matrix:
        """This one first, then `outer`."""
        e, f = outer.apply(self.e, self.f)
        return Matrix(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            e,
            f,
        )


def placed(ctm: str | None, boundary: str | None, outer: Matrix) -> Matrix:
    """The matrix of an object: its own, then its boundary's corner, then what it stands in."""
    own, corner = numbers(ctm), numbers(boundary)
    matrix = Matrix(*own) if len(own) == 6 else Matrix()
    if len(corner) >= 2:
        matrix = matrix.within(Matrix(e=corner[0], f=corner[1]))
    return matrix.within(outer)
