"""Finds the rings of round seals on a page that was scanned without colour."""

from __future__ import annotations

from typing import Any

_SCALE = 0.25
_RADIUS = (105, 235)  # pixels: seals of 2.7 to 6 cm at 200 dpi
_CONTRAST = 0.2  # how much blacker a ring must be than its sides
_SUPPORT = 0.8  # share of a ring that must be black
_MOST = 4  # seals on a page


def circles(strokes: Any) -> list[tuple[int, int, int]]:
    """Centre and radius (pixels) of each ring among black strokes (255 on 0).

    The page is compared with rings of every radius, black on the ring and white beside it; the best
    places are then looked at closely.
    """
    import cv2
    import numpy

    small = cv2.resize(strokes, None, fx=_SCALE, fy=_SCALE, interpolation=cv2.INTER_AREA)
    small = small.astype(numpy.float32) / 255
    best = numpy.full(small.shape, -1.0, numpy.float32)
    radii = numpy.zeros(small.shape, numpy.int32)
    for radius in range(round(_RADIUS[0] * _SCALE), round(_RADIUS[1] * _SCALE) + 1):
        score = cv2.filter2D(small, cv2.CV_32F, _template(radius), borderType=cv2.BORDER_CONSTANT)
        better = score > best
        best[better], radii[better] = score[better], radius
    rings: list[tuple[int, int, int]] = []
    for _ in range(_MOST):
        y, x = (int(v) for v in numpy.unravel_index(int(best.argmax()), best.shape))
        if best[y, x] < _CONTRAST:
            break
        radius = int(radii[y, x])
        ring = _refined(strokes, *(round(v / _SCALE) for v in (x, y, radius)))
        if ring:
            rings.append(ring)
        cv2.circle(best, (x, y), radius, -1.0, -1)
    return rings


def _template(radius: int) -> Any:
    """A ring two pixels wide that counts for, with rings inside and outside that count against."""
    import cv2
    import numpy

    size = 2 * radius + 13
    kernel = numpy.zeros((size, size), numpy.float32)
    centre = (size // 2, size // 2)
    for away, weight in ((-4, -0.5), (4, -0.5), (0, 1.0)):
        ring = numpy.zeros((size, size), numpy.uint8)
        cv2.circle(ring, centre, radius + away, 1, 2 if away == 0 else 1)
        kernel += weight * ring / int(ring.sum())
    return kernel


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
