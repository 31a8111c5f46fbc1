"""与上次相比: what is new, changed or gone since the check before; decisions that no longer apply."""

from __future__ import annotations

from extractors.records import Decision, FindingState
from pipeline.decisions.telling import is_unknown
from pipeline.reports.deciding import standing
from pipeline.reports.excel.sheet import Book, Column, Sheet
from pipeline.reports.wording import DECIDED, RESULTS, STATES
from pipeline.store import Dataset

_COLUMNS = [
    Column("问题编号", 28), Column("单位", 26), Column("年度", 7), Column("程度", 7), Column("规则", 7), Column("变化", 10), Column("结果", 10),
    Column("现在的说明", 60), Column("上次的说明", 60), Column("处理决定", 11), Column("决定状态", 34),
]  # fmt: skip


def add(book: Book, dataset: Dataset) -> None:
    """Write the whole sheet; unchanged findings are left out unless of their decision something is to be said."""
    sheet = Sheet(
        book, "与上次相比", _COLUMNS, note="首次核对时全部为“新增”。数字更正后问题编号不变，列为“有变化”。"
    )
    decisions = {each.finding_id: each for each in dataset.records("decisions") if isinstance(each, Decision)}
    for state in dataset.records("finding_states"):
        assert isinstance(state, FindingState)
        decision = decisions.pop(state.finding_id, None)
        stale = decision is not None and (decision.status != "current" or decision.note is not None)
        if state.state == "unchanged" and not stale:
            continue
        sheet.add(
            state.finding_id,
            state.unit_name,
            state.fiscal_year,
            state.severity,
            state.rule_id,
            STATES[state.state],
            RESULTS[state.result],
            state.message,
            state.message_before,
            decision.decision if decision else None,
            _status(decision) if decision else None,
            colour=state.severity,
        )
    for decision in decisions.values():
        if decision.status != "current" or decision.note:
            sheet.add(
                decision.finding_id,
                decision.unit_name,
                decision.fiscal_year,
                decision.severity,
                decision.rule_id,
                STATES["gone"] if decision.status == "gone" and not is_unknown(decision) else None,
                None,
                None,
                decision.message,
                decision.decision,
                _status(decision),
                colour=decision.severity,
            )
    sheet.close()


def _status(decision: Decision) -> str:
    return standing(decision) or DECIDED["current"]
