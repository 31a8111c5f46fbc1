"""Tells the ring of a seal from the rules of a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractors.readers.scan.completing import Run

_STROKES = 0.3  # inch between two strokes of a seal
_ARC = 0.8  # inch: the longest part of a seal's ring that looks straight
_RIM = 0.14  # inch from the edge of a seal to the inner side of its ring
_LINE = 0.02  # inch between rules that stand in line


def area(seal: Any, dpi: float) -> Any:
    """The mask of a seal, the white between its strokes included."""
    import cv2
    import numpy

    small = cv2.resize(seal, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    reach = round(_STROKES * dpi / 4)
    small = cv2.morphologyEx((small > 40).astype(numpy.uint8) * 255, cv2.MORPH_CLOSE, _disc(2 * reach + 1))
    return cv2.resize(small, (seal.shape[1], seal.shape[0]), interpolation=cv2.INTER_NEAREST)


def depths(within: Any) -> Any:
    """How far each pixel of a seal's area lies from its edge."""
    import cv2

    return cv2.distanceTransform((within > 0).astype("uint8"), cv2.DIST_L2, 3)


def is_ring(run: Run, deep: Any, dpi: float, others: Sequence[Run]) -> bool:
    """Whether a short run keeps to the edge of a seal's area, as a part of its ring does.

    A rule of the table may do so, too: it stands in line with a longer one.
    """
    height, width = run.pixels.shape
    if width > _ARC * dpi:
        return False
    y = run.y + height // 2
    places = [deep[y, min(run.x + width * k // 4, deep.shape[1] - 1)] for k in range(5)]
    if sum(depth > 0 for depth in places) < 3 or max(places) >= _RIM * dpi:
        return False
    return not any(
        abs(other.rule.at - run.rule.at) <= _LINE * dpi and other.rule.end - other.rule.start > _ARC * dpi
        for other in others
    )


def _disc(size: int) -> Any:
    import cv2

    return cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
