"""Roles that depend on their neighbours: near matches, side labels, levels, doubled headings."""

from __future__ import annotations

from extractors.forms import titles, vocabulary
from extractors.forms.columns import MEASURED, MONEY, NAMES, Column
from extractors.forms.normalise import heading, key


def settle(context: str, columns: list[Column]) -> None:
    """Near matches, side labels and roles that depend on their neighbours."""
    known = [i for i, column in enumerate(columns) if column.role]
    for column in columns[known[0] :]:
        text = column.slots[-1].text if column.slots else ""
        if column.role is None and text and vocabulary.role(context, text) is None:
            column.near = vocabulary.near(context, text)
            if isinstance(column.near, vocabulary.Match):
                column.role = column.near.role
    if context == "funds":
        _side_money(columns)
    _side_first(columns)
    _earlier_budget(columns)
    doubled(columns)
    further = {
        "indicators": _settle_indicators,
        "funds": _settle_funds,
        "goals": _settle_goals,
        "remarks": _settle_remarks,
    }.get(context)
    if further:
        further(columns)


def doubled(columns: list[Column]) -> None:
    """Roles printed over two columns: an earlier year's, a second scorer's, a second unit."""
    _earlier_years(columns)
    _single(columns)


_SINGLE = ("score", "weight", "actual", "target", "budget", "executed", "initial", "rate")


def _single(columns: list[Column]) -> None:
    """A role printed over two columns belongs to the first; the other is kept apart.

    `指标值 | 单位 | 完成值 | 单位`: the second unit is the completion value's.
    """
    exact = {column.role for column in columns if column.near is None}
    seen: set[str] = set()
    for i, column in enumerate(columns):
        if column.near is not None and column.role in _SINGLE and column.role in exact:
            column.role = column.near = None  # another column is called so: the cells may tell this one
        role = column.role
        beside_level = i > 0 and columns[i - 1].role in ("level1", "level2")
        if role in ("unit", "sign") and "actual" in seen and role in seen:
            column.role = f"actual_{role}"
        elif role in _SINGLE and role in seen and not (role == "weight" and beside_level):
            column.role = f"other_{role}"
        if not (role == "weight" and beside_level):
            seen.add(role or "")


def _settle_indicators(columns: list[Column]) -> None:
    _categories(columns)
    levels = [i for i, column in enumerate(columns) if column.role in ("level1", "level2", "level3")]
    names = [i for i, column in enumerate(columns) if column.role == "name"]
    first = levels[0] if levels else names[-1] if names else 0
    if len(levels) == 1 and any(column.role in MEASURED for column in columns[:first]):
        first = 0  # one level right of the measures: the names are what stands left of them
    for i, column in enumerate(columns):
        if i < first and column.role in ("name", None):
            column.role = "side"
        elif column.role == "weight" and i and columns[i - 1].role in ("level1", "level2"):
            after = next((other for other in columns[i + 1 :] if other.slots), None)
            if after is not None and after.role in NAMES:
                column.role = f"{columns[i - 1].role}_weight"
        elif column.role == "name" and len(levels) >= 1:
            column.role = "explanation" if any(c.role == "level3" for c in columns) else "level3"
    if levels and not any(c.role in ("level3", "name") for c in columns):
        columns[levels[-1]].role = "level3"  # the deepest name is the indicator's
    settle_targets(columns)
    _demote(columns, "reason", "remark", keep=_strongest_reason(columns))
    if any(c.role == "scaled_score" for c in columns):
        for column in columns:
            column.role = {"scaled_score": "score", "score": "raw_score"}.get(column.role or "", column.role)


def _categories(columns: list[Column]) -> None:
    """指标类别 left of 指标名称 is a level where no column is called one."""
    roles = [column.role for column in columns]
    if "category" in roles and "level1" not in roles and {"name", "level3"} & set(roles):
        columns[roles.index("category")].role = "level1"


def settle_targets(columns: list[Column]) -> None:
    """Of opening and adjusted targets each is told by the other; one alone is the target."""
    roles = {column.role for column in columns}
    for column in columns:
        if column.role == "target" and "adjusted_target" in roles and "initial_target" not in roles:
            column.role = "initial_target"
        elif column.role == "initial_target" and not roles & {"target", "adjusted_target"}:
            column.role = "target"


def _strongest_reason(columns: list[Column]) -> int | None:
    reasons = [i for i, column in enumerate(columns) if column.role == "reason"]
    return next(
        (i for i in reasons if "原因" in columns[i].text or "偏差" in columns[i].text),
        reasons[0] if reasons else None,
    )


def _demote(columns: list[Column], role: str, to: str, keep: int | None) -> None:
    for i, column in enumerate(columns):
        if column.role == role and i != keep:
            column.role = to


def _settle_funds(columns: list[Column]) -> None:
    """The label column is the last one before the money; what stands before it is a side label."""
    first = next((i for i, column in enumerate(columns) if column.role in MONEY), len(columns))
    for i, column in enumerate(columns[:first]):
        column.role = "label" if i == first - 1 else "side"


def _earlier_budget(columns: list[Column]) -> None:
    """预算批复数 | 预算调整数: of two budgets the adjusted one counts, the other is the opening one."""
    budgets = [column for column in columns if column.role == "budget"]
    if len(budgets) == 2 and not any(c.role == "initial" for c in columns):
        adjusted = next((c for c in budgets if "调整" in c.text), None)
        if adjusted is not None:
            for column in budgets:
                column.role = "budget" if column is adjusted else "initial"


def _earlier_years(columns: list[Column]) -> None:
    """2020年完成值 beside 实际完成值: a column of an earlier year is no result of this one."""
    for role in ("target", "actual"):
        same = [(column, titles.year(column.text)) for column in columns if column.role == role]
        latest = max((year or 9999 for _, year in same), default=0)
        for column, year in same:
            if len(same) > 1 and year and year < latest:
                column.role, column.near = "previous", None


def _side_first(columns: list[Column]) -> None:
    """A first heading names the block where another column has its role, and it only resembles that role
    or stands as a target before the levels: 年度目标 | 一级指标 | … | 目标值."""
    first = columns[0]
    goal = first.role == "target" and any(c.role in NAMES for c in columns[1:2])
    if (first.near is not None or goal) and any(c.role == first.role for c in columns[1:]):
        first.role = "side"


def _side_money(columns: list[Column]) -> None:
    """`年度预算数（万元）` left of 年初预算 and 调整后预算数 names the rows, not a stage."""
    money = [column for column in columns if column.role in MONEY]
    same = [column for column in money if column.role == money[0].role] if money else []
    if len(same) > 1 and vocabulary.data()["funds"]["side"].get(key(heading(money[0].text).key)):
        money[0].role = "label"


def _settle_remarks(columns: list[Column]) -> None:
    first = next(i for i, column in enumerate(columns) if column.role == "statement")
    for i, column in enumerate(columns[:first]):
        column.role = "topic" if i == first - 1 else "side"


def _settle_goals(columns: list[Column]) -> None:
    if columns[0].role and any(column.role == columns[0].role for column in columns[1:]):
        columns[0].role = "side"
    targets = [i for i, column in enumerate(columns) if column.role == "goal_target"]
    first = next(i for i, column in enumerate(columns) if column.role in ("goal_actual", "goal_adjusted"))
    before = [i for i in targets if i < first]
    for i in targets:
        columns[i].role = "goal_target" if not before or i == before[-1] else "side"
    for i in range(before[-1] if before else 0):
        columns[i].role = "side"
