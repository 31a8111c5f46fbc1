"""Put tables together row by row: spans are said once, places follow."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from extractors.document import Cell, Document, Paragraph, Table


class Slot(msgspec.Struct, frozen=True):
    """A cell to be drawn: its text and how many rows and columns it spans."""

    text: str = ""
    rows: int = 1
    columns: int = 1


Drawn = str | Slot


def grid(rows: Sequence[Sequence[Drawn]], number: int = 1) -> Table:
    """Lay rows out as HTML does: each row lists only the cells that begin in it."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    width = 0
    for r, row in enumerate(rows, start=1):
        column = 1
        for drawn in row:
            slot = Slot(drawn) if isinstance(drawn, str) else drawn
            while (r, column) in taken:
                column += 1
            cells.append(
                Cell(
                    row=r,
                    column=column,
                    rowspan=slot.rows,
                    colspan=slot.columns,
                    text=slot.text,
                    at=f"t{number}.r{r}.c{column}",
                )
            )
            taken |= {(r + i, column + j) for i in range(slot.rows) for j in range(slot.columns)}
            width = max(width, column + slot.columns - 1)
            column += slot.columns
    return Table(at=f"t{number}", rows=len(rows), columns=width, cells=cells)


def document(*parts: str | Sequence[Sequence[Drawn]]) -> Document:
    """A document of paragraphs (strings) and tables (lists of rows), in order."""
    blocks: list[Paragraph | Table] = []
    paragraphs = tables = 0
    for part in parts:
        if isinstance(part, str):
            paragraphs += 1
            blocks.append(Paragraph(text=part, at=f"b{paragraphs}"))
        else:
            tables += 1
            blocks.append(grid(part, tables))
    return Document(format="drawn", blocks=blocks)
