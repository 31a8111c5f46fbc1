"""A document that is no Word file, redrawn as one from what was read, with the same comments."""

from __future__ import annotations

import io
from collections import defaultdict
from typing import Any

from extractors.records import Block, Cell, Document
from pipeline.reports.word.notes import AUTHOR, INITIALS, Note
from rules.submission import Submission


def redraw(view: Submission, document: Document, notes: list[Note]) -> bytes:
    """A Word document with the paragraphs and tables of `document` and a comment for each note."""
    import docx

    word = docx.Document()
    word.core_properties.title, word.core_properties.author = document.path[:250], AUTHOR
    word.add_paragraph(f"（本文件由“{document.path}”的读取结果重绘，批注位置与原件相同；内容以原件为准。）")
    places: dict[str, Any] = {}
    cells: dict[str, list[Cell]] = defaultdict(list)
    for cell in view.cells:
        if cell.document_id == document.document_id:
            cells[cell.table_at].append(cell)
    for block in sorted(
        (b for b in view.blocks if b.document_id == document.document_id), key=lambda b: b.order
    ):
        if block.kind == "table":
            _table(word, block, cells[block.at], places)
        else:
            places[block.at] = word.add_paragraph(_clean(block.text or ""))
    for note in notes:
        paragraph = places.get(note.at.partition(":")[0])
        if paragraph is not None:
            runs = paragraph.runs or [paragraph.add_run("")]
            text = "\n".join(_clean(line) for line in note.lines)
            word.add_comment([runs[0], runs[-1]], text=text, author=AUTHOR, initials=INITIALS)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _table(word: Any, block: Block, cells: list[Cell], places: dict[str, Any]) -> None:
    rows, columns = block.rows or 0, block.columns or 0
    if not rows or not columns:
        return
    table = word.add_table(rows=rows, cols=columns)
    table.style = "Table Grid"
    slots = table._cells  # the public accessor builds the whole grid anew for each cell
    for cell in cells:
        first = slots[(cell.row - 1) * columns + cell.column - 1]
        if cell.rowspan * cell.colspan > 1:
            last = (cell.row + cell.rowspan - 2) * columns + cell.column + cell.colspan - 2
            first = first.merge(slots[last])
        first.text = _clean(cell.text)
        places[cell.at] = first.paragraphs[0]


def _clean(text: str) -> str:
    return "".join(c for c in text if c in "\t\n" or c >= " ")
