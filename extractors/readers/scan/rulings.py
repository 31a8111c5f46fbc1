"""Finds the ruling lines of a page picture, and takes them out of it.

Long runs of black pixels that meet others crosswise are rules. A short one counts only where it
runs all the way between two rules with white on both sides, so that strokes of characters do not.
"""

from __future__ import annotations

from typing import Any

import msgspec

from extractors.readers.pages.geometry import Rule
from extractors.readers.scan import completing, sealed
from extractors.readers.scan.completing import Page, Run, completed, is_clear

_LONG = 0.3  # inch: no stroke of a usual character is longer
_SHORT = 0.075  # inch: the least height of a row
_THICK = 0.035  # inch
_NEAR = 0.03  # inch: ends this close to a rule meet it
_LINE = 0.02  # inch between rules that stand in line
# share of the way between two rules that a short one must cover; how clear it must be beside it
_LINED = (0.92, completing.LINED)
_ALONE = (0.96, ((0.06, 0.04), 0.065))
_TAIL = 0.25  # inch at the ends of a run where a character may touch it
_BEND = 1.5  # pixels that a rule may bend, and three in a thousand more


class Rulings(msgspec.Struct, kw_only=True):
    """Rules in pixels, and the mask of their pixels."""

    across: list[Rule]
    down: list[Rule]
    mask: Any


def rulings(strokes: Any, dpi: float, seal: Any = None, *, faded: bool = False) -> Rulings:
    """The rules among the black strokes (255 on 0) of an upright page.

    `seal` is the mask of a seal; `faded`: taking its ink out has taken rules under it, too.
    """
    import cv2

    turned = cv2.transpose(strokes)
    across, down = _runs(strokes, dpi, _LONG), _runs(turned, dpi, _LONG)
    within = None if seal is None else sealed.area(seal, dpi)
    beside = None if within is None else cv2.transpose(within)
    across, down = _without_rings(across, within, dpi), _without_rings(down, beside, dpi)
    ink = seal if faded else None
    upright = Page(strokes=strokes, seal=ink, dpi=dpi)
    aside = Page(strokes=turned, seal=None if ink is None else cv2.transpose(ink), dpi=dpi)
    width = strokes.shape[1]
    across = [r for r in across if len(r.pixels[0]) > 0.4 * width or _meets(r.rule, down, dpi)]
    down = [r for r in down if _meets(r.rule, across, dpi)]
    across = _without_rings(across + _short(strokes, down, across, dpi), within, dpi)
    down = _without_rings(down + _short(turned, across, down, dpi), beside, dpi)
    mask = cv2.bitwise_or(_mask(across, strokes), cv2.transpose(_mask(down, turned)))
    return Rulings(
        across=[completed(run, down, across, upright) for run in across],
        down=[completed(run, across, down, aside) for run in down],
        mask=mask,
    )


def _short(strokes: Any, walls: list[Run], known: list[Run], dpi: float) -> list[Run]:
    """Short runs from one rule to the next. Those in line with a known rule need less proof."""
    found = []
    page = Page(strokes=strokes, seal=None, dpi=dpi)
    for run in _runs(strokes, dpi, _SHORT):
        lined = any(abs(other.rule.at - run.rule.at) <= _LINE * dpi for other in known)
        full, clear = _LINED if lined else _ALONE
        if _joins(run.rule, walls, dpi, full) and is_clear(run.rule, page, *clear):
            found.append(run)
    return found


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


def _runs(strokes: Any, dpi: float, inches: float) -> list[Run]:
    """Horizontal runs of black of at least this length that are thin as rules are."""
    import cv2
    import numpy

    least = round(inches * dpi)
    closed = cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, numpy.ones((1, 3), numpy.uint8))
    runs = cv2.morphologyEx(closed, cv2.MORPH_OPEN, numpy.ones((1, least), numpy.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    found = []
    for index in range(1, count):
        x, y, width, height, _ = (int(value) for value in stats[index])
        run = _run(labels[y : y + height, x : x + width] == index, x, y, dpi)
        if run and run.pixels.shape[1] >= least:
            found.append(run)
    return found


def _run(pixels: Any, x: int, y: int, dpi: float) -> Run | None:
    """Connected pixels as a run, if they are thin and straight; else without the strokes that touch it."""
    import numpy

    for tried in (pixels, _core(pixels)):
        height, width = tried.shape
        thickness = float(tried.sum()) / width
        if thickness <= _THICK * dpi and height <= thickness + 0.02 * width + 6 and _is_straight(tried):
            across = tried.sum(axis=0)
            start, end = _ends(across > 2 * numpy.median(across[across > 0]) + 1, round(_TAIL * dpi))
            at = y + float(numpy.nonzero(tried[:, start:end])[0].mean())
            rule = Rule(at, float(x + start), float(x + end))
            return Run(rule=rule, pixels=tried[:, start:end], x=x + start, y=y)
    return None


def _ends(thick: Any, tail: int) -> tuple[int, int]:
    """Where a run begins and ends without the character that touches it there; `thick`: column by column."""
    import numpy

    tail = min(tail, len(thick) // 3)
    head, rear = numpy.flatnonzero(thick[:tail]), numpy.flatnonzero(thick[len(thick) - tail :])
    start = int(head[-1]) + 1 if len(head) > 0.2 * tail else 0
    end = len(thick) - tail + int(rear[0]) if len(rear) > 0.2 * tail else len(thick)
    return start, end


def _core(pixels: Any) -> Any:
    """Only the rows that are nearly as long as the longest."""
    import numpy

    lengths = pixels.sum(axis=1)
    return numpy.where((lengths >= 0.7 * lengths.max())[:, None], pixels, False)


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


def _without_rings(runs: list[Run], within: Any, dpi: float) -> list[Run]:
    if within is None:
        return runs
    deep = sealed.depths(within)
    return [run for run in runs if not sealed.is_ring(run, deep, dpi, runs)]


def _meets(rule: Rule, others: list[Run], dpi: float) -> bool:
    """Whether a rule touches or crosses one that runs the other way."""
    near = _NEAR * dpi
    return any(
        rule.start - near <= other.rule.at <= rule.end + near
        and other.rule.start - near <= rule.at <= other.rule.end + near
        for other in others
    )


def _joins(rule: Rule, walls: list[Run], dpi: float, full: float) -> bool:
    """Whether a run goes all the way from one rule to the next that runs the other way."""
    near = 2 * _NEAR * dpi
    around = [run.rule for run in walls if run.rule.start - near <= rule.at <= run.rule.end + near]
    middle = (rule.start + rule.end) / 2
    before = max((wall.at for wall in around if wall.at < middle), default=None)
    after = min((wall.at for wall in around if wall.at > middle), default=None)
    if before is None or after is None:
        return False
    return min(rule.end, after) - max(rule.start, before) >= full * (after - before)


def _mask(runs: list[Run], strokes: Any) -> Any:
    """The pixels of horizontal runs."""
    import numpy

    mask = numpy.zeros_like(strokes)
    for run in runs:
        height, width = run.pixels.shape
        mask[run.y : run.y + height, run.x : run.x + width][run.pixels] = 255
    return mask
