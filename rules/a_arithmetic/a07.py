"""A07: the weights of the 一级指标 against the total of the form.

比对：各一级指标权重之和（表内另给预算执行分值的一并计入），与总分栏印出的分值；总分栏没有分值时与口径规
定的满分比较。
意义：权重之和不等于满分，得分就不是百分制，各单位之间也不可比。
不适用：有的一级指标没有权重且其下分值也不全。预算执行10分单列时，指标部分合计90也成立。
示例：产出70＋效益20＋满意度10＋执行10＝110，总分栏印100；指标合计90、执行10不报。
依据：财预〔2020〕10号：自评采用百分制；各地表注“各项指标权重之和为100”。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from extractors.records import Form
from rules.grouping import blank, groups, summed, unread
from rules.profile import Profile
from rules.quoting import cell, quote
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.totals import execution_points, pointed_funds, readings, used
from rules.wording import plain

_EXECUTION = "执行率"  # an indicator row that carries the execution's points itself


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each scored form."""
    for form in submission.scored_forms:
        norms = profile.at(submission.year, form.form_kind)
        yield _judge(submission, form, Fraction(norms.total_points))


def _judge(submission: Submission, form: Form, base: Fraction) -> Outcome:
    found = groups(submission.indicators_of(form), 1)
    if not any(group.weight is not None for group in found):
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


def _compare(
    submission: Submission,
    form: Form,
    weights: list[Fraction],
    wanted: Fraction,
    stated: bool,
    base: Fraction,
) -> Outcome:
    inner = sum(weights, Fraction(0))
    execution = execution_points(submission, form, "weight")
    rows = submission.indicators_of(form)
    named = any(_EXECUTION in f"{row.level1}{row.level2}{row.level3}" for row in rows)
    apart = [inner + points for points in execution]
    sums = apart if apart and stated and wanted == base and not named else [*apart, inner]
    allowed = {wanted} if stated else {wanted, wanted - 10}  # 预算执行10分单列而本表未印
    firsts = [group.rows[0] for group in groups(rows, 1)]
    about = {
        "form": form,
        "uses": used(submission, form, "weight"),
        "evidence": [
            *([quote(form, "总分栏分值", form.total_weight_text, form.total_at)] if stated else []),
            *(cell(row, "level1", "一级指标权重") for row in firsts),
            *(cell(fund, "weight") for fund in pointed_funds(submission, form, "weight")),
        ],
    }
    if allowed & set(sums):
        return passed(f"一级指标权重之和为{plain(wanted)}", **about)
    terms = [plain(x) for x in weights] + [f"预算执行{plain(x)}" for x in execution[:1]]
    same = {reading.total for reading in readings(submission, form, "weight")} & set(sums)
    return failed(
        f"一级指标权重之和为{plain(sums[0])}，{'总分栏分值' if stated else '满分'}为{plain(wanted)}",
        expected=plain(wanted),
        observed=plain(sums[0]),
        difference=plain(abs(sums[0] - wanted)),
        computation=f"{'＋'.join(terms)}＝{plain(sums[0])}",
        covers=(("A08",),) if same else (),
        **about,
    )


RULE = Rule(id="A07", title="一级权重合计=100", severity="严重", confidence="确定", check=check)
