"""D19: hardly any money spent, nearly everything done.

比对：整体执行率低于20%，而产出类数值指标的平均完成程度高于90%（口径可改）。
意义：钱没花而事已办成，或是完成值不实，或是资金另有来源、尚未结算，须说明。
不适用：没有执行率或产出数值指标；文中写明未结算、未支付、资金下达较晚等原因。
示例：支出0.08%，计划服务100人、完成748人；18%而写明“工程完工未结算”不报。
依据：复核惯例（支出与产出应大体相称）。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.achieving import achievements
from rules.money import fund_lines, whole
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.text import has
from rules.wording import percent


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each form with an execution and measured outputs."""
    for form in submission.scored_forms:
        yield _judge(submission, form, profile)


def _judge(submission: Submission, form: Form, profile: Profile) -> Outcome:
    norms = profile.at(submission.year, form.form_kind)
    line = whole(fund_lines(submission, form))
    outputs = [
        row
        for row in achievements(submission, form)
        if row.percent is not None and "产出" in (row.row.level1 or "")
    ]
    if line is None or not line.planned or not line.executed or line.planned.value <= 0 or not outputs:
        return inapplicable("没有整体执行率，或没有数值化的产出指标", form=form)
    rate = line.executed.value / line.planned.value * 100
    mean = sum((min(row.percent or Fraction(0), Fraction(150)) for row in outputs), Fraction(0)) / len(
        outputs
    )
    about = {
        "form": form,
        "subject": "支出与产出",
        "evidence": [cell(line.row, "executed"), *(cell(row.row, "actual") for row in outputs)],
    }
    reasons = " ".join(row.reason_text or "" for row in submission.indicators_of(form))
    notes = " ".join(fund.reason_text or "" for fund in submission.funds_of(form))
    explained = has(f"{submission.narrative()} {reasons} {notes}", "unsettled")
    if rate >= norms.low_spending_percent or mean <= norms.high_completion_percent or explained:
        return passed(f"执行率{percent(rate)}，产出平均完成{percent(mean)}", **about)
    return failed(
        f"执行率仅{percent(rate)}，产出指标平均完成{percent(mean)}，未见说明",
        observed=percent(rate),
        **about,
    )


RULE = Rule(
    id="D19",
    title="低支出高完成",
    severity="重要",
    confidence="推断",
    check=check,
    norms=("low_spending_percent", "high_completion_percent"),
)
