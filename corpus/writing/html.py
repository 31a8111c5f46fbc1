"""An HTML page with rowspan and colspan."""

from __future__ import annotations

from html import escape

from extractors.document import Cell, Document, Table


def write_html(document: Document) -> bytes:
    """A UTF-8 page; newlines inside a cell become <br>."""
    body = "\n".join(
        _table(block) if isinstance(block, Table) else f"<p>{_text(block.text)}</p>"
        for block in document.blocks
    )
    page = f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head>\n<body>\n{body}\n</body></html>\n'
    return page.encode()


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _table(table: Table) -> str:
    rows = [[cell for cell in table.cells if cell.row == row] for row in range(1, table.rows + 1)]
    lines = [
        "<tr>" + "".join(_cell(cell) for cell in sorted(row, key=lambda c: c.column)) + "</tr>"
        for row in rows
    ]
    return "<table border=1>\n" + "\n".join(lines) + "\n</table>"


def _cell(cell: Cell) -> str:
    spans = "".join(
        f" {name}={count}"
        for name, count in (("rowspan", cell.rowspan), ("colspan", cell.colspan))
        if count > 1
    )
    return f"<td{spans}>{_text(cell.text)}</td>"
