"""Finds tables without rules: columns that white space keeps apart over several lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from extractors.readers.pages.breaking import join
from extractors.readers.pages.geometry import Box
from extractors.readers.pages.layout import Part, Slot
from extractors.readers.pages.lines import Line, line, lowest
from extractors.readers.pages.page import Piece

_ROWS = 3  # lines that must agree
_GAP = 1.4  # characters between two columns
_FIGURE = regex.compile(r"[-+≥≤><=]?\s*+[\d.,，]++\s*+[%％]?|[-—/]|\d[\d.,]*+\s*+\S{0,3}")
_PROSE = 22  # characters: a column of longer texts is prose, not a table

Segment = list[Piece]


def aligned(found: Sequence[Line], page: int) -> list[Part | list[Line]]:
    """Lines from top to bottom -> tables where columns agree, other lines as they are."""
    out: list[Part | list[Line]] = []
    index = 0
    while index < len(found):
        rows, spans = _stretch(found[index:])
        if _is_table(rows, spans):
            out.append(_part(rows, spans, page))
            index += sum(len(row) for row in rows)
        else:
            if not out or isinstance(out[-1], Part):
                out.append([])
            last = out[-1]
            assert isinstance(last, list)
            last.append(found[index])
            index += 1
    return out


def segments(item: Line) -> list[Segment]:
    """The pieces of a line, apart where white space divides them."""
    parts = [[item.pieces[0]]]
    for before, after in pairwise(item.pieces):
        if after.x0 - before.x1 > _GAP * item.size:
            parts.append([after])
        else:
            parts[-1].append(after)
    return parts


def _stretch(found: Sequence[Line]) -> tuple[list[list[Line]], list[list[float]]]:
    """How far the first line's columns go on: rows (each its lines), and the columns' spans."""
    if len(segments(found[0])) < 2:
        return [], []
    rows: list[list[Line]] = []
    spans: list[list[float]] = []
    for item in found:
        parts = segments(item)
        merged = _merge(spans, parts, item.size)
        near = not rows or item.y0 - rows[-1][-1].y1 < 1.5 * item.size
        if merged is None or not near or (len(parts) == 1 and not _wraps(rows, spans, parts[0])):
            break
        if len(parts) == 1:
            rows[-1].append(item)
        else:
            rows.append([item])
        spans = merged
    while rows and len(rows[-1]) > 1:  # lines after the last full row are not known to belong to it
        rows[-1].pop()
    return rows, spans


def _merge(spans: list[list[float]], parts: list[Segment], size: float) -> list[list[float]] | None:
    """The columns' spans with one more line; None where it bridges two of them."""
    merged = [span[:] for span in spans]
    for part in parts:
        x0, x1 = part[0].x0, part[-1].x1
        over = [span for span in merged if x0 < span[1] + 0.4 * size and x1 > span[0] - 0.4 * size]
        if len(over) > 1:
            return None
        if over:
            over[0][:] = [min(over[0][0], x0), max(over[0][1], x1)]
        else:
            merged.append([x0, x1])
    return sorted(merged)


def _wraps(rows: list[list[Line]], spans: list[list[float]], part: Segment) -> bool:
    """Whether a lone text goes on below a column of the row above."""
    home = [span for span in spans if span[0] - 1 <= part[0].x0 and part[-1].x1 <= span[1] + 1]
    return bool(rows) and bool(home)


def _is_table(rows: list[list[Line]], spans: list[list[float]]) -> bool:
    if len(rows) < _ROWS or len(spans) < 2:
        return False
    texts = [[_text(part) for part in segments(row[0])] for row in rows]
    filled = sum(len(row) for row in texts) / (len(rows) * len(spans))
    longest = sum(max(len(text) for text in row) for row in texts) / len(texts)
    if filled < 0.6 or longest > _PROSE:
        return False
    if len(spans) > 2:
        return True
    return sum(1 for row in texts if len(row) == 2 and _FIGURE.fullmatch(row[1])) * 2 >= len(rows)


def _text(part: Segment) -> str:
    return line(part).text


def _part(rows: list[list[Line]], spans: list[list[float]], page: int) -> Part:
    xs = [spans[0][0], *((a[1] + b[0]) / 2 for a, b in pairwise(spans)), spans[-1][1]]
    ys = [rows[0][0].y0, *((a[-1].y1 + b[0].y0) / 2 for a, b in pairwise(rows)), rows[-1][-1].y1]
    slots = []
    for row, members in enumerate(rows):
        for column in range(len(spans)):
            inside = [
                line(part)
                for item in members
                for part in segments(item)
                if xs[column] <= (part[0].x0 + part[-1].x1) / 2 <= xs[column + 1]
            ]
            slots.append(_slot(row, column, inside, Box(xs[column], ys[row], xs[column + 1], ys[row + 1])))
    return Part(page=page, xs=xs, ys=ys, slots=slots)


def _slot(row: int, column: int, inside: list[Line], box: Box) -> Slot:
    return Slot(
        row=row,
        column=column,
        rowspan=1,
        colspan=1,
        box=box,
        texts=[join(inside)] if inside else [],
        room=box.x1 - box.x0,
        size=inside[0].size if inside else 0.0,
        confidence=lowest(item.confidence for item in inside),
    )
