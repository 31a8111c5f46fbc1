"""Tables from paragraphs that say how deep they stand in cells."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from extractors.document import ReadIssue
from extractors.readers.assembly import Raw, RawTable
from extractors.readers.twips import NONE, EdgedCell, EdgedRow, RowShape, table

_WIDTH = 1000  # twips, where a row does not tell its cells' widths


class _Open(msgspec.Struct):
    """A table that is being read: rows done, cells of this row, content of this cell."""

    rows: list[EdgedRow] = []
    cells: list[list[Raw]] = []
    content: list[Raw] = []


class Nesting:
    """Receives content, cell ends and row ends; closes tables as the depth falls."""

    def __init__(self) -> None:
        self.body: list[Raw] = []
        self.issues: list[ReadIssue] = []
        self._open: list[_Open] = []

    def enter(self, depth: int) -> None:
        """Bring the nesting to `depth`: end deeper tables, begin missing ones."""
        while len(self._open) > depth:
            self._close()
        while len(self._open) < depth:
            self._open.append(_Open())

    def add(self, content: Sequence[Raw]) -> None:
        """Put content into the current cell, or into the body."""
        (self._open[-1].content if self._open else self.body).extend(content)

    def end_cell(self) -> None:
        """The current cell is complete."""
        if self._open:
            self._open[-1].cells.append(self._open[-1].content)
            self._open[-1].content = []

    def end_row(self, shape: RowShape | None, *, deleted: bool = False) -> None:
        """The current row is complete; `shape` is None where the file lost it. A deleted row is dropped."""
        if not self._open:
            return
        current = self._open[-1]
        if current.content:
            self.end_cell()
        cells, current.cells = current.cells, []
        if cells and not deleted:
            current.rows.append(self._row(cells, shape))

    def finish(self) -> list[Raw]:
        """Everything received, in order."""
        self.enter(0)
        return self.body

    def _close(self) -> None:
        """End a table. Cells whose row has no end are no row: what they hold follows the table."""
        ended = self._open.pop()
        if ended.rows:
            self.add([table(ended.rows)])
        for content in (*ended.cells, ended.content):
            self.add(content)

    def _row(self, cells: list[list[Raw]], shape: RowShape | None) -> EdgedRow:
        """Cells under the row's own shape; where they do not agree, every cell is kept and doubted."""
        count = len(shape.joined) if shape else 0
        while count and len(cells) > count and not any(map(_says, cells[-1])):
            cells.pop()  # LibreOffice writes such ends of cells after a nested table
        if shape is None or count != len(cells):
            message = f"表格中一行有 {len(cells)} 个单元格，行定义为 {count} 个，列的对应可能有误。"
            self.issues.append(ReadIssue(code="row-shape", severity="doubt", message=message))
            shape = _fitted(shape, len(cells))
        return EdgedRow(
            shape.edges,
            [
                EdgedCell(content, joined=joined, vertical=vertical)
                for content, joined, vertical in zip(cells, shape.joined, shape.vertical, strict=True)
            ],
        )


def _says(part: Raw) -> bool:
    return isinstance(part, RawTable) or bool(part.text.strip())


def _fitted(shape: RowShape | None, count: int) -> RowShape:
    """The shape with cells added on the right or left out there, so that it has `count`."""
    if shape is None:
        shape = RowShape([0], [], [])
    edges = shape.edges[: count + 1]
    while len(edges) < count + 1:
        edges.append(edges[-1] + _WIDTH)
    missing = max(count - len(shape.joined), 0)
    return RowShape(
        edges, shape.joined[:count] + [False] * missing, shape.vertical[:count] + [NONE] * missing
    )
