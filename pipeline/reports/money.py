"""The whole of a unit's money in a year, for the lines that tell a unit in a few figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from extractors.records import Form, Fund, SummaryRow
from rules.money import fund_lines, parts, unit_of, whole
from rules.submission import Submission
from rules.unitnames import same_unit

_CENT = Decimal("0.01")
_SOURCES = {"fiscal", "carryover", "other", "unit"}  # that are no parts of each other
_YUAN = {"元": Decimal(1), "千元": Decimal(1_000), "亿元": Decimal(100_000_000)}


class Money(msgspec.Struct, frozen=True):
    """Amounts in 元 with their printed texts, the rate in percent; `summed` where no row prints the whole."""

    budget_yuan: Decimal | None
    executed_yuan: Decimal | None
    rate_percent: Decimal | None
    budget_text: str = ""
    executed_text: str = ""
    summed: bool = False


def whole_money(view: Submission) -> Money | None:
    """The total row of the unit's own form, else the unit's row in the 汇总表, else the sum of all sources.

    None where nothing prints the whole: a source alone, or one project of several, is no total.
    """
    forms = view.of_kind("department") or view.scored_forms
    form = forms[0] if len(forms) == 1 or view.of_kind("department") else None
    line = whole(fund_lines(view, form)) if form else None
    if line is not None and line.planned is not None:
        return _of_row(line.row)
    own = _own_row(view)
    if own is not None:
        return _of_row(own)
    return _summed(view, form) if form else None


def _own_row(view: Submission) -> SummaryRow | None:
    """The only unit of a 汇总表, or the one of this name among several."""
    rows = view.unit_rows
    named = [row for row in rows if row.unit_name and same_unit(row.unit_name, view.unit_name or "")]
    found = named if len(rows) > 1 else rows
    return found[0] if len(found) == 1 and found[0].budget_yuan is not None else None


def _of_row(row: Fund | SummaryRow) -> Money:
    budget, text = row.budget_yuan, row.budget_text
    if budget is None and isinstance(row, Fund):
        budget, text = row.initial_yuan, row.initial_text
    return Money(budget, row.executed_yuan, row.rate_percent, text or "", row.executed_text or "")


def _summed(view: Submission, form: Form) -> Money | None:
    """All sources together, where each has both amounts."""
    rows = [line.row for line in parts(fund_lines(view, form), "source") if isinstance(line.row, Fund)]
    rows = [row for row in rows if row.item in _SOURCES]
    budgets = _all([row.budget_yuan for row in rows])
    spent = _all([row.executed_yuan for row in rows])
    if len(rows) < 2 or len({row.item for row in rows}) < len(rows) or not budgets or spent is None:
        return None
    rate = (spent / budgets * 100).quantize(_CENT, ROUND_HALF_UP)
    scale = _YUAN.get(unit_of(view, form), Decimal(10_000))
    return Money(budgets, spent, rate, f"{budgets / scale:.2f}", f"{spent / scale:.2f}", summed=True)


def _all(values: Sequence[Decimal | None]) -> Decimal | None:
    held = [value for value in values if value is not None]
    return sum(held, Decimal(0)) if held and len(held) == len(values) else None
