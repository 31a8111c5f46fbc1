"""Between which edges a document's prose is set."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from extractors.readers.pages.layout import Sheet
from extractors.readers.pages.lines import Line


class Margins(msgspec.Struct, frozen=True):
    """The left and right edge of the text on a page, and how far down pages are filled (points)."""

    left: float
    right: float
    bottom: float

    def of(self, lines: Sequence[Line]) -> tuple[float, float]:
        """The edges for some lines: their own, where they are one of several columns."""
        left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
        width = self.right - self.left
        if len(lines) > 5 and right - left < 0.6 * width:
            return left, right
        return min(self.left, left), max(self.right, right)


def margins(sheets: Sequence[Sheet]) -> dict[int, Margins]:
    """Edges by page number. Pages of one width share theirs; where nothing shows them, they are even."""
    shared: dict[int, Margins] = {}
    for width in {round(sheet.width) for sheet in sheets}:
        shared[width] = _edges([sheet for sheet in sheets if round(sheet.width) == width])
    return {sheet.number: shared[round(sheet.width)] for sheet in sheets}


def _edges(sheets: Sequence[Sheet]) -> Margins:
    found = [line for sheet in sheets for line in sheet.lines]
    width = sheets[0].width
    left = _agreed([line.x0 for line in found], [line.size for line in found])
    right = _agreed([-line.x1 for line in found], [line.size for line in found])
    boxes = [part.box for sheet in sheets for part in sheet.parts]
    if left is None:
        left = min((box.x0 for box in boxes), default=0.12 * width)
    if right is None or -right < 0.6 * width:
        right = -max([width - left, *(box.x1 - 6 for box in boxes if box.x1 < width)])
    ends = [box.y1 for box in boxes] + [line.y1 for line in found]
    return Margins(left, -right, max(ends, default=0.0))


def _agreed(values: list[float], sizes: list[float]) -> float | None:
    """The outermost value that another comes close to; None where none does."""
    order = sorted(zip(values, sizes, strict=True))
    for (value, size), (following, _) in pairwise(order):
        if following - value < 0.8 * size:
            return value
    return None
