"""Recognises a scanned page: pieces of text with their confidence, and the tables around them."""

from __future__ import annotations

from typing import Any

import regex

from extractors.readers.pages.geometry import Box, Rule
from extractors.readers.pages.grid import Grid, GridCell, grids
from extractors.readers.pages.page import Page, Piece
from extractors.readers.scan import engine
from extractors.readers.scan.fitting import Fitted, fit, tight
from extractors.readers.scan.preparing import Prepared, prepare
from extractors.readers.scan.signs import dash, is_dash, sign

_SURE = 0.93  # from here on a text without figures is not read twice
_FIGURE = regex.compile(r"[\d≥≤><=%％‰]|^[\p{ASCII}○〇一丨]{0,2}$")  # or what may be one, misread
_MARKS = regex.compile(r"[()\[\]:;，、。“”\"'·]")
_SPACE = regex.compile(r"(?<![A-Za-z])\s++|\s++(?![A-Za-z])")
_SHAPED = 0.95  # the confidence of a sign that its shape tells
_FEW = 2  # characters that a single mark may be misread as
_BEARING = 0.05  # of a character: the white at its sides
_DISAGREED = 0.5  # the confidence of what two readings read differently, at most


def page(picture: Any, number: int, dpi: float) -> Page:
    """One scanned page (a BGR or grey picture) as text and tables, in points."""
    prepared = prepare(picture, dpi)
    scale = 72 / dpi
    across = [_scaled(rule, scale) for rule in prepared.rules.across]
    down = [_scaled(rule, scale) for rule in prepared.rules.down]
    tables = grids(across, down)
    found = [_in_pixels(grid, scale) for grid in tables]
    boxes = fit(prepared.boxes, found, prepared.strokes, prepared.seal)
    pieces = [piece for box in boxes if (piece := _piece(box, prepared, scale))]
    height, width = prepared.grey.shape[:2]
    return Page(
        number=number,
        width=width * scale,
        height=height * scale,
        pieces=pieces,
        tables=tables,
        recognised=True,
    )


def _scaled(rule: Rule, scale: float) -> Rule:
    return Rule(rule.at * scale, rule.start * scale, rule.end * scale)


def _in_pixels(grid: Grid, scale: float) -> Grid:
    cells = [
        GridCell(
            row=cell.row,
            column=cell.column,
            rowspan=cell.rowspan,
            colspan=cell.colspan,
            box=Box(cell.box.x0 / scale, cell.box.y0 / scale, cell.box.x1 / scale, cell.box.y1 / scale),
        )
        for cell in grid.cells
    ]
    return Grid(xs=[x / scale for x in grid.xs], ys=[y / scale for y in grid.ys], cells=cells)


def _piece(found: Fitted, prepared: Prepared, scale: float) -> Piece | None:
    """The text in a box. Marks that cannot be read give a piece without text and no confidence."""
    box = found.box
    black = tight(box, prepared.strokes)
    if black is None:
        return None
    reading = (
        _dash(black, prepared) if found.dash else _lone(found, _read(box, black, prepared), black, prepared)
    )
    text = _SPACE.sub("", reading.text)
    unsure = reading.confidence < _DISAGREED and len(text) <= 1 and not text.isdigit()
    if (not text or found.dash or unsure) and prepared.is_seal(box):
        return None  # what the seal left
    size = _size(text, black)
    return Piece(
        text=text,
        x0=(black.x0 - _BEARING * size) * scale,
        y0=black.y0 * scale,
        x1=(black.x1 + _BEARING * size) * scale,
        y1=black.y1 * scale,
        size=size * scale,
        confidence=reading.confidence if text else 0.0,
    )


def _read(box: Box, black: Box, prepared: Prepared) -> engine.Reading:
    """A line's text; figures and doubtful texts are read twice, from pictures made differently."""
    first = engine.recognise(_crop(prepared.clean, box))
    margin = 0.18 * (black.y1 - black.y0) + 2
    around = Box(
        max(black.x0 - 2 * margin, box.x0 - 2),
        black.y0 - margin,
        min(black.x1 + 2 * margin, box.x1 + 2),
        black.y1 + margin,
    )
    # taking a rule or a seal out may have hurt the text
    hurt = _crop(prepared.rules.mask, around).any() or prepared.is_seal(around)
    sure = first.confidence >= _SURE and not _FIGURE.search(first.text)
    if sure and not hurt:
        return first
    second = engine.recognise(_crop(prepared.grey if hurt else prepared.clean, around))
    return _agreed(first, second, sure=sure)


def _dash(black: Box, prepared: Prepared) -> engine.Reading:
    """A flat mark: = by its shape, a dash by its length."""
    shaped = sign(_crop(prepared.strokes, black)) or dash(black.x1 - black.x0, prepared.size)
    return engine.Reading(text=shaped, confidence=_SHAPED)


def _lone(found: Fitted, reading: engine.Reading, black: Box, prepared: Prepared) -> engine.Reading:
    """The reading, save where a mark has the shape of a sign of comparison, or of a dash alone in a cell."""
    width = black.x1 - black.x0
    if len(reading.text.strip()) > _FEW or width > 2.5 * prepared.size:
        return reading
    strokes = _crop(prepared.strokes, black)
    shaped = sign(strokes) if width <= 1.5 * prepared.size else None
    if shaped is None and found.alone and is_dash(strokes, prepared.size):
        shaped = dash(width, prepared.size)
    if shaped is None:
        return reading
    return engine.Reading(text=shaped, confidence=max(_SHAPED, reading.confidence))


def _agreed(first: engine.Reading, second: engine.Reading, *, sure: bool) -> engine.Reading:
    """One reading of two. Where they differ in more than signs of punctuation, it is in doubt."""
    better = first if first.confidence >= second.confidence else second
    one, other = _folded(first.text), _folded(second.text)
    if one == other:
        return better
    if _MARKS.sub("", one) == _MARKS.sub("", other):
        return engine.Reading(text=max(first.text, second.text, key=len), confidence=better.confidence)
    if sure:
        return first
    return engine.Reading(text=better.text, confidence=min(first.confidence, second.confidence, _DISAGREED))


def _crop(picture: Any, box: Box) -> Any:
    return picture[max(int(box.y0), 0) : int(box.y1) + 1, max(int(box.x0), 0) : int(box.x1) + 1]


def _folded(text: str) -> str:
    """A text without what a second look may rightly see otherwise: spaces, the width of signs."""
    narrow = str.maketrans("（）：；，％！？【】", "():;,%!?[]")
    return regex.sub(r"\s++", "", text).translate(narrow)


def _size(text: str, black: Box) -> float:
    """The width of one Chinese character (pixels)."""
    units = sum(0.5 if ch.isascii() else 1.0 for ch in text)
    height = black.y1 - black.y0
    if not units or text.isascii():
        return height / 0.72
    return min((black.x1 - black.x0 + 0.1 * height) / units, 1.15 * height)
