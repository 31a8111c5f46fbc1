"""D03: more points for a missed target than the proportional formula gives.

比对：未达标指标的得分，与按比例应得分之差；超过表内得分最小单位的一半（口径可另给手工评分的余地）即报。
反向指标有两种通行公式，须两种都超过才报。
意义：得分高于按比例应得，即虚增。
不适用：不是确定未达标的数值指标；得分格跨几行；口径不按比例记分。偏高不超过0.5分的为一般（手工评分
常见）。
示例：指标值≥34家、完成14家、分值2，得2（应0.82）；得1而全表都是整数分，不报；80/90、分值10得9（应8.89）
不报。
依据：财预〔2020〕10号；一体化系统反向指标公式（2－完成值÷指标值）×分值；另一通行公式指标值÷完成值×分值。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.achieving import Achievement, missed, scored
from rules.comparing import grid
from rules.expecting import Expectation, accepted
from rules.profile import Norms, Profile
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about, shortfall
from rules.submission import Submission
from rules.wording import plain

_HALF_A_POINT = Fraction(1, 2)


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each scored row that missed its target."""
    for form in submission.scored_forms:
        norms = profile.at(submission.year, form.form_kind)
        found = scored(submission, form)
        rows = [row for row in missed(found) if row.expected]
        if not rows or not norms.quantities_proportional:
            yield inapplicable("没有可按比例复算的未达标指标", form=form)
            continue
        step = grid(row.score for row in found if row.score is not None)
        for row in rows:
            yield _judge(form, row, expectations(row, norms), tolerance(row, step, norms))


def tolerance(row: Achievement, step: Fraction, norms: Norms) -> Fraction:
    """Half the form's own step of scores, or what the profile leaves to scoring by hand."""
    return max(step / 2, Fraction(norms.hand_scoring_percent) / 100 * (row.weight or 0))


def expectations(row: Achievement, norms: Norms) -> list[Expectation]:
    """The points by each formula that the profile accepts; both for a reverse target unless it names one."""
    return accepted(row.expected, norms.reverse_formula)


def by_hand(row: Achievement, excess: Fraction) -> bool:
    """A difference as scoring by hand gives it: 0.5 points or a tenth of the weight."""
    return excess <= max(Fraction(1, 2), (row.weight or Fraction(0)) / 10)


def _judge(form: Form, row: Achievement, expected: list[Expectation], most: Fraction) -> Outcome:
    assert row.score is not None
    assert row.weight is not None
    place = about(form, row, "target", "actual", "weight", "score")
    best = max(expected, key=lambda x: x.points)
    excess = row.score - best.points
    computation = "；".join(f"{x.formula}＝{plain(x.points, 2)}" for x in expected)
    if excess <= most:
        return passed(
            f"{shortfall(row)}，得分{plain(row.score)}不高于按比例应得", computation=computation, **place
        )
    return failed(
        f"{shortfall(row)}，得分{plain(row.score)}/{plain(row.weight)}，按比例应为{plain(best.points, 2)}",
        expected=plain(best.points, 2),
        observed=plain(row.score),
        difference=plain(excess, 2),
        computation=computation,
        severity="一般" if excess <= _HALF_A_POINT else None,
        **place,
    )


RULE = Rule(
    id="D03",
    title="比例记分偏高",
    severity="重要",
    confidence="确定",
    check=check,
    norms=("reverse_formula", "hand_scoring_percent"),
)
