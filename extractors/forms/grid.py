"""A document as one stream of rows: paragraphs and table rows seen the same way."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

import msgspec
import regex

from extractors import places
from extractors.document import Cell, Document, Paragraph, Table

_PART = regex.compile(r"s\d+")
_RESIDUE = regex.compile(r"\[bookmark:[^\]]{0,60}\]\s*")  # left by a converter
_COLUMN = regex.compile(r"\.c\d+$")


class Slot(msgspec.Struct):
    """A cell as one row sees it; a cell merged down is seen again, `carried`."""

    text: str  # as printed, white space at the ends aside
    at: str
    column: int  # first grid column, from 1; in a ragged table the ordinal
    span: int = 1
    carried: bool = False
    lead: int = 0  # characters of white space before `text` in the printed cell
    above: int = 0  # blank lines before `text` in the printed cell
    below: int = 0  # blank lines after it
    uneven: bool = False  # its lines do not fit the lists beside it: it counts for the first line alone

    def parts(self) -> list[Slot]:
        """`8/10` as two cells in one place."""
        return [msgspec.structs.replace(self, text=part.strip()) for part in regex.split("[/／]", self.text)]

    @property
    def stop(self) -> int:
        """One past its last grid column."""
        return self.column + self.span


class Row(msgspec.Struct, dict=True):
    """One row of a table, or one paragraph (`table` 0). Its cells stay as they are."""

    slots: list[Slot]
    at: str
    table: int = 0
    exact: bool = True
    part: str = ""  # s2: the sheet it stands on
    columns: int = 1  # of its table
    level: int | None = None  # outline level of a styled heading
    number: str = ""  # automatic number

    @property
    def own(self) -> list[Slot]:
        """The cells that begin in this row."""
        return [slot for slot in self.slots if not slot.carried]

    @cached_property
    def filled(self) -> list[Slot]:
        """The cells that begin in this row and say something; the same list each time."""
        return [slot for slot in self.slots if slot.text and not slot.carried]

    @property
    def is_line(self) -> bool:
        """True where the row reads as running text: a paragraph, or one cell across the table."""
        return (
            self.table == 0
            or (len(self.slots) == 1 and (self.columns == 1 or not self.exact))
            or (
                len(self.filled) == 1
                and len(self.own) == len(self.slots)
                and self.filled[0].column == 1
                and (self.filled[0].span >= self.columns or len(self.own) == 1)
            )
        )


class Line(msgspec.Struct):
    """One line of running text and its place."""

    text: str  # as printed, white space at the ends aside
    at: str
    level: int | None = None
    number: str = ""
    indented: bool = False


@lru_cache(maxsize=1024)
def _part(at: str) -> str:
    found = _PART.match(at)
    return found.group() if found else ""


def _lead(text: str) -> int:
    return len(text) - len(text.lstrip())


def _paragraph(block: Paragraph) -> Row:
    slot = Slot(text=block.text.strip(), at=block.at, column=1, lead=_lead(block.text))
    return Row(slots=[slot], at=block.at, part=_part(block.at), level=block.level, number=block.number)


def _slot(cell: Cell, row: int) -> Slot:
    text = cell.text.strip()
    lead = _lead(cell.text) if text else 0
    return Slot(
        text=text,
        at=cell.at,
        column=cell.column,
        span=max(1, cell.colspan),
        carried=cell.row != row,
        lead=_lead(cell.text),
        above=cell.text.count("\n", 0, lead),
        below=cell.text.count("\n", lead + len(text)) if text else 0,
    )


def _row_at(table: Table, number: int, slots: list[Slot]) -> str:
    own = [slot.at for slot in slots if not slot.carried]
    return _COLUMN.sub("", own[0]) if own else f"{table.at}.r{number}"


def _table(table: Table, ordinal: list[int]) -> Iterator[Row]:
    ordinal[0] += 1
    mine = ordinal[0]
    rows: dict[int, list[Slot]] = {}
    nested: dict[int, list[Table]] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + max(1, cell.rowspan)):
            rows.setdefault(row, []).append(_slot(cell, row))
        if cell.tables:
            nested.setdefault(cell.row, []).extend(cell.tables)
    for number in sorted(rows):
        slots = sorted(rows[number], key=lambda slot: slot.column)
        yield Row(
            slots=slots,
            at=_row_at(table, number, slots),
            table=mine,
            exact=table.exact,
            part=_part(table.at),
            columns=table.columns,
        )
        for inner in nested.get(number, ()):
            yield from _table(inner, ordinal)


def stream(document: Document) -> list[Row]:
    """All rows of a document in reading order; nested tables follow the row that holds them."""
    out: list[Row] = []
    ordinal = [0]
    for block in document.blocks:
        if isinstance(block, Paragraph):
            out.append(_paragraph(block))
        else:
            out.extend(_table(block, ordinal))
    return out


def lines(row: Row) -> list[Line]:
    """The lines of a row that reads as running text; blank ones are left out.

    A cell of several paragraphs gives several lines, each with its character span.
    """
    slot = row.slots[0] if row.table == 0 else (row.filled or row.slots)[0]
    parts = slot.text.split("\n")
    if len(parts) == 1 and not slot.lead and not slot.text.startswith("[bookmark"):
        return [Line(slot.text, slot.at, row.level, row.number)] if slot.text else []
    out: list[Line] = []
    start = 0
    for part in parts:
        text = part.strip()
        residue = _RESIDUE.match(text)
        if residue:
            text = text[residue.end() :]
        if text:
            begin = start + part.index(text, residue.end() if residue else 0)
            at = places.span(slot.at, slot.lead + begin, slot.lead + begin + len(text))
            out.append(Line(text, at, row.level, row.number if not out else "", part[:1].isspace()))
        start += len(part) + 1
    return out
