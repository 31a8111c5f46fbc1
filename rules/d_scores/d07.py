"""D07: a target exceeded by far, without a word of analysis.

比对：越高越好的数值指标，完成值超过指标值的130%（口径可改）而偏差原因空白。
意义：超额过多多半是指标值定低了，应作说明；超额本身不是问题。
不适用：指标值为0；反向指标；已填写原因；表内没有原因栏。基数很小（不大于3）的予以注明。
示例：指标值≥2家、完成3家（150%）；112/100不报，150%而写明原因不报。
依据：财预〔2020〕10号：完成值超过指标值较多的，要分析原因，因指标值设定明显偏低的，按偏离度适度调减分值。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Form
from rules.achieving import Achievement, achievements
from rules.expecting import LOWER
from rules.profile import Norms, Profile
from rules.quoting import row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about, has_reason, reason_column
from rules.submission import Submission
from rules.wording import percent

_LOW_BASE = 3


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each numeric row that met its target."""
    for form in submission.scored_forms:
        rows = [
            row
            for row in achievements(submission, form)
            if row.met and row.percent is not None and row.direction != LOWER
        ]
        if not rows or not reason_column(submission.indicators_of(form)):
            yield inapplicable("没有可比的达标数值指标，或表内没有偏差原因栏", form=form)
            continue
        norms = profile.at(submission.year, form.form_kind)
        for row in rows:
            yield _judge(form, row, norms)


def _judge(form: Form, row: Achievement, norms: Norms) -> Outcome:
    assert row.percent is not None
    assert row.target is not None
    place = about(form, row, "target", "actual", "reason")
    if row.percent <= norms.over_target_percent or has_reason(row.row):
        return passed(f"“{row_name(row.row)}”完成{percent(row.percent)}，未超界限或已说明", **place)
    low = "；基数较小" if row.target <= _LOW_BASE else ""
    return failed(
        f"“{row_name(row.row)}”完成值为指标值的{percent(row.percent)}，未说明原因{low}",
        expected=f"≤{norms.over_target_percent}%，或说明原因",
        observed=percent(row.percent),
        **place,
    )


RULE = Rule(
    id="D07",
    title="超额完成未分析",
    severity="提示",
    confidence="确定",
    check=check,
    norms=("over_target_percent",),
)
