"""A document that is no Word file, redrawn as one from what was read, with the same comments."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from extractors.records import Block, Cell, Document
from pipeline.reports.word.annotating import Comments
from pipeline.reports.word.blank import MAIN, PARTS, RELATIONS, W
from pipeline.reports.word.notes import Note
from rules.submission import Submission

_UNFIT = re.compile("[\x00-\x08\x0a-\x1f\ufffe\uffff]")  # what XML cannot hold
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def redraw(view: Submission, document: Document, notes: list[Note], now: datetime.datetime) -> bytes:
    """A Word document with the paragraphs and tables of `document` and a comment for each note.

    Written as XML at once: a batch redraws thousands of them.
    """
    root = etree.Element(f"{W}document", nsmap={"w": W[1:-1]})
    body = etree.SubElement(root, f"{W}body")
    _paragraph(body, f"（本文件由“{document.path}”的读取结果重绘，批注位置与原件相同；内容以原件为准。）")
    places = dict(_blocks(body, view, document))
    page = etree.SubElement(body, f"{W}sectPr")
    etree.SubElement(page, f"{W}pgSz", {f"{W}w": "11906", f"{W}h": "16838"})
    etree.SubElement(page, f"{W}pgMar", {f"{W}{side}": "1134" for side in ("top", "right", "bottom", "left")})
    comments = Comments(root, PARTS, RELATIONS, "word")
    for note in notes:
        element = places.get(note.at, places.get(note.at.partition(":")[0]))
        if element is not None:
            comments.add(element, note, now)
    return _packed(PARTS | comments.parts() | {MAIN: _bytes(root)})


def _blocks(
    body: etree._Element, view: Submission, document: Document
) -> Iterator[tuple[str, etree._Element]]:
    """Draw the blocks in order; yields each place with its element."""
    cells: dict[str, list[Cell]] = defaultdict(list)
    for cell in view.cells:
        if cell.document_id == document.document_id:
            cells[cell.table_at].append(cell)
    own = (block for block in view.blocks if block.document_id == document.document_id)
    for block in sorted(own, key=lambda block: block.order):
        if block.kind == "table":
            yield from _table(body, block, cells[block.at])
        else:
            yield block.at, _paragraph(body, block.text or "")


def _table(body: etree._Element, block: Block, cells: list[Cell]) -> Iterator[tuple[str, etree._Element]]:
    rows, columns = block.rows or 0, block.columns or 0
    if not rows or not columns:
        return
    table = etree.SubElement(body, f"{W}tbl")
    about = etree.SubElement(table, f"{W}tblPr")
    etree.SubElement(about, f"{W}tblW", {f"{W}w": "5000", f"{W}type": "pct"})
    lines = etree.SubElement(about, f"{W}tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        etree.SubElement(lines, f"{W}{side}", {f"{W}val": "single", f"{W}sz": "4"})
    grid = etree.SubElement(table, f"{W}tblGrid")
    for _ in range(columns):
        etree.SubElement(grid, f"{W}gridCol", {f"{W}w": str(9638 // columns)})
    covering = {
        (row, cell.column): cell for cell in cells for row in range(cell.row, cell.row + cell.rowspan)
    }
    for row in range(1, rows + 1):
        line, column = etree.SubElement(table, f"{W}tr"), 1
        while column <= columns:
            found = covering.get((row, column))
            drawn = _slot(line, found, row)
            if found is not None and found.row == row:
                yield found.at, drawn
            column += found.colspan if found is not None else 1
    etree.SubElement(body, f"{W}p")  # two tables in a row would become one


def _slot(line: etree._Element, cell: Cell | None, row: int) -> etree._Element:
    """A cell, the continuation of one from above, or an empty place of the grid."""
    slot = etree.SubElement(line, f"{W}tc")
    about = etree.SubElement(slot, f"{W}tcPr")
    begins = cell is None or cell.row == row
    if cell is not None and cell.colspan > 1:
        etree.SubElement(about, f"{W}gridSpan", {f"{W}val": str(cell.colspan)})
    if cell is not None and cell.rowspan > 1:
        etree.SubElement(about, f"{W}vMerge", {f"{W}val": "restart"} if begins else {})
    for text in (cell.text if cell is not None and begins else "").split("\n"):
        _paragraph(slot, text)
    return slot


def _paragraph(parent: etree._Element, text: str) -> etree._Element:
    """A paragraph; a line break stays one, what XML cannot hold goes."""
    paragraph = etree.SubElement(parent, f"{W}p")
    run = etree.SubElement(paragraph, f"{W}r")
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, f"{W}br")
        written = etree.SubElement(run, f"{W}t", {_SPACE: "preserve"})
        written.text = _UNFIT.sub("", line)
    return paragraph


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
