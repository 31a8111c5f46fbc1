"""Tables: rows and cells with their edges, merged into a grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

import msgspec
from lxml import etree

from extractors.readers.assembly import Raw, RawTable
from extractors.readers.docx.inline import chosen
from extractors.readers.docx.names import ALTERNATE, TC, TCPR, TR, TRPR, VAL, WRAPPERS, W, on
from extractors.readers.docx.story import Story
from extractors.readers.twips import CONTINUE, NONE, RESTART, EdgedCell, EdgedRow, table

_GRID, _GRID_COLUMN, _WIDTH = W + "tblGrid", W + "gridCol", W + "w"
_SPAN, _VMERGE, _HMERGE, _CELL_WIDTH = W + "gridSpan", W + "vMerge", W + "hMerge", W + "tcW"
_BEFORE, _AFTER, _DELETED, _HIDDEN = W + "gridBefore", W + "gridAfter", W + "del", W + "hidden"
_KIND, _CELL_DELETED, _INSERTED = W + "type", W + "cellDel", W + "ins"
_USUAL = 1000  # twips, where a column's width is not told
_WIDEST = 63  # Word has no more columns
_ALIKE = 0.03


class _Row(msgspec.Struct):
    """A row before it has edges: columns left free, and the columns of each cell."""

    before: int
    spans: list[int]
    cells: list[EdgedCell]


def read_table(element: etree._Element, story: Story) -> RawTable | None:
    """A w:tbl as a grid with spans; None where all its rows are deleted."""
    rows = [row for tr in _through(element, TR) if (row := _row(tr, story)) is not None]
    if not rows:
        return None
    return table(_by_widths(rows) or _by_grid(rows, _grid(element)))


def _through(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also where content controls wrap them."""
    for child in element:
        tag = child.tag
        if tag == wanted:
            yield child
        elif tag in WRAPPERS:
            yield from _through(child, wanted)
        elif tag == ALTERNATE and (branch := chosen(child)) is not None:
            yield from _through(branch, wanted)


def _row(tr: etree._Element, story: Story) -> _Row | None:
    row = _Row(0, [], [])
    for properties in tr.iterchildren(TRPR):
        for child in properties.iterchildren(_BEFORE, _DELETED, _INSERTED, _HIDDEN):
            if child.tag == _BEFORE:
                row.before = min(_count(child.get(VAL), 0), _WIDEST)
            elif child.tag in (_DELETED, _INSERTED):
                story.notices["tracked-changes"] += 1
                if child.tag == _DELETED:
                    return None
            elif on(child.get(VAL)):
                story.notices["hidden-text"] += 1
                return None
    for tc in _through(tr, TC):
        _cell(tc, row, story)
    return row


def _cell(tc: etree._Element, row: _Row, story: Story) -> None:
    span, vertical, joined = 1, NONE, False
    for child in story.marks.merging.get(tc, ()):
        tag = child.tag
        if tag == _SPAN:
            span = min(_count(child.get(VAL), 1) or 1, _WIDEST)
        elif tag == _VMERGE:
            vertical = RESTART if child.get(VAL) == "restart" else CONTINUE
        elif tag == _HMERGE:
            joined = child.get(VAL) != "restart"
        elif tag == _CELL_DELETED:
            story.notices["tracked-changes"] += 1
            return
    content = story.blocks(tc, story)
    if vertical == CONTINUE and any(_says(part) for part in content):
        story.notices["hidden-merge"] += 1
    row.spans.append(span)
    row.cells.append(EdgedCell(content, joined, vertical, tc))


def _says(part: Raw) -> bool:
    return isinstance(part, RawTable) or bool(part.text.strip())


def _grid(element: etree._Element) -> list[int]:
    return [
        _count(column.get(_WIDTH), _USUAL) or _USUAL
        for grid in element.iterchildren(_GRID)
        for column in grid.iterchildren(_GRID_COLUMN)
    ]


def _by_grid(rows: Sequence[_Row], grid: list[int]) -> list[EdgedRow]:
    """Edges by the columns of the table's grid."""
    longest = max(row.before + sum(row.spans) for row in rows)
    widths = grid[:longest] + [_USUAL] * (longest - len(grid))
    lines = [0, *accumulate(widths)]
    found = []
    for row in rows:
        at = accumulate(row.spans, initial=row.before)
        found.append(EdgedRow([lines[column] for column in at], row.cells))
    return found


def _by_widths(rows: Sequence[_Row]) -> list[EdgedRow] | None:
    """Edges by the cells' own widths, for tables whose cells do not say how many columns they span.

    Such rows have different numbers of columns and yet the same width.
    """
    if len({row.before + sum(row.spans) for row in rows}) == 1 or any(row.before for row in rows):
        return None
    widths = [[_width(cell.source) for cell in row.cells] for row in rows]
    totals = [sum(given) for given in widths]
    if not all(all(given) for given in widths) or max(totals) - min(totals) > _ALIKE * max(totals):
        return None
    return [
        EdgedRow([*accumulate(given, initial=0)], row.cells) for given, row in zip(widths, rows, strict=True)
    ]


def _width(tc: etree._Element) -> int:
    """A cell's own width in twips, 0 where it has none."""
    width = tc.find(f"{TCPR}/{_CELL_WIDTH}")
    return 0 if width is None or width.get(_KIND, "dxa") != "dxa" else _count(width.get(_WIDTH), 0)


def _count(value: str | None, default: int) -> int:
    text = (value or "").partition(".")[0]
    return int(text) if text.isdecimal() and len(text) < 7 else default
