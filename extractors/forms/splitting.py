"""One heading over the levels and the name of an indicator, cut into its columns."""

from __future__ import annotations

from extractors.forms import rows as kinds
from extractors.forms import vocabulary
from extractors.forms.block import Block
from extractors.forms.columns import NAMES, Column
from extractors.forms.grid import Row, Slot

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
        starts = _starts(rows, column)
        if len(starts) in (2, 3) and rows and _stand_so(rows, column, len(starts)):
            at = header.columns.index(column)
            header.columns[at : at + 1] = _parts(column, starts)


def _is_item(row: Row) -> bool:
    return len(row.filled) > 1 and not kinds.is_total(row) and not kinds.is_subtotal(row)


def _stand_so(rows: list[Row], column: Column, width: int) -> bool:
    stacks = [_within(row, column) for row in rows]
    whole = [
        stack for stack in stacks if len(stack) == width and all(slot.stop <= column.stop for slot in stack)
    ]
    if len(whole) < _SHARE * len(rows):
        return False
    fronts = [slot.text for stack in whole for slot in stack[:-1] if slot.text]
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
