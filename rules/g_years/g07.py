"""G07: the same measures promised again while the same problem recurs.

比对：两年的改进措施相似度在八成以上，而执行率异常（D08）、总分不符（A09）、扣分无原因（E02）等问题本年再次出现。
意义：整改措施没有落实。
不适用：没有上一年度的材料；有一年没有写改进措施；问题没有重现。
示例：连续两年写“科学合理编制预算”，执行率连续两年超过150%，报告；措施相同而问题已消失的不报。
依据：预算绩效管理：评价结果反馈与整改。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.records import Section
from rules.a_arithmetic import a08, a09
from rules.d_scores import d08
from rules.e_completeness import e02
from rules.profile import Profile
from rules.quoting import section
from rules.rule import FAIL, Check, Outcome, Rule, failed, or_inapplicable, passed
from rules.submission import Dataset, Submission
from rules.text import norm, similarity
from rules.yearly import Pair, judged

_SAME = 0.8
_RECURRING: tuple[tuple[str, Check], ...] = (
    ("执行率异常", d08.check), ("总分与得分合计不符", a09.check), ("扣分未说明原因", e02.check), ("分值合计不符", a08.check),
)  # fmt: skip


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each pair of reports with measures."""
    yield from judged(dataset, lambda pair: or_inapplicable(_judge(pair, profile), "两年没有都写改进措施"))


def _judge(pair: Pair, profile: Profile) -> Iterator[Outcome]:
    old, new = (_measures(submission) for submission in (pair.before, pair.now))
    if not old or not new:
        return
    likeness = similarity(norm("".join(s.text for s in old)), norm("".join(s.text for s in new)))
    alike = likeness >= _SAME
    again = [
        words
        for words, rule in _RECURRING
        if alike and all(_stands(s, rule, profile) for s in (pair.before, pair.now))
    ]
    about: dict[str, Any] = {
        "form": pair.now.form(new[0].form_id),
        "key": ("改进措施",),
        "subject": "改进措施",
        "evidence": [section(old[0], "上年改进措施"), section(new[0], "本年改进措施")],
    }
    if again:
        yield failed(f"改进措施与上年基本相同，而{'、'.join(again)}再次出现", **about)
    else:
        yield passed("改进措施有更新，或上年的问题没有重现", **about)


def _measures(submission: Submission) -> list[Section]:
    return [each for each in submission.sections if each.key == "measures" and each.text]


def _stands(submission: Submission, rule: Check, profile: Profile) -> bool:
    return any(outcome.result == FAIL for outcome in rule(submission, profile))


RULE = Rule(
    id="G07",
    title="整改措施原样重复",
    severity="重要",
    confidence="推断",
    check=check,
    scope="dataset",
    each_unit=True,
)
