"""Indicator rows by level, with cells that span several rows counted once."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

import msgspec
import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Indicator

_BONUS = regex.compile(r"加分|附加")
_NONE = frozenset({"", "无", "/", "—", "——", "-", "不涉及", "不适用", "……", "…", "暂无", "无。"})


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The rows under one 一级 or 二级 name. `labels` are its printed weights, one a printed cell."""

    names: tuple[str, ...]  # level 1, or levels 1 and 2
    rows: list[Indicator]
    labels: list[Fraction]

    @property
    def name(self) -> str:
        """The group's own name."""
        return self.names[-1]

    @property
    def weight(self) -> Fraction | None:
        """Its printed weight; repeated after a page break it is the same weight."""
        return self.labels[0] if self.labels else None

    def allows(self, total: Fraction) -> bool:
        """True where a sum equals the printed weight, or the sum of several printed ones."""
        return total in {self.labels[0], sum(self.labels)} if self.labels else False


@lru_cache(maxsize=16384)
def exactly(points: Decimal) -> Fraction:
    """Points as a fraction; the same few come again and again."""
    return Fraction(points)


def groups(rows: Iterable[Indicator], level: int) -> list[Group]:
    """Groups of level 1 or 2 in order of first appearance; rows without that name are left out."""
    members: dict[tuple[str, ...], list[Indicator]] = {}
    for row in rows:
        name = row.level1 if level == 1 else row.level2
        if not name:
            continue
        key = (name,) if level == 1 else (row.level1 or "", name)
        members.setdefault(key, []).append(row)
    return [Group(names=key, rows=found, labels=_labels(found, level)) for key, found in members.items()]


def _labels(rows: list[Indicator], level: int) -> list[Fraction]:
    column = f"level{level}"
    seen: dict[str, Fraction] = {}
    for row in rows:
        weight = getattr(row, f"{column}_weight_points")
        if weight is not None:
            seen.setdefault(row.places.get(column) or "", exactly(weight))
    return list(seen.values())


class Counted(msgspec.Struct, frozen=True):
    """One cell of points, with the rows that it spans."""

    points: Fraction
    rows: list[Indicator]

    @property
    def place(self) -> tuple[str, str]:
        """(document_id, at) is not known here by column; the first row's place."""
        return self.rows[0].document_id, self.rows[0].at


def counted(rows: Iterable[Indicator], column: str) -> list[Counted]:
    """The cells of `weight` or `score` with points in them, merged cells once; detail rows left out."""
    cells: dict[str, Counted] = {}
    for row in rows:
        points = getattr(row, f"{column}_points")
        if points is None or row.is_detail:
            continue
        key = row.places.get(column) or f"row {row.row}"
        if key in cells:
            cells[key].rows.append(row)
        else:
            cells[key] = Counted(exactly(points), [row])
    return list(cells.values())


def summed(rows: Iterable[Indicator], column: str) -> Fraction:
    """The sum of a column's cells, merged cells once."""
    cells: dict[str, Decimal] = {}
    for row in rows:
        points = getattr(row, f"{column}_points")
        if points is not None and not row.is_detail:
            cells.setdefault(row.places.get(column) or f"row {row.row}", points)
    return _total(tuple(cells.values()))


@lru_cache(maxsize=16384)
def _total(points: tuple[Decimal, ...]) -> Fraction:
    return sum(map(exactly, points), Fraction(0))


def blank(rows: Iterable[Indicator], column: str) -> list[Indicator]:
    """Rows that should carry points in this column and print nothing."""
    return [
        row
        for row in rows
        if not row.is_detail and getattr(row, f"{column}_points") is None and not unread(row, column)
    ]


def unread(row: Indicator, column: str) -> bool:
    """True where the cell prints digits that are no plain number: it may not be summed."""
    text = getattr(row, f"{column}_text") or ""
    return getattr(row, f"{column}_points") is None and any(character.isdigit() for character in text)


def shares_cell(row: Indicator, rows: Iterable[Indicator], column: str) -> bool:
    """True where the row's cell spans other rows as well."""
    place = row.places.get(column)
    return place is not None and sum(other.places.get(column) == place for other in rows) > 1


def is_bonus(row: Indicator) -> bool:
    """加分项: may exceed its weight and the total."""
    return any(_names_bonus(name) for name in (row.level1, row.level2, row.level3) if name)


@lru_cache(maxsize=16384)
def _names_bonus(name: str) -> bool:
    return _BONUS.search(name) is not None


def is_absent(row: Indicator) -> bool:
    """A row that says that there is no indicator: 三级 blank or 无."""
    return (row.level3 or "").strip() in _NONE
