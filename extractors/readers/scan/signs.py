"""Tells signs that stand alone by their shape: = ≥ ≤ > < /.

Recognition reads them badly without text beside them (二, M, 1), and some of their forms not at all (≧, ═).
"""

from __future__ import annotations

from typing import Any

_SPECK = 0.02  # share of the black: less is dirt
_BAR = 0.75  # share of its row that a bar blackens
_HALF = 0.5  # the same for the bars of =, of which one may be shorter
_ALIKE = 0.12  # how much these may differ in width; those of 二 differ more
_FLAT = 0.85  # height of =, of its width
_EMPTY = 0.35  # share of black between its bars, which nothing joins
_END = 0.36  # share of the width within which the ends of an angle lie
_AWAY = 0.26  # share of the width by which its stroke may miss the ideal line
_STROKE = 0.75  # share of the width that it blackens in a row at most
_BAR_HEIGHT = 0.16  # of a character: a dash is no higher
_SERIF = 1.3  # times its thickness: what a dash's right end has at most
_LEAST = 6  # pixels
_SLANT = (0.33, 0.75)  # width of a slash, of its height; a slanting 1 is narrower
_LINE = 0.12  # share of a slash's width by which it may miss the straight line


def sign(strokes: Any) -> str | None:
    """The sign that a picture of nothing but black strokes shows (255 on 0); None for anything else.

    ≧ and ≦ count as ≥ and ≤, ═ as =. Other characters of two bars or an angle (二, 2, 7, Z) are none.
    """
    import numpy

    black = _cut(strokes)
    height, width = black.shape
    if height > 2 * _LEAST and _SLANT[0] * height <= width <= _SLANT[1] * height:
        return "/" if _is_slash(black) else None
    if min(width, height) < _LEAST or height > 1.6 * width or width > 4 * height:
        return None
    filled = black.mean(axis=1)
    bars = runs(filled >= _BAR)
    first = bars[0][0] if bars else height
    if len(bars) <= 2 and first > _LEAST:
        angle = _angle(black[:first])
        return {"": None, "<": "≤" if bars else "<", ">": "≥" if bars else ">"}[angle]
    halves = runs(filled >= _HALF)
    if len(halves) != 2 or height > _FLAT * width:
        return None
    if float(black[halves[0][1] : halves[1][0]].mean()) > _EMPTY or _joined(black, *halves):
        return None
    one, other = (int(numpy.ptp(numpy.flatnonzero(black[a:b].any(axis=0)))) + 1 for a, b in halves)
    return "=" if min(one, other) >= (1 - _ALIKE) * max(one, other) else None


def dash(width: float, size: float) -> str:
    """The dash of a length, beside the page's characters: -, —, ——."""
    share = width / size
    return "-" if share < 0.7 else "—" if share < 1.4 else "——"


def is_dash(strokes: Any, size: float) -> bool:
    """Whether a picture shows one flat bar, as thick at its right end as in the middle: no 一 in print."""
    import numpy

    black = _cut(strokes)
    height, width = black.shape
    if not height or height > _BAR_HEIGHT * size or width < 2 * height:
        return False
    thick = black.sum(axis=0)
    middle = float(numpy.median(thick[width // 4 : width - width // 4]))
    return bool(middle >= 1 and thick[width - width // 3 :].max() <= _SERIF * middle + 1)


def _joined(black: Any, upper: tuple[int, int], lower: tuple[int, int]) -> bool:
    """Whether black leads from one bar to the other, as in 口, 工, z; a bridge of one pixel is dirt."""
    import cv2
    import numpy

    strokes = cv2.morphologyEx(black.astype(numpy.uint8), cv2.MORPH_OPEN, numpy.ones((2, 2), numpy.uint8))
    _, labels = cv2.connectedComponents(strokes, connectivity=8)
    one, other = (set(labels[a:b].ravel().tolist()) for a, b in (upper, lower))
    return bool((one & other) - {0})


def _cut(strokes: Any) -> Any:
    """The black without dirt, cut to its size."""
    import cv2
    import numpy

    _, labels, stats, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    areas = stats[:, 4].copy()
    areas[0] = 0
    black = (areas > _SPECK * areas.sum())[labels]
    rows, columns = numpy.flatnonzero(black.any(axis=1)), numpy.flatnonzero(black.any(axis=0))
    if not len(rows):
        return black[:0, :0]
    return black[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def runs(marked: Any) -> list[tuple[int, int]]:
    """Where rows are marked without a break: first, behind the last."""
    import numpy

    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([0], marked.astype(numpy.int8), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _angle(black: Any) -> str:
    """`<` or `>` where each row has one stroke, and these lie along an angle; else nothing."""
    import numpy

    start, end = runs(black.mean(axis=1) > _SPECK)[0]
    part = black[start:end]
    height = len(part)
    if height < _LEAST:
        return ""
    middles = _middles(part)
    if middles is None or float(part.mean(axis=1).max()) > _STROKE:
        return ""
    way = 1 - numpy.abs(2 * (numpy.arange(height) + 0.5) / height - 1)  # 0 at the ends, 1 at the middle
    ideal = 0.2 + 0.6 * way
    for found, seen in ((">", middles), ("<", 1 - middles)):
        if max(seen[0], seen[-1]) <= _END and float(numpy.abs(seen - ideal).max()) <= _AWAY:
            return found
    return ""


def _is_slash(black: Any) -> bool:
    """Whether there is one straight stroke from the lower left to the upper right."""
    import numpy

    middles = _middles(black)
    if middles is None or float(black.mean(axis=1).max()) > _HALF:
        return False
    ideal = numpy.linspace(middles[:3].mean(), middles[-3:].mean(), len(middles))
    return bool(ideal[0] - ideal[-1] > _HALF and numpy.abs(middles - ideal).max() <= _LINE)


def _middles(black: Any) -> Any:
    """Where the middle of each row's stroke lies (0..1); None where a row has none or several."""
    width = black.shape[1]
    left, right = black.argmax(axis=1), width - 1 - black[:, ::-1].argmax(axis=1)
    single = (right - left + 1 - black.sum(axis=1)).max() <= 0.15 * width
    return (left + right + 1) / 2 / width if single and black.any(axis=1).all() else None
