"""The globals of a workbook: texts, number formats, names and places of its sheets."""

from __future__ import annotations

import codecs
import struct

import msgspec

from extractors.document import Rejected
from extractors.readers.sheets.builtin import code_of
from extractors.readers.xls import records as of
from extractors.readers.xls.records import Pieces, records

_EXCEL_97, _EXCEL_5 = 0x0600, 0x0500
_CODEPAGES = {936: "gb18030", 950: "big5hkscs", 932: "cp932", 1200: "utf-16-le", 65001: "utf-8"}


class Entry(msgspec.Struct, frozen=True):
    """A sheet as the workbook lists it."""

    name: str
    start: int
    hidden: bool
    is_sheet: bool


class Book(msgspec.Struct):
    """What the cells of all sheets refer to."""

    version: int = _EXCEL_97
    encoding: str = "gb18030"
    since_1904: bool = False
    texts: list[str] = []
    entries: list[Entry] = []
    formats: dict[int, str] = {}
    styles: list[int] = []

    @property
    def is_97(self) -> bool:
        """Whether strings are Unicode: Excel 97 and later."""
        return self.version >= _EXCEL_97

    def code(self, style: int) -> str:
        """The number format code of a cell style."""
        return code_of(self.styles[style], self.formats) if style < len(self.styles) else "General"

    def short(self, data: bytes, *, wide_length: bool) -> str:
        """A string with its length before it (one or two bytes), in the manner of the workbook's version."""
        return self.long([data], wide_length=wide_length)

    def long(self, data: list[bytes], *, wide_length: bool) -> str:
        """The same for a string that may run on into continuations."""
        pieces = Pieces(data)
        length = pieces.number(2 if wide_length else 1)
        if self.is_97:
            return pieces.string(length)
        return pieces.take(length).decode(self.encoding, "replace")


def read_book(stream: bytes) -> Book:
    """Read the globals. Raises Rejected: encrypted, damaged; struct.error where records end early."""
    book = Book()
    for index, (kind, data) in enumerate(records(stream)):
        if index == 0:
            if kind != of.BOF or len(data[0]) < 4:
                raise Rejected("damaged", "工作簿已损坏，无法打开，请用 Excel 或 WPS 打开并另存后重新报送。")
            book.version = struct.unpack_from("<H", data[0])[0]
        elif kind == of.FILEPASS:
            raise Rejected("encrypted", "工作簿设有打开密码，请取消密码后重新报送。")
        else:
            _take(book, kind, data)
    return book


def _take(book: Book, kind: int, data: list[bytes]) -> None:
    head = data[0]
    if kind == of.CODEPAGE:
        book.encoding = _encoding(struct.unpack_from("<H", head)[0])
    elif kind == of.DATEMODE:
        book.since_1904 = head[:2] == b"\x01\x00"
    elif kind == of.FORMAT:
        number = struct.unpack_from("<H", head)[0]
        book.formats[number] = book.short(head[2:], wide_length=book.is_97)
    elif kind == of.XF:
        book.styles.append(struct.unpack_from("<H", head, 2)[0])
    elif kind == of.BOUNDSHEET:
        start, state, sort = struct.unpack_from("<IBB", head)
        name = book.short(head[6:], wide_length=False)
        book.entries.append(Entry(name, start, state & 3 != 0, sort == 0))
    elif kind == of.SST:
        book.texts = _texts(data)


def _texts(data: list[bytes]) -> list[str]:
    """The shared string table; what is damaged at its end is left out."""
    pieces = Pieces(data)
    pieces.take(4)
    found: list[str] = []
    try:
        count = pieces.number(4)
        while len(found) < count and not pieces.done:
            found.append(pieces.string(pieces.number(2)))
    except struct.error:
        pass  # cells that refer to a text behind the damage are counted as lost
    return found


def _encoding(codepage: int) -> str:
    name = _CODEPAGES.get(codepage, f"cp{codepage}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "gb18030"
    return name
