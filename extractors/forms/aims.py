"""Goals that stand in columns of their own beside the indicators: told by long texts in few cells."""

from __future__ import annotations

from extractors.forms import rows as kinds
from extractors.forms import vocabulary
from extractors.forms.block import Block
from extractors.forms.columns import NAMES, Column
from extractors.forms.contents import content
from extractors.forms.evidence import cells_of
from extractors.forms.grid import Row
from extractors.forms.morphemes import scores
from extractors.forms.normalise import key
from extractors.forms.settling import settle_targets

_OPEN = frozenset(
    {
        None,
        "side",
        "target",
        "other_target",
        "initial_target",
        "actual",
        "other_actual",
        "category",
        "explanation",
        "level1",
    }
)
_TEXT = 12  # characters of a goal on an average
_SAID = 0.3  # how much a heading must say for a goal
_WORDS = ("目标", "任务", "完成", "实现")


def find_goals(block: Block) -> None:
    """Name the columns in front of the names that hold goals: 年度目标 | 一级指标 | 二级指标 …

    Such a column took the role of the targets; the column that was called so too has it now.
    """
    columns = block.header.columns
    _filled(block)
    first = next((i for i, c in enumerate(columns) if i and c.role in NAMES | {"sequence"}), 0)
    if block.header.context != "indicators" or not first:
        return
    found = [column for column in columns[:first] if column.role in _OPEN and _is_goal(block, column)]
    for column, role in zip(found, _roles(found), strict=True):
        column.role, column.near, column.told = role, None, False
    for column in columns[:first]:
        if column.role in ("target", "actual") and not cells_of(block, column):
            column.role, column.near = "side", None  # says nothing, and stands before the names
    if found:
        _freed(columns)


def _filled(block: Block) -> None:
    """Of two columns of one role the one that says something has it."""
    columns = block.header.columns
    for other in [column for column in columns if (column.role or "").startswith("other_")]:
        role = str(other.role).removeprefix("other_")
        own = next((column for column in columns if column.role == role), None)
        if own is not None and not cells_of(block, own) and cells_of(block, other):
            own.role, other.role = other.role, role


def _is_goal(block: Block, column: Column) -> bool:
    """A heading of goals over few texts, each of some length, none of them a level or a figure."""
    if not any(word in key(column.text) for word in _WORDS):
        return False
    rows = [(row, own) for row, own in block.rows if len(row.filled) > 1 and not _sums(row)]
    texts = cells_of(Block(header=block.header, rows=rows), column)
    if not texts or any(content(text) != "text" or vocabulary.level(text) for text in texts):
        return False
    return sum(map(len, texts)) >= _TEXT * len(texts) and len(set(texts)) < max(2, len(rows))


def _sums(row: Row) -> bool:
    return kinds.is_total(row) or kinds.is_subtotal(row)


def _roles(found: list[Column]) -> list[str]:
    """The completion stands beside the goal that it is of."""
    said = [scores("goals", column.text) for column in found]
    done = [one.get("goal_actual", 0.0) > max(_SAID, one.get("goal_target", 0.0)) for one in said]
    return ["goal_actual" if each else "goal_target" for each in done]


def _freed(columns: list[Column]) -> None:
    for role in ("target", "actual"):
        other = next((column for column in columns if column.role == f"other_{role}"), None)
        if other is not None and not any(column.role == role for column in columns):
            other.role = role
    settle_targets(columns)
