"""G04: an indicator missed last year that is gone this year.

比对：上年未达标的定量指标，在本年同类表（同一项目）的指标中有没有名称相近的一行。
意义：未完成的事项从指标中消失，整改无从检查。
不适用：没有上一年度的材料；上年没有未达标的定量指标；本年没有自评表。
示例：上年高新技术企业认定数未完成，本年没有这项指标，报告；换了说法而单位、主要名词相同的不报。
依据：预算绩效管理：评价结果应用于下一年度目标设定。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.records import Form, Indicator
from rules.achieving import achievements
from rules.linking.names import alike
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.submission import Dataset, Submission
from rules.text import norm
from rules.yearly import Pair, judged

_RENAMED = 0.4


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each indicator missed the year before."""
    yield from judged(
        dataset, lambda pair: or_inapplicable(_judge(pair), "上年没有未达标的定量指标，或本年没有自评表")
    )


def _judge(pair: Pair) -> Iterator[Outcome]:
    for form in pair.before.of_kind("department", "project"):
        present = [row for other in _same_matter(form, pair.now) for row in pair.now.indicators_of(other)]
        for achievement in achievements(pair.before, form) if present else []:
            if achievement.met is False and achievement.numeric:
                yield _outcome(achievement.row, [row for row in present if row.level3 and not row.is_detail])


def _same_matter(form: Form, submission: Submission) -> list[Form]:
    """The forms of the next year that an indicator has to be looked for in."""
    return [
        other
        for other in submission.of_kind(form.form_kind)
        if norm(other.project_name or "") == norm(form.project_name or "")
    ]


def _outcome(row: Indicator, present: list[Indicator]) -> Outcome:
    name = row_name(row)
    about: dict[str, Any] = {
        "key": (name, "次年指标"),
        "subject": name,
        "evidence": [cell(row, "target", "上年指标值"), cell(row, "actual", "上年完成值")],
    }
    if any(alike(name, row_name(other)) >= _RENAMED for other in present):
        return passed(f"上年未达标的“{name}”本年仍有指标", **about)
    return failed(
        f"上年未达标的“{name}”（{row.target_text}，完成{row.actual_text}），本年的指标中未见",
        **about,
    )


RULE = Rule(
    id="G04",
    title="未完成指标次年消失",
    severity="重要",
    confidence="推断",
    check=check,
    scope="dataset",
    each_unit=True,
)
