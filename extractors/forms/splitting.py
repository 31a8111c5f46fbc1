"""One heading over the levels and the name of an indicator, cut into its columns."""

from __future__ import annotations

from collections import Counter

import msgspec

from extractors.forms import rows as kinds
from extractors.forms import vocabulary
from extractors.forms.block import Block
from extractors.forms.columns import NAMES, Column
from extractors.forms.grid import Row, Slot
from extractors.forms.headers import Header

_LEVELS = ("level1", "level2", "level3")
_SHARE = 0.8  # of the rows that stand so
_MOST = 60  # rows looked at


def split_names(block: Block) -> None:
    """Cut 绩效指标 over 产出指标 | 数量指标 | 新建公路里程 into three columns, where the grid shows them.

    Only where no other column is a level, and what stands in front of the names is known as levels.
    """
    for header in {id(header): header for header in [block.header, *(own for _, own in block.rows)]}.values():
        named = [column for column in header.columns if column.role in NAMES]
        if header.context != "indicators" or len(named) != 1:
            continue
        column = named[0]
        rows = [row for row, own in block.rows[:_MOST] if own is header and _is_item(row)]
        if rows and not rows[0].exact:
            _split_ragged(header, column, rows)
            continue
        starts = _starts(rows, column)
        if len(starts) in (2, 3) and rows and _stand_so(rows, column, starts):
            at = header.columns.index(column)
            header.columns[at : at + 1] = _parts(column, starts)


def _split_ragged(header: Header, column: Column, rows: list[Row]) -> None:
    """The same where no grid tells merges: rows have some cells more than there are headings."""
    (more, times), at = (
        Counter(len(row.slots) for row in rows).most_common(1)[0],
        header.columns.index(column),
    )
    width = more - len(header.columns) + 1
    stacks = [row.slots[at : at + width] for row in rows if len(row.slots) == more]
    said = [i for i in range(width) if any(stack[i].text for stack in stacks)]
    if len(said) not in (2, 3) or said[-1] != width - 1 or times < _SHARE * len(rows):
        return
    if not _known([[stack[i] for i in said] for stack in stacks]):
        return
    whole = msgspec.structs.replace(column, stop=column.start + width)
    parts = _parts(whole, [column.start + i for i in said])
    blank = [Column(None, column.start + i, column.start + i + 1, []) for i in range(width) if i not in said]
    for part in parts[:-1]:
        part.stop = part.start + 1
    for later in header.columns[at + 1 :]:
        later.start, later.stop = later.start + width - 1, later.stop + width - 1
    header.columns[at : at + 1] = sorted([*parts, *blank], key=lambda part: part.start)


def _is_item(row: Row) -> bool:
    return len(row.filled) > 1 and not kinds.is_total(row) and not kinds.is_subtotal(row)


def _stand_so(rows: list[Row], column: Column, starts: list[int]) -> bool:
    """True where nearly every row has a cell, blank or not, at each of these grid columns."""
    stacks = [[slot for slot in row.slots if slot.column in starts] for row in rows]
    whole = [stack for stack in stacks if len(stack) == len(starts) and stack[-1].stop <= column.stop]
    return len(whole) >= _SHARE * len(rows) and _known(whole)


def _known(stacks: list[list[Slot]]) -> bool:
    """True where nearly all that stands in front of the names is usual for levels."""
    fronts = [slot.text for stack in stacks for slot in stack[:-1] if slot.text]
    known = [text for text in fronts if vocabulary.level(text) or vocabulary.both_levels(text)]
    return len(known) >= max(1, _SHARE * len(fronts))


def _starts(rows: list[Row], column: Column) -> list[int]:
    """The grid columns under the heading in which some row says something."""
    said = {slot.column for row in rows for slot in _within(row, column)}
    return sorted(at for at in said if column.start <= at < column.stop)


def _within(row: Row, column: Column) -> list[Slot]:
    """The cells of a row under the heading, blank ones aside."""
    return [slot for slot in row.slots if column.start <= slot.column < column.stop and slot.text]


def _parts(column: Column, starts: list[int]) -> list[Column]:
    width = len(starts)
    stops = [*starts[1:], column.stop]
    return [
        Column(role=role, start=start, stop=stop, slots=column.slots if i + 1 == width else [])
        for i, (role, start, stop) in enumerate(zip(_LEVELS[-width:], starts, stops, strict=True))
    ]
