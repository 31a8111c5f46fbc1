"""Header rows: which row prints headings, and which role each column has."""

from __future__ import annotations

import msgspec

from extractors.forms import vocabulary
from extractors.forms.contents import content
from extractors.forms.grid import Row, Slot
from extractors.forms.normalise import heading, key

_FIGURES = frozenset({"points", "number", "percent", "measure"})
NAMES = frozenset({"level1", "level2", "level3", "name"})
FACTS = frozenset({"actual", "score", "scaled_score", "raw_score", "review_score", "review_actual"})
MONEY = frozenset({"initial", "budget", "arrived", "executed", "surplus", "rate"})


class Column(msgspec.Struct):
    """One column under a header: its role, its grid columns, what its heading's notes say."""

    role: str | None
    start: int
    stop: int
    slots: list[Slot]  # the header cells over it, top to bottom
    unit: str | None = None
    weight: object = None
    near: vocabulary.Match | vocabulary.Ambiguous | None = None  # where no exact wording was found

    @property
    def text(self) -> str:
        """The heading as printed, for messages."""
        return "/".join(slot.text for slot in self.slots if slot.text)


class Header(msgspec.Struct):
    """A recognised header: what it is a header of, its columns, how many rows it takes."""

    context: str  # indicators | funds | goals | summary
    columns: list[Column]
    rows: list[Row]
    mode: str = ""  # how rows that do not fit it are aligned: by content, or in order from left or right

    @property
    def roles(self) -> set[str]:
        """The roles that it has."""
        return {column.role for column in self.columns if column.role}

    @property
    def keys(self) -> tuple[str, ...]:
        """Its headings as compared: a repeated header has the same."""
        return tuple(key(column.text) for column in self.columns if column.text)

    def first(self, *roles: str) -> Column | None:
        """The first column with one of these roles."""
        return next((column for column in self.columns if column.role in roles), None)


def _paths(rows: list[Row]) -> list[list[Slot]]:
    """For each column of the lowest header row, the header cells over it, top to bottom."""
    lowest = rows[-1]
    paths: list[list[Slot]] = []
    for slot in lowest.slots:
        path: list[Slot] = []
        for row in rows[:-1]:
            over = [s for s in row.slots if s.column <= slot.column < s.stop and s.text]
            path.extend(s for s in over[:1] if all(s.at != seen.at for seen in path))
        if slot.text and all(slot.at != seen.at for seen in path):
            path.append(slot)
        paths.append(path)
    return paths


def _ragged_paths(upper: Row, lower: Row) -> list[list[Slot]]:
    """The same where merges are unknown: blanks of the lower row stand under unsplit headings.

    Blank cells and runs of sub-headings are met with the headings above in order, from the
    left and, where groups touch each other, from the right too.
    """
    paths: list[list[Slot]] = [[slot] if slot.text else [] for slot in lower.slots]
    above = list(upper.slots)
    runs = sum(1 for i, path in enumerate(paths) if path and (i == 0 or not paths[i - 1]))
    groups = len(above) - sum(1 for path in paths if not path)
    _meet(paths, above, through=runs == groups)
    if runs != groups:
        _meet(paths[::-1], above[::-1], through=False)
    return paths


def _meet(paths: list[list[Slot]], above: list[Slot], through: bool) -> None:
    """Put each heading above over its blank cell, or over its whole run of sub-headings."""
    i, used = 0, 0
    while i < len(paths) and used < len(above):
        if not paths[i]:
            paths[i].append(above[used])
            i += 1
        elif not through:
            return
        else:
            while i < len(paths) and paths[i]:
                paths[i].insert(0, above[used])
                i += 1
        used += 1


def _role(context: str, path: list[Slot]) -> tuple[vocabulary.Match | None, str | None, object]:
    """What a column stands for, its unit and weight, from its stack of headings."""
    unit = weight = None
    for slot in path:
        note = heading(slot.text)
        unit, weight = note.unit or unit, note.weight or weight
    joined = ["".join(slot.text for slot in path[start:]) for start in range(len(path))]
    single = [slot.text for slot in reversed(path)]
    tries = [vocabulary.match(context, text) for text in [*joined, *single]]
    found = [match for match in tries if match is not None]
    exact = next((match for match in found if match.exact), None)
    return exact or (found[0] if found else None), unit, weight


def _columns(context: str, rows: list[Row]) -> list[Column]:
    lowest = rows[-1]
    ragged = len(rows) > 1 and not lowest.exact
    paths = _ragged_paths(rows[0], lowest) if ragged else _paths(rows)
    out = []
    for slot, path in zip(lowest.slots, paths, strict=True):
        match, unit, weight = _role(context, path)
        column = Column(None, slot.column, slot.stop, path, unit, weight)
        if match is not None:
            column.role, column.near = match.role, None if match.exact else match
        out.append(column)
    return out


def _plausible(context: str, columns: list[Column]) -> bool:
    """True where these columns can be the header of such a block."""
    roles = [column.role for column in columns if column.role and column.role != "side"]
    kinds = set(roles)
    filled = sum(1 for column in columns if column.slots and column.role != "side")
    if not kinds or len(roles) < 0.5 * filled:
        return False
    if context == "indicators":
        return bool(kinds & NAMES) and bool(kinds & (FACTS | {"target"})) and len(kinds) >= 3
    if context == "funds":
        return len(kinds & MONEY) >= 2 and bool(kinds & (MONEY - {"rate"}))
    if context == "goals":
        return {"goal_target", "goal_actual"} <= kinds
    if context == "remarks":
        return {"statement", "problem"} <= kinds
    named = bool(kinds & {"unit_name", "project_name"})
    return named and bool(kinds & {"self_score", "review_score", "grade"}) and len(kinds) >= 3


