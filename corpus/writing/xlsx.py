"""A workbook: every table on a sheet of its own, the paragraphs above it in merged rows."""

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
    for block in document.blocks:
        if not isinstance(block, Table):
            pending.append(block.text)
            continue
        _sheet(book.add_worksheet(), pending, block, form)
        pending = []
    if pending or not book.worksheets():
        sheet = book.add_worksheet()
        for row, text in enumerate(pending):
            sheet.write_string(row, 0, text)
    book.close()
    return buffer.getvalue()


def _sheet(sheet, lines: list[str], table: Table, form) -> None:  # type: ignore[no-untyped-def]
    for row, text in enumerate(lines):
        if table.columns > 1:
            sheet.merge_range(row, 0, row, table.columns - 1, text)
        else:
            sheet.write_string(row, 0, text)
    top = len(lines) - 1
    for cell in table.cells:
        first, left = cell.row + top, cell.column - 1
        if cell.rowspan * cell.colspan > 1:
            sheet.merge_range(first, left, first + cell.rowspan - 1, left + cell.colspan - 1, cell.text, form)
        else:
            sheet.write_string(first, left, cell.text, form)
