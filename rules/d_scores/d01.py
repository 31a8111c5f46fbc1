"""D01: full marks for a target that was missed.

比对：完成值未达到指标值（按印出的数值和比较符号判断；时限类指标按日期先后判断）而得分等于分值。
意义：未达标仍给满分，得分不能反映完成情况。
不适用：指标值或完成值不是数值、单位不同、方向不明；得分格跨几行；按印出的位数不足以判断是否达到。完成程度在99.5%以上
而按表内得分的进位（如取整）恰为满分的，视为通过；其余即使取整后为满分（30÷34×2＝1.76，记2分）也照报，并写明取整可以解释。
示例：指标值≥90%、完成80%，得分10/10；得分9/10不报。
依据：财预〔2020〕10号：未完成指标值的，按完成值与指标值的比例记分。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.achieving import Achievement, missed, scored
from rules.comparing import grid, round_half_up
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about, shortfall
from rules.submission import Submission
from rules.wording import plain

_ALMOST = Fraction(995, 10)


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each scored row that missed its target."""
    for form in submission.scored_forms:
        found = scored(submission, form)
        rows = missed(found)
        if not rows:
            yield inapplicable("没有确定未达标的计分指标", form=form)
        step = grid(x.score for x in found if x.score is not None)
        for row in rows:
            yield _judge(form, row, step)


def _judge(form: Form, row: Achievement, step: Fraction) -> Outcome:
    place = about(form, row, "target", "actual", "weight", "score")
    if not row.full:
        return passed(f"{shortfall(row)}，未给满分", **place)
    assert row.weight is not None
    best = max((x.points for x in row.expected), default=Fraction(0))
    rounded = round_half_up(best, step) >= row.weight
    if best / row.weight * 100 >= _ALMOST and rounded:
        return passed(f"{shortfall(row)}，四舍五入后为满分", **place)
    unsure = row.row.target_sign is None and row.row.target_unit != "%"  # the direction is by name
    return failed(
        f"{shortfall(row)}，得分却为满分{plain(row.weight)}",
        expected=f"按比例约{plain(best, 2)}" if row.numeric else None,
        observed=plain(row.weight),
        difference=plain(row.weight - best, 2) if row.numeric else None,
        diagnosis="按表内得分的进位取整后为满分" if rounded else None,
        severity="重要" if unsure else None,
        confidence="推断" if unsure else None,
        **place,
    )


RULE = Rule(
    id="D01", title="未达标满分", severity="严重", confidence="确定", check=check, subsumes=("D03", "D05")
)
