"""A Word 97 file opened: its streams read, its text with everything that tells how to read it."""

from __future__ import annotations

import io
import struct

import msgspec
import olefile

from extractors.document import Rejected
from extractors.readers.word97 import fib as parts
from extractors.readers.word97.bins import Runs, character_runs, paragraph_runs
from extractors.readers.word97.controls import shown
from extractors.readers.word97.fib import Fib, read_fib
from extractors.readers.word97.fonts import read_fonts
from extractors.readers.word97.hiding import Hiding
from extractors.readers.word97.lists import Lists
from extractors.readers.word97.objects import placed, stored
from extractors.readers.word97.pieces import read_pieces
from extractors.readers.word97.properties import ParagraphProperties, paragraph_properties
from extractors.readers.word97.styles import Style, read_styles

_FAULTS = (OSError, struct.error, IndexError, ValueError)
_DAMAGED = "文档已损坏，无法读取；请用 Word 或 WPS 打开并另存后重新报送。"


class WordFile(msgspec.Struct):
    """The main story is text[:fib.main]; the others follow in the order of [MS-DOC] 2.3."""

    fib: Fib
    table: bytes
    text: str
    paragraphs: Runs
    hiding: Hiding
    styles: list[Style | None]
    lists: Lists
    data: bytes
    macros: bool = False
    objects: dict[int, bytes] = {}  # position -> what is embedded there
    known: dict[bytes, ParagraphProperties] = {}

    def properties(self, position: int) -> ParagraphProperties:
        """The properties of the paragraph that ends with the character at `position`."""
        papx = self.paragraphs.at(position)
        found = self.known.get(papx)
        if found is None:
            found = self.known[papx] = _with_style(paragraph_properties(papx, self.data), self.styles)
        return found


def open_word(data: bytes) -> WordFile:
    """Read the streams of a .doc or .wps.

    Raises Rejected: `encrypted`, `old-word` (Word 95 and before), `damaged`.
    """
    try:
        return _open(data)
    except _FAULTS as fault:
        raise Rejected("damaged", _DAMAGED) from fault


def _open(data: bytes) -> WordFile:
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        word = ole.openstream("WordDocument").read()
        fib = read_fib(word)
        table = ole.openstream(fib.table_stream).read()
        large = ole.openstream("Data").read() if ole.exists("Data") else b""
        macros = ole.exists("Macros/VBA")
        objects = stored(ole)
    text, pieces = read_pieces(word, fib.part(parts.CLX, table))
    if len(text) < fib.main:
        raise Rejected("damaged", _DAMAGED)
    styles = read_styles(fib.part(parts.STYLES, table))
    characters = character_runs(word, fib.part(parts.CHARACTERS, table), pieces)
    hiding = Hiding(text, characters, styles, read_fonts(fib.part(parts.FONTS, table)))
    hiding.signs.update(shown(text, characters, large))
    return WordFile(
        fib=fib,
        table=table,
        text=text,
        paragraphs=paragraph_runs(word, fib.part(parts.PARAGRAPHS, table), pieces),
        hiding=hiding,
        styles=styles,
        lists=Lists(fib, table),
        data=large,
        macros=macros,
        objects=placed(text[: fib.main], characters, objects),
    )


def _with_style(own: ParagraphProperties, styles: list[Style | None]) -> ParagraphProperties:
    """The paragraph's properties with what it leaves to its style."""
    style = styles[own.style] if own.style < len(styles) else None
    if style is None:
        return own
    if own.list_use is None:
        own.list_use = style.paragraph.list_use
        if own.list_level is None:
            own.list_level = style.paragraph.list_level
    if own.outline is None:
        own.outline = style.paragraph.outline if style.paragraph.outline is not None else style.heading
    return own
