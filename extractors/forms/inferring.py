"""Roles for columns whose heading nobody has listed, by words, cells, places together."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.forms import rows as kinds
from extractors.forms import vocabulary
from extractors.forms.aligning import assign
from extractors.forms.block import Block
from extractors.forms.columns import NAMES, Column
from extractors.forms.evidence import in_figures, is_note
from extractors.forms.grid import Row, Slot
from extractors.forms.headers import Header
from extractors.forms.matching import Given, Told, match
from extractors.forms.morphemes import scores
from extractors.forms.normalise import key
from extractors.forms.profile import Profile, profile
from extractors.forms.splitting import split_names

_OPEN = frozenset({None, "category", "explanation", "side"})  # roles that the cells may correct
_UNSETTLED = frozenset({None, "side", "category"})
_NAMING = 3  # different names, at least, that a column of names has
_NEARLY_ALL = 0.8
_LONGEST_NAME = 36
_WHO = regex.compile(r"复核|核查|审核|审定|核定|抽查|复评|财政|主管|专家|第三方|自评|自查")
_MOST = 60  # rows looked at
CONTEXTS = frozenset({"indicators", "funds", "summary"})


def infer(block: Block) -> list[str]:
    """Give the columns of a block the roles that words and cells tell together; says what was given.

    Only columns whose heading is not listed as worded are touched; a column that fits two
    roles about equally well becomes ambiguous, and stays unused unless arithmetic decides.
    """
    split_names(block)
    header = block.header
    settled = {"level1", "level2", "level3"} <= header.roles or _is_label(header.first("label"))
    unsure = [c for c in header.columns if _is_open(c) and not (settled and c.role == "side")]
    unsure += [c for c in header.columns if _is_pointed(block, c)]
    if header.context not in CONTEXTS or not unsure:
        return []
    seen = profiles(header, block.rows)
    if not any(p.filled for c, p in zip(header.columns, seen, strict=True) if c in unsure):
        return []
    for column in unsure:
        if _is_pointed(block, column):
            column.role, column.told = None, True
    _place(header, seen)
    renamed = _renamed(header, seen)
    told, _ = match(header.context, given(header, seen))
    said = [*renamed, *_applied(header, told)]
    _deepest(header)
    _weights(header)
    for other in {id(h): h for _, h in block.rows if h is not header}.values():
        for own, column in zip(other.columns, header.columns, strict=False):
            own.role, own.near = column.role, column.near
    return said


def _is_open(column: Column) -> bool:
    """True for a column that its words alone do not settle."""
    return column.role in _OPEN or column.near is not None or column.told or _is_category(column)


def _is_pointed(block: Block, column: Column) -> bool:
    """评分标准 full of numbers, where no column is called 分值 or 得分."""
    return (
        block.header.context == "indicators"
        and is_note(column)
        and not {"weight", "score"} <= block.header.roles
        and in_figures(block, column)
    )


def _is_label(column: Column | None) -> bool:
    """True for a label column that has no heading, or one that means it."""
    known = vocabulary.match("funds", column.text) if column and column.text else None
    return column is not None and (not column.text or (known is not None and known.role in ("label", "side")))


def _is_category(column: Column) -> bool:
    """指标类别 is a level only by its place."""
    return column.role == "level1" and vocabulary.role("indicators", column.text) == "category"


def _place(header: Header, seen: list[Profile]) -> None:
    """Undo what was settled by order alone: a label column full of amounts, a second level as the name."""
    columns = header.columns
    if header.context == "funds":
        figured = [i for i, cells in enumerate(seen) if max(cells.amounts, cells.percents) > 0.5]
        for i, column in enumerate(columns[: figured[0] if figured else 0]):
            column.role = "label" if i == figured[0] - 1 else "side"
        for column, cells in zip(columns, seen, strict=True):
            if column.role in ("label", "side") and max(cells.amounts, cells.percents) > 0.5:
                column.role, column.told = None, True
    elif header.context == "indicators":
        if columns[0].slots and not seen[0].filled and _is_open(columns[0]):
            columns[0].role, columns[0].near, columns[0].told = (
                "side",
                None,
                False,
            )  # words beside the whole table
        for column, cells in zip(columns, seen, strict=True):
            if _is_category(column) and _levels(cells) == "level2" and not header.first("level2"):
                column.role, column.near = "level2", None
        spare = any(_is_open(c) and cells.words >= 0.7 for c, cells in zip(columns, seen, strict=True))
        for column, cells in zip(columns, seen, strict=True):
            known = _listed_level(column) if spare and column.role == "level3" else None
            if known is not None and _names(cells) and not _says_name(columns, seen, cells.length):
                continue  # each row has its own: the deepest level is the name, what is open explains it
            if known is not None and known.exact and known.role in ("level1", "level2"):
                column.role = known.role


def _listed_level(column: Column) -> vocabulary.Match | None:
    """The heading's own words, or those above it: 名称 under 一级指标."""
    texts = [column.text, *(slot.text for slot in reversed(column.slots))]
    return next(
        (found for text in texts if (found := vocabulary.match("indicators", text)) and found.exact), None
    )


def _says_name(columns: list[Column], seen: list[Profile], length: float) -> bool:
    """True where an open heading over words, hardly longer than these names, speaks for a name."""
    spare = [(c, cells) for c, cells in zip(columns, seen, strict=True) if _is_open(c) and cells.words >= 0.7]
    words = [column for column, cells in spare if cells.length < 1.3 * length]
    said = [scores("indicators", column.text) for column in words]
    return any(max(one.get("level3", 0.0), one.get("name", 0.0)) >= 0.5 for one in said)


