"""From a PDF page's own coordinates to the upright page as it is read."""

from __future__ import annotations

import msgspec

from extractors.readers.pages.geometry import Box


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """The visible rectangle of a page (points, y upwards) and its clockwise turn in degrees."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0  # 0, 90, 180, 270

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the upright page."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn in {90, 270} else (width, height)

    def upright(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the PDF, on the upright page (y downwards)."""
        if self.turn == 90:
            return Box(bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.turn == 180:
            return Box(self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        if self.turn == 270:
            return Box(self.top - top, self.right - right, self.top - bottom, self.right - left)
        return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
