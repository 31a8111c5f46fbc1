"""A08: the 分值 column against the 分值 of the total row.

比对：各指标分值（连同预算执行分值，如表内计分）之和，与总分栏的分值。
意义：分值合计与总分栏不符，说明有指标没有分值，或总分栏是照抄的满分。
不适用：总分栏没有分值；表内没有分值栏；某格分值无法识别为数字。预算执行分值可计可不计（没有印出而恰差10
分、20分的只作线索），合并单元格只计一次，“其中”行、加分项可计可不计，有一种相等即可。
示例：各格合计90，总分栏印100，差额10等于“可持续影响指标（10分）”空白行的分值；99.5＋0.5不报。
依据：自评表“总分”栏；分值为准确值，不容差。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.grouping import counted
from rules.profile import Profile
from rules.quoting import cell, quote
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.submission import Submission
from rules.totals import execution_unprinted, explain, quoted, readings, unreadable, unscored, used
from rules.wording import plain


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each scored form."""
    for form in submission.scored_forms:
        yield _judge(submission, form)


def _judge(submission: Submission, form: Form) -> Outcome:
    rows = submission.indicators_of(form)
    if form.total_weight_points is None:
        return inapplicable("总分栏没有分值", form=form)
    if not counted(rows, "weight"):
        return inapplicable("表内没有分值", form=form)
    if unreadable(submission, form, "weight"):
        return inapplicable("有分值无法识别为数字，未合计", form=form)
    printed = Fraction(form.total_weight_points)
    sums = readings(submission, form, "weight")
    about: dict[str, Any] = {
        "form": form,
        "subject": "总分栏分值",
        "evidence": [
            quote(form, "总分栏分值", form.total_weight_text, form.total_weight_at or form.total_at),
            *quoted(submission, form, "weight"),
        ],
        "uses": used(submission, form, "weight"),
    }
    if any(reading.total == printed for reading in sums):
        return passed(f"分值合计与总分栏{plain(printed)}相等", **about)
    total = sums[0].total
    gap = printed - total
    blank = explain(gap, unscored(submission, form, "weight"))
    apart = execution_unprinted(submission, form, gap)
    if blank is None and apart:
        make = inapplicable if apart == "scored" else lead
        return make(f"分值合计 {plain(total)}，总分栏 {plain(printed)}；预算执行的分值表内未印", **about)
    diagnosis = None
    if blank is not None:
        diagnosis = f"差额{plain(gap)}等于“{blank.name}”空白行的分值"
        about["evidence"] = [*about["evidence"], *(cell(row, "weight", "空白行分值") for row in blank.rows)]
    return failed(
        f"分值合计 {plain(total)} ≠ {plain(printed)}，{diagnosis or f'差额 {plain(abs(gap))}'}",
        expected=plain(total),
        observed=plain(printed),
        difference=plain(abs(gap)),
        diagnosis=diagnosis,
        computation=f"{sums[0].name}分值之和＝{plain(total)}",
        **about,
    )


RULE = Rule(id="A08", title="分值列合计=总分栏分值", severity="严重", confidence="确定", check=check)
