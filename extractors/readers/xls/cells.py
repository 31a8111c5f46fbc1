"""The cells of one worksheet substream."""

from __future__ import annotations

import math
import struct
from decimal import Decimal

from extractors.document import Limits
from extractors.readers.assembly import too_many_cells
from extractors.readers.sheets.sheet import Sheet
from extractors.readers.sheets.showing import shown, shown_text
from extractors.readers.xls import records as of
from extractors.readers.xls.book import Book
from extractors.readers.xls.records import records

_PLACE = struct.Struct("<3H")  # row, column, style
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x0020, 0x0001
_COMMENT = 0x19  # object type of the box that holds a comment
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


class Cells:
    """Fills a sheet record by record; `boxes` counts text boxes, which are not read."""

    def __init__(self, sheet: Sheet, book: Book) -> None:
        self.sheet = sheet
        self.book = book
        self.boxes = 0
        self._object = 0
        self._formula: tuple[int, int, int] | None = None  # a formula whose text stands in a later record

    def read(self, stream: bytes, start: int, limits: Limits) -> None:
        """Read the substream at `start`. Raises Rejected (too-large), struct.error where it is damaged."""
        for kind, data in records(stream, start):
            handler = _HANDLERS.get(kind)
            if handler is not None:
                handler(self, data)
                if len(self.sheet.cells) > limits.cells:
                    raise too_many_cells(limits)

    def _add(self, row: int, column: int, text: str) -> None:
        if text:
            self.sheet.cells[row + 1, column + 1] = text.replace("\r\n", "\n").replace("\r", "\n")

    def _add_number(self, row: int, column: int, style: int, value: Decimal | None) -> None:
        if value is not None:
            text = shown(value, self.book.code(style), since_1904=self.book.since_1904)
            self._add(row, column, text)

    def _add_text(self, row: int, column: int, style: int, text: str) -> None:
        self._add(row, column, shown_text(text, self.book.code(style)))

    def shared(self, data: list[bytes]) -> None:
        row, column, style = _PLACE.unpack_from(data[0])
        index = struct.unpack_from("<I", data[0], 6)[0]
        if index < len(self.book.texts):
            self._add_text(row, column, style, self.book.texts[index])
        else:
            self.sheet.lost.append((row + 1, column + 1))

    def label(self, data: list[bytes]) -> None:
        row, column, style = _PLACE.unpack_from(data[0])
        text = self.book.long([data[0][6:], *data[1:]], wide_length=True)
        self._add_text(row, column, style, text)

    def number(self, data: list[bytes]) -> None:
        row, column, style = _PLACE.unpack_from(data[0])
        self._add_number(row, column, style, _double(data[0][6:14]))

    def compact(self, data: list[bytes]) -> None:
        row, column, style = _PLACE.unpack_from(data[0])
        self._add_number(row, column, style, _compact(data[0], 6))

    def compacts(self, data: list[bytes]) -> None:
        row, first = struct.unpack_from("<HH", data[0])
        for index in range((len(data[0]) - 6) // 6):
            style = struct.unpack_from("<H", data[0], 4 + 6 * index)[0]
            self._add_number(row, first + index, style, _compact(data[0], 6 + 6 * index))

    def formula(self, data: list[bytes]) -> None:
        row, column, style = _PLACE.unpack_from(data[0])
        result = data[0][6:14]
        self._formula = None
        if result[6:8] != b"\xff\xff":
            self._add_number(row, column, style, _double(result))
        elif result[0] == 0:
            self._formula = (row, column, style)
        elif result[0] in (1, 2):
            self._add(row, column, _truth(result[2], error=result[0] == 2))

    def result(self, data: list[bytes]) -> None:
        if self._formula is not None:
            self._add_text(*self._formula, self.book.long(data, wide_length=True))
            self._formula = None

    def truth(self, data: list[bytes]) -> None:
        row, column, _ = _PLACE.unpack_from(data[0])
        self._add(row, column, _truth(data[0][6], error=bool(data[0][7])))

    def row(self, data: list[bytes]) -> None:
        row, _, _, height = struct.unpack_from("<4H", data[0])
        flags = struct.unpack_from("<H", data[0], 12)[0]
        if flags & _HIDDEN_ROW or height == 0:
            self.sheet.hidden_rows.add(row + 1)

    def columns(self, data: list[bytes]) -> None:
        first, last, width, _, flags = struct.unpack_from("<5H", data[0])
        if flags & _HIDDEN_COLUMN or width == 0:
            self.sheet.hidden_columns.append((first + 1, last + 1))

    def merges(self, data: list[bytes]) -> None:
        count = struct.unpack_from("<H", data[0])[0]
        for index in range(min(count, (len(data[0]) - 2) // 8)):
            top, bottom, left, right = struct.unpack_from("<4H", data[0], 2 + 8 * index)
            self.sheet.merges.append((top + 1, left + 1, bottom + 1, right + 1))

    def object(self, data: list[bytes]) -> None:
        self._object = struct.unpack_from("<H", data[0], 4)[0] if len(data[0]) >= 6 else 0

    def box(self, data: list[bytes]) -> None:
        if self._object != _COMMENT and len(data[0]) >= 12 and struct.unpack_from("<H", data[0], 10)[0]:
            self.boxes += 1


def _double(data: bytes) -> Decimal | None:
    value = struct.unpack("<d", data)[0]
    return Decimal(repr(value)) if math.isfinite(value) else None


def _compact(data: bytes, at: int) -> Decimal | None:
    """An RK number: a whole number or the upper half of a double, in hundredths if so flagged."""
    raw = struct.unpack_from("<I", data, at)[0]
    if raw & 2:
        value: Decimal | None = Decimal(struct.unpack("<i", struct.pack("<I", raw))[0] >> 2)
    else:
        value = _double(struct.pack("<II", 0, raw & 0xFFFFFFFC))
    return value.scaleb(-2) if raw & 1 and value is not None else value


def _truth(value: int, *, error: bool) -> str:
    return _ERRORS.get(value, "#N/A") if error else "TRUE" if value else "FALSE"


_HANDLERS = {
    of.LABELSST: Cells.shared,
    of.LABEL: Cells.label,
    of.RSTRING: Cells.label,
    of.NUMBER: Cells.number,
    of.RK: Cells.compact,
    of.MULRK: Cells.compacts,
    of.FORMULA: Cells.formula,
    of.STRING: Cells.result,
    of.BOOLERR: Cells.truth,
    of.ROW: Cells.row,
    of.COLINFO: Cells.columns,
    of.MERGEDCELLS: Cells.merges,
    of.OBJ: Cells.object,
    of.TXO: Cells.box,
}
