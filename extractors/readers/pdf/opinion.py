"""A second opinion on the tables of a page, from pdfplumber."""

from __future__ import annotations

import io
import logging

from extractors.readers.pages.geometry import Box
from extractors.readers.pages.grid import Grid, GridCell, boundaries, nearest
from extractors.readers.pdf.turning import Frame


def tables(data: bytes, index: int, frame: Frame) -> list[Grid]:
    """The tables that pdfplumber finds on a page; none where it fails or the page is turned."""
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfplumber.utils.exceptions import PdfminerException

    if frame.turn:
        return []
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it reports every odd font
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            found = pdf.pages[index].find_tables()
    except (PDFException, PdfminerException, ValueError, KeyError, TypeError, IndexError):
        return []
    return [_grid([Box(*cell) for cell in table.cells]) for table in found if table.cells]


def _grid(boxes: list[Box]) -> Grid:
    xs = boundaries([x for box in boxes for x in (box.x0, box.x1)])
    ys = boundaries([y for box in boxes for y in (box.y0, box.y1)])
    cells = []
    for box in boxes:
        column, row = nearest(xs, box.x0), nearest(ys, box.y0)
        wide, high = nearest(xs, box.x1) - column, nearest(ys, box.y1) - row
        if wide and high:
            cells.append(GridCell(row=row, column=column, rowspan=high, colspan=wide, box=box))
    return Grid(xs=xs, ys=ys, cells=sorted(cells, key=lambda cell: (cell.row, cell.column)))
