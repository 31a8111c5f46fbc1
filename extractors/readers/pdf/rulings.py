"""The ruling lines of a PDF page: strokes, thin filled rectangles, edges of drawn boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import msgspec

from extractors.readers.pages.geometry import Box, Rule
from extractors.readers.pdf.turning import Frame

_THIN = 4.0  # points: the thickest border
_DOT = (1.7, 0.2)  # points: the largest dot of a dotted rule, how much it may be longer than wide
_PAPER = 0.7  # share of the page: a larger rectangle is its ground
_DEEP = 6  # forms within forms
_MANY = 60_000  # drawn objects that are looked at on one page
_SEGMENTS = 4000  # of one path

Matrix = tuple[float, float, float, float, float, float]
_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawing(msgspec.Struct, kw_only=True):
    """What is drawn on a page beside its text; boxes on the upright page."""

    across: list[Rule] = []
    down: list[Rule] = []
    pictures: list[Box] = []
    fills: list[Box] = []  # shaded areas
    hidden: bool = False  # its text is invisible, or lies under a picture
    paths: int = 0
    cut: bool = False


def drawing(page: Any, frame: Frame) -> Drawing:
    """Looks through the objects of a page (a raw pdfium handle)."""
    from pypdfium2 import raw

    seen = Drawing()
    texts = covered = invisible = 0
    for count, (thing, kind, matrix) in enumerate(_objects(page, raw)):
        if count >= _MANY:
            seen.cut = True
            break
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            texts += 1
            invisible += raw.FPDFTextObj_GetTextRenderMode(thing) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            seen.paths += 1
            _path(thing, matrix, frame, seen, raw)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            box = _bounds(thing, matrix, frame, raw)
            if min(box.x1 - box.x0, box.y1 - box.y0) <= _THIN:
                _thin(box, seen)
            else:
                seen.pictures.append(box)
                covered = texts if share(box, frame) > 0.7 else covered
    seen.hidden = texts > 0 and max(covered, invisible) >= 0.9 * texts
    return seen


def _objects(page: Any, raw: Any) -> Iterator[tuple[Any, int, Matrix]]:
    """Every object with its kind and the matrix of the forms that it stands in."""
    for index in range(raw.FPDFPage_CountObjects(page)):
        yield from _within(raw.FPDFPage_GetObject(page, index), _PLAIN, 0, raw)


def _within(thing: Any, matrix: Matrix, depth: int, raw: Any) -> Iterator[tuple[Any, int, Matrix]]:
    kind = raw.FPDFPageObj_GetType(thing)
    if kind != raw.FPDF_PAGEOBJ_FORM:
        yield thing, kind, matrix
    elif depth < _DEEP:
        inner = _times(_matrix(thing, raw), matrix)
        for index in range(raw.FPDFFormObj_CountObjects(thing)):
            yield from _within(raw.FPDFFormObj_GetObject(thing, index), inner, depth + 1, raw)


def _matrix(thing: Any, raw: Any) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, ctypes.byref(found))
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    """One transformation after another."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _at(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _span(points: list[tuple[float, float]], frame: Frame) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return frame.upright(min(xs), min(ys), max(xs), max(ys))


def _bounds(thing: Any, matrix: Matrix, frame: Frame, raw: Any) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, *(ctypes.byref(side) for side in (left, bottom, right, top)))
    corners = [(left.value, bottom.value), (right.value, top.value)]
    if matrix != _PLAIN:
        corners += [(left.value, top.value), (right.value, bottom.value)]
        corners = [_at(x, y, matrix) for x, y in corners]
    return _span(corners, frame)


def share(box: Box, frame: Frame) -> float:
    """The share of the page that a box covers."""
    width, height = frame.size
    across = max(0.0, min(box.x1, width) - max(box.x0, 0.0))
    return across * max(0.0, min(box.y1, height) - max(box.y0, 0.0)) / max(width * height, 1.0)


def _path(thing: Any, matrix: Matrix, frame: Frame, seen: Drawing, raw: Any) -> None:
    box = _bounds(thing, matrix, frame, raw)
    if min(box.x1 - box.x0, box.y1 - box.y0) <= _THIN:
        _thin(box, seen)
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing, ctypes.byref(fill), ctypes.byref(stroke))
    if fill.value and share(box, frame) < _PAPER and raw.FPDFPath_CountSegments(thing) <= 5:
        seen.fills.append(box)
    if stroke.value or raw.FPDFPath_CountSegments(thing) > 5:
        for first, last in _edges(thing, _times(_matrix(thing, raw), matrix), raw):
            edge = _span([first, last], frame)
            if min(edge.x1 - edge.x0, edge.y1 - edge.y0) <= 1:
                _thin(edge, seen)


def _edges(thing: Any, matrix: Matrix, raw: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight segments of a path, in page coordinates."""
    begin = last = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFPath_CountSegments(thing), _SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(thing, index)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = _at(x.value, y.value, matrix)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == raw.FPDF_SEGMENT_LINETO and last:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(segment) and begin:
            yield last, begin
            last = begin


def _thin(box: Box, seen: Drawing) -> None:
    """A box so thin that it is a line; a dot may belong to a line either way."""
    width, height = box.x1 - box.x0, box.y1 - box.y0
    dot = max(width, height) <= _DOT[0] and abs(width - height) <= _DOT[1]
    if width > height or dot:
        seen.across.append(Rule((box.y0 + box.y1) / 2, box.x0, box.x1))
    if height > width or dot:
        seen.down.append(Rule((box.x0 + box.x1) / 2, box.y0, box.y1))
