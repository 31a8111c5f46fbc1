"""Fits the boxes of recognised lines to the cells of tables: split at walls, none forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from statistics import median
from typing import Any

import msgspec

from extractors.readers.pages.geometry import Box
from extractors.readers.pages.grid import Grid
from extractors.readers.scan.signs import runs, sign

_PART = 0.3  # of a box's height: less of it in another cell is only margin
_MARK = 0.4  # of a line's height: smaller marks are dirt
_SMALL = 0.2  # of a line's height: a mark alone in its cell may be as small
_SOLID = 0.3  # share of its box that it then must blacken
_BLACK = 0.12  # share of its box that a mark must blacken
_SPECK = 0.008  # of a line's height squared
_MARKS = 60  # marks in one cell that are looked at
_EDGE = 3  # pixels beside a wall that are not looked at
_COVERED = 0.7  # share of a box that lies in another one of its cell: the same text
_BARS = 0.25  # of a line's height: how far the bars of = stand apart at most, and how unlike they may be
_CHARACTER = 0.75  # of a line's height: no character is higher
_FRINGE = 0.3  # share of a box's height that the line above or below may reach into it
_BESIDE = 0.6  # of a line's height: how far behind a line a mark may stand that belongs to it


class Fitted(msgspec.Struct, frozen=True):
    """A line's box (pixels); `dash` where it holds nothing but the dash of a blank cell.

    `alone`: its cell holds no other.
    """

    box: Box
    dash: bool = False
    alone: bool = False


def fit(boxes: Sequence[Box], grids: Sequence[Grid], strokes: Any, seal: Any = None) -> list[Fitted]:
    """Boxes of lines, each within one cell, with one for every mark that had none.

    `grids` are in pixels; `strokes` the page without rules, black as 255; `seal` the mask of a seal.
    """
    import numpy

    cells = [cell.box for grid in grids for cell in grid.cells]
    usual = median(box.y1 - box.y0 for box in boxes) if boxes else 30.0
    single = [row for box in boxes for row in _rows(box, strokes, usual)]
    fitted = _distinct([part for box in single for part in _split(box, cells)], strokes, usual)
    sure = strokes if seal is None else numpy.where(seal > 0, 0, strokes)
    fitted = [_grown(box, fitted, cells, sure, usual) for box in fitted]
    known = [Fitted(box) for box in fitted]
    known += [mark for cell in cells for mark in _forgotten(cell, fitted, strokes, usual)]
    alone = [
        inside[0] for cell in cells if len(inside := [each for each in known if _is_in(each.box, cell)]) == 1
    ]
    return [Fitted(each.box, each.dash, any(each is other for other in alone)) for each in known]


def _is_in(box: Box, cell: Box) -> bool:
    return cell.holds((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)


def tight(box: Box, strokes: Any) -> Box | None:
    """The black within a box, without what the lines above and below reach into it; None without any."""
    import numpy

    x0, y0 = max(int(box.x0), 0), max(int(box.y0), 0)
    part = strokes[y0 : int(box.y1) + 1, x0 : int(box.x1) + 1]
    top, bottom = _own_rows(part.any(axis=1))
    columns = numpy.flatnonzero(part[top:bottom].any(axis=0))
    if not len(columns):
        return None
    return Box(float(x0 + columns[0]), float(y0 + top), float(x0 + columns[-1] + 1), float(y0 + bottom))


def _own_rows(filled: Any) -> tuple[int, int]:
    """The first row with black and the one behind the last, low runs at the edges aside."""
    found = runs(filled)
    most = _FRINGE * len(filled)
    if len(found) > 1 and found[0][0] == 0 and found[0][1] < most and found[1][0] - found[0][1] > 1:
        del found[0]
    if len(found) > 1 and found[-1][1] == len(filled) and len(filled) - found[-1][0] < most:
        del found[-1]
    return (found[0][0], found[-1][1]) if found else (0, 0)


def _distinct(boxes: list[Box], strokes: Any, usual: float) -> list[Box]:
    """Without boxes whose black lies in larger ones: what was detected twice, ends of a neighbour's box."""
    kept: list[Box] = []
    for box in sorted(boxes, key=_area, reverse=True):
        over = [common for other in kept if (common := _common(box, other))]
        covered = any(_area(common) >= _COVERED * _area(box) for common in over)
        if not covered and not (over and _black_outside(box, over, strokes) < _SPECK * usual * usual):
            kept.append(box)
    return [box for box in boxes if any(box is other for other in kept)]


