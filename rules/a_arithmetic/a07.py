"""A07: the weights of the 一级指标 against the total of the form.

比对：口径规定了各一级指标权重（level1_weights）的，逐项比较。各一级指标权重之和（表内另给预算执行分值的一并计入），与总分栏印出的分值；总分栏没有分值时与口径规
定的满分比较。
意义：权重之和不等于满分，得分就不是百分制，各单位之间也不可比。
不适用：有的一级指标没有权重且其下分值也不全。预算执行10分或20分单列而没有印出分值的，指标部分合计90、80
也成立，或只作线索。
示例：产出70＋效益20＋满意度10＋执行10＝110，总分栏印100；指标合计90、执行10不报。
依据：财预〔2020〕10号：自评采用百分制；各地表注“各项指标权重之和为100”。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.grouping import blank, groups, summed, unread
from rules.profile import Profile
from rules.quoting import cell, quote
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.submission import Submission
from rules.totals import (
    EXECUTION,
    EXECUTION_WEIGHTS,
    execution_points,
    execution_unprinted,
    pointed_funds,
    readings,
    used,
)
from rules.weighing import against_norms
from rules.wording import plain


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each scored form."""
    for form in submission.scored_forms:
        norms = profile.at(submission.year, form.form_kind)
        yield _judge(submission, form, Fraction(norms.total_points))
        yield from against_norms(submission, form, profile)


def _judge(submission: Submission, form: Form, base: Fraction) -> Outcome:
    found = groups(submission.indicators_of(form), 1)
    labelled = any(group.weight is not None for group in found)
    if not found or not (labelled or _all_counted(submission, form)):
        return inapplicable("一级指标没有权重", form=form)
    weights: list[Fraction] = []
    for group in found:
        weight = group.weight
        if weight is None and (blank(group.rows, "weight") or any(unread(x, "weight") for x in group.rows)):
            return inapplicable(f"一级指标“{group.name}”没有权重，其下分值不全", form=form)
        weights.append(summed(group.rows, "weight") if weight is None else weight)
    printed = form.total_weight_points
    wanted = base if printed is None else Fraction(printed)
    return _compare(submission, form, weights, wanted, printed is not None, base)


def _all_counted(submission: Submission, form: Form) -> bool:
    """The execution has a weight of its own, and its score is in the printed total of the scores."""
    if not execution_points(submission, form, "weight") or form.total_score_points is None:
        return False
    alone = summed(submission.indicators_of(form), "score")
    return alone != form.total_score_points and bool(execution_points(submission, form, "score"))


def _compare(
    submission: Submission,
    form: Form,
    weights: list[Fraction],
    wanted: Fraction,
    stated: bool,
    base: Fraction,
) -> Outcome:
    rows = submission.indicators_of(form)
    inner = sum(weights, Fraction(0))
    execution = execution_points(submission, form, "weight")
    apart = [inner + points for points in execution]
    named = any(EXECUTION in f"{row.level1}{row.level2}{row.level3}" for row in rows)
    sums = apart if apart and stated and wanted == base and not named else [*apart, inner]
    about = {
        "form": form,
        "uses": used(submission, form, "weight"),
        "evidence": [
            *(
                [quote(form, "总分栏分值", form.total_weight_text, form.total_weight_at or form.total_at)]
                if stated
                else []
            ),
            *(cell(group.rows[0], "level1", "一级指标权重") for group in groups(rows, 1)),
            *(cell(fund, "weight") for fund in pointed_funds(submission, form, "weight")),
        ],
    }
    missing = wanted - sums[0]
    if wanted in sums or (not stated and not execution and missing in EXECUTION_WEIGHTS):
        return passed(f"一级指标权重之和为{plain(wanted)}（预算执行分值在内）", **about)
    message = f"一级指标权重之和为{plain(sums[0])}，{'总分栏分值' if stated else '满分'}为{plain(wanted)}"
    apart_weight = execution_unprinted(submission, form, missing)
    if apart_weight:
        make = inapplicable if apart_weight == "scored" else lead
        return make(f"{message}；预算执行的分值表内未印", **about)
    terms = [plain(x) for x in weights] + [f"预算执行{plain(x)}" for x in execution[:1]]
    same = {reading.total for reading in readings(submission, form, "weight")} & set(sums)
    return failed(
        message,
        expected=plain(wanted),
        observed=plain(sums[0]),
        difference=plain(abs(missing)),
        computation=f"{'＋'.join(terms)}＝{plain(sums[0])}",
        covers=(("A08",),) if same else (),
        **about,
    )


RULE = Rule(id="A07", title="一级权重合计=100", severity="严重", confidence="确定", check=check)
