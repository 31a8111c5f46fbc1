"""A form's tables as they were read: what each column was taken for, what was left over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from extractors.records import Cell
from pipeline.terminal import safe

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_ROLES = """
level1=一级 level2=二级 level3=三级 level1_weight=一级权重 level2_weight=二级权重 target=指标值
initial_target=年初指标值 adjusted_target=调整指标值 actual=完成值 sign=符号 unit=计量单位
weight=分值 score=得分 raw_score=单项得分 reason=原因 deviation=偏差 review_actual=复核值
review_score=复核分 label=资金 initial=年初预算 budget=全年预算 arrived=到位 executed=执行
rate=执行率 surplus=结余 goal_target=年初目标 goal_adjusted=调整目标 goal_actual=完成情况
goal_rate=完成率 self_score=自评分 sequence=序号 unit_name=单位名称 project_name=项目名称
supervisor=主管部门 subordinate_count=下属单位数 amount_unit=金额单位 total_label=合计
total_weight=总分值 total_score=总分 total_review_score=复核总分 grade=等级 person=人员
name=名称 core=核心指标 factor=系数 standard=评分标准 topic=事项 statement=说明 problem=问题
explanation=内容 state=状态 text=文字 heading=标题 side=项目 other=其他
"""
ROLES = dict(pair.split("=") for pair in _ROLES.split())
"""What people call the roles in which cells are read."""

_GOALS = {"goal_target", "goal_adjusted", "goal_actual", "goal_rate"}
_ROWS = {"level3", "target", "actual", "level2"}
_MONEY = {"budget", "executed", "initial", "arrived", "surplus", "self_score", "label"}
_PROSE = {"text", "heading"}
_LONGEST = 60
_DOUBTFUL = 0.8
_MARK, _DOUBT, _OVER = "✗", "?", "over"
_BLANK = {"ignored:empty_row", "ignored:placeholder"}


class Region(msgspec.Struct, frozen=True):
    """Rows of one kind that follow each other: indicators, money, goals, single cells."""

    kind: str
    rows: list[list[Cell]]


def tables(cells: Iterable[Cell]) -> Iterator[RenderableType]:
    """The tables of a form for the terminal, region by region; cells that nobody used are marked."""
    from rich.text import Text

    by_table: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        by_table[cell.table_at].append(cell)
    for held in by_table.values():
        for region in regions(held):
            if region.kind == "single":
                yield from _singles(region)
            elif region.kind != "prose":
                yield Text()
                if captions := _captions(region):
                    yield captions
                yield _grid(region)


def tally(cells: Sequence[Cell]) -> str:
    """How many cells with text were used, knowingly left out, left over."""
    printed = [cell for cell in cells if cell.text.strip()]
    ignored = sum((cell.use or "").startswith("ignored:") for cell in printed)
    over = sum(cell.use is None for cell in printed)
    told = f"有字的单元格 {len(printed)}：读入 {len(printed) - ignored - over}，表头等 {ignored}"
    return f"{told}，未用 {over}（标 {_MARK}）" if over else f"{told}，没有未用的"


def regions(cells: Iterable[Cell]) -> list[Region]:
    """The rows of one table, those of one kind together; a printed heading goes with what follows it."""
    lines = [list(row) for _, row in groupby(sorted(cells, key=_place), key=lambda cell: cell.row)]
    kinds: list[str] = []
    following = "single"
    for line in reversed(lines):
        kind = _kind(line)
        following = following if kind == "heading" else kind or following
        kinds.append(following)
    pairs = zip(reversed(kinds), lines, strict=True)
    return [
        Region(kind, [line for _, line in held]) for kind, held in groupby(pairs, key=lambda pair: pair[0])
    ]


def roles(region: Region) -> dict[int, str | None]:
    """What each printed column was read as: None for different things, "" for nothing but headings."""
    seen: dict[int, Counter[str]] = defaultdict(Counter)
    for row in region.rows:
        for cell in row:
            if cell.text.strip():
                seen[cell.column][_role(cell)] += 1
    out: dict[int, str | None] = {}
    for column, counts in sorted(seen.items()):
        named = {role: count for role, count in counts.items() if role}
        most = max(named, key=lambda role: named[role], default="")
        alike = not named or (most != _OVER and named[most] * 2 > sum(named.values()))
        out[column] = most if alike else None
    return out


def _role(cell: Cell) -> str:
    """The role that a cell gives its column: none of its own for headings, labels, totals."""
    if cell.use is None:
        return _OVER
    if cell.use.startswith("label:"):
        return "side"
    return "" if cell.use.startswith(("ignored:", "total_")) else cell.use


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column


def _kind(row: list[Cell]) -> str:
    """What a row is; nothing for a blank one, "heading" for one of printed column headings."""
    uses = {cell.use or "" for cell in row if cell.text.strip()}
    for kind, marks in (("indicators", _ROWS), ("goals", _GOALS), ("money", _MONEY), ("prose", _PROSE)):
        if uses & marks:
            return kind
    if uses and all(use.startswith("ignored:") for use in uses):
        return "heading" if len(uses) == 1 and uses == {"ignored:header"} else ""
    return "single" if uses else ""


def _singles(region: Region) -> Iterator[RenderableType]:
    """Cells that stand alone, each with its role, on as few lines as fit."""
    from rich.text import Text

    told = [
        _shown(cell, named=True)
        for row in region.rows
        for cell in row
        if cell.text.strip() and not (cell.use or "").startswith(("label:", "ignored:"))
    ]
    if told:
        yield Text("　").join(told)


def _captions(region: Region) -> Text | None:
    """Titles printed at the side of the rows, in columns where nothing else stands."""
    from rich.text import Text

    beside = {column for column, role in roles(region).items() if role == ""}
    told = [safe(cell.text.strip()) for row in region.rows for cell in row if cell.column in beside]
    return Text("　".join(filter(None, told)), style="dim italic") if any(told) else None


def _grid(region: Region) -> RenderableType:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    columns = {c: role for c, role in roles(region).items() if role != ""}
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    for role in columns.values():
        table.add_column(Text(ROLES.get(role or "", role or "－")), overflow="fold")
    for row in region.rows:
        found = {cell.column: cell for cell in row if cell.text.strip() and cell.column in columns}
        if any((cell.use or "") not in _BLANK for cell in found.values()) and not _is_caption(found):
            table.add_row(
                *(
                    _shown(found[c], named=role != found[c].use) if c in found else Text()
                    for c, role in columns.items()
                )
            )
    return table


def _is_caption(found: dict[int, Cell]) -> bool:
    """A row with nothing but one printed title."""
    return len(found) == 1 and all((cell.use or "").startswith("ignored:") for cell in found.values())


def _shown(cell: Cell, named: bool) -> Text:
    """A cell's text: left over, left out, doubtful or read as something else than its column is told."""
    from rich.text import Text

    text = safe(cell.text.strip())
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    if cell.use is None:
        return Text(f"{_MARK}{text}", style="bold red")
    if cell.use.startswith(("ignored:", "label:")):
        return Text(text, style="dim italic")
    style = "yellow" if cell.confidence is not None and cell.confidence < _DOUBTFUL else ""
    name = f"{ROLES.get(cell.use, cell.use)}：" if named and "：" not in text else ""
    return Text(f"{name}{text}{_DOUBT if style else ''}", style=style)
