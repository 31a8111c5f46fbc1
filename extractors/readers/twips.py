"""Table rows with cell edges in twips (Word binary, RTF) as a grid with spans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

import msgspec

from extractors.readers.assembly import Raw, RawCell, RawTable

_TOLERANCE = 50  # twips, 0.9 mm: edges closer than this are one line to whoever drew them
NONE, CONTINUE, RESTART = 0, 1, 3  # vertical merge, as MS-DOC numbers it


class EdgedCell(msgspec.Struct):
    """A cell as its row declares it. `joined`: it belongs to the cell on its left."""

    content: list[Raw]
    joined: bool = False
    vertical: int = NONE
    source: Any = None  # what it was read from, where a caller wants to find it again


class EdgedRow(msgspec.Struct):
    """A row: n cells between n + 1 edges, in twips from the left of the text."""

    edges: list[int]
    cells: list[EdgedCell]


class RowShape(msgspec.Struct):
    """The shape of a row before its cells are filled: n + 1 edges, and the merges of n cells."""

    edges: list[int]
    joined: list[bool]
    vertical: list[int]


def table(rows: Sequence[EdgedRow]) -> RawTable:
    """The rows on one grid.

    Its lines are the edges that divide two cells of some row, with the outermost ones: where a
    row merely ends a little earlier than another there is no column.
    """
    lines = _lines(rows)
    open_above: dict[tuple[int, int], RawCell] = {}
    cells: list[RawCell] = []
    for number, row in enumerate(rows, 1):
        open_above = _place(number, row, lines, open_above, cells)
    columns = max(len(lines) - 1, 1)
    inner = any(isinstance(part, RawTable) for cell in cells for part in cell.content)
    return RawTable(rows=len(rows), columns=columns, cells=cells, frame=columns == 1 and inner)


def _place(
    number: int,
    row: EdgedRow,
    lines: list[int],
    above: dict[tuple[int, int], RawCell],
    cells: list[RawCell],
) -> dict[tuple[int, int], RawCell]:
    """Put one row's cells on the grid; return those that a cell below may continue."""
    still_open: dict[tuple[int, int], RawCell] = {}
    for (start, end), cell in _extents(row, lines):
        continued = above.get((start, end)) if cell.vertical == CONTINUE else None
        if continued is not None:
            continued.rowspan += 1
            still_open[start, end] = continued
            continue
        placed = RawCell(number, start + 1, cell.content, colspan=end - start, source=cell.source)
        cells.append(placed)
        if cell.vertical != NONE:
            still_open[start, end] = placed
    return still_open


def _extents(row: EdgedRow, lines: list[int]) -> list[tuple[tuple[int, int], EdgedCell]]:
    """Each cell with the grid lines that it stands between, merged ones once.

    A cell too narrow to be seen gives what it holds to the one before it.
    """
    found: list[tuple[tuple[int, int], EdgedCell]] = []
    at = [_nearest(lines, edge) for edge in row.edges]
    for which, cell in enumerate(row.cells[: len(at) - 1]):
        left, right = at[which], at[which + 1]
        if (
            row.edges[which + 1] - row.edges[which] > _TOLERANCE
        ):  # the last cell of a short row has its column
            left = min(left, max(len(lines) - 2, 0))
            right = max(right, left + 1)
        if found and (cell.joined or right <= found[-1][0][1]):
            (start, end), first = found[-1]
            first.content += cell.content
            found[-1] = ((start, max(end, right)), first)
        elif right > left or not found:
            found.append(((left, max(right, left + 1)), cell))
    return found


def _lines(rows: Sequence[EdgedRow]) -> list[int]:
    outer = [edge for row in rows for edge in (row.edges[0], row.edges[-1])]
    left, right = min(outer), max(outer)
    found = [left]
    for edge in sorted({edge for row in rows for edge in row.edges[1:-1]}):
        if edge - found[-1] > _TOLERANCE and right - edge > _TOLERANCE:
            found.append(edge)
    return [*found, right] if right > left else found


def _nearest(lines: list[int], edge: int) -> int:
    """The index of the line that stands for this edge."""
    after = bisect_left(lines, edge)
    if after == len(lines) or (after > 0 and edge - lines[after - 1] <= lines[after] - edge):
        return max(after - 1, 0)
    return after
