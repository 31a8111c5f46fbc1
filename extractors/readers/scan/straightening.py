"""Turns a skewed page picture straight."""

from __future__ import annotations

from typing import Any

_MOST = 6.0  # degrees either way
_LEAST = 0.03  # degrees: less is level


def skew(strokes: Any) -> float:
    """The skew of a page in degrees (positive = clockwise), from its black strokes.

    Text lines and rules fill few rows of pixels when they run level: the angle with the sharpest
    row profile wins, coarse first, then fine on more pixels.
    """
    import cv2

    best = 0.0
    for scale, steps in ((0.2, (1.0, 6)), (0.25, (0.2, 6)), (0.5, (0.05, 5))):
        small = cv2.resize(strokes, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        step, count = steps
        angles = [best + step * k for k in range(-count, count + 1)]
        best = max((a for a in angles if abs(a) <= _MOST), key=lambda a: _sharpness(small, a))
    return best


def straighten(picture: Any, angle: float, paper: int = 255) -> Any:
    """The picture turned back by its skew."""
    import cv2

    if abs(angle) < _LEAST:
        return picture
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    return cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=paper)


def _sharpness(strokes: Any, angle: float) -> float:
    import cv2
    import numpy

    height, width = strokes.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    level = cv2.warpAffine(strokes, turn, (width, height), flags=cv2.INTER_LINEAR)
    profile = level.sum(axis=1, dtype=numpy.float64)
    return float(numpy.square(numpy.diff(profile)).sum())
