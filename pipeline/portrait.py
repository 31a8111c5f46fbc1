"""One document for the terminal: its forms with their rows, its narrative, its issues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from extractors import records as r
from extractors.places import chinese
from pipeline import recognised
from pipeline.saying import said
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
        yield Text(f"{KINDS.get(form.form_kind, form.form_kind)}  〔{chinese(form.at)}〕", style="bold cyan")
        if facts := _facts(form):
            yield Text(facts)
        yield from _read(form, extract)
        for section in (section for section in extract.sections if section.form_id == form.form_id):
            yield Text("  " * section.depth + safe(f"{section.number_text or ''}{section.heading}"))
            if section.text:
                yield Text("  " * (section.depth + 1) + safe(_short(section.text)), style="dim")
        if issues := [issue for issue in extract.issues if issue.form_id == form.form_id]:
            yield _issues(issues)
    if figures and extract.figures:
        yield _figures(extract.figures)
    forms = {form.form_id for form in extract.forms}
    if issues := [issue for issue in extract.issues if issue.form_id not in forms]:
        yield _issues(issues)


def _facts(form: r.Form) -> str:
    facts = (
        form.fiscal_year and f"{form.fiscal_year}年度",
        form.unit_name,
        form.project_name,
        form.total_score_text and f"总分 {form.total_score_text}",
        form.amount_unit and f"单位：{form.amount_unit}",
    )
    return "  ".join(safe(fact) for fact in facts if fact)


_COLUMNS: dict[str, dict[str, str]] = {
    "summary_rows": {
        "unit_name": "单位",
        "budget_text": "预算数",
        "executed_text": "执行数",
        "rate_text": "执行率",
        "self_score_text": "自评分",
        "review_score_text": "复核分",
    },
    "funds": {
        "label": "资金",
        "initial_text": "年初预算",
        "budget_text": "全年预算",
        "executed_text": "执行数",
        "rate_text": "执行率",
        "weight_text": "分值",
        "score_text": "得分",
    },
    "goals": {"target_text": "年初目标", "actual_text": "完成情况"},
    "indicators": {
        "row": "行",
        "level1": "一级",
        "level2": "二级",
        "level3": "三级",
        "target_text": "指标值",
        "actual_text": "完成值",
        "weight_text": "分值",
        "score_text": "得分",
        "reason_text": "偏差原因",
    },
}


def _read(form: r.Form, extract: r.Extract) -> Iterator[RenderableType]:
    """The form's tables as they were read, else its rows."""
    from rich.text import Text

    cells = [cell for cell in extract.cells if cell.form_id == form.form_id]
    if not cells:
        yield from _tables(form, extract)
        return
    yield from recognised.tables(cells)
    if form.form_kind != "report":
        yield Text(recognised.tally(cells), style="dim")


def _tables(form: r.Form, extract: r.Extract) -> Iterator[RenderableType]:
    for name, titles in _COLUMNS.items():
        rows = [row for row in getattr(extract, name) if row.form_id == form.form_id]
        if rows:
            yield _grid(list(titles.values()), [[_short(getattr(row, c)) for c in titles] for row in rows])


def _figures(figures: Sequence[r.Figure]) -> RenderableType:
    titles = ("数值", "值", "单位", "限定", "种类", "主语", "位置")
    rows = [
        [f.text, _value(f), f.unit, _said("qualifier", f), _said("kind", f), f.subject, chinese(f.at)]
        for f in figures
    ]
    return _grid(titles, rows)


def _said(column: str, figure: r.Figure) -> object:
    return said("figures", column, getattr(figure, column))


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
        table.add_column(title, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if value is None else safe(value)) for value in row))
    return table


def _short(value: object, length: int = 60) -> object:
    return value[: length - 1] + "…" if isinstance(value, str) and len(value) > length else value
