"""The characters of a PDF page, as pieces of text with their boxes.

pdfium's order of characters is not always the printed one, so pieces break wherever the next
character does not stand right beside the last one; `pages.lines` puts them in order.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import Any

import msgspec

from extractors.readers.pages.geometry import Box
from extractors.readers.pages.page import Piece
from extractors.readers.pdf.glyphs import FORMS, is_wide
from extractors.readers.pdf.inked import room
from extractors.readers.pdf.turning import Frame
from extractors.readers.symbols import symbol

_GAP = 0.3  # of a character: more is another piece
_MANY = 200_000  # characters on a page; a page of 8-point type holds 6,000
_FAR = 100_000.0  # points
_LOW = 0.75  # of the usual height: a lower box may be no more than the ink of its character
_SAMPLE = 40  # characters that vote on the direction of reading


class Layer(msgspec.Struct, kw_only=True):
    """The text layer of one page. `unknown` counts characters that have no code."""

    pieces: list[Piece]
    count: int
    unknown: int
    cut: bool = False  # more characters than any page has


def direction(textpage: Any) -> int | None:
    """How far (degrees clockwise) a page must be turned for its text to run rightwards; None without text."""
    from pypdfium2 import raw

    count = raw.FPDFText_CountChars(textpage)
    step = max(1, count // _SAMPLE)
    angles = [
        raw.FPDFText_GetCharAngle(textpage, index)
        for index in range(0, count, step)
        if raw.FPDFText_IsGenerated(textpage, index) != 1  # pdfium's own spaces and line ends
    ]
    votes = Counter(round(math.degrees(angle) / 90) % 4 * 90 for angle in angles if angle >= 0)
    return -votes.most_common(1)[0][0] % 360 if votes else None


def layer(textpage: Any, frame: Frame) -> Layer:
    """The characters of a text page (a raw pdfium handle) as pieces on the upright page."""
    from pypdfium2 import raw

    whole = raw.FPDFText_CountChars(textpage)
    found = list(_boxes(textpage, min(whole, _MANY), frame))
    low = _LOW * median([box.y1 - box.y0 for _, code, box in found if is_wide(code)] or [0.0])
    run = _Run()
    unmapped = _unmapped(textpage, min(whole, _MANY))
    unknown = 0
    for index, code, box in found:
        shown = ord(symbol(code, _font(textpage, index))[0]) if 0xF020 <= code <= 0xF0FF else code
        if index in unmapped or not _is_character(shown):
            unknown, shown = unknown + 1, 0xFFFD
        inked = room(textpage, index, shown, frame) if box.y1 - box.y0 < low else None
        run.take(shown, inked or box, index)
    pieces = _without_watermark(textpage, [(k, piece) for k, piece in run.pieces() if _visible(piece, frame)])
    return Layer(pieces=pieces, count=run.count, unknown=unknown, cut=whole > _MANY)


def _boxes(textpage: Any, count: int, frame: Frame) -> Iterator[tuple[int, int, Box]]:
    """Index, code and box of every character that has a place on the page."""
    from pypdfium2 import raw

    code_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    rect = raw.FS_RECTF()
    target = ctypes.byref(rect)
    for index in range(count):
        code = code_of(textpage, index)
        if code in {10, 13} or not box_of(textpage, index, target):
            continue
        if rect.left == rect.right and code == 32:  # pdfium's own idea of a space
            continue
        box = frame.upright(rect.left, rect.bottom, rect.right, rect.top)
        if box.x0 < box.x1 < _FAR and -_FAR < box.y0 < box.y1:
            yield index, code, box


def _is_character(code: int) -> bool:
    """Whether a code can stand for something printed."""
    control = code < 32 and code not in {2, 9}  # 2: pdfium's hyphen
    return not control and code < 0x110000 and not 0xE000 <= code < 0xF900 and code != 0xFFFD


def _unmapped(textpage: Any, count: int) -> set[int]:
    """Characters of fonts that do not tell what their glyphs mean: what pdfium gives then is no text."""
    from pypdfium2 import raw

    fails = raw.FPDFText_HasUnicodeMapError
    step = max(1, count // (5 * _SAMPLE))
    if not any(fails(textpage, index) == 1 for index in range(0, count, step)):
        return set()
    return {index for index in range(count) if fails(textpage, index) == 1}


def _font(textpage: Any, index: int) -> str:
    """The name of a character's font, without its subset tag."""
    from pypdfium2 import raw

    buffer = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(textpage, index, buffer, len(buffer), ctypes.byref(ctypes.c_int()))
    return buffer.value.decode("utf-8", "replace").rpartition("+")[2].replace("MT", "")


class _Run:
    """Collects characters that stand side by side."""

    def __init__(self) -> None:
        self.done: list[tuple[int, Piece]] = []
        self.count = 0
        self.text: list[str] = []
        self.starts: list[float] = []
        self.first = 0
        self.x1 = self.y0 = self.y1 = self.size = 0.0

    def take(self, code: int, box: Box, index: int) -> None:
        """One more character."""
        x0, x1 = box.x0, box.x1
        if code in {32, 0xA0, 0x3000, 9}:
            if self.text and self.text[-1] != " " and abs(x0 - self.x1) < self.size:
                self.text.append(" ")
                self.starts.append(x0)
            if self.text and x1 - self.x1 < 0.8 * self.size:
                self.x1 = max(self.x1, x1)
            return
        self.count += 1
        height = box.y1 - box.y0
        apart = (
            not self.text
            or not -0.4 * self.size <= x0 - self.x1 <= _GAP * self.size
            or abs(box.y0 + box.y1 - self.y0 - self.y1) > height
        )
        if apart:
            self.close()
            self.first, self.y0, self.y1 = index, box.y0, box.y1
            self.size = 0.0
        self.text.append(chr(code))
        self.starts.append(x0)
        self.x1 = x1
        self.y0, self.y1 = min(self.y0, box.y0), max(self.y1, box.y1)
        self.size = max(self.size, x1 - x0 if is_wide(code) else 0.72 * height)

    def close(self) -> None:
        """The piece ends here."""
        if not self.text:
            return
        text = "".join(self.text).translate(FORMS)
        if len(text) != len(self.starts):  # surrogate pairs
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        starts = self.starts if len(text) == len(self.starts) else []
        piece = Piece(
            text=text,
            x0=self.starts[0],
            y0=self.y0,
            x1=self.x1,
            y1=self.y1,
            size=self.size,
            starts=starts,
        )
        self.done.append((self.first, piece))
        self.text, self.starts = [], []

    def pieces(self) -> list[tuple[int, Piece]]:
        """Every piece with the index of its first character."""
        self.close()
        return self.done


def _visible(piece: Piece, frame: Frame) -> bool:
    """Whether a piece stands on the page, not beside it."""
    width, height = frame.size
    return piece.x1 > 0 and piece.x0 < width and piece.y1 > 0 and piece.y0 < height


def _without_watermark(textpage: Any, found: list[tuple[int, Piece]]) -> list[Piece]:
    """Leaves out letters that run aslant over the page, each of them a piece of its own."""
    from pypdfium2 import raw

    kept = []
    for index, piece in found:
        if len(piece.text) <= 2:
            aslant = math.degrees(raw.FPDFText_GetCharAngle(textpage, index)) % 90
            if 4 < aslant < 86:
                continue
        kept.append(piece)
    return kept
