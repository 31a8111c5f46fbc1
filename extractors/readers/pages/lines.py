"""Brings pieces of text together as printed lines."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import msgspec

from extractors.readers.pages.page import Piece

_WIDE_GAP = 0.8  # of a character: a space that a reader sees between Chinese characters
_WORD_GAP = 0.22  # between Latin letters or digits
_APART, _DIGITS_APART = 2.5, 1.0  # characters: so far apart the characters of one word may be set


class Line(msgspec.Struct, kw_only=True):
    """Pieces side by side, from left to right."""

    pieces: list[Piece]
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    text: str
    confidence: float | None = None

    @property
    def middle(self) -> float:
        """The height at which the line runs."""
        return (self.y0 + self.y1) / 2


def lines(pieces: list[Piece]) -> list[Line]:
    """The lines of some pieces, from top to bottom.

    Two pieces share a line where their middles lie closer than half of the smaller one's height.
    """
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: p.y0 + p.y1):
        if rows and _level(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [line(row) for row in rows]


def line(pieces: list[Piece]) -> Line:
    """One line of these pieces; one that is printed twice for boldness is kept once."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: p.x0):
        if not (row and piece.text == row[-1].text and piece.x0 < row[-1].x0 + 0.3 * piece.size):
            row.append(piece)
    return Line(
        pieces=row,
        x0=row[0].x0,
        y0=min(piece.y0 for piece in row),
        x1=max(piece.x1 for piece in row),
        y1=max(piece.y1 for piece in row),
        size=max(piece.size for piece in row),
        text=_joined(row),
        confidence=lowest(piece.confidence for piece in row),
    )


def lowest(confidences: Iterable[float | None]) -> float | None:
    """The confidence of a whole: that of its least certain part; None where nothing was recognised."""
    known = [confidence for confidence in confidences if confidence is not None]
    return min(known) if known else None


def _level(row: list[Piece], piece: Piece) -> bool:
    """Whether the piece runs at the height of the row's last one."""
    last = row[-1]
    height = min(last.y1 - last.y0, piece.y1 - piece.y0)
    return abs(last.y0 + last.y1 - piece.y0 - piece.y1) < height


def _joined(row: list[Piece]) -> str:
    """The text of a line: a visible gap is one space, save where all of it is set wide."""
    text = row[0].text
    gaps = [(b.x0 - a.x1) / max(a.size, b.size) for a, b in pairwise(row)]
    wide = _spacing(row, gaps)
    for (before, after), gap in zip(pairwise(row), gaps, strict=True):
        narrow = before.text[-1:].isascii() and after.text[:1].isascii()
        if gap - wide > (_WORD_GAP if narrow else _WIDE_GAP) and not text.endswith(" "):
            text += " "
        text += after.text
    return text.strip()


def _spacing(row: list[Piece], gaps: list[float]) -> float:
    """How far (in characters) a line's characters are set apart from each other: the least gap of many."""
    within = [
        (after - before) / piece.size - 1
        for piece in row
        for (before, after), sign in zip(pairwise(piece.starts), piece.text, strict=False)
        if not sign.isascii()
    ]
    found = gaps + within
    single = sum(len(piece.text) == 1 for piece in row) * 2 > len(row)
    if len(found) < 2 or not (single or within):
        return 0.0
    least = min(found)
    return least if 0 < least < (_DIGITS_APART if any(p.text.isascii() for p in row) else _APART) else 0.0
