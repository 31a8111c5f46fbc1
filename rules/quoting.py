"""Quote a record as evidence: its role, its text, its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from extractors.records import Evidence, Figure, Form, Fund, Goal, Indicator, Section, SummaryRow

if TYPE_CHECKING:
    from rules.submission import Submission


class _Placed(Protocol):
    """Any record of a form that says where it stands."""

    form_id: str
    document_id: str
    at: str


_WORDS = {
    "level1": "一级指标", "level2": "二级指标", "level3": "三级指标", "target": "年度指标值",
    "actual": "全年完成值", "weight": "分值", "score": "得分", "reason": "偏差及原因分析",
    "initial": "年初预算数", "budget": "全年预算数", "arrived": "到位数", "executed": "全年执行数",
    "rate": "执行率", "self_score": "自评分数", "review_score": "复核分数", "unit_name": "预算单位",
}  # fmt: skip

_NAMES = frozenset({"level1", "level2", "level3", "unit_name", "label"})


def quote(record: _Placed, role: str, text: str | None, at: str | None = None) -> Evidence:
    """A quote of any record; `at` where the quoted text stands more exactly."""
    return Evidence(
        document_id=record.document_id,
        form_id=record.form_id,
        at=at or record.at,
        role=role,
        text=text or "（空白）",
    )


def cell(row: Indicator | Fund | SummaryRow, column: str, role: str | None = None) -> Evidence:
    """A cell of a table row by its column: target, actual, weight, score, budget, rate …

    Its role is the printed heading, with the row's name before it.
    """
    text = getattr(row, column if column in _NAMES else f"{column}_text")
    return Evidence(
        document_id=row.document_id,
        form_id=row.form_id,
        at=row.places.get(column) or row.at,
        role=role or f"{row_name(row)}·{_WORDS.get(column, column)}",
        text=text or "（空白）",
    )


def as_printed(submission: Submission, found: Evidence) -> Evidence:
    """The quote with all that its cell prints: 数量指标（10分）, not the name alone."""
    texts = (x.text for x in submission.cells if x.at == found.at and x.document_id == found.document_id)
    printed = " ".join((next(texts, "") or "").split())
    same = "".join(found.text.split()) in printed.replace(" ", "")
    return replace(found, text=printed) if same else found


def place(row: Indicator | Fund | SummaryRow, column: str) -> tuple[str, str]:
    """(document_id, at) of a cell; the row's place where the cell has none."""
    return row.document_id, row.places.get(column) or row.at


def row_name(row: Indicator | Fund | SummaryRow) -> str:
    """The row as an auditor would call it."""
    if isinstance(row, Indicator):
        return row.level3 or row.level2 or row.level1 or f"第{row.row}行"
    if isinstance(row, Fund):
        return row.label.strip()
    return row.unit_name or ("合计" if row.is_total else f"第{row.row}行")


def names(row: Indicator) -> tuple[str, str, str]:
    """The key of a row within its form: its three names."""
    return row.level1 or "", row.level2 or "", row.level3 or ""


def total(form: Form, role: str = "总分") -> Evidence:
    """The printed total score of a form."""
    return quote(form, role, form.total_score_text, form.total_at)


def figure(found: Figure, role: str = "叙述数字") -> Evidence:
    """A figure of the running text, with its sentence."""
    return quote(found, role, found.sentence or found.text)


def goal(row: Goal, column: str) -> Evidence:
    """年初设定目标 (`target`) or 全年完成情况 (`actual`) of a goal row."""
    role = "年初设定目标" if column == "target" else "全年完成情况"
    return quote(row, role, getattr(row, f"{column}_text"), getattr(row, f"{column}_at"))


def section(part: Section, role: str = "报告章节", text: str | None = None) -> Evidence:
    """A section of a report: its heading, or a piece of its text."""
    name = f"{part.number_text or ''}{part.heading}"
    return quote(part, role, text if text is not None else name, None if text else part.heading_at)
