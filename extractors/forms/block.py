"""A header with the rows under it: the input of a layout."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from extractors import records
from extractors.forms.aligning import assign
from extractors.forms.grid import Row, Slot
from extractors.forms.headers import Header


class Block(msgspec.Struct):
    """One header and its rows, in reading order, each with the header that it stands under.

    A header repeated after a page break is left out of the rows, and heads those after it.
    """

    header: Header
    rows: list[tuple[Row, Header]] = []
    unit: str | None = None  # of the form's amounts, where it states one


class Total(msgspec.Struct):
    """What a 总分 or 合计 row prints."""

    weight_text: str | None = None
    score_text: str | None = None
    grade: str | None = None
    at: str | None = None
    weight_at: str | None = None
    review_text: str | None = None


class Read(msgspec.Struct):
    """What was read from one block: records without ids, and the use of every cell."""

    indicators: list[records.Indicator] = []
    funds: list[records.Fund] = []
    goals: list[records.Goal] = []
    summary_rows: list[records.SummaryRow] = []
    totals: list[Total] = []
    uses: dict[str, str] = {}  # cell place -> role or ignored:<why>
    issues: list[records.Issue] = []
    leftovers: list[Slot] = []  # said something, not used


class Cells:
    """The cells of one row by role, each marked as used when it is asked for."""

    def __init__(self, row: Row, header: Header, uses: dict[str, str]) -> None:
        self.row = row
        self.header = header
        self.uses = uses
        self.by_role: dict[str, list[Slot]] = {}
        self.unknown: list[Slot] = []
        for index, slots in assign(row, header).items():
            role = header.columns[index].role if index >= 0 else None
            if role is not None and "/" in role:
                self._split(role.split("/"), slots)
            elif role is None:
                self.unknown.extend(slot for slot in slots if slot.text and not slot.carried)
            else:
                self.by_role.setdefault(role, []).extend(slots)

    def _split(self, roles: list[str], slots: list[Slot]) -> None:
        """A cell under 得分/满分: as many figures as headings, else nobody knows which."""
        for slot in slots:
            parts = slot.parts()
            if len(parts) == len(roles):
                for role, part in zip(roles, parts, strict=True):
                    self.by_role.setdefault(role, []).append(part)
            elif slot.text and not slot.carried:
                self.unknown.append(slot)

    def slot(self, *roles: str) -> Slot | None:
        """The first cell of these roles that says something, else the first at all."""
        blank: Slot | None = None
        for role in roles:
            for slot in self.by_role.get(role, ()):
                if slot.text:
                    return slot
                blank = blank or slot
        return blank

    def text(self, *roles: str) -> str | None:
        """The printed text of that cell, None where nothing is printed."""
        slot = self.slot(*roles)
        return slot.text or None if slot else None

    def own(self, *roles: str) -> str | None:
        """The same, but not from a cell merged down from a row above."""
        slot = self.slot(*roles)
        return slot.text or None if slot and not slot.carried else None

    def mark(self) -> None:
        """Note the use of every cell that has a role."""
        for role, slots in self.by_role.items():
            for slot in slots:
                if slot.text:
                    self.uses.setdefault(slot.at, role)

    def places(self, names: dict[str, str]) -> dict[str, str]:
        """`{column: place}` for these roles, where a cell stands."""
        out = {}
        for role, column in names.items():
            slot = self.slot(role)
            if slot is not None and column not in out:
                out[column] = slot.at
        return out


def dec(text: str | None) -> Decimal | None:
    """Points as printed: 10, 9.5分; None where the text is no such number."""
    from extractors.values import points

    return points(text) if text else None
