"""H04: self scores of a year that crowd on one whole number.

比对：同年各单位总分的整数部分，最多的一个、90至93分各占的份额，与各总分随机上下移动一二分时可能出现的份额比较。
各单位水平相近而自然集中的不算。
意义：分数聚集，可能按“及格线”倒推；只是线索，说的是全体。
不适用：同年有总分的单位不足二十个；全部同分。
示例：60个单位中40个在92—93分之间，提示。
依据：各总分独立移动时落入该处的个数近似正态分布，显著性水平0.01。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import sqrt

from rules.peers import each
from rules.profile import Profile
from rules.rule import Outcome, Rule, lead, passed
from rules.submission import Dataset, Submission

_LEAST, _BOUND = 20, 2.326  # totals of a year; standard deviations that a hundredth of all draws exceed
_GRADE, _FEW, _EDGE = 90, 5, 4  # where a grade begins; totals of a heap; times those below it


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each year with enough totals, said of its first submission."""
    yield from each(dataset, _total, _judge, "同年有总分的单位不足二十个，或已在同年第一个单位说明")


def _total(submission: Submission) -> int | None:
    points = [form.total_score_points for form in submission.of_kind("department")[:1]]
    return int(points[0]) if points and points[0] is not None else None


def _judge(gathered: list[tuple[Submission, int | None]]) -> Iterator[tuple[Submission, Outcome]]:
    totals = [total for _, total in gathered if total is not None]
    if len(totals) < _LEAST:
        return
    if min(totals) == max(totals):
        return
    score = Counter(totals).most_common(1)[0][0]
    bands = (range(score, score + 1), range(_GRADE, _GRADE + 3))
    rare = [band for band in bands if _is_heap(band, totals) and _is_rare(band, totals)]
    said = "、".join(
        f"{sum(x in band for x in totals)}个在{band.start}至{band.stop}分之间" for band in rare or bands[:1]
    )
    words = f"{len(totals)}个单位的总分中，{said}"
    yield gathered[0][0], (lead if rare else passed)(words, key=("得分聚集",), subject="全体总分")


def _is_heap(band: range, totals: list[int]) -> bool:
    """A band of several points is one where a grade begins: many above the edge, few right below it."""
    count, below = (
        sum(x in part for x in totals) for part in (band, range(band.start - len(band), band.start))
    )
    return count >= _FEW and (len(band) == 1 or count >= _EDGE * below)


def _is_rare(band: range, totals: list[int]) -> bool:
    """Whether so many in a band come up in less than a hundredth of all draws from the moved totals.

    Each total moves by a point (two, for a band) at most, all moves alike: totals that merely have a common
    level stay where they are as a whole, a heap on one number melts. The number in the band is a sum of
    independent draws; its bound is that of the normal distribution, half a unit off.
    """
    far = 1 if len(band) == 1 else 2
    moves = range(-far, far + 1)
    shares = [sum(x + move in band for move in moves) / len(moves) for x in totals]
    spread = sqrt(sum(share * (1 - share) for share in shares))
    return sum(x in band for x in totals) - 0.5 > sum(shares) + _BOUND * spread


RULE = Rule(
    id="H04",
    title="自评分聚集",
    severity="提示",
    confidence="线索",
    check=check,
    scope="dataset",
    gather=_total,
)
