"""A16: the payment progress rate against the budget completion rate.

比对：支付进度率与预算完成率（没有这一指标时用整体执行率）之差，不超过20个百分点（口径可改）。
意义：支付进度是实际支付与计划支付之比，与预算完成程度相去甚远时，计划多半未随预算调整。
不适用：表内没有支付进度率；没有可比的完成率。
示例：支付进度率100%、预算完成率830.04%；100%与97%不报。
依据：部门整体支出绩效评价指标体系：支付进度率＝实际支付进度÷既定支付进度×100%。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Evidence, Form, Indicator
from rules.a_arithmetic.a12 import is_overall_rate
from rules.money import fund_lines, whole
from rules.profile import Profile
from rules.quoting import cell, names, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.text import norm
from rules.wording import plain


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each 支付进度率 row beside a completion rate."""
    for form in submission.scored_forms:
        rows = [
            row
            for row in submission.indicators_of(form)
            if "支付进度" in norm(row.level3 or "")
            and row.actual_unit == "%"
            and row.actual_value is not None
        ]
        completion = _completion(submission, form)
        if not rows or completion is None:
            yield inapplicable("没有支付进度率指标，或没有预算完成率", form=form)
            continue
        most = Fraction(profile.at(submission.year, form.form_kind).progress_gap_points)
        for row in rows:
            yield _judge(form, row, completion, most)


def _judge(form: Form, row: Indicator, completion: tuple[Fraction, Evidence], most: Fraction) -> Outcome:
    value, evidence = completion
    assert row.actual_value is not None
    gap = abs(Fraction(row.actual_value) - value)
    about = {
        "form": form,
        "key": names(row),
        "subject": row_name(row),
        "evidence": [cell(row, "actual"), evidence],
    }
    if gap <= most:
        return passed(f"支付进度率{row.actual_text}与预算完成率{evidence.text}相近", **about)
    return failed(
        f"支付进度率{row.actual_text}与预算完成率{evidence.text}相差{plain(gap, 2)}个百分点",
        difference=f"{plain(gap, 2)}个百分点",
        diagnosis="预算大幅调整后，支付计划可能未随之调整",
        **about,
    )


def _completion(submission: Submission, form: Form) -> tuple[Fraction, Evidence] | None:
    for row in submission.indicators_of(form):
        if is_overall_rate(row) and row.actual_value is not None:
            return Fraction(row.actual_value), cell(row, "actual")
    line = whole(fund_lines(submission, form))
    if line is None or line.rate is None:
        return None
    return line.rate.value, cell(line.row, "rate")


RULE = Rule(
    id="A16",
    title="支付进度率与预算完成率背离",
    severity="一般",
    confidence="推断",
    check=check,
    norms=("progress_gap_points",),
)
