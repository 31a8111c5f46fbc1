"""Finds the ruling lines of a page picture, and takes them out of it.

Long runs of black pixels that meet others crosswise are rules. A short one counts only where it
runs all the way between two rules with white on both sides, so that strokes of characters do not.
"""

from __future__ import annotations

from typing import Any

import msgspec

from extractors.readers.pages.geometry import Rule

_LONG = 0.3  # inch: no stroke of a usual character is longer
_SHORT = 0.075  # inch: the least height of a row
_THICK = 0.035  # inch
_NEAR = 0.03  # inch: ends this close to a rule meet it
_FULL = 0.92  # share of the way between two rules that a short one must cover
_ARC = 0.8  # inch: the longest part of a seal's ring that looks straight
_BEND = 1.5  # pixels that a rule may bend, and three in a thousand more
_CLEAR = 0.25, 0.06  # share of the pixels beside it that may be black: on one side, on the other


class Rulings(msgspec.Struct, kw_only=True):
    """Rules in pixels, and the mask of their pixels."""

    across: list[Rule]
    down: list[Rule]
    mask: Any


class _Run(msgspec.Struct, kw_only=True):
    """A horizontal run of black: its rule, its pixels, the corner where these lie."""

    rule: Rule
    pixels: Any
    x: int
    y: int


def rulings(strokes: Any, dpi: float, seal: Any = None) -> Rulings:
    """The rules among the black strokes (255 on 0) of an upright page; `seal` is the mask of a seal."""
    import cv2

    turned = cv2.transpose(strokes)
    across, down = _runs(strokes, dpi, _LONG), _runs(turned, dpi, _LONG)
    if seal is not None:
        across, down = (
            [r for r in across if not _is_ring(r, seal, dpi) or _joins(r.rule, down, dpi)],
            [r for r in down if not _is_ring(r, cv2.transpose(seal), dpi) or _joins(r.rule, across, dpi)],
        )
    width = strokes.shape[1]
    across = [r for r in across if len(r.pixels[0]) > 0.4 * width or _meets(r.rule, down, dpi)]
    down = [r for r in down if _meets(r.rule, across, dpi)]
    across += _short(strokes, down, dpi)
    down += _short(turned, across, dpi)
    mask = cv2.bitwise_or(_mask(across, strokes), cv2.transpose(_mask(down, turned)))
    return Rulings(across=[r.rule for r in across], down=[r.rule for r in down], mask=mask)


def _short(strokes: Any, walls: list[_Run], dpi: float) -> list[_Run]:
    return [
        run
        for run in _runs(strokes, dpi, _SHORT)
        if _joins(run.rule, walls, dpi) and _is_clear(run.rule, strokes, dpi)
    ]


def erased(grey: Any, strokes: Any, mask: Any, dpi: float) -> Any:
    """The picture without its rules; strokes of characters that cross a rule are kept."""
    import cv2
    import numpy

    wide = cv2.dilate(mask, numpy.ones((3, 3), numpy.uint8))
    rest = cv2.bitwise_and(strokes, cv2.bitwise_not(wide))
    reach = round(_THICK * dpi) + 3
    crossing = cv2.bitwise_or(
        cv2.morphologyEx(rest, cv2.MORPH_CLOSE, numpy.ones((reach, 1), numpy.uint8)),
        cv2.morphologyEx(rest, cv2.MORPH_CLOSE, numpy.ones((1, reach), numpy.uint8)),
    )
    gone = cv2.bitwise_and(wide, cv2.bitwise_not(crossing))
    clean = grey.copy()
    clean[gone > 0] = 255
    return clean


def _runs(strokes: Any, dpi: float, inches: float) -> list[_Run]:
    """Horizontal runs of black of at least this length that are thin as rules are."""
    import cv2
    import numpy

    least = round(inches * dpi)
    closed = cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, numpy.ones((1, 3), numpy.uint8))
    runs = cv2.morphologyEx(closed, cv2.MORPH_OPEN, numpy.ones((1, least), numpy.uint8))
    count, labels, stats, centres = cv2.connectedComponentsWithStats(runs, connectivity=8)
    found = []
    for index in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[index])
        thickness = area / width
        if thickness > _THICK * dpi or height > thickness + 0.02 * width + 6:
            continue
        pixels = labels[y : y + height, x : x + width] == index
        if _is_straight(pixels):
            rule = Rule(float(centres[index][1]), float(x), float(x + width))
            found.append(_Run(rule=rule, pixels=pixels, x=x, y=y))
    return found


def _is_straight(pixels: Any) -> bool:
    """Whether a run does not bend, as the ring of a seal does."""
    import numpy

    height, width = pixels.shape
    part = max(width // 8, 1)
    rows = numpy.arange(height)[:, None]
    left, middle, right = (
        float((pixels[:, a : a + part] * rows).sum()) / max(int(pixels[:, a : a + part].sum()), 1)
        for a in (0, (width - part) // 2, width - part)
    )
    return bool(abs(middle - (left + right) / 2) <= _BEND + 0.003 * width)


def _is_ring(run: _Run, seal: Any, dpi: float) -> bool:
    """Whether a run is short and within a seal, as a part of its ring is."""
    height, width = run.pixels.shape
    within = seal[run.y : run.y + height, run.x : run.x + width]
    return width < _ARC * dpi and float(within.mean()) > 255 * 0.8


def _meets(rule: Rule, others: list[_Run], dpi: float) -> bool:
    """Whether a rule touches or crosses one that runs the other way."""
    near = _NEAR * dpi
    return any(
        rule.start - near <= other.rule.at <= rule.end + near
        and other.rule.start - near <= rule.at <= other.rule.end + near
        for other in others
    )


def _joins(rule: Rule, walls: list[_Run], dpi: float) -> bool:
    """Whether a run goes all the way from one rule to the next that runs the other way."""
    near = 2 * _NEAR * dpi
    around = [run.rule for run in walls if run.rule.start - near <= rule.at <= run.rule.end + near]
    middle = (rule.start + rule.end) / 2
    before = max((wall.at for wall in around if wall.at < middle), default=None)
    after = min((wall.at for wall in around if wall.at > middle), default=None)
    if before is None or after is None:
        return False
    return min(rule.end, after) - max(rule.start, before) >= _FULL * (after - before)


def _is_clear(rule: Rule, strokes: Any, dpi: float) -> bool:
    """Whether there is white above and below a horizontal run."""
    gap, deep = round(0.015 * dpi), round(0.04 * dpi)
    start, end = int(rule.start) + gap, int(rule.end) - gap
    bands = [
        strokes[max(top, 0) : top + deep, start:end]
        for top in (int(rule.at) - gap - deep, int(rule.at) + gap + 1)
    ]
    shares = sorted(float(band.mean()) / 255 if band.size else 0.0 for band in bands)
    return shares[0] <= _CLEAR[1] and shares[1] <= _CLEAR[0]


def _mask(runs: list[_Run], strokes: Any) -> Any:
    """The pixels of horizontal runs."""
    import numpy

    mask = numpy.zeros_like(strokes)
    for run in runs:
        height, width = run.pixels.shape
        mask[run.y : run.y + height, run.x : run.x + width][run.pixels] = 255
    return mask
