"""H04: self scores of a year that crowd on one whole number.

比对：同年各单位总分的整数部分，最多的一个所占的份额，与同样范围内均匀分布时可能出现的份额（随机抽取一千次）。
意义：分数聚集，可能按“及格线”倒推；只是线索，说的是全体。
不适用：同年有总分的单位不足二十个。
示例：60个单位中40个在92—93分之间，提示。
依据：置换检验，显著性水平0.01。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from rules.peers import each
from rules.profile import Profile
from rules.rule import Outcome, Rule, lead, passed
from rules.submission import Dataset, Submission

_LEAST, _DRAWS, _LEVEL = 20, 1000, 0.01


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each year with enough totals, said of its first submission."""
    yield from each(dataset, _judge, "同年有总分的单位不足二十个，或已在同年第一个单位说明")


def _judge(submissions: list[Submission]) -> Iterator[tuple[Submission, Outcome]]:
    totals = [
        int(form.total_score_points)
        for submission in submissions
        for form in submission.of_kind("department")[:1]
        if form.total_score_points is not None
    ]
    if len(totals) < _LEAST:
        return
    score, count = Counter(totals).most_common(1)[0]
    rare = max(totals) > min(totals) and _is_rare(count, totals)
    words = f"{len(totals)}个单位的总分中，{count}个在{score}至{score + 1}分之间"
    yield submissions[0], (lead if rare else passed)(words, key=("得分聚集",), subject="全体总分")


def _is_rare(count: int, totals: list[int]) -> bool:
    """Whether so many on one number come up by chance in less than a hundredth of all draws."""
    low, high, random = min(totals), max(totals), Random(len(totals))  # noqa: S311 - the same bound each time
    reached = 0
    for _ in range(_DRAWS):
        reached += Counter(random.randint(low, high) for _ in totals).most_common(1)[0][1] >= count
        if reached >= _LEVEL * _DRAWS:
            return False  # the draws that are left cannot make it rare
    return True


RULE = Rule(id="H04", title="自评分聚集", severity="提示", confidence="线索", check=check, scope="dataset")
