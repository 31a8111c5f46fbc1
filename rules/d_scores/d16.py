"""D16: a result that only repeats its target.

比对：指标值是问题或题目（是否…、有无…、…性、以及…），完成值去掉是否、及时、符合、健全、完整一类肯定词后，
所余文字大半就是指标值里的字，且不含数字。
意义：完成值复述题目，没有提供可核对的信息。
不适用：指标值是状态（健全、完整）而完成值与它相同，属选项填法；完成值带有数字或做法。系统导出把比较符号
同时印进两栏（≥266米｜≥266米）不算。
示例：指标值“制度是否健全、完整”，完成值“制度健全、完整”；“修订内控制度6项”不报。
依据：财预〔2020〕10号：完成值应反映实际完成情况。原定义要求字句全同，只认得出最像的一行，改为比所余文字。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from extractors.records import Indicator
from rules.profile import Profile
from rules.quoting import row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.scoring import about
from rules.submission import Submission
from rules.text import has, norm, words

_SHARE = 0.6  # of what is left of the result, in the target as well


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each row whose target is a question or a topic."""
    for form in submission.scored_forms:
        rows = [row for row in submission.indicators_of(form) if row.actual_kind == "text" and asks(row)]
        if not rows:
            yield inapplicable("没有以问题或题目作指标值的行", form=form)
        for row in rows:
            place = about(form, row, "target", "actual")
            if repeats(row):
                yield failed(f"“{row_name(row)}”完成值只是复述指标值：{row.actual_text}", **place)
            else:
                yield passed(f"“{row_name(row)}”完成值不只是复述指标值", **place)


def asks(row: Indicator) -> bool:
    """The target is a question or a topic, no state and no quantity."""
    text = row.target_text or ""
    return row.target_kind == "text" and has(text, "question")


def repeats(row: Indicator) -> bool:
    """What the result says beyond words of approval stands in the target already."""
    actual, target = _bare(row.actual_text or ""), set(norm(row.target_text or ""))
    if regex.search(r"\d", actual):
        return False
    return sum(character in target for character in actual) >= _SHARE * len(actual)


def _bare(text: str) -> str:
    return _approval().sub("", norm(text))


@cache
def _approval() -> regex.Pattern[str]:
    longest_first = sorted(map(regex.escape, words("approval")), key=len, reverse=True)
    return regex.compile("|".join(longest_first))


RULE = Rule(id="D16", title="完成值复述指标值", severity="提示", confidence="确定", check=check)
