"""Makes one table of its parts on several pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import msgspec

from extractors.document import Cell, Table
from extractors.readers.pages import continuing
from extractors.readers.pages.grid import boundaries, nearest
from extractors.readers.pages.layout import Part, Slot
from extractors.readers.pages.lines import lowest

_NEAR = 4.5  # points between two boundaries that are one


class Chain(msgspec.Struct, kw_only=True):
    """A table so far: its cells, columns counted on `xs`, boundaries from 0 in the first part's width."""

    parts: list[Part]
    xs: list[float]
    slots: list[Slot]
    rows: int
    above: list[str] = []  # the lines right above it


def chain(part: Part, above: Sequence[str] = ()) -> Chain:
    """A table that begins with this part."""
    width = part.xs[-1] - part.xs[0]
    xs = [0.0, *continuing.inner(part.xs, width), width]
    return Chain(parts=[part], xs=xs, slots=list(part.slots), rows=len(part.ys) - 1, above=list(above))


def extend(table: Chain, part: Part) -> None:
    """The table goes on with another page's part."""
    width = table.xs[-1]
    own = [0.0, *continuing.inner(part.xs, width), width]
    xs = boundaries([*table.xs, *own], _NEAR)
    known = [_moved(slot, table.xs, xs, 0) for slot in table.slots]
    skip = continuing.repeated_rows(known, part.slots)
    new = [_moved(slot, own, xs, skip) for slot in part.slots if slot.row >= skip]
    first = [slot for slot in new if slot.row == 0]
    upper = [_above(known, slot, table.rows) for slot in first]
    if continuing.is_cut(upper, first):
        _join_row(upper, first)
        gone, shift = first, table.rows - 1
    else:
        gone, shift = _carry_merges(upper, first), table.rows
    new = [slot for slot in new if not any(slot is other for other in gone)]
    for slot in new:
        slot.row += shift
    table.slots = known + new
    table.xs = xs
    table.rows = shift + len(part.ys) - 1 - skip
    table.parts.append(part)


def whole(table: Chain) -> Table:
    """The document's table; every cell keeps the place where it begins."""
    return Table(
        at=table.parts[0].at,
        rows=table.rows,
        columns=len(table.xs) - 1,
        cells=[_cell(slot) for slot in sorted(table.slots, key=lambda s: (s.row, s.column))],
    )


def _cell(slot: Slot) -> Cell:
    return Cell(
        row=slot.row + 1,
        column=slot.column + 1,
        text=slot.text,
        at=slot.at,
        rowspan=slot.rowspan,
        colspan=slot.colspan,
        tables=[whole(chain(part)) for part in slot.tables],
        confidence=slot.confidence,
    )


def _moved(slot: Slot, old: Sequence[float], new: Sequence[float], skip: int) -> Slot:
    """A cell counted on other boundaries, some rows further up."""
    column = nearest(new, old[slot.column])
    span = nearest(new, old[slot.column + slot.colspan]) - column
    return msgspec.structs.replace(slot, column=column, colspan=span, row=slot.row - skip)


def _above(known: list[Slot], slot: Slot, rows: int) -> Slot | None:
    """The cell with the same columns that reaches the end of the table so far."""
    for other in known:
        if (
            other.column == slot.column
            and other.colspan == slot.colspan
            and other.row + other.rowspan == rows
        ):
            return other
    return None


def _join_row(upper: Sequence[Slot | None], first: Sequence[Slot]) -> None:
    """Both halves of a row that the page break cut become one."""
    for above, below in zip(upper, first, strict=True):
        if above is not None:
            _join(above, below)
            above.rowspan += below.rowspan - 1


def _carry_merges(upper: Sequence[Slot | None], first: Sequence[Slot]) -> list[Slot]:
    """Leading cells that go on with the merged cell above them; these are returned."""
    pairs = list(takewhile(lambda pair: continuing.goes_on(*pair), zip(upper, first, strict=True)))
    if len(pairs) == len(first):  # an empty row
        return []
    for above, below in pairs:
        assert above is not None
        _join(above, below)
        above.rowspan += below.rowspan
    return [below for _, below in pairs]


def _join(above: Slot, below: Slot) -> None:
    """The text of a cell goes on overleaf."""
    if below.texts:
        above.at = above.at if above.texts else below.at
        head, last = above.texts[:-1], above.texts[-1:] or [""]
        above.texts = [*head, last[0] + below.texts[0], *below.texts[1:]]
        above.room, above.size = below.room, below.size
        above.confidence = lowest([above.confidence, below.confidence])
