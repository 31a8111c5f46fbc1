"""Header rows of which too few words are listed: told by the rows under them."""

from __future__ import annotations

import regex

from extractors.forms import labels, vocabulary
from extractors.forms import rows as kinds
from extractors.forms.aligning import assign
from extractors.forms.columns import FACTS, MONEY, Column
from extractors.forms.contents import content, is_organisation
from extractors.forms.grid import Row, Slot
from extractors.forms.headers import Header, is_split, paths
from extractors.forms.inferring import given, profiles
from extractors.forms.layouts.money import item
from extractors.forms.matching import Told, match
from extractors.forms.morphemes import LONGEST, scores
from extractors.forms.normalise import heading
from extractors.forms.settling import doubled

ENOUGH = {"indicators": 2.6, "funds": 1.6, "summary": 3.0}  # what an assignment must score beyond nothing
LISTED = 0.4  # what a listed heading adds
_LOOK = 24  # rows looked at under a header
_HEAD = frozenset(
    {"unit_name", "supervisor", "project_name", "project_code", "person", "subordinate_count", "fiscal_year"}
)
_TEXT = 8  # characters of a goal at least
_GOAL = 0.4  # how much the words over goal and completion must say together
_DIGIT = regex.compile(r"[0-9]{2,}")
_SENTENCE = regex.compile(r"[，。；！？]")
_VALUED = regex.compile(r":.")
_GROUP = regex.compile(r"指标|绩效|目标|完成|评分|得分|评价|自评|计划|实际|执行|预算|打分")
_MONEY_WORDS = ("资金", "经费", "预算", "收支", "财力", "支出", "钱", "万元")


def find(rows: list[Row], index: int) -> Header | None:
    """The header that begins at this row, where its own words do not say so.

    Its cells are short words, none of them a figure, a label with its value, or a usual
    name of a level; the columns under it must fit an indicator table, a money table or a
    汇总表 clearly. The roles are provisional: they are weighed again over all rows.
    """
    row = rows[index]
    if not _is_wording(row, least=2):
        return None
    if header := _goals(row, rows[index + 1] if index + 1 < len(rows) else None):
        return header
    tops = [[row]]
    if index + 1 < len(rows):
        if is_split(row, rows[index + 1]):
            tops = [[row, rows[index + 1]]]
        elif _groups(row, rows[index + 1]):
            tops.insert(0, [row, rows[index + 1]])
    for top in tops:
        below = _below(rows, index + len(top), row)
        if below and (header := _best(top, below)):
            return header
    return None


def _is_wording(row: Row, least: int) -> bool:
    filled = row.filled
    if not row.table or len(filled) < least or any(content(slot.text) != "text" for slot in filled):
        return False
    if kinds.is_total(row):
        return False
    named = sum(1 for slot in filled if labels.role_of(slot.text) in _HEAD)
    if named * 4 > len(filled) or (named and labels.role_of(filled[0].text) in _HEAD):
        return False
    texts = [heading(slot.text).key for slot in filled]
    return len(set(texts)) * 4 >= len(texts) * 3 and all(
        len(text) <= LONGEST
        and not _SENTENCE.search(slot.text)
        and not _VALUED.search(text)
        and not _is_level(slot)
        for slot, text in zip(filled, texts, strict=True)
    )


def _is_level(slot: Slot) -> bool:
    """数量指标 … is a cell under a header, unless it stands as a level's own heading."""
    return vocabulary.level(slot.text) is not None and not vocabulary.is_heading(slot.text)


def _groups(upper: Row, lower: Row) -> bool:
    """True where the upper row prints groups over the words of the lower one."""
    if lower.table != upper.table or not _is_wording(lower, least=3):
        return False
    if len(upper.filled) >= len(lower.filled) or any(slot.carried and slot.text for slot in upper.slots):
        return False
    parents = [slot for slot in upper.own if slot.span > 1 and slot.text]
    return any(_GROUP.search(slot.text) for slot in parents) and any(
        sum(1 for s in lower.own if p.column <= s.column < p.stop) >= 2 for p in parents
    )


def _below(rows: list[Row], start: int, header: Row) -> list[Row]:
    """The rows of the same table under a header, until one that begins something else."""
    out: list[Row] = []
    for row in rows[start : start + _LOOK]:
        if row.table != header.table:
            break
        if not row.filled:
            continue
        if out and (_is_wording(row, least=3) or labels.role_of(row.filled[0].text) in _HEAD):
            break
        out.append(row)
    return out


