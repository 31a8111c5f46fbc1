"""Rules, boxes: lengths in points, x from the left, y from the top of the upright page."""

from __future__ import annotations

import msgspec


class Rule(msgspec.Struct, frozen=True):
    """One straight ruling line: at x (or y) `at`, from y (or x) `start` to `end`."""

    at: float
    start: float
    end: float


class Box(msgspec.Struct, frozen=True):
    """A rectangle."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1
