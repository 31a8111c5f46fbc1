"""A workbook: tables with the paragraphs above them, each on a sheet; tables that touch share one."""

from __future__ import annotations

from io import BytesIO

from extractors.document import Document, Table


def write_xlsx(document: Document) -> bytes:
    """All cells as text, merges kept; a document without tables is one sheet of lines."""
    from xlsxwriter import Workbook

    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    form = book.add_format({"text_wrap": True, "border": 1})
    pending: list[str] = []
    below: int | None = None  # the free row under a table that nothing has followed yet
    for block in document.blocks:
        if not isinstance(block, Table):
            pending.append(block.text)
            below = None
            continue
        sheet = book.worksheets()[-1] if below else book.add_worksheet()
        below = _table(sheet, pending, block, form, below or 0)
        pending = []
    if pending or not book.worksheets():
        sheet = book.add_worksheet()
        for row, text in enumerate(pending):
            sheet.write_string(row, 0, text)
    book.close()
    return buffer.getvalue()


def _table(sheet, lines: list[str], table: Table, form, start: int) -> int:  # type: ignore[no-untyped-def]
    """Draw lines and a table from a row on; the first row below them."""
    for row, text in enumerate(lines, start=start):
        if table.columns > 1:
            sheet.merge_range(row, 0, row, table.columns - 1, text)
        else:
            sheet.write_string(row, 0, text)
    top = start + len(lines) - 1
    for cell in table.cells:
        first, left = cell.row + top, cell.column - 1
        if cell.rowspan * cell.colspan > 1:
            sheet.merge_range(first, left, first + cell.rowspan - 1, left + cell.colspan - 1, cell.text, form)
        else:
            sheet.write_string(first, left, cell.text, form)
    return top + 1 + table.rows
