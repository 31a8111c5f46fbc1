"""D05: half the points or more for a target missed by far.

比对：完成程度低于60%（口径可改）而得分达到分值的50%。
意义：任务完成不到六成仍得一半以上的分，有的口径规定此时不得分。
不适用：不是确定未达标的数值指标；得分格跨几行。得分不高于按比例应得的不报（完成57%得57%的分）。
示例：34家完成14家（41.18%），得1/2；62%得1.2/2不报。
依据：复核惯例；60%以下是否得分由各地口径规定。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.achieving import Achievement, missed, scored
from rules.profile import Norms, Profile
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about, shortfall
from rules.submission import Submission
from rules.wording import percent, plain


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each scored row that missed its target by far."""
    for form in submission.scored_forms:
        norms = profile.at(submission.year, form.form_kind)
        rows = [
            row
            for row in missed(scored(submission, form))
            if (degree := _degree(row)) is not None and degree < norms.severe_shortfall_percent
        ]
        if not rows:
            yield inapplicable("没有完成程度过低的计分指标", form=form)
        for row in rows:
            yield _judge(form, row, norms)


def _degree(row: Achievement) -> Fraction | None:
    """How far the target was reached, in percent of the points that it would give at best."""
    if not row.weight or not row.expected:
        return None
    return max(x.points for x in row.expected) / row.weight * 100


def _judge(form: Form, row: Achievement, norms: Norms) -> Outcome:
    assert row.score is not None
    assert row.weight
    place = about(form, row, "target", "actual", "weight", "score")
    share = row.score / row.weight * 100
    proportional = max(x.points for x in row.expected) + Fraction(1, 100)
    if share < norms.severe_shortfall_score_percent or row.score <= proportional:
        return passed(f"{shortfall(row)}，得分不到分值的一半，或不高于按比例应得", **place)
    return failed(
        f"{shortfall(row)}，得分仍占分值的{percent(share, 0)}（{plain(row.score)}/{plain(row.weight)}）",
        observed=plain(row.score),
        **place,
    )


RULE = Rule(
    id="D05",
    title="严重未完成得分过半",
    severity="重要",
    confidence="推断",
    check=check,
    norms=("severe_shortfall_percent", "severe_shortfall_score_percent"),
)
