"""A09: the 得分 column against the printed total score.

比对：各指标得分（连同预算执行得分，如表内计分）之和，与总分栏的得分。
意义：总分决定评价等级；总分与各项得分之和不符，结论就没有依据。
不适用：总分栏没有得分；表内没有得分栏或得分全部空白；某格得分无法识别为数字。先由分值确定哪些行计入总分，
再按同样的行加得分；空白按0计而相等的，注明即可；项目自评表没有印出预算执行得分而差额正好可由它补足的，
只作线索。
示例：得分合计82，总分栏92，差额10等于“可持续影响指标（10分）”空白行的分值；合计91.5印91.5不报，总分栏合
并重复不报。
依据：自评表“总分”栏；得分为准确值，不容差。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.comparing import round_half_up
from rules.diagnosing import swapped_digits
from rules.grouping import counted, summed
from rules.profile import Profile
from rules.quoting import cell, row_name, total
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.submission import Submission
from rules.totals import (
    Unscored,
    execution_points,
    execution_unprinted,
    explain,
    quoted,
    readings,
    unreadable,
    unscored,
    used,
)
from rules.wording import plain


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each scored form."""
    for form in submission.scored_forms:
        yield _judge(submission, form)


def recomputed(submission: Submission, form: Form) -> list[Fraction]:
    """The sums of scores that the form allows, likeliest first.

    Where the printed total of weights fits some readings of the 分值 column, only those count.
    """
    scores, weights = (readings(submission, form, column) for column in ("score", "weight"))
    printed = form.total_weight_points
    fitting = {reading.name for reading in weights if printed is not None and reading.total == printed}
    chosen = [reading.total for reading in scores if reading.name in fitting]
    return chosen or [reading.total for reading in scores]


def _judge(submission: Submission, form: Form) -> Outcome:
    rows = submission.indicators_of(form)
    if form.total_score_points is None:
        return inapplicable("总分栏没有得分", form=form)
    if not counted(rows, "score"):
        return inapplicable("表内没有得分，或得分全部空白", form=form)
    if unreadable(submission, form, "score"):
        return inapplicable("有得分无法识别为数字，未合计", form=form)
    printed = Fraction(form.total_score_points)
    sums = recomputed(submission, form)
    missing = unscored(submission, form, "score")
    about: dict[str, Any] = {
        "form": form,
        "subject": "总分栏得分",
        "evidence": [total(form), *quoted(submission, form, "score")],
        "uses": used(submission, form, "score"),
    }
    if printed in sums:
        note = "（空白得分按0计）" if missing else ""
        return passed(f"得分合计与总分栏{plain(printed)}相等{note}", **about)
    gap = printed - sums[0]
    blank = explain(gap, missing)
    if blank is not None:
        about["evidence"] = [*about["evidence"], *(cell(x, "score", "空白行得分") for x in blank.rows)]
    if blank is None and _may_be_execution(submission, form, gap):
        message = f"得分合计 {plain(sums[0])}，总分栏 {plain(printed)}；预算执行的得分表内未见"
        return lead(message, difference=plain(gap), **about)
    diagnosis = _diagnose(submission, form, sums[0], printed, blank)
    return failed(
        f"得分合计 {plain(sums[0])} ≠ {plain(printed)}，{diagnosis or f'差额 {plain(abs(gap))}'}",
        expected=plain(sums[0]),
        observed=plain(printed),
        difference=plain(abs(gap)),
        diagnosis=diagnosis,
        computation=_computation(submission, form, sums[0]),
        related=("A08", "B02", "E01"),
        **about,
    )


def _may_be_execution(submission: Submission, form: Form, gap: Fraction) -> bool:
    """A gap that the execution's own points can fill, where the form shows none of them."""
    if execution_points(submission, form, "score"):
        return False
    weights = readings(submission, form, "weight")[0].total
    whole = Fraction(form.total_weight_points) if form.total_weight_points is not None else Fraction(100)
    return execution_unprinted(submission, form, whole - weights) is not None and 0 < gap <= whole - weights


def _diagnose(
    submission: Submission, form: Form, computed: Fraction, printed: Fraction, blank: Unscored | None
) -> str | None:
    gap = printed - computed
    if blank is not None:
        return f"差额 {plain(gap)} 等于“{blank.name}”空白行的分值"
    weights = readings(submission, form, "weight")[0].total
    if weights:
        explained = _by_weights(weights, computed, printed)
        if explained:
            return explained
    if gap in execution_points(submission, form, "score"):
        return f"差额 {plain(gap)} 等于预算执行的得分，而分值合计没有计入预算执行"
    return _by_cell(submission, form, gap) or swapped_digits(plain(computed), form.total_score_text or "")


def _by_weights(weights: Fraction, computed: Fraction, printed: Fraction) -> str | None:
    if 100 - (weights - computed) == printed:
        return f"总分等于100减去各项扣分之和{plain(weights - computed)}"
    if weights != 100 and round_half_up(computed / weights * 100, Fraction(1, 100)) == printed:
        return f"总分是按分值合计{plain(weights)}折算成百分制的"
    return "总分栏印的是分值合计" if printed == weights else None


def _by_cell(submission: Submission, form: Form, gap: Fraction) -> str | None:
    how = "重复计入" if gap > 0 else "漏加"
    alike = [x for x in counted(submission.indicators_of(form), "score") if x.points == abs(gap)]
    if len(alike) == 1:
        return f"差额 {plain(abs(gap))} 等于“{row_name(alike[0].rows[0])}”的得分，可能{how}"
    return f"差额 {plain(abs(gap))} 等于某一项的得分（{len(alike)}项如此），可能{how}" if alike else None


def _computation(submission: Submission, form: Form, computed: Fraction) -> str:
    groups: dict[str, Fraction] = {}
    for one in counted(submission.indicators_of(form), "score"):
        name = one.rows[0].level1 or "指标"
        groups[name] = groups.get(name, Fraction(0)) + one.points
    rest = computed - summed(submission.indicators_of(form), "score")
    terms = [f"{name}{plain(points)}" for name, points in groups.items()]
    if rest > 0:
        terms.append(f"预算执行{plain(rest)}")
    return f"{'＋'.join(terms)}＝{plain(computed)}"


RULE = Rule(id="A09", title="得分列合计=总分栏得分", severity="严重", confidence="确定", check=check)
