"""整改台账: what a unit has to answer, with columns that hedui reads back."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Decision
from pipeline.decisions.reading import DECISIONS, LEDGER, SEEN, written
from pipeline.decisions.telling import is_unknown
from pipeline.reports.deciding import standing
from pipeline.reports.excel.sheet import Column, Row, Sheet
from pipeline.reports.material import Dossier
from pipeline.reports.wording import STATES
from pipeline.store import Dataset

NAME = LEDGER
COLUMNS = [
    Column("问题编号", 28), Column("单位", 26), Column("年度", 7), Column("程度", 7), Column("规则", 7), Column("变化", 8), Column("问题", 60),
    Column("单位回复", 40, "input"), Column("处理决定", 11, "input"), Column("理由", 34, "input"), Column("决定人", 10, "input"), Column("决定日期", 12, "input"), Column("决定状态", 28),
    Column(SEEN, 200),
]  # fmt: skip


NOTE = (
    "黄色各列由人填写：处理决定填“认定”“解释成立”或“待核实”，并写明理由、决定人、日期（如 2022-04-15）；撤销原决定填“撤销”或清空该格。"
    "存盘后运行 hedui run、check 或 report 即读回。已作决定而问题消失的（如已更正）列在最后。"
)


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


def finish(sheet: Sheet, dataset: Dataset) -> None:
    """What was decided of findings that are gone; the decision is chosen from a list; the memory is hidden."""
    for row in _gone(dataset):
        sheet.add(*row.values, colour=row.colour)
    headings = [column.heading for column in COLUMNS]
    sheet.hide(headings.index(SEEN))
    if sheet.row > sheet.top:
        column = headings.index("处理决定")
        sheet.page.data_validation(
            sheet.top + 1, column, sheet.row, column,
            {"validate": "list", "source": list(DECISIONS), "ignore_blank": True, "error_title": "处理决定", "error_message": "请从下拉列表中选择。"},
        )  # fmt: skip


def _gone(dataset: Dataset) -> Iterator[Row]:
    """One row for each decided finding that no longer stands, by unit, rule and id."""
    held = [each for each in dataset.records("decisions") if isinstance(each, Decision)]
    gone = [each for each in held if each.status == "gone"]
    for each in sorted(gone, key=lambda each: (each.unit_name or "", each.rule_id or "", each.finding_id)):
        cells = [
            each.finding_id,
            each.unit_name,
            each.fiscal_year,
            each.severity,
            each.rule_id,
            None if is_unknown(each) else STATES["gone"],
            each.message,
        ]
        yield Row([*cells, *_written(each)], each.severity)


def _written(decision: Decision | None) -> list[str | None]:
    """What people wrote, as it was read back, with a word where it no longer fits or lacks something."""
    if decision is None:
        return [None] * 7
    return [
        decision.reply,
        decision.decision,
        decision.reason,
        decision.decided_by,
        decision.decided_on,
        standing(decision) or None,
        written(decision),
    ]
