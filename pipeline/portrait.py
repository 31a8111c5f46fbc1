"""One document for the terminal: its forms with their rows, its narrative, its issues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from extractors import records as r
from extractors.places import chinese
from pipeline.terminal import safe

if TYPE_CHECKING:
    from rich.console import RenderableType

KINDS = {
    "review": "复核表",
    "summary": "自评情况汇总表",
    "department": "部门（单位）整体支出绩效自评表",
    "project": "项目支出绩效自评表",
    "transfer": "转移支付绩效自评表",
    "report": "绩效自评报告",
}
_STATUS = {"complete": "读取完整", "partial": "部分读取", "rejected": "未能读取"}


def portrait(document: r.Document, extract: r.Extract, figures: bool) -> Iterator[RenderableType]:
    """The parts to print, in reading order."""
    from rich.text import Text

    head = f"{safe(document.path)}  {document.format or ''}  {_STATUS.get(document.status, document.status)}"
    yield Text(head, style="bold")
    if document.error_message:
        yield Text(f"{document.error_code}：{safe(document.error_message)}", style="red")
    for form in extract.forms:
        yield Text()
        yield Text(_form(form), style="bold cyan")
        yield from _tables(form, extract)
        for section in (section for section in extract.sections if section.form_id == form.form_id):
            yield Text("  " * section.depth + safe(f"{section.number_text or ''}{section.heading}"))
            if section.text:
                yield Text("  " * (section.depth + 1) + safe(_short(section.text)), style="dim")
    if figures and extract.figures:
        yield _figures(extract.figures)
    if extract.issues:
        yield _issues(extract.issues)


def _form(form: r.Form) -> str:
    facts = (
        KINDS.get(form.form_kind, form.form_kind),
        form.fiscal_year and f"{form.fiscal_year}年度",
        form.unit_name,
        form.project_name,
        form.total_score_text and f"总分 {form.total_score_text}",
        form.amount_unit and f"单位：{form.amount_unit}",
        f"〔{chinese(form.at)}〕",
    )
    return "  ".join(safe(fact) for fact in facts if fact)


def _tables(form: r.Form, extract: r.Extract) -> Iterator[RenderableType]:
    mine = {
        name: [row for row in getattr(extract, name) if row.form_id == form.form_id]
        for name in ("summary_rows", "funds", "goals", "indicators")
    }
    if mine["summary_rows"]:
        titles = ("单位", "预算数", "执行数", "执行率", "自评分", "复核分")
        names = (
            "unit_name",
            "budget_text",
            "executed_text",
            "rate_text",
            "self_score_text",
            "review_score_text",
        )
        yield _grid(titles, [[getattr(row, name) for name in names] for row in mine["summary_rows"]])
    if mine["funds"]:
        titles = ("资金", "年初预算", "全年预算", "执行数", "执行率", "分值", "得分")
        names = (
            "label",
            "initial_text",
            "budget_text",
            "executed_text",
            "rate_text",
            "weight_text",
            "score_text",
        )
        yield _grid(titles, [[getattr(row, name) for name in names] for row in mine["funds"]])
    if mine["goals"]:
        yield _grid(
            ("年初目标", "完成情况"), [[_short(g.target_text), _short(g.actual_text)] for g in mine["goals"]]
        )
    if mine["indicators"]:
        titles = ("行", "一级", "二级", "三级", "指标值", "完成值", "分值", "得分", "偏差原因")
        names = (
            "row",
            "level1",
            "level2",
            "level3",
            "target_text",
            "actual_text",
            "weight_text",
            "score_text",
        )
        rows = [
            [*(getattr(row, name) for name in names), _short(row.reason_text, 20)]
            for row in mine["indicators"]
        ]
        yield _grid(titles, rows)


def _figures(figures: Sequence[r.Figure]) -> RenderableType:
    titles = ("数值", "值", "单位", "限定", "种类", "主语", "位置")
    rows = [[f.text, _value(f), f.unit, f.qualifier, f.kind, f.subject, chinese(f.at)] for f in figures]
    return _grid(titles, rows)


def _value(figure: r.Figure) -> str | Decimal | None:
    if figure.value_low is not None or figure.value_high is not None:
        return f"{figure.value_low}–{figure.value_high}"
    return figure.value_exact if figure.value is None else figure.value


def _issues(issues: Sequence[r.Issue]) -> RenderableType:
    titles = ("程度", "代码", "说明", "原文", "位置")
    names = {"note": "提示", "doubt": "存疑", "loss": "缺失"}
    rows = [[names.get(i.severity), i.code, i.message, _short(i.text, 30), chinese(i.at)] for i in issues]
    return _grid(titles, rows)


def _grid(titles: Sequence[str], rows: Sequence[Sequence[object]]) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for title in titles:
        table.add_column(title)
    for row in rows:
        table.add_row(*(Text("" if value is None else safe(value)) for value in row))
    return table


def _short(text: str | None, length: int = 60) -> str | None:
    return text if text is None or len(text) <= length else text[: length - 1] + "…"
