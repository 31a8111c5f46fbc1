"""From worksheets to a document: one table a sheet, as it is printed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator

import msgspec

from extractors.document import Cell, Document, Limits, ReadIssue, Table
from extractors.readers.assembly import too_many_cells
from extractors.readers.sheets.sheet import Merge, Sheet

_ROOMY = 20_000  # slots; a range up to this size is given with all its empty slots
_SPARSE = 30  # slots for each cell with text; beyond, only cells with text are given
Slot = tuple[int, int]


def sheets_document(
    format_id: str, sheets: Iterable[Sheet], issues: Iterable[ReadIssue], limits: Limits | None
) -> Document:
    """The tables of the sheets that show anything, with the issues of the file and of each sheet.

    Raises Rejected (too-large) beyond the limit of cells.
    """
    limits = limits or Limits()
    document = Document(format=format_id, blocks=[], issues=list(issues))
    room = limits.cells
    for sheet in sheets:
        document.issues += sheet.issues()
        table = sheet_table(sheet)
        if table is not None:
            room -= len(table.cells)
            if room < 0:
                raise too_many_cells(limits)
            document.blocks.append(table)
    return document


class _Area(msgspec.Struct):
    """What is shown of a sheet, by first slots; the rows and columns of the table in order."""

    texts: dict[Slot, str]
    covered: dict[Slot, Slot]  # slot of a merge -> its first slot
    merges: dict[Slot, Merge]
    anchors: dict[Slot, Slot]  # first slot of a text -> the first one that is not hidden
    rows: list[int] = []
    columns: list[int] = []
    dense: bool = True


def sheet_table(sheet: Sheet) -> Table | None:
    """The used range of a sheet; None where nothing is shown.

    Hidden rows and columns are left out, as are empty ones around the used range. Empty slots have
    cells too, so that a blank has a place, unless the range is mostly empty. `at` names rows and
    columns as the sheet counts them.
    """
    area = _area(sheet)
    if not area.anchors:
        return None
    rows, columns = {row for row, _ in area.anchors.values()}, {column for _, column in area.anchors.values()}
    size = (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)
    area.dense = size <= max(_ROOMY, _SPARSE * len(area.texts))
    area.rows = _shown(rows, area.dense, sheet.hidden_rows.__contains__)
    area.columns = _shown(columns, area.dense, sheet.hides_column)
    base = f"s{sheet.number}.t1"
    cells = list(_cells(area, base))
    return Table(at=base, rows=len(area.rows), columns=len(area.columns), cells=cells, name=sheet.name)


def _area(sheet: Sheet) -> _Area:
    covered, merges = _merged(sheet)
    area = _Area({}, covered, merges, {})
    every = not sheet.hidden_rows and not sheet.hidden_columns
    for slot, given in sheet.cells.items():
        text = given.strip("\n").rstrip()
        if not text or covered.get(slot, slot) != slot:
            continue
        merge = merges.get(slot)
        anchor = slot if merge is None and every else _anchor(sheet, merge or (*slot, *slot))
        if anchor is not None:
            area.texts[slot] = text
            area.anchors[slot] = anchor
    return area


def _anchor(sheet: Sheet, merge: Merge) -> Slot | None:
    """The first slot of a cell or merge that is not hidden; None where all of it is."""
    top, left, bottom, right = merge
    row = next((row for row in range(top, bottom + 1) if row not in sheet.hidden_rows), None)
    column = next((column for column in range(left, right + 1) if not sheet.hides_column(column)), None)
    return None if row is None or column is None else (row, column)


def _shown(used: set[int], dense: bool, hidden: Callable[[int], bool]) -> list[int]:
    """The rows (or columns) of the table: from the first used one to the last, without hidden ones."""
    numbers = range(min(used), max(used) + 1) if dense else sorted(used)
    return [number for number in numbers if not hidden(number)]


def _cells(area: _Area, base: str) -> Iterator[Cell]:
    """The cells in row, then column order; a merge once, at its first slot that is shown."""
    begun: set[Slot] = set()
    row_at = {row: number for number, row in enumerate(area.rows, 1)}
    column_at = {column: number for number, column in enumerate(area.columns, 1)}
    every = ((row, column) for row in area.rows for column in area.columns)
    for slot in every if area.dense else sorted(area.anchors.values()):
        origin = area.covered.get(slot)
        if origin is None:
            text, at = area.texts.get(slot, ""), f"{base}.r{slot[0]}.c{slot[1]}"
            yield Cell(row=row_at[slot[0]], column=column_at[slot[1]], text=text, at=at)
        elif origin not in begun:
            begun.add(origin)
            top, left, bottom, right = area.merges[origin]
            yield Cell(
                row=row_at[slot[0]],
                column=column_at[slot[1]],
                text=area.texts.get(origin, ""),
                at=f"{base}.r{origin[0]}.c{origin[1]}",
                rowspan=bisect_right(area.rows, bottom) - bisect_left(area.rows, top),
                colspan=bisect_right(area.columns, right) - bisect_left(area.columns, left),
            )


def _merged(sheet: Sheet) -> tuple[dict[Slot, Slot], dict[Slot, Merge]]:
    """Slot -> first slot of the merge over it, and the merges, within the used range.

    Of merges that overlap the first holds. A merge over a whole sheet covers nothing that is used.
    """
    last_row = max((row for row, _ in sheet.cells), default=0)
    last_column = max((column for _, column in sheet.cells), default=0)
    room = max(_SPARSE * len(sheet.cells), _ROOMY)
    covered: dict[Slot, Slot] = {}
    merges: dict[Slot, Merge] = {}
    for top, left, lowest, rightmost in sheet.merges:
        bottom, right = min(lowest, last_row), min(rightmost, last_column)
        room -= max(bottom - top + 1, 0) * max(right - left + 1, 0)
        if room < 0:
            break
        slots = [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
        if len(slots) > 1 and not any(slot in covered for slot in slots):
            covered.update(dict.fromkeys(slots, (top, left)))
            merges[top, left] = (top, left, bottom, right)
    return covered, merges
