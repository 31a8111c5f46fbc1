"""Change a drawn table by rows or columns: spans stretch, places follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from extractors.document import Cell, Table


def cover(table: Table) -> dict[tuple[int, int], Cell]:
    """The cell over each slot of the grid."""
    return {
        (cell.row + i, cell.column + j): cell
        for cell in table.cells
        for i in range(cell.rowspan)
        for j in range(cell.colspan)
    }


def placed(table: Table) -> Table:
    """The table with its cells in order and their places as a reader would give them."""
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    for cell in cells:
        cell.at = f"{table.at}.r{cell.row}.c{cell.column}"
    table.cells = cells
    return table


def copied(table: Table) -> Table:
    """A table whose cells may be changed."""
    return msgspec.structs.replace(table, cells=[msgspec.structs.replace(cell) for cell in table.cells])


def with_column(table: Table, before: int, texts: Mapping[int, str]) -> Table:
    """A column put in before the `before`-th: `texts` by row; elsewhere the cell to the left grows."""
    table, stretched = copied(table), set()
    seen = cover(table)
    rows = range(1, table.rows + 1)
    fresh: list[Cell] = []
    for row in rows:
        left, right = seen.get((row, before - 1)), seen.get((row, before))
        if left is not None and left is right:
            grown: Cell | None = left
        elif row not in texts and left is not None and not _rows(left) & set(texts):
            grown = left
        else:
            grown = None
            fresh.append(Cell(row=row, column=before, text=texts.get(row, ""), at=""))
        if grown is not None:
            stretched.add(id(grown))
    for cell in table.cells:
        if cell.column >= before:
            cell.column += 1
        elif id(cell) in stretched:
            cell.colspan += 1
    table.columns += 1
    table.cells = [*table.cells, *fresh]
    return placed(table)


def _rows(cell: Cell) -> set[int]:
    return set(range(cell.row, cell.row + cell.rowspan))


def without_column(table: Table, column: int) -> Table:
    """The table less one column; merged cells over it shrink."""
    table = copied(table)
    kept = []
    for cell in table.cells:
        inside = cell.column <= column < cell.column + cell.colspan
        if inside and cell.colspan == 1:
            continue
        cell.colspan -= inside
        cell.column -= cell.column > column
        kept.append(cell)
    table.columns, table.cells = table.columns - 1, kept
    return placed(table)


def with_row(table: Table, before: int, cells: Iterable[tuple[int, int, str]]) -> Table:
    """A row put in before the `before`-th: (column, columns, text); cells merged over the place grow.

    A cell that would stand under a grown one is cut down to what is free.
    """
    table = copied(table)
    over: set[int] = set()
    for cell in table.cells:
        if cell.row >= before:
            cell.row += 1
        elif cell.row + cell.rowspan > before:
            cell.rowspan += 1
            over |= set(range(cell.column, cell.column + cell.colspan))
    for column, columns, text in cells:
        free = [each for each in range(column, column + columns) if each not in over]
        runs = _runs(free)
        for number, (start, count) in enumerate(runs):
            said = text if number == len(runs) - 1 else ""
            table.cells.append(Cell(row=before, column=start, colspan=count, text=said, at=""))
    table.rows += 1
    return placed(table)


def _runs(columns: list[int]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for column in columns:
        if out and sum(out[-1]) == column:
            out[-1] = (out[-1][0], out[-1][1] + 1)
        else:
            out.append((column, 1))
    return out


def in_row_order(table: Table, order: list[int]) -> Table | None:
    """The rows in another order, None where a merged cell would be torn."""
    at = {row: number for number, row in enumerate(order, start=1)}
    table = copied(table)
    for cell in table.cells:
        rows = [at[row] for row in sorted(_rows(cell))]
        if rows != list(range(rows[0], rows[0] + len(rows))):
            return None
        cell.row = rows[0]
    return placed(table)


def in_column_order(table: Table, order: list[int]) -> Table | None:
    """The columns in another order, None where a merged cell would be torn."""
    at = {column: number for number, column in enumerate(order, start=1)}
    table = copied(table)
    for cell in table.cells:
        columns = sorted(at[column] for column in range(cell.column, cell.column + cell.colspan))
        if columns != list(range(columns[0], columns[0] + len(columns))):
            return None
        cell.column = columns[0]
    return placed(table)


def unmerged(table: Table, cell: Cell, repeated: bool) -> Table:
    """One cell merged down cut into a cell a row, its words in each of them or in the first alone."""
    table = copied(table)
    own = next(each for each in table.cells if (each.row, each.column) == (cell.row, cell.column))
    for row in range(own.row + 1, own.row + own.rowspan):
        text = own.text if repeated else ""
        table.cells.append(msgspec.structs.replace(own, row=row, rowspan=1, text=text))
    own.rowspan = 1
    return placed(table)
