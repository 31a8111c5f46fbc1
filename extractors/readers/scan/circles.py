"""Finds the rings of round seals on a page that was scanned without colour."""

from __future__ import annotations

from typing import Any

_SCALE = 0.25
_RADIUS = (105, 235)  # pixels: seals of 2.7 to 6 cm at 200 dpi
_SUPPORT = 0.8  # share of a ring that must be black
_MOST = 4  # seals on a page


def circles(strokes: Any) -> list[tuple[int, int, int]]:
    """Centre and radius (pixels) of each ring among black strokes (255 on 0)."""
    import cv2

    small = cv2.resize(strokes, None, fx=_SCALE, fy=_SCALE, interpolation=cv2.INTER_AREA)
    least, most = (round(radius * _SCALE) for radius in _RADIUS)
    found = cv2.HoughCircles(
        cv2.GaussianBlur(small, (5, 5), 1),
        cv2.HOUGH_GRADIENT,
        dp=1.5,
        minDist=least,
        param1=120,
        param2=24,
        minRadius=least,
        maxRadius=most,
    )
    if found is None:
        return []
    rough = [tuple(round(float(v) / _SCALE) for v in circle) for circle in found[0][:32]]
    rings: list[tuple[int, int, int]] = []
    for x, y, radius in rough:
        ring = _refined(strokes, x, y, radius)
        apart = (
            all((ring[0] - x0) ** 2 + (ring[1] - y0) ** 2 > r0**2 for x0, y0, r0 in rings) if ring else False
        )
        if ring and apart:
            rings.append(ring)
    return rings[:_MOST]


def shade(grey: Any, strokes: Any, x: int, y: int, radius: int) -> float:
    """How bright the ring's ink is, where nothing crosses it."""
    import numpy

    rows, columns = _ring(grey, x, y, radius)
    inked = strokes[rows, columns] > 0
    return float(numpy.percentile(grey[rows, columns][inked], 40)) if inked.any() else 0.0


def _refined(strokes: Any, x: int, y: int, radius: int) -> tuple[int, int, int] | None:
    """The circle near a rough one that covers most black, if that is nearly a whole ring."""
    best, at = 0.0, (x, y, radius)
    for step in (4, 2):
        x, y, radius = at
        for dx in (-2 * step, -step, 0, step, 2 * step):
            for dy in (-2 * step, -step, 0, step, 2 * step):
                for dr in (-2 * step, -step, 0, step, 2 * step):
                    share = _support(strokes, x + dx, y + dy, radius + dr)
                    if share > best:
                        best, at = share, (x + dx, y + dy, radius + dr)
    return at if best >= _SUPPORT else None


def _support(strokes: Any, x: int, y: int, radius: int) -> float:
    rows, columns = _ring(strokes, x, y, radius)
    return float((strokes[rows, columns] > 0).mean())


def _ring(picture: Any, x: int, y: int, radius: int) -> tuple[Any, Any]:
    """The pixels on a circle."""
    import numpy

    angles = numpy.linspace(0, 2 * numpy.pi, 240, endpoint=False)
    rows = numpy.rint(y + radius * numpy.sin(angles)).astype(int)
    columns = numpy.rint(x + radius * numpy.cos(angles)).astype(int)
    inside = (rows >= 0) & (rows < picture.shape[0]) & (columns >= 0) & (columns < picture.shape[1])
    return rows[inside], columns[inside]
