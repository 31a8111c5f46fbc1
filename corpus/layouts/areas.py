"""Where the indicators of a drawn form stand, so that the form can be changed."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import msgspec

from corpus.layouts.reshaping import cover
from corpus.layouts.truth import Drawn, FormTruth
from extractors.document import Block, Cell, Table


class Area(msgspec.Struct):
    """Where a form's indicators stand in its document: block, header rows, rows, the row that adds them up."""

    block: int
    form: FormTruth
    top: int  # first header row
    header: int  # last header row
    rows: list[int]  # of the indicators, in order of the truth
    total: int | None

    @property
    def last(self) -> int:
        """The last row that belongs to the indicators."""
        return self.total or max(self.rows)


def plain(text: str) -> str:
    """Without white space, full-width signs folded."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def area(drawn: Drawn) -> Area | None:
    """The first form's indicators, where each stands in a row of its own of one table."""
    for form in drawn.forms:
        for number, block in enumerate(drawn.document.blocks):
            if isinstance(block, Table) and len(form.rows) >= 3 and (found := _area(number, block, form)):
                return found
    return None


def _area(number: int, table: Table, form: FormTruth) -> Area | None:
    names = {plain(row.level3): i for i, row in enumerate(form.rows)}
    if len(names) != len(form.rows):
        return None
    at: dict[int, int] = {}
    for cell in table.cells:
        if (i := names.get(plain(cell.text))) is not None:
            at.setdefault(i, cell.row)
    rows = [at.get(i, 0) for i in range(len(form.rows))]
    if not all(rows) or rows != sorted(set(rows)):
        return None
    seen = cover(table)
    header = next((r for r in range(rows[0] - 1, 0, -1) if _may_head(_filled(table, r))), None)
    if header is None:
        return None
    tall = [c.row + c.rowspan - 1 for c in table.cells if c.row == header and c.text]
    header = min(max(tall), rows[0] - 1)
    heads = [seen[header, c] for c in range(1, table.columns + 1) if (header, c) in seen]
    top = min(head.row for head in heads if head.row + head.rowspan - 1 == header)
    below = _filled(table, rows[-1] + 1)
    total = rows[-1] + 1 if below and plain(below[0].text)[:1] in "总合" else None
    return Area(number, form, top, header, rows, total)


def _may_head(cells: list[Cell]) -> bool:
    return len(cells) >= 3 and plain(cells[0].text)[:2] not in (
        "总分",
        "总得",
        "合计",
        "总计",
        "小计",
        "自评",
    )


def _filled(table: Table, row: int) -> list[Cell]:
    return [cell for cell in table.cells if cell.row == row and cell.text]


def table_of(drawn: Drawn, where: Area) -> Table:
    """The table of an area."""
    block = drawn.document.blocks[where.block]
    assert isinstance(block, Table)
    return block


def changed(drawn: Drawn, where: Area, table: Table | None, **truth: object) -> Drawn | None:
    """The document with this table, the form with this truth."""
    if table is None:
        return None
    blocks = list(drawn.document.blocks)
    blocks[where.block] = table
    return with_blocks(drawn, blocks, where.form, **truth)


def with_blocks(drawn: Drawn, blocks: list[Block], form: FormTruth | None = None, **truth: object) -> Drawn:
    """The document with these blocks, one form with this truth."""
    forms = [msgspec.structs.replace(each, **truth) if each is form else each for each in drawn.forms]
    return Drawn(document=msgspec.structs.replace(drawn.document, blocks=blocks), forms=forms)


def figured(table: Table, where: Area, name: str) -> int | None:
    """The column whose cells are these figures of the truth."""
    wanted = [getattr(row, name) for row in where.form.rows]
    seen = cover(table)
    if any(value is None for value in wanted) or len(set(wanted)) < 2:
        return None
    for column in range(1, table.columns + 1):
        cells = [seen.get((row, column)) for row in where.rows]
        if all(
            c is not None and c.colspan == 1 and c.rowspan == 1 and _is(c.text, v)
            for c, v in zip(cells, wanted, strict=True)
        ):
            return column
    return None


def _is(text: str, value: Decimal) -> bool:
    try:
        return Decimal(text.strip()) == value
    except ArithmeticError:
        return False


def shifted(where: Area, row: int) -> Area:
    """The area after a row was put in."""
    rows = [r + (r >= row) for r in where.rows]
    total = where.total + (where.total >= row) if where.total else None
    return msgspec.structs.replace(where, rows=rows, total=total)
