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
        width = column.stop - column.start
        rows = [row for row, own in block.rows[:_MOST] if own is header and _is_item(row)]
        if width in (2, 3) and rows and _stand_so(rows, column, width):
            at = header.columns.index(column)
            header.columns[at : at + 1] = _parts(column, width)


def _is_item(row: Row) -> bool:
    return len(row.filled) > 1 and not kinds.is_total(row) and not kinds.is_subtotal(row)


def _stand_so(rows: list[Row], column: Column, width: int) -> bool:
    stacks = [_within(row, column) for row in rows]
    whole = [stack for stack in stacks if len(stack) == width and all(slot.span == 1 for slot in stack)]
    if len(whole) < _SHARE * len(rows):
        return False
    fronts = [slot.text for stack in whole for slot in stack[:-1] if slot.text]
    known = [text for text in fronts if vocabulary.level(text) or vocabulary.both_levels(text)]
    return len(known) >= max(1, _SHARE * len(fronts))


def _within(row: Row, column: Column) -> list[Slot]:
    return [slot for slot in row.slots if column.start <= slot.column < column.stop]


def _parts(column: Column, width: int) -> list[Column]:
    return [
        Column(
            role=role,
            start=column.start + i,
            stop=column.start + i + 1,
            slots=column.slots if i + 1 == width else [],
        )
        for i, role in enumerate(_LEVELS[-width:])
    ]
