"""Main tasks of a year with the money of each: 任务名称 | 完成情况 | 预算数 | 执行数."""

from __future__ import annotations

from extractors.forms.block import Block, Cells, Read


def claims(block: Block) -> bool:
    """A header with a task column beside a money column."""
    return block.header.context == "tasks"


def read(block: Block) -> Read:
    """No record, as a task is no source of money: every cell is marked with its role."""
    out = Read()
    for row, header in block.rows:
        cells = Cells(row, header, out.uses)
        cells.mark()
        for slot in row.filled:
            out.uses.setdefault(slot.at, "task")
    return out