def _black_outside(box: Box, over: Sequence[Box], strokes: Any) -> int:
    """Black pixels in a box outside of others."""
    import numpy

    x0, y0 = max(int(box.x0), 0), max(int(box.y0), 0)
    part = strokes[y0 : int(box.y1) + 1, x0 : int(box.x1) + 1].copy()
    for other in over:
        part[int(other.y0) - y0 : int(other.y1) + 1 - y0, int(other.x0) - x0 : int(other.x1) + 1 - x0] = 0
    return int(numpy.count_nonzero(part))


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def _grown(box: Box, boxes: Sequence[Box], cells: Sequence[Box], strokes: Any, usual: float) -> Box:
    """A line with the small mark behind it that detection left out: a comma, a percent sign."""
    import numpy

    middle = (box.y0 + box.y1) / 2
    cell = next((c for c in cells if c.x0 <= box.x1 - _EDGE <= c.x1 and c.y0 <= middle <= c.y1), None)
    end = min(box.x1 + _BESIDE * usual, cell.x1 - 2 * _EDGE if cell else strokes.shape[1])
    beside = [other.x0 for other in boxes if other.x1 > box.x1 and other.y0 < middle < other.y1]
    end = min([end, *(x - 2 for x in beside)])
    if end - box.x1 < 0.1 * usual:
        return box
    y0, y1, x0 = max(int(box.y0), 0), int(box.y1) + 1, int(box.x1) + 1
    part = _without_specks(numpy.ascontiguousarray(strokes[y0:y1, x0 : int(end)]), round(_SPECK * usual**2))
    columns, rows = numpy.flatnonzero(part.any(axis=0)), numpy.flatnonzero(part.any(axis=1))
    if not len(columns) or rows[-1] - rows[0] > 0.8 * len(part):
        return box
    return Box(box.x0, box.y0, float(min(x0 + columns[-1] + 3, end)), box.y1)


def _rows(box: Box, strokes: Any, usual: float) -> list[Box]:
    """A box of several lines, one part for each; the bars of 二 and 三 stay together."""
    if box.y1 - box.y0 < 1.5 * usual:
        return [box]
    filled = strokes[int(box.y0) : int(box.y1) + 1, int(box.x0) : int(box.x1) + 1].any(axis=1)
    edges = [box.y0]
    start = end = 0
    for first, last in runs(filled):
        middle = box.y0 + (end + first) / 2
        whole = last - start > _CHARACTER * usual
        if end and whole and middle - edges[-1] > 0.55 * usual and box.y1 - middle > 0.55 * usual:
            edges.append(middle)
        if not end or whole:
            start = first
        end = last
    return [Box(box.x0, top, box.x1, bottom) for top, bottom in pairwise([*edges, box.y1])]


def _split(box: Box, cells: Sequence[Box]) -> list[Box]:
    """A box over several cells, one part for each."""
    height = box.y1 - box.y0
    parts = [part for cell in cells if (part := _common(box, cell)) and _counts(part, height)]
    if not parts:
        return [box]
    if len(parts) == 1:
        return [Box(max(box.x0, parts[0].x0 - _EDGE), box.y0, min(box.x1, parts[0].x1 + _EDGE), box.y1)]
    return parts


def _counts(part: Box, height: float) -> bool:
    return part.x1 - part.x0 > _PART * height and part.y1 - part.y0 > max(_PART * height, 8)


def _common(first: Box, second: Box) -> Box | None:
    box = Box(
        max(first.x0, second.x0), max(first.y0, second.y0), min(first.x1, second.x1), min(first.y1, second.y1)
    )
    return box if box.x0 < box.x1 and box.y0 < box.y1 else None


