"""Brings lines of text that is set in two columns into reading order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from statistics import median

from extractors.readers.pages.lines import Line, lines
from extractors.readers.pages.page import Piece

_ROWS = 6  # lines that a column must have
_LONG = 9  # characters that its lines must have on average
_GUTTER = 1.2  # characters


def columns(found: Sequence[Line]) -> list[list[Line]]:
    """Lines from top to bottom -> runs of lines, each run one column wide, in reading order."""
    gutter = _gutter(found)
    if gutter is None:
        return [list(found)]
    runs: list[list[Line]] = []
    usual = median(item.size for item in found)
    for across, group in groupby(found, key=lambda item: _crosses(item, gutter) or item.size > 1.15 * usual):
        band = list(group)
        runs += [band] if across or len(band) < 3 else _split(band, gutter)
    return [run for run in runs if run]


def _gutter(found: Sequence[Line]) -> float | None:
    """Where the white space between two columns runs, if there are two."""
    pieces = [piece for item in found for piece in item.pieces]
    if len(found) < _ROWS or len(pieces) < 2 * _ROWS:
        return None
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    middle = (left + right) / 2
    candidates = sorted({p.x0 for p in pieces if abs(p.x0 - middle) < 0.12 * (right - left)})
    for start in candidates:
        x = start - 0.5 * _GUTTER * found[0].size
        sides = _sides([p for p in pieces if not p.x0 < x < p.x1], x, found[0].size)
        if sides and all(len(side) >= _ROWS and _mean_length(side) >= _LONG for side in sides):
            crossing = sum(1 for item in found if _crosses(item, x))
            if crossing <= 0.4 * len(found):
                return x
    return None


def _sides(pieces: list[Piece], x: float, size: float) -> tuple[list[Line], list[Line]] | None:
    left = [p for p in pieces if p.x1 <= x]
    right = [p for p in pieces if p.x0 >= x]
    if not left or not right or min(p.x0 for p in right) - max(p.x1 for p in left) < 0.8 * _GUTTER * size:
        return None
    return lines(left), lines(right)


def _mean_length(side: list[Line]) -> float:
    return sum(len(item.text) for item in side) / len(side)


def _crosses(item: Line, x: float) -> bool:
    return any(piece.x0 < x < piece.x1 for piece in item.pieces)


def _split(band: list[Line], gutter: float) -> list[list[Line]]:
    """The left column's lines, then the right one's."""
    pieces = [piece for item in band for piece in item.pieces]
    return [lines([p for p in pieces if p.x1 <= gutter]), lines([p for p in pieces if p.x1 > gutter])]