def _renamed(header: Header, seen: list[Profile]) -> list[str]:
    """Where the column called the name holds only levels, and one other names: their cells settle them."""
    columns = list(zip(header.columns, seen, strict=True))
    called = [p for c, p in columns if c.role in ("level3", "name")]
    naming = [c for c, p in columns if c.role in _UNSETTLED and _names(p)]
    if header.context != "indicators" or len(naming) != 1 or not called or not all(map(_levels, called)):
        return []
    said = []
    for i, (column, cells) in enumerate(columns):
        role = "level3" if column is naming[0] else _levels(cells)
        if role is not None and role != column.role:
            column.role, column.near, column.told = role, None, False
            said.append(_message(header.context, column, i, role))
    return said


def _levels(cells: Profile) -> str | None:
    """The level whose usual names nearly all cells are."""
    level = "level1" if cells.usual1 >= cells.usual2 else "level2"
    return level if max(cells.usual1, cells.usual2) >= _NEARLY_ALL else None


def _names(cells: Profile) -> bool:
    """Whether nearly every cell is a name of its own."""
    apart = cells.distinct >= _NAMING and cells.distinct >= _NEARLY_ALL * cells.rows
    own = apart and max(cells.usual1, cells.usual2) <= 1 - _NEARLY_ALL
    return own and cells.words >= _NEARLY_ALL and cells.length <= _LONGEST_NAME


def given(header: Header, seen: list[Profile]) -> list[Given]:
    """What is known of each column before its cells are weighed."""
    out = []
    for column, cells in zip(header.columns, seen, strict=True):
        heading = _words(column, header.columns)
        settled = header.context == "funds" and column.role in ("label", "side")
        settled = settled or (column.role == "side" and not cells.filled)
        settled = settled or column.role in ("adjusted_target", "initial_target")  # words alone tell which
        if settled or not _is_open(column) or not (column.slots or cells.filled):
            out.append(Given(heading, cells, fixed=column.role or "side"))
        else:
            like = None if column.told or column.role == "category" or _is_category(column) else column.role
            out.append(Given(heading, cells, like=like))
    return out


def _words(column: Column, columns: list[Column]) -> str:
    """The heading; with the one above it where that tells who, or others have the same: 名称 under 中类."""
    own = column.slots[-1].text if column.slots else ""
    if len(column.slots) > 1 and _WHO.search(key(column.slots[-2].text)):
        return "".join(slot.text for slot in column.slots[-2:])
    same = sum(1 for other in columns if other.slots and key(other.slots[-1].text) == key(own))
    return "".join(slot.text for slot in column.slots[-2:]) if same > 1 and own else own


def profiles(header: Header, rows: list[tuple[Row, Header]]) -> list[Profile]:
    """The profile of each column over the rows under a header; totals stand apart."""
    cells: list[list[Slot | None]] = [[] for _ in header.columns]
    totals: list[Slot | None] = [None for _ in header.columns]
    for row, own in rows[:_MOST]:
        if len(row.filled) <= 1 or kinds.is_subtotal(row):
            continue
        placed = assign(row, own)
        if kinds.is_total(row) and header.context != "funds":
            totals = [next(iter(placed.get(i, ())), None) for i in range(len(header.columns))]
            continue
        for i, column in enumerate(cells):
            slots = placed.get(i, ())
            column.append(next((slot for slot in slots if slot.text), None))
    return [profile(column, total) for column, total in zip(cells, totals, strict=True)]


def _applied(header: Header, told: list[Told]) -> Iterator[str]:
    for i, (column, found) in enumerate(zip(header.columns, told, strict=True)):
        if column.told and found.role is not None and found.role == column.role and found.role != "side":
            yield _message(header.context, column, i, found.role)
        if not _is_open(column) or (found.role == column.role and not found.roles):
            continue
        if column.role is not None and found.role is None and not found.roles and not column.told:
            continue  # words tell it, cells do not gainsay it
        column.role = found.role
        column.near = vocabulary.Ambiguous(found.roles) if found.roles else column.near
        if found.role is not None:
            yield _message(header.context, column, i, found.role)


def _deepest(header: Header) -> None:
    """Where no column is the name, the deepest level is."""
    levels = [c for c in header.columns if c.role in ("level1", "level2")]
    if header.context == "indicators" and levels and not header.first("level3", "name"):
        levels[-1].role = "level3"


def _weights(header: Header) -> None:
    """Weights between a level and what stands below it are the level's."""
    columns = [column for column in header.columns if column.slots]
    for before, column, after in zip(columns, columns[1:], columns[2:], strict=False):
        level = before.role in ("level1", "level2") and after.role in NAMES
        if level and column.role in ("weight", "other_weight"):
            column.role = f"{before.role}_weight"
    left = [column for column in columns if column.role == "other_weight"]
    if left and not header.first("weight"):
        left[0].role = "weight"


def _message(context: str, column: Column, i: int, role: str) -> str:
    name = f"表头“{column.text}”没有收录" if column.text else f"第{i + 1}栏没有表头"
    return f"{name}，按用字和其下的内容理解为“{vocabulary.model(context, role)}”，请核对"