def _forgotten(cell: Box, boxes: Sequence[Box], strokes: Any, usual: float) -> list[Fitted]:
    """Marks in a cell that no box covers, as boxes of lines."""
    import cv2
    import numpy

    x0, y0 = int(cell.x0) + _EDGE, int(cell.y0) + _EDGE
    inside = strokes[y0 : int(cell.y1) - _EDGE, x0 : int(cell.x1) - _EDGE].copy()
    if not inside.size or not inside.any():
        return []
    near = [box for box in boxes if _common(box, cell)]
    for box in near:
        left, top = max(int(box.x0) - x0, 0), max(int(box.y0) - y0, 0)
        inside[top : max(int(box.y1) + 1 - y0, 0), left : max(int(box.x1) + 1 - x0, 0)] = 0
    inside = _without_specks(inside, round(_SPECK * usual * usual))
    joined = cv2.dilate(inside, numpy.ones((3, max(round(0.8 * usual), 3)), numpy.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found = []
    for index, (x, y, width, height, _) in enumerate(stats[1:_MARKS].tolist(), 1):
        part = numpy.where(
            labels[y : y + height, x : x + width] == index, inside[y : y + height, x : x + width], 0
        )
        mark = tight(Box(0, 0, width, height), part)
        if mark is None:
            continue
        shape = Box(x + mark.x0, y + mark.y0, x + mark.x1, y + mark.y1)
        margin = 0.15 * usual
        if _is_text(shape, int(numpy.count_nonzero(part)), usual) and not _is_rest(
            shape, inside.shape, usual
        ):
            found.append(Fitted(_shifted(shape, x0, y0, margin)))
        elif (_is_dash(shape, inside.shape[0], usual) and not near) or sign(part):
            found.append(Fitted(_shifted(shape, x0, y0, 0), dash=True))
        elif not near and _is_mark(shape, int(numpy.count_nonzero(part)), usual):
            found.append(Fitted(_shifted(shape, x0, y0, margin)))
        elif _is_dash(shape, inside.shape[0], usual) and width > 0.5 * usual:  # 一 in a line of its own
            found.append(Fitted(_shifted(shape, x0, y0, 0.4 * usual)))
    return _stacked(found, usual)


def _stacked(found: list[Fitted], usual: float) -> list[Fitted]:
    """Two dashes right above each other are one mark: the bars of =."""
    for one, other in combinations([part for part in found if part.dash], 2):
        a, b = one.box, other.box
        apart = max(a.y0, b.y0) - min(a.y1, b.y1)
        if apart <= _BARS * usual and max(abs(a.x0 - b.x0), abs(a.x1 - b.x1)) <= _BARS * usual:
            whole = Box(min(a.x0, b.x0), min(a.y0, b.y0), max(a.x1, b.x1), max(a.y1, b.y1))
            return [part for part in found if part not in (one, other)] + [Fitted(whole, dash=True)]
    return found


def _without_specks(strokes: Any, least: int) -> Any:
    """Without what is smaller than a dot of print (pixels)."""
    import cv2
    import numpy

    _, labels, stats, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    return numpy.where(stats[labels, 4] >= least, strokes, 0).astype(numpy.uint8)


def _shifted(box: Box, x: float, y: float, margin: float) -> Box:
    return Box(box.x0 + x - margin, box.y0 + y - margin, box.x1 + x + margin, box.y1 + y + margin)


def _is_text(mark: Box, pixels: int, usual: float) -> bool:
    """Whether a mark is high and black enough to be a character."""
    width, height = mark.x1 - mark.x0, mark.y1 - mark.y0
    return height >= _MARK * usual and width >= 0.1 * usual and pixels >= _BLACK * width * height


def _is_mark(mark: Box, pixels: int, usual: float) -> bool:
    """Whether a small mark is too much for dirt, as a sign for `the same` is."""
    width, height = mark.x1 - mark.x0, mark.y1 - mark.y0
    return min(width, height) >= _SMALL * usual and pixels >= _SOLID * width * height


def _is_rest(mark: Box, size: tuple[int, ...], usual: float) -> bool:
    """Whether a narrow mark keeps to a wall: what was left of the wall."""
    height, width = size[:2]
    beside = min(mark.x0, width - mark.x1) < 0.12 * usual or min(mark.y0, height - mark.y1) < 0.06 * usual
    return beside and min(mark.x1 - mark.x0, mark.y1 - mark.y0) < 0.25 * usual


def _is_dash(mark: Box, height: int, usual: float) -> bool:
    """Whether a mark is a dash, well away from the rules above and below."""
    wide, high = mark.x1 - mark.x0, mark.y1 - mark.y0
    away = min(mark.y0, height - mark.y1) > 0.15 * usual
    return away and 0.15 * usual <= wide <= 1.6 * usual and high <= min(0.25 * usual, 0.6 * wide)
