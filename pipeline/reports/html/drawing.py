"""A document redrawn as the office drew it: paragraphs and grids, marked."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from extractors.records import Block, Cell, Document
from pipeline.reports.html.pieces import Marks, Piece, anchor
from rules.submission import Submission

_PASSAGE = 40  # characters


class Mark(msgspec.Struct, frozen=True):
    """A finding at a cell: its number, its severity; leads and open questions have none."""

    number: int
    severity: str


class DrawnCell(msgspec.Struct, frozen=True, kw_only=True):
    """One cell of a grid."""

    id: str
    pieces: list[Piece]
    rowspan: int = 1
    colspan: int = 1
    numbers: list[Mark] = []  # of findings that quote it, gravest first
    figures: list[str] = []  # figures of the narrative that speak of it
    doubtful: bool = False

    @property
    def is_long(self) -> bool:
        """Whether the text is a passage, which is read from the left, not from the middle."""
        return sum(len(piece.text) for piece in self.pieces) > _PASSAGE

    @property
    def weight(self) -> str:
        """The gravest severity noted here, empty where nothing is."""
        return self.numbers[0].severity if self.numbers else ""


class Drawn(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph (`cell`) or a table (`rows`)."""

    cell: DrawnCell | None = None
    rows: list[list[DrawnCell]] = []
    narrow: bool = False  # a one-column table is a frame around text


class Paper(msgspec.Struct, kw_only=True):
    """One document."""

    title: str
    parts: list[Drawn]


def papers(
    view: Submission,
    marks: Marks,
    prefix: dict[str, str],
    numbers: dict[str, list[Mark]],
    lies: dict[str, str],
) -> list[Paper]:
    """The documents of a submission in order. `numbers` are the findings by element id."""
    blocks: dict[str, list[Block]] = defaultdict(list)
    cells: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for block in view.blocks:
        blocks[block.document_id].append(block)
    for cell in view.cells:
        cells[cell.document_id, cell.table_at].append(cell)
    out = []
    for document in view.documents:
        key = document.document_id or ""
        draw = _Draw(marks, prefix.get(key, "d0"), numbers, key)
        parts = [
            draw.table(block, cells.get((key, block.at), []))
            if block.kind == "table"
            else draw.paragraph(block)
            for block in sorted(blocks.get(key, []), key=lambda block: block.order)
            if block.kind == "table" or block.text
        ]
        out.append(Paper(title=_title(document, lies), parts=parts))
    return out


class _Draw:
    """Draws the blocks of one document."""

    def __init__(self, marks: Marks, prefix: str, numbers: dict[str, list[Mark]], document_id: str) -> None:
        self.marks, self.prefix, self.numbers, self.document_id = marks, prefix, numbers, document_id

    def paragraph(self, block: Block) -> Drawn:
        return Drawn(cell=self._cell(block.at, block.text or "", block.confidence))

    def table(self, block: Block, cells: list[Cell]) -> Drawn:
        rows: dict[int, list[Cell]] = defaultdict(list)
        for cell in cells:
            rows[cell.row].append(cell)
        drawn = [
            [
                self._cell(cell.at, cell.text, cell.confidence, cell.rowspan, cell.colspan)
                for cell in sorted(rows.get(row, []), key=lambda cell: cell.column)
            ]
            for row in range(1, (block.rows or 0) + 1)
        ]
        return Drawn(rows=drawn, narrow=block.columns == 1)

    def _cell(
        self, at: str, text: str, confidence: float | None, rowspan: int = 1, colspan: int = 1
    ) -> DrawnCell:
        key = anchor(self.prefix, at)
        return DrawnCell(
            id=key,
            pieces=self.marks.cut(self.document_id, at, text),
            rowspan=rowspan,
            colspan=colspan,
            numbers=self.numbers.get(key, []),
            figures=self.marks.back.get(key, []),
            doubtful=confidence is not None and confidence < 0.8,
        )


def _title(document: Document, lies: dict[str, str]) -> str:
    return lies.get(document.document_id or "", document.path)
