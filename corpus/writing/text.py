"""Tab-and-row text as the usual converters write it: a tab before each cell, an empty line after each row."""

from __future__ import annotations

from extractors.document import Cell, Document, Table


def write_text(document: Document) -> bytes:
    """UTF-8 text. A vertically merged cell comes out empty below, a horizontally merged one once."""
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            for row in range(1, block.rows + 1):
                lines += ["\t" + text for text in _row(block, row)] + [""]
        else:
            lines.append(block.text)
    return ("\n".join(lines) + "\n").encode()


def _row(table: Table, row: int) -> list[str]:
    covering: list[tuple[int, Cell]] = [
        (cell.column, cell) for cell in table.cells if cell.row <= row < cell.row + cell.rowspan
    ]
    return [cell.text if cell.row == row else "" for _, cell in sorted(covering, key=lambda pair: pair[0])]
