"""Makes a document of its pages: tables in cells, prose in paragraphs, both in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from extractors.document import Document, Paragraph
from extractors.readers.pages import breaking, continuing, stitching
from extractors.readers.pages.aligned import aligned
from extractors.readers.pages.columns import columns
from extractors.readers.pages.filling import fill
from extractors.readers.pages.furniture import without_furniture
from extractors.readers.pages.grid import grids
from extractors.readers.pages.layout import Part, Sheet
from extractors.readers.pages.lines import Line, lines, lowest
from extractors.readers.pages.margins import Margins, margins
from extractors.readers.pages.page import Page

_TOP = 0.3  # share of a page's height above which a table may go on from the page before
_SHIFT = 45.0  # points that a sheet may lie otherwise under a scanner than the one before
_LOW = 0.8  # share of it that a page is filled to, at least, before a table goes on overleaf
_ROW = 0.07  # share of it that may stay blank below a table besides its next row


class _Text(msgspec.Struct, kw_only=True):
    """A paragraph while it may still go on overleaf."""

    lines: list[Line]
    at: str
    page: int


def assemble(pages: Sequence[Page], format: str) -> Document:
    """The document that these pages print. `format` is its format id."""
    sheets = [sheet(page) for page in pages]
    without_furniture(sheets)
    edges = margins(sheets)
    blocks: list[_Text | stitching.Chain] = []
    for current in sheets:
        _add(blocks, current, edges[current.number])
    issues = [issue for page in pages for issue in page.issues]
    return Document(
        format=format,
        blocks=[
            _paragraph(block) if isinstance(block, _Text) else stitching.whole(block) for block in blocks
        ],
        issues=issues,
        pages=len(pages),
    )


def sheet(page: Page) -> Sheet:
    """One page taken apart into tables and lines."""
    tables = grids(page.across, page.down) if page.tables is None else page.tables
    parts, rest = fill(tables, page.pieces, page.number)
    return Sheet(
        number=page.number,
        width=page.width,
        height=page.height,
        lines=[line for line in lines(rest) if line.text],
        parts=parts,
        recognised=page.recognised,
    )


def _add(blocks: list[_Text | stitching.Chain], current: Sheet, edge: Margins) -> None:
    """Appends a page; its first block may go on with the last one."""
    items = list(_in_order(current))
    if len(items) > 1 and _is_caption(blocks, items[0], items[1], current.number):
        del items[0]
    tables = texts = 0
    for place, item in enumerate(items):
        if isinstance(item, Part):
            tables += 1
            _name(item, f"p{current.number}.t{tables}")
            if place or not _stitch(blocks, item, current, edge):
                blocks.append(stitching.chain(item, _above(items, place)))
            continue
        left, right = edge.of(item)
        for number, group in enumerate(breaking.paragraphs(item, left, right)):
            if place or number or not _goes_on(blocks, group, current, edge):
                texts += 1
                blocks.append(_Text(lines=group, at=f"p{current.number}.b{texts}", page=current.number))


def _above(items: Sequence[Part | list[Line]], place: int) -> list[str]:
    """The lines right above a table."""
    before = items[place - 1] if place else []
    return [continuing.bare(line.text) for line in before] if isinstance(before, list) else []


def _is_caption(
    blocks: Sequence[_Text | stitching.Chain], lines: Part | list[Line], part: Part | list[Line], page: int
) -> bool:
    """Whether lines at the top of a page only say again what stood above the table that goes on there."""
    if isinstance(lines, Part) or not isinstance(part, Part) or not blocks:
        return False
    table = blocks[-1]
    if not isinstance(table, stitching.Chain) or table.parts[-1].page != page - 1:
        return False
    return continuing.is_caption([line.text for line in lines], table.above, table.slots, part.slots)


def _in_order(current: Sheet) -> Iterator[Part | list[Line]]:
    """Tables and runs of lines from top to bottom."""
    waiting = list(current.lines)
    for part in current.parts:
        above = [line for line in waiting if line.middle < part.ys[0]]
        waiting = waiting[len(above) :]
        yield from _runs(above, current.number)
        yield part
    yield from _runs(waiting, current.number)


def _runs(found: list[Line], page: int) -> Iterator[Part | list[Line]]:
    for run in columns(found) if found else []:
        yield from aligned(run, page)


def _name(part: Part, at: str) -> None:
    """Every cell's place, counted on its page."""
    part.at = at
    for slot in part.slots:
        slot.at = f"{at}.r{slot.row + 1}.c{slot.column + 1}"
        for number, nested in enumerate(slot.tables, 1):
            _name(nested, f"{slot.at}.t{number}")


def _stitch(blocks: list[_Text | stitching.Chain], part: Part, current: Sheet, edge: Margins) -> bool:
    """Adds a part to the table that ended the page before, if it goes on with it."""
    if not blocks or not isinstance(blocks[-1], stitching.Chain) or part.ys[0] > _TOP * current.height:
        return False
    table = blocks[-1]
    before = table.parts[-1]
    shift = _SHIFT if current.recognised else continuing.SIDE
    if before.page != current.number - 1 or not continuing.same_frame(before, part, shift):
        return False
    room = max(_LOW * current.height, edge.bottom) - before.ys[-1]
    if room > part.ys[1] - part.ys[0] + _ROW * current.height:
        return False
    if continuing.begins_anew(table.slots, part.slots) or continuing.larger_type(table.slots, part.slots):
        return False
    stitching.extend(table, part)
    return True


def _goes_on(blocks: list[_Text | stitching.Chain], group: list[Line], current: Sheet, edge: Margins) -> bool:
    """Adds a page's first lines to the paragraph that ended the page before, if they go on with it."""
    if not blocks or not isinstance(blocks[-1], _Text) or blocks[-1].page != current.number - 1:
        return False
    text = blocks[-1]
    left, right = edge.of(text.lines)
    room = breaking.rooms(text.lines, left, right)[-1]
    indented = group[0].x0 > left + 1.2 * group[0].size
    if breaking.is_centred(group, left, right) or breaking.ends(text.lines[-1], group[0], room, indented):
        return False
    text.lines += group
    text.page = current.number
    return True


def _paragraph(text: _Text) -> Paragraph:
    return Paragraph(
        text=breaking.join(text.lines),
        at=text.at,
        confidence=lowest(line.confidence for line in text.lines),
    )
