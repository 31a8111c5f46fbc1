"""D10: full marks for an execution rate far above its one-sided target.

比对：预算完成率、执行率一类指标，指标值只有下限，完成值高于120%（口径可改），得满分而偏差原因空白。
意义：按封顶公式得满分并不违规，但远超预算须说明，指标值是否应设上限也须考虑。
不适用：指标值是区间或有上限；完成值不高于界限；已填写原因；没有得满分。
示例：≥95%、830.04%、1/1；101.2%不报，[95%，105%]不报。
依据：财预〔2020〕10号：超过指标值较多的要分析原因；一体化系统默认超额比例1.2。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Form, Indicator
from rules.achieving import Achievement, scored
from rules.profile import Norms, Profile
from rules.quoting import row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about, has_reason
from rules.submission import Submission
from rules.text import norm
from rules.wording import plain

_RATES = ("预算完成率", "执行率", "支出进度", "支付进度", "预算执行")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each execution rate with a lower bound only."""
    for form in submission.scored_forms:
        rows = [row for row in scored(submission, form) if _is_one_sided(row.row)]
        if not rows:
            yield inapplicable("没有只设下限的执行率类指标", form=form)
        norms = profile.at(submission.year, form.form_kind)
        for row in rows:
            yield _judge(form, row, norms)


def _is_one_sided(row: Indicator) -> bool:
    name = norm(row.level3 or "")
    rate = any(word in name for word in _RATES) and row.actual_unit == "%"
    return rate and row.target_value_high is None and row.target_sign in {">=", ">", None}


def _judge(form: Form, row: Achievement, norms: Norms) -> Outcome:
    place = about(form, row, "target", "actual", "weight", "score")
    value = row.row.actual_value
    if value is None or value <= norms.one_sided_percent or not row.full or has_reason(row.row):
        return passed(f"“{row_name(row.row)}”未超界限，或已说明", **place)
    return failed(
        f"“{row_name(row.row)}”指标值{row.row.target_text}只有下限，完成值{row.row.actual_text}得满分而未说明原因",
        expected=f"≤{plain(norms.one_sided_percent)}%，或说明原因",
        observed=row.row.actual_text,
        diagnosis="按封顶公式得分本身不违规；请说明超出原因，并考虑指标值是否应设上限",
        **place,
    )


RULE = Rule(
    id="D10",
    title="单边阈值满分",
    severity="一般",
    confidence="推断",
    check=check,
    norms=("one_sided_percent",),
    subsumes=("D07",),
)
