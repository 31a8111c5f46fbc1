"""D04: fewer points than the proportional formula gives.

比对：数值指标的得分，与按比例（达标记满分）应得分之差；低于应得超过表内得分最小单位的一半即报。反向指标
须比两种公式都低才报。
意义：得分偏低同样不能反映完成情况，也常掩盖别处的多给。
不适用：是否达标不能确定；得分格跨几行；口径不按比例记分。已写明具体原因的不报；未达标而评得更低的为一般
（有的口径未达六成不得分），偏低不超过0.5分或分值一成的为提示。
示例：完成96%、指标值≥95%、分值15，得12；8/10而应得8.40、全表为整数分，不报。
依据：财预〔2020〕10号：定量指标按完成值与指标值的比例记分。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.achieving import Achievement, scored
from rules.comparing import grid
from rules.d_scores.d03 import by_hand, expectations, tolerance
from rules.expecting import Expectation
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about, explains, shortfall
from rules.submission import Submission
from rules.text import has
from rules.wording import plain


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each scored row whose achievement is certain and numeric."""
    for form in submission.scored_forms:
        norms = profile.at(submission.year, form.form_kind)
        found = scored(submission, form)
        rows = [row for row in found if row.met is not None and row.expected]
        if not rows or not norms.quantities_proportional:
            yield inapplicable("没有可按比例复算的指标", form=form)
            continue
        step = grid(row.score for row in found if row.score is not None)
        for row in rows:
            most = tolerance(row, step, norms)
            if norms.score_rounding != "round":  # a score cut off lacks less than one step
                most = max(most, step - step / 1000)
            yield _judge(form, row, expectations(row, norms), most)


def _judge(form: Form, row: Achievement, expected: list[Expectation], most: Fraction) -> Outcome:
    assert row.score is not None
    assert row.weight is not None
    place = about(form, row, "target", "actual", "weight", "score")
    least = min(expected, key=lambda x: x.points)
    lacking = least.points - row.score
    explained = explains(row.row) or has(row.row.reason_text, "evidence_missing")
    if lacking <= most or explained:
        note = "，已写明原因" if explained and lacking > most else ""
        return passed(f"{shortfall(row)}，得分{plain(row.score)}不低于按比例应得{note}", **place)
    severity = "提示" if by_hand(row, lacking) else "一般"
    return failed(
        f"{shortfall(row)}，得分{plain(row.score)}/{plain(row.weight)}，按比例应为{plain(least.points, 2)}",
        expected=plain(least.points, 2),
        observed=plain(row.score),
        difference=plain(lacking, 2),
        computation=f"{least.formula}＝{plain(least.points, 2)}",
        severity=None if row.met else severity,
        **place,
    )


RULE = Rule(
    id="D04", title="比例记分偏低", severity="重要", confidence="确定", check=check, norms=("score_rounding",)
)