def _candidates(rows: list[Row]) -> list[tuple[int, Header]]:
    out = []
    for context in vocabulary.CONTEXTS:
        columns = _columns(context, rows)
        if len(rows) > 1 and not _heads(context, rows[0]):
            continue
        if _plausible(context, columns):
            out.append(
                (sum(1 for c in columns if c.role and c.role != "side"), Header(context, columns, rows))
            )
    return out


def _heads(context: str, upper: Row) -> bool:
    """True for an upper header row: nearly all of it is headings, as a row of labels and values is not."""
    known = sum(1 for slot in upper.filled if vocabulary.match(context, slot.text))
    return known >= 2 and known * 5 >= len(upper.filled) * 3


def _continues(upper: Row, lower: Row) -> bool:
    """True where the lower row prints sub-headings of the upper one."""
    own = lower.filled
    if lower.table != upper.table or len(own) < 2:
        return False
    known = sum(1 for slot in own if any(vocabulary.match(c, slot.text) for c in ("indicators", "funds")))
    if known < 2 or known * 3 < len(own) * 2:
        return False
    if not lower.exact:
        return len(lower.slots) > len(upper.slots)
    parents = [s for s in upper.own if s.span > 1 and s.text]
    return any(sum(1 for s in own if p.column <= s.column < p.stop) >= 2 for p in parents)


def find(rows: list[Row], index: int) -> Header | None:
    """The header that begins at this row, with a second header row where there is one.

    A row is a header where enough of its cells are headings of one context (indicator
    table, money table, goals, 汇总表); the context with most of them wins.
    """
    row = rows[index]
    if len(row.filled) < 2 or any(content(slot.text) in _FIGURES for slot in row.filled):
        return None
    found: list[tuple[int, Header]] = []
    if index + 1 < len(rows) and _continues(row, rows[index + 1]):
        found = _candidates([row, rows[index + 1]])
    found = found or _candidates([row])
    if not found:
        return None
    header = max(found, key=lambda pair: pair[0])[1]
    _settle(header)
    return header


def _settle(header: Header) -> None:
    """Near matches, side labels and roles that depend on their neighbours."""
    known = [i for i, column in enumerate(header.columns) if column.role]
    for column in header.columns[known[0] :]:
        text = column.slots[-1].text if column.slots else ""
        if column.role is None and text and vocabulary.role(header.context, text) is None:
            column.near = vocabulary.near(header.context, text)
            if isinstance(column.near, vocabulary.Match):
                column.role = column.near.role
    if header.context == "funds":
        _side_money(header.columns)
    _side_first(header.columns)
    _single(header.columns)
    settle = {
        "indicators": _settle_indicators,
        "funds": _settle_funds,
        "goals": _settle_goals,
        "remarks": _settle_remarks,
    }.get(header.context)
    if settle:
        settle(header.columns)


_SINGLE = ("score", "weight", "actual", "target", "budget", "executed", "initial", "rate")


def _single(columns: list[Column]) -> None:
    """A role printed over two columns belongs to the first; the other is kept apart.

    `指标值 | 单位 | 完成值 | 单位`: the second unit is the completion value's.
    """
    seen: set[str] = set()
    for column in columns:
        role = column.role
        if role in ("unit", "sign") and "actual" in seen and role in seen:
            column.role = f"actual_{role}"
        elif role in _SINGLE and role in seen and not _level_weight(columns, column):
            column.role = f"other_{role}"
        seen.add(role or "")


def _level_weight(columns: list[Column], column: Column) -> bool:
    """True for weights that stand beside names: 一级指标 | 权重 | 二级指标 | 权重 …"""
    return column.role == "weight" and any(c.role in ("level1", "level2") for c in columns)


def _settle_indicators(columns: list[Column]) -> None:
    levels = [i for i, column in enumerate(columns) if column.role in ("level1", "level2", "level3")]
    names = [i for i, column in enumerate(columns) if column.role == "name"]
    first = levels[0] if levels else names[-1] if names else 0
    for i, column in enumerate(columns):
        if i < first and column.role in ("name", None):
            column.role = "side"
        elif column.role == "weight" and i and columns[i - 1].role in ("level1", "level2"):
            if i + 1 < len(columns) and columns[i + 1].role in NAMES:
                column.role = f"{columns[i - 1].role}_weight"
        elif column.role == "name" and len(levels) >= 1:
            column.role = "explanation" if any(c.role == "level3" for c in columns) else "level3"
    if levels and not any(c.role in ("level3", "name") for c in columns):
        columns[levels[-1]].role = "level3"  # the deepest name is the indicator's
    _settle_targets(columns)
    _demote(columns, "reason", "remark", keep=_strongest_reason(columns))
    if any(c.role == "scaled_score" for c in columns):
        for column in columns:
            column.role = {"scaled_score": "score", "score": "raw_score"}.get(column.role or "", column.role)


def _settle_targets(columns: list[Column]) -> None:
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


def _side_first(columns: list[Column]) -> None:
    """A first heading that only resembles a role which another column has names the block."""
    first = columns[0]
    if first.near is not None and any(c.role == first.role for c in columns[1:]):
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
