"""From what a reader found, in order and uncounted, to a `Document` with its places.

A reader of flowing text (Word, HTML, text) gives `RawParagraph` and `RawTable` in reading order;
`assemble` counts them, writes every `at`, joins the paragraphs of a cell and opens frames: tables
that only hold other tables in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from extractors.document import Block, Cell, Document, Limits, Paragraph, ReadIssue, Rejected, Table


class RawParagraph(msgspec.Struct):
    """A paragraph as printed, its automatic number included."""

    text: str
    number: str = ""
    level: int | None = None
    source: Any = None  # what it was read from, where a caller wants to find it again


class RawCell(msgspec.Struct):
    """A cell at its grid slot (from 1), with paragraphs and nested tables in order."""

    row: int
    column: int
    content: list[RawParagraph | RawTable]
    rowspan: int = 1
    colspan: int = 1
    source: Any = None


class RawTable(msgspec.Struct):
    """A grid of raw cells, in row, then column order."""

    rows: int
    columns: int
    cells: list[RawCell]
    exact: bool = True
    name: str = ""
    frame: bool = False  # holds its contents in place only: they become blocks of their own


Raw = RawParagraph | RawTable
Place = Callable[[str, Any], None]


class _Count:
    """Paragraphs, tables and cells seen so far."""

    def __init__(self, limits: Limits, place: Place | None) -> None:
        self.paragraphs = self.tables = self.cells = 0
        self.limits = limits
        self.place = place

    def add_cells(self, number: int) -> None:
        self.cells += number
        if self.cells > self.limits.cells:
            raise too_many_cells(self.limits)


def too_many_cells(limits: Limits) -> Rejected:
    """The verdict on a document with more cells than anybody prints."""
    return Rejected("too-large", f"表格单元格超过 {limits.cells:,} 个，未读；请拆分后重新报送。")


def assemble(
    format_id: str,
    content: Iterable[Raw],
    issues: Sequence[ReadIssue] = (),
    limits: Limits | None = None,
    place: Place | None = None,
) -> Document:
    """Count `content` into a Document. Paragraphs without text are left out and not counted.

    `place(at, source)` is called for every paragraph and cell that has a source.
    Raises Rejected (too-large) where there are more cells than the limits allow.
    """
    count = _Count(limits or Limits(), place)
    blocks: list[Block] = []
    _fill(blocks, content, count)
    return Document(format=format_id, blocks=blocks, issues=list(issues))


def _fill(blocks: list[Block], content: Iterable[Raw], count: _Count) -> None:
    for raw in content:
        if isinstance(raw, RawTable):
            if raw.frame:
                for cell in raw.cells:
                    _fill(blocks, cell.content, count)
                continue
            count.tables += 1
            blocks.append(_table(raw, f"t{count.tables}", count))
        elif text := raw.text.strip("\n").rstrip():
            count.paragraphs += 1
            at = f"b{count.paragraphs}"
            if count.place and raw.source is not None:
                count.place(at, raw.source)
            blocks.append(Paragraph(text=text, at=at, number=raw.number, level=raw.level))


def _table(raw: RawTable, at: str, count: _Count) -> Table:
    count.add_cells(len(raw.cells))
    cells = [_cell(cell, f"{at}.r{cell.row}.c{cell.column}", count) for cell in raw.cells]
    return Table(at=at, rows=raw.rows, columns=raw.columns, cells=cells, exact=raw.exact, name=raw.name)


def _cell(raw: RawCell, at: str, count: _Count) -> Cell:
    if count.place and raw.source is not None:
        count.place(at, raw.source)
    texts: list[str] = []
    tables: list[Table] = []
    _gather(raw.content, at, texts, tables, count)
    text = texts[0] if len(texts) == 1 else "\n".join(texts)
    return Cell(
        row=raw.row,
        column=raw.column,
        text=text.strip("\n").rstrip(),
        at=at,
        rowspan=raw.rowspan,
        colspan=raw.colspan,
        tables=tables,
    )


def _gather(content: Iterable[Raw], at: str, texts: list[str], tables: list[Table], count: _Count) -> None:
    for part in content:
        if isinstance(part, RawParagraph):
            texts.append(part.text)
        elif part.frame:
            for cell in part.cells:
                _gather(cell.content, at, texts, tables, count)
        else:
            tables.append(_table(part, f"{at}.t{len(tables) + 1}", count))
