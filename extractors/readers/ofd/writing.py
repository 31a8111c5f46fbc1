"""Text objects of an OFD page as pieces of text."""

from __future__ import annotations

import math
from collections.abc import Iterator

from lxml import etree

from extractors.readers.ofd.geometry import Matrix, numbers
from extractors.readers.pages.page import Piece
from extractors.readers.pdf.glyphs import FORMS, is_wide

_GAP = 0.3  # of a character: more is another piece
_ASLANT = 0.1  # text leaning more than this is a watermark or a seal's
_ABOVE, _BELOW = 0.86, 0.14  # of a character's size, over and under its base line
_DEFAULT_SIZE = 3.7  # mm, about 10.5 points
_Glyph = tuple[str, float, float, float, float]  # character, left, base line, width, size: points


def pieces(text: etree._Element, matrix: Matrix) -> Iterator[Piece]:
    """The pieces of one TextObject; `matrix` leads from it to the page in points."""
    run: list[_Glyph] = []
    for glyph in _glyphs(text, matrix):
        if glyph[0].isspace():
            continue
        if run and not _beside(run[-1], glyph):
            yield _piece(run)
            run = []
        run.append(glyph)
    if run:
        yield _piece(run)


def _glyphs(text: etree._Element, matrix: Matrix) -> Iterator[_Glyph]:
    size = (numbers(text.get("Size")) or [_DEFAULT_SIZE])[0]
    stretch = (numbers(text.get("HScale")) or [1.0])[0]
    across, down = math.hypot(matrix.a, matrix.b) * size, math.hypot(matrix.c, matrix.d) * size
    if abs(matrix.b) > _ASLANT * abs(matrix.a) or matrix.a <= 0 or not down:
        return
    x = y = 0.0
    for code in text.iterfind("{*}TextCode"):
        x, y = (numbers(code.get("X")) or [x])[0], (numbers(code.get("Y")) or [y])[0]
        content = code.text or ""
        steps, falls = deltas(code.get("DeltaX"), len(content)), deltas(code.get("DeltaY"), len(content))
        for number, character in enumerate(content):
            natural = size * stretch * (1.0 if is_wide(ord(character)) else 0.5)
            left, base = matrix.apply(x, y)
            width = across * stretch * (1.0 if is_wide(ord(character)) else 0.5)
            yield character, left, base, width, down
            x += steps[number] if number < len(steps) else (0.0 if falls else natural)
            y += falls[number] if number < len(falls) else 0.0


def deltas(text: str | None, most: int) -> list[float]:
    """The steps between characters; `g 3 4.2` stands for three steps of 4.2."""
    found: list[float] = []
    words = (text or "").split()
    at = 0
    while at < len(words) and len(found) < most:
        if words[at] == "g" and at + 2 < len(words):
            pair = numbers(f"{words[at + 1]} {words[at + 2]}")
            if len(pair) == 2:
                found += [pair[1]] * min(max(int(pair[0]), 0), most)
            at += 3
        else:
            found += numbers(words[at])
            at += 1
    return found


def _beside(last: _Glyph, glyph: _Glyph) -> bool:
    size = max(last[4], glyph[4])
    gap = glyph[1] - (last[1] + last[3])
    return -0.6 * size <= gap <= _GAP * size and abs(glyph[2] - last[2]) < 0.3 * size


def _piece(run: list[_Glyph]) -> Piece:
    size = max(glyph[4] for glyph in run)
    base = run[0][2]
    text = "".join(glyph[0] for glyph in run).translate(FORMS)
    return Piece(
        text=text,
        x0=run[0][1],
        y0=base - _ABOVE * size,
        x1=run[-1][1] + run[-1][3],
        y1=base + _BELOW * size,
        size=size,
        starts=[glyph[1] for glyph in run] if len(text) == len(run) else [],
    )
