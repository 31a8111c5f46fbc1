"""Header rows: which row prints headings, and which role each column has."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import msgspec
import regex

from extractors.forms import vocabulary
from extractors.forms.columns import FACTS, MEASURED, MONEY, NAMES, Column
from extractors.forms.contents import content
from extractors.forms.grid import Row, Slot
from extractors.forms.money_stages import stage
from extractors.forms.normalise import heading, key
from extractors.forms.settling import settle

_SECOND = frozenset({"review_score", "review_actual"})
_WHOLE = 4  # headings that go on over both rows
_WORDING = 16  # characters of a sub-heading at most
_YEAR = regex.compile(r"(?:19|20)[0-9]{2}年度?")
_FIGURES = frozenset({"points", "number", "percent", "measure"})


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


def paths(rows: list[Row]) -> list[list[Slot]]:
    """For each column of the lowest header row, the header cells over it, top to bottom."""
    lowest = rows[-1]
    if len(rows) > 1 and not lowest.exact:
        return _ragged_paths(rows[0], lowest)
    out: list[list[Slot]] = []
    for slot in lowest.slots:
        path: list[Slot] = []
        for row in rows[:-1]:
            over = [s for s in row.slots if s.column <= slot.column < s.stop and s.text]
            path.extend(s for s in over[:1] if all(s.at != seen.at for seen in path))
        if slot.text and all(slot.at != seen.at for seen in path):
            path.append(slot)
        out.append(path)
    return out


def _ragged_paths(upper: Row, lower: Row) -> list[list[Slot]]:
    """The same where merges are unknown: blanks of the lower row stand under unsplit headings.

    Blank cells and runs of sub-headings are met with the headings above in order, from the
    left and, where groups touch each other, from the right too.
    """
    paths: list[list[Slot]] = [[slot] if slot.text else [] for slot in lower.slots]
    above = list(upper.slots)
    run = [path for path in paths if path]
    ahead = next((i for i, path in enumerate(paths) if path), 0)
    runs = sum(1 for i, path in enumerate(paths) if path and (i == 0 or not paths[i - 1]))
    groups = len(above) - sum(1 for path in paths if not path)
    _meet(paths, above, through=runs == groups)
    if runs == 1 < groups and (parts := _parted(run, groups)):
        for part, over in zip(parts, above[ahead : ahead + groups], strict=True):
            for path in part:
                path.insert(0, over)
    if runs != groups:
        _meet(paths[::-1], above[::-1], through=False)
    return paths


def _parted(run: list[list[Slot]], groups: int) -> list[list[list[Slot]]] | None:
    """One run of sub-headings under several groups: cut where its first words come again, else evenly."""
    starts = [i for i, path in enumerate(run) if key(path[0].text) == key(run[0][0].text)]
    if len(starts) != groups and len(run) % groups == 0:
        starts = list(range(0, len(run), len(run) // groups))
    if len(starts) != groups:
        return None
    return [run[a:b] for a, b in zip(starts, [*starts[1:], len(run)], strict=True)]


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


@lru_cache(maxsize=8192)
def _role(context: str, path: tuple[str, ...]) -> tuple[vocabulary.Match | None, str | None, object]:
    """What a column stands for, its unit and weight, from its stack of headings, top to bottom."""
    unit = weight = None
    for text in path:
        note = heading(text)
        unit, weight = note.unit or unit, note.weight or weight
    joined = ["".join(path[start:]) for start in range(len(path))]
    single = path[::-1]
    turned = ["".join(single)] if len(path) > 1 else []
    own = [match for text in [*joined, *turned] if (match := vocabulary.match(context, text))]
    over = [match for text in single[1:] if (match := vocabulary.match(context, text))]
    exact = [match for match in own if match.exact]
    if len(path) > 1 and own and own[0].role in _SECOND and own[0].role != (exact or own)[0].role:
        return own[0], unit, weight  # 财政复核 over 得分: the second scorer's
    if found := [*exact, *own, *(match for match in over if match.exact), *over]:
        return found[0], unit, weight
    return vocabulary.joined(context, path[-1] if path else ""), unit, weight


def _columns(context: str, lowest: Row, over: list[list[Slot]]) -> list[Column]:
    out = []
    for slot, path in zip(lowest.slots, over, strict=True):
        match, unit, weight = _role(context, tuple([part.text for part in path]))
        column = Column(None, slot.column, slot.stop, path, unit, weight)
        if match is not None:
            column.role, column.near = match.role, None if match.exact else match
        out.append(column)
    for slot, column in zip(lowest.slots, out, strict=True):
        blank = not slot.text and not slot.carried and _is_parted(column, out)
        if column.role and (blank or (len(column.slots) > 1 and _is_borrowed(context, column, out))):
            column.role = column.near = None
    return out


def _is_parted(column: Column, columns: list[Column]) -> bool:
    """True for a blank under a heading that others stand under with words of their own."""
    over = column.slots[-1].at if column.slots else ""
    return any(len(other.slots) > 1 and other.slots[-2].at == over for other in columns)


def _is_borrowed(context: str, column: Column, columns: list[Column]) -> bool:
    """True where only the heading above tells the role, which a neighbour under it has by its own words."""
    own = column.slots[-1]
    if own.at == column.slots[0].at or vocabulary.match(context, own.text) is not None:
        return False
    whole = "".join(slot.text for slot in column.slots)
    if vocabulary.match(context, whole) is not None:
        return False
    return any(
        other is not column
        and other.role == column.role
        and len(other.slots) > 1
        and other.slots[-2].at == column.slots[-2].at
        and vocabulary.match(context, other.slots[-1].text) is not None
        for other in columns
    )


def _plausible(context: str, columns: list[Column]) -> bool:
    """True where these columns can be the header of such a block."""
    roles = [column.role for column in columns if column.role and column.role != "side"]
    kinds = set(roles)
    filled = sum(1 for column in columns if column.slots and column.role != "side")
    if not kinds or len(roles) < 0.5 * filled or (context == "items" and columns[0].role):
        return False
    if context == "goals" and any(c.role is None and _is_sentence(c.text) for c in columns):
        return False  # labels beside their texts
    if context in _NEEDS:
        return _NEEDS[context](kinds)
    return all(kinds & set(each) for each in vocabulary.needs()[context])


def _is_sentence(text: str) -> bool:
    return len(text) > _WORDING or text.endswith(("。", "；", ";"))


_NEEDS: dict[str, Callable[[set[str]], bool]] = {
    "indicators": lambda kinds: (
        (bool(kinds & NAMES) and bool(kinds & (FACTS | {"target"})) and len(kinds) >= 3)
        or (bool(kinds & FACTS) and len(kinds & MEASURED) >= 3)  # cells tell the names, see evidence
    ),
    "funds": lambda kinds: len(kinds & MONEY) >= 2 and bool(kinds & (MONEY - {"rate"})),
    "goals": lambda kinds: {"goal_target", "goal_actual"} <= kinds,
    "summary": lambda kinds: (
        bool(kinds & {"unit_name", "project_name"})
        and bool(kinds & {"self_score", "review_score", "grade"})
        and len(kinds) >= 3
    ),
    "remarks": lambda kinds: {"statement", "problem"} <= kinds,
    "items": lambda kinds: len(kinds) >= 3,
}


def _pointed(columns: list[Column], below: list[Row]) -> bool:
    """Weights beside results or scores, with points under them: indicators, whatever the rest is called."""
    roles = {column.role for column in columns}
    points = [i for i, column in enumerate(columns) if column.role in ("weight", "score")]
    if "weight" not in roles or not roles & FACTS:
        return False
    fitting = [row.slots for row in below if len(row.slots) == len(columns)]
    cells = [content(slots[i].text) for slots in fitting for i in points]
    return (
        len(cells) >= 2 and all(kind in ("points", "blank", "filler") for kind in cells) and "points" in cells
    )


def _over_texts(columns: list[Column], below: list[Row]) -> bool:
    """True where neither names nor points are headed and texts stand below: a goal and its completion."""
    roles = {column.role for column in columns}
    if roles & (NAMES | {"weight", "score"}) or not below:
        return False
    return not any(content(slot.text) in _FIGURES for row in below[:1] for slot in row.filled)


def _candidates(rows: list[Row], below: list[Row]) -> list[tuple[int, Header]]:
    out = []
    over = paths(rows)
    for context in vocabulary.contexts():
        columns = _columns(context, rows[-1], over)
        if len(rows) > 1 and not (is_split(*rows[:2]) or _heads(context, rows[0])):
            continue
        if context == "indicators" and _over_texts(columns, below):
            continue
        if _plausible(context, columns) or (context == "indicators" and _pointed(columns, below)):
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
    if lower.table != upper.table or not own:
        return False
    if is_split(upper, lower):
        return True
    if len(own) < 2:
        return False
    known = sum(1 for slot in own if _is_subheading(slot, upper))
    if known < 2 or known * 3 < len(own) * 2:
        return False
    if not lower.exact:
        return len(lower.slots) > len(upper.slots)
    parents = [s for s in upper.own if s.span > 1 and s.text]
    return any(sum(1 for s in own if p.column <= s.column < p.stop) >= 2 for p in parents)


def is_split(upper: Row, lower: Row) -> bool:
    """True where geometry alone says so: the lower row has words only under split headings of the upper one.

    Every other cell of it goes on from above, or is blank where merges are unknown.
    """
    own = lower.filled
    if any(content(slot.text) != "text" or len(slot.text) > _WORDING for slot in own):
        return False
    if not lower.exact:
        blank = sum(1 for slot in lower.slots if not slot.text)
        return len(lower.slots) > len(upper.slots) and blank * 2 >= len(lower.slots)
    parents = [s for s in upper.own if s.text and not any(s.at == mine.at for mine in lower.slots)]
    beside = [s for s in lower.slots if s.carried and s.text]
    return (
        len(beside) >= 2
        and all(any(s.at == mine.at for mine in upper.own) for s in beside)
        and all(any(p.column <= s.column < p.stop for p in parents) for s in own)
        and (
            any(sum(1 for s in own if p.column <= s.column < p.stop) >= 2 for p in parents)
            or (len(own) == 1 and len(beside) >= _WHOLE)  # the one split heading has but one below it
        )
    )


def _is_subheading(slot: Slot, upper: Row) -> bool:
    """A heading by itself, or one together with the heading over it: 单位自评 under 评分."""
    above = [s for s in upper.own if s.span > 1 and s.column <= slot.column < s.stop]
    over = [s.text for s in (above if upper.exact else upper.own) if s.text]
    texts = [slot.text, *(slot.text + text for text in over)]
    return any(vocabulary.match(context, text) for context in ("indicators", "funds") for text in texts)


def find(rows: list[Row], index: int) -> Header | None:
    """The header that begins at this row, with a second header row where there is one.

    A row is a header where enough of its cells are headings of one context (indicator
    table, money table, goals, 汇总表); the context with most of them wins.
    """
    row = rows[index]
    filled = row.filled
    if sum(1 for slot in filled if vocabulary.is_heading(slot.text)) < 2:
        return None
    if any(content(slot.text) in _FIGURES and not _YEAR.fullmatch(key(slot.text)) for slot in filled):
        return None
    found: list[tuple[int, Header]] = []
    if index + 1 < len(rows) and _continues(row, rows[index + 1]):
        found = _candidates([row, rows[index + 1]], _below(rows, index + 2, row))
        if not row.exact and index + 2 < len(rows) and is_split(rows[index + 1], rows[index + 2]):
            deeper = _candidates(rows[index + 1 : index + 3], _below(rows, index + 3, row))
            found = [
                (score, msgspec.structs.replace(h, rows=rows[index : index + 3])) for score, h in deeper
            ] or found
    found = found or _candidates([row], _below(rows, index + 1, row))
    if not found:
        return None
    found = [pair for pair in found if pair[1].context != "items" or _stage_below(rows, index)]
    if any(
        header.context == "goals" and _whole(header) for _, header in found
    ):  # no indicators without a name
        found = [pair for pair in found if pair[1].context != "indicators" or pair[1].roles & NAMES]
    if not found:
        return None
    header = max(found, key=lambda pair: pair[0])[1]
    settle(header.context, header.columns)
    return header


def _whole(header: Header) -> bool:
    return all(column.role for column in header.columns if column.slots)


def _below(rows: list[Row], start: int, header: Row) -> list[Row]:
    return [row for row in rows[start : start + 4] if row.table and row.table == header.table]


def _stage_below(rows: list[Row], index: int) -> bool:
    """True where the next row is named for a stage of the money: 计划安排资金, 实际支出 …"""
    below = rows[index + 1] if index + 1 < len(rows) else None
    if below is None or not below.filled or below.table != rows[index].table:
        return False
    found = stage(below.filled[0].text)
    return found is not None and found.role in MONEY
