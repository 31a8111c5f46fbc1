"""Puts the cells of an HTML table on a grid (HTML standard, 4.9.12: forming a table)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from extractors.readers.assembly import Raw, RawCell, RawParagraph, RawTable

_WIDEST, _WORK = 1000, 2_000_000  # columns that a cell may span; steps of one table with such cells
_NARROW = 64


class HtmlCell(msgspec.Struct):
    """A td or th. A rowspan of 0 goes on to the end of its section."""

    content: list[Raw]
    rowspan: int = 1
    colspan: int = 1


class Section(msgspec.Struct):
    """A thead, tbody or tfoot."""

    kind: str
    rows: list[list[HtmlCell]]


def grid(sections: Sequence[Section], *, bordered: bool) -> RawTable | None:
    """The table of its sections; None without cells. The foot stands last, wherever it is written.

    Columns in which no cell begins are none. A table that only lays out the page is a frame.
    """
    order = sorted(sections, key=lambda section: {"thead": 0, "tfoot": 2}.get(section.kind, 1))
    work = sum(min(cell.colspan, _WIDEST) for section in order for row in section.rows for cell in row)
    placed: list[RawCell] = []
    done = 0
    for section in order:
        _place(section.rows, done, _WIDEST if work <= _WORK else _NARROW, placed)
        done += len(section.rows)
    if not placed:
        return None
    columns = _packed(placed)
    table = RawTable(rows=done, columns=columns, cells=placed)
    table.frame = _is_layout(table, bordered=bordered)
    return table


def _place(rows: Sequence[Sequence[HtmlCell]], before: int, widest: int, placed: list[RawCell]) -> None:
    taken: list[int] = []  # for each column the row (within the section) from which it is free
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column < len(taken) and taken[column] > number:
                column += 1
            span = _free(taken, number, column, max(1, min(cell.colspan, widest)))
            left = len(rows) - number
            rowspan = min(cell.rowspan, left) if cell.rowspan > 0 else left
            taken += [0] * (column + span - len(taken))
            taken[column : column + span] = [number + rowspan] * span
            placed.append(RawCell(before + number + 1, column + 1, cell.content, rowspan, span))
            column += span


def _free(taken: Sequence[int], number: int, column: int, wanted: int) -> int:
    """How many columns from `column` on are free in row `number`, at most `wanted`."""
    for ahead in range(1, wanted):
        if column + ahead < len(taken) and taken[column + ahead] > number:
            return ahead
    return wanted


def _packed(cells: Sequence[RawCell]) -> int:
    """Drop the columns in which no cell begins; returns how many are left."""
    starts = sorted({cell.column for cell in cells})
    for cell in cells:
        end = bisect_left(starts, cell.column + cell.colspan)
        cell.column = bisect_left(starts, cell.column) + 1
        cell.colspan = end - cell.column + 1
    return len(starts)


def _is_layout(table: RawTable, *, bordered: bool) -> bool:
    """A table around other tables with hardly a row of its own, or one cell without a border."""
    nested = any(isinstance(part, RawTable) for cell in table.cells for part in cell.content)
    if not nested:
        return len(table.cells) == 1 and not bordered
    filled: dict[int, int] = {}
    for cell in table.cells:
        if _is_plain(cell):
            filled[cell.row] = filled.get(cell.row, 0) + 1
    return sum(number > 1 for number in filled.values()) < 2


def _is_plain(cell: RawCell) -> bool:
    texts = [part.text for part in cell.content if isinstance(part, RawParagraph)]
    return len(texts) == len(cell.content) and any(text.strip() for text in texts)
