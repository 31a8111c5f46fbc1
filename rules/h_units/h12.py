"""H12: two projects of one unit with the same numbers.

比对：同一单位不同名称的项目自评表，定量指标的指标值、完成值、得分逐行相同，不少于五行且占全部定量行。
意义：一张表套用于另一个项目。
不适用：不足两个项目；定量指标不足五行；工资、社保等人员类项目。
示例：两个道路项目七行完全相同，报告；人员经费项目套用同一模板不报。
依据：自评应一项目一表、据实填报。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Form
from rules.profile import Profile
from rules.quoting import cell, quote
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Dataset, Submission
from rules.text import norm

_LEAST = 5
_STAFF = regex.compile(r"工资|社保|公积金|人员经费|公用经费|养老保险|医疗保险|津补贴|遗属|退休")


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each submission with several projects."""
    for submission in dataset.submissions:
        forms = [
            form
            for form in submission.of_kind("project")
            if form.project_name and not _STAFF.search(form.project_name)
        ]
        outcomes = list(_judge(submission, forms)) if len(forms) > 1 else [inapplicable("项目自评表不足两张")]
        for outcome in outcomes:
            outcome.submission_id = submission.record.submission_id
        yield from outcomes


def _judge(submission: Submission, forms: list[Form]) -> Iterator[Outcome]:
    first: dict[tuple[Any, ...], Form] = {}
    found = False
    for form in forms:
        numbers = _numbers(submission, form)
        a = first.setdefault(numbers, form)
        if len(numbers) >= _LEAST and norm(a.project_name or "") != norm(form.project_name or ""):
            found = True
            rows = submission.indicators_of(form)
            yield failed(
                f"“{a.project_name}”与“{form.project_name}”的{len(numbers)}行定量指标完全相同",
                form=form,
                key=("数字雷同", norm(a.project_name or "")),
                subject=form.project_name,
                evidence=[
                    quote(a, "项目名称", a.project_name),
                    quote(form, "项目名称", form.project_name),
                    *(cell(row, "actual") for row in rows[:3]),
                ],
            )
    if not found:
        yield passed("各项目的指标数字不同", key=("数字雷同",), subject="项目自评表")


def _numbers(submission: Submission, form: Form) -> tuple[Any, ...]:
    return tuple(
        (row.target_value, row.actual_value, row.score_points)
        for row in submission.indicators_of(form)
        if row.target_value is not None and row.actual_value is not None
    )


RULE = Rule(
    id="H12",
    title="同一单位多项目数字雷同",
    severity="重要",
    confidence="推断",
    check=check,
    scope="dataset",
    each_unit=True,
)
