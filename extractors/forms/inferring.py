"""Roles that the cells under a heading tell where nobody knows its words: levels, names, targets, results."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.forms import vocabulary
from extractors.forms.block import Block
from extractors.forms.columns import MEASURED, Column
from extractors.forms.contents import content
from extractors.forms.evidence import cells_of

_OPEN = frozenset({None, "category", "explanation", "side"})  # roles that the cells may correct
_SIGNED = regex.compile(r"\s*+(?:[≥≧≤≦=＝═<>＜＞]|不[少低超高大小多]|大于|小于)")
_TAIL = regex.compile(r"[^\d]*+$")
_WORDS = {
    "level1": "一级指标", "level2": "二级指标", "level3": "指标名称", "target": "指标值", "actual": "完成值",
    "side": "整块的名称",
}  # fmt: skip


def infer(block: Block) -> str | None:
    """Give one column of an indicator table the role that its cells tell; says so, None where there is none.

    Names of levels by their usual words (数量指标 …) or by their merged cells left of the name, the name
    by being another one in each row, the target by its signs, the result by the target's units.
    """
    if block.header.context != "indicators":
        return None
    for column, role in _told(block):
        index = block.header.columns.index(column)
        for header in {id(h): h for h in [block.header, *(h for _, h in block.rows)]}.values():
            header.columns[index].role = role
        return f"表头“{column.text}”没有收录，按其下的内容理解为{_WORDS[role]}，请核对"
    return None


def _told(block: Block) -> Iterator[tuple[Column, str]]:
    yield from _usual(block)
    yield from _side(block)
    yield from _name(block)
    yield from _levels(block)
    yield from _values(block)


def _usual(block: Block) -> Iterator[tuple[Column, str]]:
    """Levels by the names usual at them; both in one cell (产出指标-数量指标) is the first."""
    for column in block.header.columns:
        if not column.slots or not _is_open(column):
            continue
        texts = cells_of(block, column)
        for role in ("level2", "level1"):
            usual = [t for t in texts if role in (vocabulary.level(t) or ())]
            pairs = [t for t in texts if vocabulary.both_levels(t)] if role == "level1" else []
            count = max(len(usual), len(pairs))
            if role not in block.header.roles and count >= 2 and count * 2 >= len(texts):
                yield column, role


def _is_open(column: Column) -> bool:
    """A column without a role of its own: also 指标类别, which is a level only by its place."""
    return column.role in _OPEN or (
        column.role == "level1" and vocabulary.role("indicators", column.text) == "category"
    )


def _left(block: Block) -> list[Column]:
    """The columns of words before the first measured one."""
    columns = block.header.columns
    first = next((i for i, c in enumerate(columns) if _is_measured(c)), len(columns))
    return [column for column in columns[:first] if column.slots and _is_worded(block, column)]


def _is_measured(column: Column) -> bool:
    return bool(set((column.role or "").split("/")) & (MEASURED | {"sign", "unit", "adjusted_target"}))


def _is_worded(block: Block, column: Column) -> bool:
    texts = cells_of(block, column)
    words = sum(1 for text in texts if content(text) == "text" and not _SIGNED.match(text))
    return len(texts) >= 2 and words * 10 >= len(texts) * 7


def _side(block: Block) -> Iterator[tuple[Column, str]]:
    """绩效指标 merged down beside the whole table names the block, not its rows."""
    first = block.header.columns[0]
    if (
        first.role == "name"
        and len(cells_of(block, first)) <= 1
        and any(c is not first for c in _left(block))
    ):
        yield first, "side"


def _name(block: Block) -> Iterator[tuple[Column, str]]:
    """Where no heading means the indicator itself: the last column of words, another one in each row."""
    if block.header.roles & {"level3", "name"}:
        return
    for column in _left(block)[-1:]:
        texts = cells_of(block, column)
        if column.role in _OPEN and len(set(texts)) * 10 >= len(texts) * 8:
            yield column, "level3"


def _levels(block: Block) -> Iterator[tuple[Column, str]]:
    """Columns of words left of the name, each word over several rows: the levels, from the left."""
    columns, roles = block.header.columns, block.header.roles
    at = next((i for i, column in enumerate(columns) if column.role in ("level3", "name")), 0)
    free = [c for c in _left(block) if c.role in _OPEN and columns.index(c) < at and _is_grouping(block, c)]
    if not free or {"level1", "level2"} <= roles:
        return
    second = next((i for i, column in enumerate(columns) if column.role == "level2"), at)
    if "level1" not in roles and columns.index(free[0]) < second:
        yield free[0], "level1"
    elif "level1" in roles and columns.index(free[-1]) > [c.role for c in columns].index("level1"):
        yield free[-1], "level2"


def _is_grouping(block: Block, column: Column) -> bool:
    return 2 <= len(set(cells_of(block, column))) < len(block.rows)


def _values(block: Block) -> Iterator[tuple[Column, str]]:
    roles, columns = block.header.roles, block.header.columns
    unknown = [column for column in columns if column.role is None and column.slots]
    if not roles & {"target", "initial_target", "adjusted_target"}:
        for column in unknown:
            texts = cells_of(block, column)
            signed = [text for text in texts if _SIGNED.match(text) and any(c.isdigit() for c in text)]
            if len(signed) >= 2 and len(signed) * 10 >= len(texts) * 6:
                yield column, "target"
    elif not roles & {"actual", "review_actual"} and (target := block.header.first("target")):
        units = _units(block, target)
        for column in unknown:
            own = _units(block, column)
            if len(own) == len(units) and len(set(own)) > 1 and sorted(own) == sorted(units):
                yield column, "actual"


def _units(block: Block, column: Column) -> list[str]:
    """What stands after the figures of a column: 家, %, 万元."""
    figures = [text for text in cells_of(block, column) if any(c.isdigit() for c in text)]
    return [found.group().strip() for text in figures if (found := _TAIL.search(text))]
