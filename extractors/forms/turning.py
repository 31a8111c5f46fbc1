"""Tables whose headings run down the first column: read with rows for columns."""

from __future__ import annotations

import msgspec

from extractors.document import Cell, Document, Table
from extractors.forms import vocabulary
from extractors.forms.columns import FACTS, NAMES

LEAST = 4  # headings down the side
MOST = 400  # cells of a table that is looked at


def upright(document: Document) -> Document:
    """The document with such tables turned; any other one is returned as it is."""
    blocks = [turned(block) if isinstance(block, Table) else block for block in document.blocks]
    same = all(new is old for new, old in zip(blocks, document.blocks, strict=True))
    return document if same else msgspec.structs.replace(document, blocks=blocks)


def turned(table: Table) -> Table:
    """The table with rows and columns exchanged, where its first column is the header of an indicator table.

    `三级指标 | 新建公厕 | 培训人数`, `指标值 | ≥3座 | ≥50人`, `得分 | 10 | 9`: an indicator a
    column. Cells keep their places in the document.
    """
    whole = table.exact or len(table.cells) == table.rows * table.columns
    if not whole or not LEAST <= table.rows <= 16 or len(table.cells) > MOST or table.columns < 3:
        return table
    if not (_is_header([c for c in table.cells if c.column == 1]) and not _is_header(_first_row(table))):
        return table
    cells = [
        msgspec.structs.replace(
            cell, row=cell.column, column=cell.row, rowspan=cell.colspan, colspan=cell.rowspan
        )
        for cell in table.cells
    ]
    return msgspec.structs.replace(
        table, rows=table.columns, columns=table.rows, cells=sorted(cells, key=lambda c: (c.row, c.column))
    )


def _first_row(table: Table) -> list[Cell]:
    return [cell for cell in table.cells if cell.row == 1]


def _is_header(cells: list[Cell]) -> bool:
    """True for cells of which nearly all are headings, with a name and something done among them."""
    texts = [cell.text for cell in cells if cell.text.strip()]
    found = [match.role for text in texts if (match := vocabulary.match("indicators", text))]
    if len(set(found)) < LEAST or len(found) * 4 < len(texts) * 3:
        return False
    return bool(set(found) & NAMES) and bool(set(found) & FACTS)
