"""What forms print beside their rows, for tests of rules: paragraphs, cells."""

from __future__ import annotations

from itertools import count

from extractors import records

_numbers = count(1)


def block(text, form_id="report", **more):
    """A paragraph of a form."""
    number = next(_numbers)
    return records.Block(
        document_id="d", form_id=form_id, order=number, kind="paragraph", text=text, at=f"b{number}", **more
    )


def table_cell(text, column=1, row=1, form_id="summary", use=None):
    """A cell of the first table."""
    return records.Cell(
        document_id="d", form_id=form_id, table_at="t1", row=row, column=column, text=text, use=use,
        at=f"t1.r{row}.c{column}",
    )  # fmt: skip
