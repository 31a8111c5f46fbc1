"""A sheet with a frozen heading, filters, widths, a print set-up."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import msgspec
import regex

_LONGEST = 32_000  # a cell holds 32,767 characters
_WIDE = "\u2010"  # from here on as wide as an ideograph, quotation marks and dashes included
_LINE, _MARGIN, _MOST_LINES = 14.0, 3.0, 28  # points; Excel shows 409 points at most
_SPACE, _NARROW = 1.2, 1.1  # characters that a column's padding takes, that a Latin letter is wide at most
_PIECES = regex.compile(r"[!-~]++|[\u2010-\U0010ffff]++|.")  # Latin words, which are not broken; ideographs
_FONT = {
    "font_name": "宋体",
    "font_size": 10,
    "valign": "top",
    "text_wrap": True,
    "border": 1,
    "border_color": "#BFBFBF",
}
_COLOURS = {"严重": "#F8D7DA", "重要": "#FDE8CC", "一般": "#FFF8D6", "提示": "#EEF2F7"}


def height(values: Sequence[object], columns: Sequence[Column]) -> float:
    """Points that a row needs so that no line of its texts is cut."""
    return _LINE * max(1, *map(_lines, values, columns)) + _MARGIN


def _lines(value: object, column: Column) -> int:
    """How many lines a text takes in its column; an ideograph is two characters wide."""
    if not isinstance(value, str):
        return 1
    room = column.width - _SPACE
    return min(_MOST_LINES, sum(_wrapped(line, room) for line in value.split("\n")))


def _wrapped(line: str, room: float) -> int:
    """How many lines one paragraph takes where `room` characters stand side by side."""
    if 2 * len(line) <= room:
        return 1
    lines, used = 1, 0.0
    for piece in _PIECES.findall(line):
        if piece >= _WIDE:  # ideographs: as many as fit, the others below
            rest = len(piece) - max(0, int((room - used) // 2))
            if rest <= 0:
                used += 2.0 * len(piece)
                continue
            full = max(1, int(room // 2))
            below = -(-rest // full)
            lines, used = lines + below, 2.0 * (rest - (below - 1) * full)
            continue
        wide = _NARROW * len(piece)
        if used + wide > room:
            over = math.ceil(wide / room)  # a word longer than the column is broken
            lines, used = lines + (over if used else over - 1), wide - (over - 1) * room
        else:
            used += wide
    return lines


class Column(msgspec.Struct, frozen=True):
    """One column: heading, width in characters, kind of cell."""

    heading: str
    width: int
    kind: str = "text"  # text | number | input


class Row(msgspec.Struct, frozen=True):
    """The values of a row, and the severity that colours it."""

    values: Sequence[object]
    colour: str | None = None


class Book:
    """The workbook with its formats and the paths of documents."""

    def __init__(self, workbook: Any, paths: dict[str, str]) -> None:
        self.workbook = workbook
        self.paths = paths
        self.formats = {
            "text": workbook.add_format(_FONT),
            "number": workbook.add_format(_FONT | {"num_format": "#,##0.00####", "align": "right"}),
            "count": workbook.add_format(_FONT | {"num_format": "0", "align": "right"}),
            "input": workbook.add_format(_FONT | {"bg_color": "#FFFFE8", "locked": False}),
            "heading": workbook.add_format(
                _FONT
                | {
                    "bold": True,
                    "bg_color": "#1F4E79",
                    "font_color": "#FFFFFF",
                    "align": "center",
                    "valign": "vcenter",
                }
            ),
            **{name: workbook.add_format(_FONT | {"bg_color": colour}) for name, colour in _COLOURS.items()},
        }


class Sheet:
    """A table that is written row by row below its heading."""

    def __init__(self, book: Book, name: str, columns: list[Column], *, note: str = "") -> None:
        self.book, self.columns = book, columns
        self.page = book.workbook.add_worksheet(name)
        self.top = 1 if note else 0
        self.row = self.top
        if note:
            self.page.merge_range(0, 0, 0, max(1, len(columns) - 1), note, book.formats["text"])
            self.page.set_row(0, 32)
        for number, column in enumerate(columns):
            self.page.set_column(number, number, column.width)
            self.page.write_string(self.top, number, column.heading, book.formats["heading"])
        self.page.freeze_panes(self.top + 1, 2)
        self.page.set_landscape()
        self.page.set_paper(8 if sum(c.width for c in columns) > 200 else 9)  # A3, A4
        self.page.fit_to_pages(1, 0)
        self.page.repeat_rows(self.top)
        self.page.set_footer("&C第 &P 页，共 &N 页")

    def add(self, *values: object, colour: str | None = None) -> None:
        """Write a row; texts as text, decimals as numbers with the same digits, None blank."""
        self.row += 1
        self.page.set_row(self.row, height(values, self.columns))
        for number, (column, value) in enumerate(zip(self.columns, values, strict=True)):
            style = self.book.formats[column.kind]
            if colour in self.book.formats and column.heading == "程度":
                style = self.book.formats[colour]
            if isinstance(value, Decimal):
                self.page.write_number(self.row, number, value, self.book.formats["number"])
            elif isinstance(value, int):
                self.page.write_number(self.row, number, value, self.book.formats["count"])
            elif value is None or value == "":
                self.page.write_blank(self.row, number, None, style)
            else:
                self.page.write_string(self.row, number, str(value)[:_LONGEST], style)

    def hide(self, number: int) -> None:
        """Hide a column; its cells move with their rows when people sort."""
        self.page.set_column(number, number, self.columns[number].width, None, {"hidden": True})

    def close(self) -> None:
        """Filters over what was written; an empty table says so."""
        if self.row == self.top:
            self.page.write_string(self.top + 1, 0, "（无）", self.book.formats["text"])
        else:
            self.page.autofilter(self.top, 0, self.row, len(self.columns) - 1)
