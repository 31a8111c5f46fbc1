"""What the cells under a column say about it, where its heading does not."""

from __future__ import annotations

from extractors.forms.aligning import assign
from extractors.forms.block import Block
from extractors.forms.columns import Column
from extractors.forms.contents import content

_NOTES = frozenset(
    {"standard", "explanation", "evidence", "remark", "core", "state", "completion", "deviation", "category"}
)


def is_note(column: Column) -> bool:
    return column.role in _NOTES


def in_figures(block: Block, column: Column) -> bool:
    """True where a column for words holds mostly plain numbers."""
    texts = cells_of(block, column)
    return (
        bool(texts)
        and sum(1 for text in texts if content(text) in ("points", "number")) * 10 >= len(texts) * 7
    )


def cells_of(block: Block, column: Column) -> list[str]:
    """What is printed under a column, blanks and repetitions of merged cells aside."""
    index = block.header.columns.index(column)
    found = [slot for row, header in block.rows for slot in assign(row, header).get(index, ())]
    return [slot.text for slot in found if slot.text and not slot.carried]


def row_weights(block: Block) -> None:
    """Weights beside a level that are printed once a row, not once a name, are the rows' own."""
    columns = block.header.columns
    for i, column in enumerate(columns):
        beside = column.role in ("level1_weight", "level2_weight") and "weight" not in block.header.roles
        if beside and len(cells_of(block, column)) > len(cells_of(block, columns[i - 1])):
            column.role = "weight"