def _goals(row: Row, below: Row | None) -> Header | None:
    """A goal beside its completion: two words over two texts, told by the parts of the words."""
    if below is None or below.table != row.table or len(row.filled) > 4:
        return None
    columns = [Column(None, slot.column, slot.stop, [slot] if slot.text else []) for slot in row.slots]
    header = Header("goals", columns, [row])
    texts = {
        i: slots[0]
        for i, slots in assign(below, header).items()
        if i >= 0 and slots[0].text and not slots[0].carried
    }
    if len(texts) != 2 or not all(content(s.text) == "text" and len(s.text) >= _TEXT for s in texts.values()):
        return None
    first, second = sorted(texts)
    said = [scores("goals", columns[i].text) for i in (first, second)]
    ahead = said[0].get("goal_target", 0.0) + said[1].get("goal_actual", 0.0)
    behind = said[0].get("goal_actual", 0.0) + said[1].get("goal_target", 0.0)
    carried = any(slot.carried and slot.text for slot in row.slots)
    if max(ahead, behind) < _GOAL + 0.5 * carried or any(_DIGIT.search(columns[i].text) for i in texts):
        return None
    turned = behind > ahead
    columns[first].role, columns[second].role = (
        ("goal_actual", "goal_target") if turned else ("goal_target", "goal_actual")
    )
    for i, column in enumerate(columns):
        column.role = column.role or "side"
        if i in texts and vocabulary.match("goals", column.text) is None:
            model = vocabulary.model("goals", str(column.role))
            column.near = vocabulary.Match(role=str(column.role), known=model, exact=False)
    return header


def _best(top: list[Row], below: list[Row]) -> Header | None:
    found = [pair for context in ENOUGH if (pair := _tried(context, top, below)) is not None]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _tried(context: str, top: list[Row], below: list[Row]) -> tuple[float, Header] | None:
    """A header of this context with the roles that fit best, and how much of it they explain."""
    columns = [
        Column(None, slot.column, slot.stop, path, told=True)
        for slot, path in zip(top[-1].slots, paths(top), strict=True)
    ]
    for column in columns:
        _note(context, column)
    doubled(columns)
    header = Header(context, columns, top)
    if context == "funds":
        below = _money_rows(header, below)
    if not below:
        return None
    seen = profiles(header, [(row, header) for row in below])
    told, score = match(context, given(header, seen))
    if any(column.told and one.role for column, one in zip(columns, told, strict=True)):  # else words tell it
        score += LISTED * sum(1 for column in columns if not column.told)
    for column, one in zip(columns, told, strict=True):
        column.role = column.role or one.role
    if score < ENOUGH[context] or not _complete(context, columns, told):
        return None
    return sum(1 for column in columns if column.role) + score / 100, header


def _note(context: str, column: Column) -> None:
    """The unit and weight in a heading's notes; the role where its words are listed."""
    for slot in column.slots:
        note = heading(slot.text)
        column.unit, column.weight = note.unit or column.unit, note.weight or column.weight
    words = "".join(slot.text for slot in column.slots[-1:])
    known = vocabulary.match(context, words) if words else None
    if known is not None and known.exact and known.role not in ("category", "side", "name"):
        column.role, column.told = known.role, False


def _money_rows(header: Header, below: list[Row]) -> list[Row]:
    """The rows under a money header: figures beside a label that speaks of money."""
    money = any(word in column.text for column in header.columns for word in _MONEY_WORDS)
    out: list[Row] = []
    for row in below:
        figures = [slot for slot in row.own if content(slot.text) in ("points", "number", "percent")]
        label = next((slot for slot in row.own if content(slot.text) == "text"), None)
        if not figures or (label is None and out):
            break
        if label is not None and is_organisation(label.text):
            break  # a list of units
        if label is not None and not (money or item(label.text)[0] != "other"):
            break
        out.append(row)
    if out:
        _name_labels(header, out[0])
    return out


def _name_labels(header: Header, first: Row) -> None:
    """The last column left of the figures holds the labels, what stands before it the block's name."""
    figures = [
        slot.column for slot in first.slots if content(slot.text) in ("points", "number", "percent", "filler")
    ]
    start = min(figures, default=0)
    before = [column for column in header.columns if column.start < start]
    for column in before:
        column.role, column.told = ("label" if column is before[-1] else "side"), False


def _complete(context: str, columns: list[Column], told: list[Told]) -> bool:
    roles = {column.role for column in columns if column.role}
    if context == "funds":
        return len(roles & MONEY) >= 2 and "executed" in roles
    if context == "summary":
        return "self_score" in roles and bool(roles & {"unit_name", "project_name"}) and len(roles) >= 3
    measured = roles & (FACTS | {"target", "weight"})
    return "level3" in roles and bool(roles & FACTS) and len(measured) >= 2 and _speaks(columns)


def _speaks(columns: list[Column]) -> bool:
    """True where at least two headings speak for what their cells are taken for."""
    agreeing = [
        c for c in columns if c.role and (not c.told or scores("indicators", c.text).get(c.role, 0.0) > 0.2)
    ]
    return len(agreeing) >= 2


__all__ = ["find"]
