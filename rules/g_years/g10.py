"""G10: targets in the self-evaluation against those published with the budget.

比对：同一单位同一年度，自评表中的年度指标值与年初公开的绩效目标表（同年的、没有完成值和得分的自评类表格，其他规则不看）中的指标值。
意义：评价时改了目标，等于先射箭后画靶。
不适用：数据集中没有该年度公开的绩效目标表；自评表列有调整后的指标值。
示例：公开≥50家、自评≥34家，报告；另有调整栏且已填写的不报。
依据：预算法实施条例：绩效目标随预算批复；财预〔2020〕10号：指标值应与批复一致。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.records import Form, Indicator
from rules import printed
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Dataset, Submission
from rules.yearly import alike

_SAME_NAME = 0.8


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each target that stands in both."""
    for submission in dataset.submissions:
        found = list(_outcomes(submission))
        for outcome in found:
            outcome.submission_id = submission.record.submission_id
        yield from found or [
            inapplicable("没有同年公开的绩效目标表", submission_id=submission.record.submission_id)
        ]


def _outcomes(submission: Submission) -> Iterator[Outcome]:
    published = [form for form in submission.forms if form.form_id in submission.planned]
    for form in submission.scored_forms if published else []:
        for row in submission.indicators_of(form):
            other = _published(submission, published, row)
            if other is not None and not row.initial_target_text:
                yield _judge(form, row, other)


def _published(submission: Submission, forms: list[Form], row: Indicator) -> Indicator | None:
    found = [
        other
        for form in forms
        for other in submission.indicators_of(form)
        if alike(other, row) >= _SAME_NAME and other.target_unit == row.target_unit
    ]
    return found[0] if len(found) == 1 else None


def _judge(form: Form, row: Indicator, other: Indicator) -> Outcome:
    name = row_name(row)
    about: dict[str, Any] = {
        "form": form,
        "key": (name, "公开目标"),
        "subject": name,
        "evidence": [cell(other, "target", "公开指标值"), cell(row, "target", "自评表指标值")],
    }
    ours, theirs = printed.target(row), printed.target(other)
    if ours is None or theirs is None or ours.value == theirs.value:
        return passed(f"“{name}”指标值与公开的绩效目标一致", **about)
    return failed(
        f"“{name}”指标值{row.target_text}，公开的绩效目标为{other.target_text}",
        expected=other.target_text,
        observed=row.target_text,
        **about,
    )


RULE = Rule(
    id="G10",
    title="指标值与公开绩效目标不符",
    severity="重要",
    confidence="确定",
    check=check,
    scope="dataset",
    each_unit=True,
)
