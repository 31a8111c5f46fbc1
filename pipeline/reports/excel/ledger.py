"""整改台账: what a unit has to answer, with columns that hedui reads back."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Decision
from pipeline.decisions.reading import DECISIONS, LEDGER
from pipeline.reports.excel.sheet import Column, Row, Sheet
from pipeline.reports.material import Dossier
from pipeline.reports.wording import DECIDED, STATES

NAME = LEDGER
COLUMNS = [
    Column("问题编号", 20), Column("单位", 26), Column("年度", 7), Column("程度", 7), Column("规则", 7), Column("变化", 8), Column("问题", 60),
    Column("单位回复", 40, "input"), Column("处理决定", 11, "input"), Column("理由", 34, "input"), Column("决定人", 10, "input"), Column("决定日期", 12, "input"), Column("决定状态", 16),
]  # fmt: skip


NOTE = "黄色各列由人填写：处理决定填“认定”“解释成立”或“待核实”，并写明理由、决定人、日期（如 2022-04-15）。存盘后再次运行即读回。"


def rows(dossier: Dossier, paths: dict[str, str]) -> Iterator[Row]:
    """One row for each discrepancy and lead; the last columns are for people."""
    for finding in dossier.loud("fail", "review"):
        cells = [
            finding.finding_id,
            finding.unit_name or "（未识别单位）",
            finding.fiscal_year,
            finding.severity,
            finding.rule_id,
            STATES[state.state] if (state := dossier.states.get(finding.finding_id)) else None,
            finding.message,
            *_written(dossier.decisions.get(finding.finding_id)),
        ]
        yield Row(cells, finding.severity)


def finish(sheet: Sheet) -> None:
    """The decision is chosen from a list."""
    if sheet.row > sheet.top:
        column = [c.heading for c in COLUMNS].index("处理决定")
        sheet.page.data_validation(
            sheet.top + 1, column, sheet.row, column,
            {"validate": "list", "source": list(DECISIONS), "ignore_blank": True, "error_title": "处理决定", "error_message": "请从下拉列表中选择。"},
        )  # fmt: skip


def _written(decision: Decision | None) -> list[str | None]:
    """What people wrote, as it was read back, with a word where it no longer fits."""
    if decision is None:
        return [None] * 6
    word = None if decision.status == "current" else DECIDED[decision.status]
    return [
        decision.reply,
        decision.decision,
        decision.reason,
        decision.decided_by,
        decision.decided_on,
        word,
    ]
