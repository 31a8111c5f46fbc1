"""E06: cells that have to be filled are blank.

比对：写有三级指标名称的行，表内设有的年度指标值、完成值、分值、得分各栏是否空白；资金各行的预算数与执行数是否都空白。
意义：指标值、完成值空白，这一行就无法核对，得分没有依据；资金空白是零还是漏填，应当写明。
不适用：整行为空或名称为“无”的（E01）；其中项；表内没有该栏；有分值而没有名称的；得分、分值可能是几行共用的合并单元格（各
行得分之和已等于总分）。资金行空白为提示。
示例：“培训人次”完成值空白而得分5分，报告；“其他资金”各栏空白而合计相符，只作提示。
依据：各地自评表填表说明；空白与零不同。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.numerals.fraction import Fraction
from extractors.records import Form, Indicator
from rules.a_arithmetic.a09 import recomputed
from rules.grouping import is_absent, is_bonus
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about
from rules.submission import Submission
from rules.wording import listed

_COLUMNS = {"target": "年度指标值", "actual": "全年完成值", "weight": "分值", "score": "得分"}
_POINTS = ("weight", "score")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each row with a blank cell, one for all other rows, one for the money rows."""
    for form in submission.scored_forms:
        rows = [x for x in submission.indicators_of(form) if _counts(x)]
        columns = [c for c in _COLUMNS if any(getattr(row, f"{c}_text") for row in rows)]
        if not rows or not columns:
            yield inapplicable("没有可核对的指标行", form=form)
        else:
            yield from _rows(submission, form, rows, columns)
        yield from _funds(submission, form)


def _counts(row: Indicator) -> bool:
    return bool(row.level3) and not row.is_detail and not is_absent(row) and not is_bonus(row)


def _rows(submission: Submission, form: Form, rows: list[Indicator], columns: list[str]) -> Iterator[Outcome]:
    closes = form.total_score_points is not None and Fraction(form.total_score_points) in recomputed(
        submission, form
    )
    found = 0
    for row in rows:
        blank = [c for c in columns if not (getattr(row, f"{c}_text") or "").strip()]
        if closes:  # a blank score that the total does not miss may be part of a merged cell
            blank = [c for c in blank if c not in _POINTS]
        if not blank or len(blank) == len(_COLUMNS):
            continue
        found += 1
        place: dict[str, Any] = about(form, row, "level3", *blank)
        named = "、".join(_COLUMNS[c] for c in blank)
        yield failed(f"“{row_name(row)}”的{named}空白", expected="填写", observed="空白", **place)
    if not found:
        yield passed("指标各行必填栏均已填写", form=form, key=("指标行",))


def _funds(submission: Submission, form: Form) -> Iterator[Outcome]:
    funds = submission.funds_of(form)
    blank = [x for x in funds if not any((x.budget_text, x.executed_text, x.initial_text, x.rate_text))]
    if not blank or len(blank) == len(funds):
        return
    yield failed(
        f"资金行{listed([row_name(x) for x in blank])}各栏空白，为零时应写明",
        form=form,
        key=("资金行",),
        subject=row_name(blank[0]),
        severity="提示",
        expected="0或金额",
        observed="空白",
        evidence=[cell(x, "label", "资金项目") for x in blank[:5]],
    )


RULE = Rule(id="E06", title="必填单元格空白", severity="一般", confidence="确定", check=check)
