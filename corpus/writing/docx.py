"""A Word document with merged cells, the same bytes for the same content."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from extractors.document import Document, Table

_MADE = datetime(2022, 3, 1, tzinfo=UTC)


def write_docx(document: Document) -> bytes:
    """Paragraphs as plain paragraphs, tables as TableGrid tables; newlines are paragraphs in a cell."""
    import docx

    word = docx.Document()
    word.core_properties.created = word.core_properties.modified = _MADE
    word.core_properties.author = word.core_properties.last_modified_by = "hedui"
    for block in document.blocks:
        if isinstance(block, Table):
            _table(word, block)
        else:
            word.add_paragraph(block.text)
    buffer = BytesIO()
    word.save(buffer)
    return _settled(buffer.getvalue())


def _table(word: Any, table: Table) -> None:
    drawn = word.add_table(rows=table.rows, cols=table.columns)
    drawn.style = "Table Grid"
    slots = drawn._cells  # the public accessor builds the whole grid anew for each cell
    for cell in table.cells:
        first = slots[(cell.row - 1) * table.columns + cell.column - 1]
        if cell.rowspan * cell.colspan > 1:
            last = (cell.row + cell.rowspan - 2) * table.columns + cell.column + cell.colspan - 2
            first = first.merge(slots[last])
        lines = cell.text.split("\n")
        first.text = lines[0]
        for line in lines[1:]:
            first.add_paragraph(line)


def _settled(data: bytes) -> bytes:
    """The package with fixed times, so that making the sample year again changes nothing."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            fixed = zipfile.ZipInfo(info.filename, date_time=(2022, 3, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(fixed, source.read(info))
    return out.getvalue()
