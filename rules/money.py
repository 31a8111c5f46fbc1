"""The money rows of a form: amounts at column precision, totals, parts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from extractors.records import Form, Fund, SummaryRow
from rules import printed
from rules.comparing import at_column_precision
from rules.denotation import Printed
from rules.submission import Submission

LEVELS = frozenset({"central", "provincial", "city", "county", "local", "township"})
"""Items that say which government pays; they may be parts of 财政拨款."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One money row; amounts in 元, the rate in percent, None where blank."""

    row: Fund | SummaryRow
    initial: Printed | None = None
    arrived: Printed | None = None
    budget: Printed | None = None
    executed: Printed | None = None
    rate: Printed | None = None

    @property
    def name(self) -> str:
        """As an auditor would call it."""
        if isinstance(self.row, Fund):
            return self.row.label.strip()
        return "合计" if self.row.is_total else (self.row.unit_name or f"第{self.row.row}行")

    @property
    def item(self) -> str:
        """fiscal, other, basic, project …; empty for a row of a 汇总表."""
        return self.row.item if isinstance(self.row, Fund) else ""

    @property
    def partition(self) -> str:
        """total, source or structure; empty for a row of a 汇总表."""
        return self.row.partition if isinstance(self.row, Fund) else ""

    @property
    def planned(self) -> Printed | None:
        """全年（调整后）预算数, or 年初预算数 where only that is printed."""
        return self.budget if self.budget is not None else self.initial


def fund_lines(submission: Submission, form: Form) -> list[Line]:
    """The money rows of a form, in order, amounts at the precision of their column."""
    columns = ("initial", "arrived", "budget", "executed")
    rows, unit = submission.funds_of(form), unit_of(submission, form)
    return submission.once("funds", form, lambda: _lines(rows, unit, columns))


def summary_lines(submission: Submission, form: Form) -> list[Line]:
    """The rows of a 汇总表, 合计 included."""
    rows, unit = submission.summary_of(form), unit_of(submission, form)
    return submission.once("summary", form, lambda: _lines(rows, unit, ("budget", "executed")))


def totals(lines: list[Line]) -> list[Line]:
    """The rows that print the whole of the money: 年度资金总额, 支出合计."""
    return [line for line in lines if line.partition == "total"]


def parts(lines: list[Line], partition: str) -> list[Line]:
    """The rows of one partition (`source`, `structure`)."""
    return [line for line in lines if line.partition == partition]


def whole(lines: list[Line]) -> Line | None:
    """The row that stands for all the money: the total, or the only source that has an amount."""
    found = totals(lines)
    if found:
        return found[0]
    sources = [line for line in parts(lines, "source") if line.planned or line.executed]
    filled = [line for line in sources if any(x and x.value for x in (line.planned, line.executed))]
    return filled[0] if len(filled) == 1 else None


def unit_of(submission: Submission, form: Form) -> str:
    """The money unit of a form; where it states none, that of the unit's other forms, else 万元."""
    stated = [form.amount_unit, *(other.amount_unit for other in submission.forms)]
    return next((unit for unit in stated if unit), "万元")


def _lines(rows: Sequence[Fund | SummaryRow], unit: str, columns: tuple[str, ...]) -> list[Line]:
    amounts = {column: _column(rows, column, unit) for column in columns}
    return [
        Line(row=row, rate=printed.rate(row), **{column: amounts[column][i] for column in columns})
        for i, row in enumerate(rows)
    ]


def _column(rows: Sequence[Fund | SummaryRow], column: str, unit: str) -> list[Printed | None]:
    found = [printed.amount(row, column, unit) for row in rows]
    precise = iter(at_column_precision([figure for figure in found if figure is not None]))
    return [None if figure is None else next(precise) for figure in found]
