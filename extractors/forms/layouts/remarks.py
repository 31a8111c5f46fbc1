"""Questions about how money was managed, answered in words."""

from __future__ import annotations

from extractors.forms.block import Block, Cells, Read


def claims(block: Block) -> bool:
    """A header with a statement column beside a problem column."""
    return block.header.context == "remarks"


def read(block: Block) -> Read:
    """No record: every cell is marked with its role, so that nothing is left unsaid."""
    out = Read()
    for row, header in block.rows:
        cells = Cells(row, header, out.uses)
        cells.mark()
        out.leftovers.extend(cells.unknown)
    return out
