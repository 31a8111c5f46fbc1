"""A18: a rate of 0% whose numerator and denominator are printed nowhere.

比对：经费类比率（三公经费控制率、结转结余率、采购执行率等）完成值为0%，分值不小于1，而全部材料中没有它
的金额。
意义：0%可能是没有支出，也可能是没有预算（0÷0），含义不同，得分也不同。
不适用：完成值不是0；报告或目标栏写有相应金额。投诉率、事故率一类为0属常态，不核对。
示例：三公经费控制率0.00%；文中写明“三公经费预算2.00万元，支出0”不报。
依据：比率须有分子分母方可核对。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.records import Form, Indicator
from rules.profile import Profile
from rules.quoting import cell, names, row_name
from rules.rule import Outcome, Rule, inapplicable, lead, passed
from rules.submission import Submission
from rules.text import norm

_MONEY_RATE = regex.compile(r"三公|经费控制率|结转结余率|结转率|结余率|采购执行率|经费变动率")
_STEM = regex.compile(r"(?:控制|执行|变动|完成)?率$")
_AMOUNT = regex.compile(r"\d[\d.,]*+\s?(?:万|亿)?元|支出(?:为)?[0零]|为[0零]|[0零]支出|无(?:预算|支出)")

_END = regex.compile(r"[。；;\n]")
_TELLING = "sentences with amounts"


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each money rate of 0%."""
    for form in submission.scored_forms:
        rows = [row for row in submission.indicators_of(form) if _is_zero_rate(row)]
        if not rows:
            yield inapplicable("没有完成值为0的经费比率", form=form)
        for row in rows:
            yield _judge(submission, form, row)


def _is_zero_rate(row: Indicator) -> bool:
    heavy = row.weight_points is None or row.weight_points >= 1
    zero = row.actual_value == 0 and row.actual_unit == "%"
    return zero and heavy and bool(_MONEY_RATE.search(norm(row.level3 or "")))


def _judge(submission: Submission, form: Form, row: Indicator) -> Outcome:
    about = {
        "form": form,
        "key": names(row),
        "subject": row_name(row),
        "evidence": [cell(row, "actual")],
    }
    if _stated(submission, row):
        return passed(f"“{row_name(row)}”为0，文中写有相应金额", **about)
    return lead(
        f"“{row_name(row)}”完成值{row.actual_text}，材料中没有它的分子、分母，无法分辨是没有支出还是没有预算",
        **about,
    )


def _stated(submission: Submission, row: Indicator) -> bool:
    stem = _STEM.sub("", norm(row.level3 or ""))[:4]
    if not stem:
        return False
    sentences = submission.shared.get(_TELLING)
    if sentences is None:
        sentences = submission.shared[_TELLING] = _with_amounts(submission)
    reason = [norm(part) for part in _END.split(row.reason_text or "") if _AMOUNT.search(part)]
    return any(stem in sentence for sentence in (*sentences, *reason))


def _with_amounts(submission: Submission) -> list[str]:
    """The folded sentences of reports and goal cells that state an amount."""
    texts = [section.text for section in submission.sections]
    texts += [text for goal in submission.goals for text in (goal.target_text, goal.actual_text) if text]
    return [norm(part) for text in texts for part in _END.split(text) if _AMOUNT.search(part)]


RULE = Rule(id="A18", title="零比率缺基础数", severity="提示", confidence="线索", check=check)
