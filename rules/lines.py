"""What a submission prints beside its rows: titles, labels, notes, closing lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from extractors.records import Cell, Evidence, Form
from rules.submission import Submission

OF_ROWS = frozenset(
    {
        "level1", "level2", "level3", "target", "actual", "weight", "score", "reason", "initial", "budget",
        "arrived", "executed", "rate", "goal_target", "goal_actual", "self_score", "review_score", "sequence",
        "level1_weight", "level2_weight", "sign", "unit",
    }
)  # fmt: skip
"""What cells of rows were read as."""
_LABELS = ("label:", "amount_unit")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a paragraph or of a cell that belongs to no row; `beside` is the cell to its right."""

    text: str
    form: Form
    at: str
    use: str | None = None
    beside: str | None = None
    in_table: bool = False

    def quote(self, role: str) -> Evidence:
        """The line as evidence."""
        return Evidence(
            document_id=self.form.document_id,
            form_id=self.form.form_id,
            at=self.at,
            role=role,
            text=self.text.strip(),
        )


def lines(submission: Submission) -> list[Line]:
    """Every such line of the forms, paragraphs first; worked out once."""
    known: list[Line] | None = submission.shared.get("lines")
    if known is None:
        known = submission.shared["lines"] = [*_paragraphs(submission), *_cells(submission)]
    return known


def lines_of(submission: Submission, form: Form) -> list[Line]:
    """Those of one form."""
    return [line for line in lines(submission) if line.form is form]


def _paragraphs(submission: Submission) -> Iterator[Line]:
    for block in submission.blocks:
        form = submission.form(block.form_id)
        if form is not None and block.text:
            for text in block.text.split("\n"):
                if text.strip():
                    yield Line(text=text, form=form, at=block.at)


def _cells(submission: Submission) -> Iterator[Line]:
    rows: dict[tuple[str, str, int], list[Cell]] = defaultdict(list)
    for cell in submission.cells:
        if cell.text and cell.use not in OF_ROWS:
            rows[cell.document_id, cell.table_at, cell.row].append(cell)
    for cells in rows.values():
        cells.sort(key=lambda cell: cell.column)
        for cell, right in zip(cells, [*cells[1:], None], strict=True):
            form = submission.form(cell.form_id)
            if form is None:
                continue
            beside = right.text if right is not None and not (right.use or "").startswith(_LABELS) else None
            for text in cell.text.split("\n"):
                if text.strip():
                    yield Line(text=text, form=form, at=cell.at, use=cell.use, beside=beside, in_table=True)
