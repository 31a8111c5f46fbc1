"""C07: a ratio of persons that no whole number of persons gives.

比对：在职人员控制率，与叙述中的编制数 n：是否存在整数 k，使 100k÷n 印成该比率（四舍五入或去尾均可）。
意义：人数是整数；以所述编制得不出所报比率，人数或比率必有一误。
不适用：叙述中没有编制数；有下属单位而编制只写了本级（只提请核对）；任何一种编制口径（各项相加、其中一项、总数）能得
出，或叙述中的在职数除以编制数恰为该比率。编制数、在职数各只写一处的，直接按两数之比核对。假定：编制写全了，比率＝在职人数÷编制数。
示例：编制3名加5名，86.67%，报告：可得的最近值为87.50%、75.00%，最小须编制15；87.5%、88%不报。
依据：在职人员控制率＝在职人员数÷编制数×100%（财预〔2013〕53号一类部门整体支出评价指标体系）。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from math import ceil, floor
from typing import Any

import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Figure, Form, Indicator
from rules import printed
from rules.denotation import Printed, cut, denote
from rules.intervals import Interval
from rules.passages import passages
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, inapplicable, lead, or_inapplicable, passed
from rules.submission import Submission
from rules.wording import percent

_RATIO = regex.compile(r"(?:在职|人员|编制)\p{Han}{0,6}?(?:控制率|使用率|到位率|满编率)")
_POSTS = regex.compile(r"编制|核编|定编")
_STAFF = regex.compile(r"在职|在编|实有|现有|在岗")
_MOST_POSTS = 8  # figures of posts beyond which no sums are formed
_SEARCHED = 1000


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each ratio of staff to posts."""
    yield from or_inapplicable(_outcomes(submission, profile), "没有人员与编制之比的指标")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    for form in submission.scored_forms:
        for row in submission.indicators_of(form):
            ratio = printed.actual(row)
            if _RATIO.search(row.level3 or "") and ratio is not None and row.actual_unit == "%":
                yield _judge(submission, form, row, ratio)


def _judge(submission: Submission, form: Form, row: Indicator, ratio: Printed) -> Outcome:
    counted = _headcounts(submission)
    posts = [figure for figure in counted if _POSTS.search(_words(figure))]
    staff = [figure for figure in counted if _STAFF.search(_words(figure))]
    about: dict[str, Any] = {"form": form, "key": (row_name(row),), "subject": row_name(row)}
    numbers = _readings([int(figure.value or 0) for figure in posts])
    if not numbers:
        return inapplicable("叙述中没有编制数", **about)
    about["evidence"] = [
        cell(row, "actual"),
        *(quoted(x, "编制") for x in posts),
        *(quoted(x, "在职") for x in staff),
    ]
    meant = (denote(ratio), cut(ratio))
    people = {int(figure.value or 0) for figure in staff}
    stated = any(_fits(Fraction(100 * k, n), meant) for k in people for n in numbers)
    if len(posts) == len(staff) == 1 and not stated:
        return _other_people(form, posts[0], staff[0], row, about)
    if stated or any(_feasible(n, meant) for n in numbers):
        return passed(f"{row.actual_text}与所述编制相容", **about)
    total = max(numbers)
    near = _nearest(total, ratio.value)
    least = next((n for n in range(1, _SEARCHED) if _feasible(n, meant)), None)
    fitting = f"，得出{row.actual_text}的最小编制数为{least}" if least else ""
    tell = lead if form.subordinate_count else failed
    return tell(
        f"“{row_name(row)}”{row.actual_text}不能由编制{total}名得出，最近的可得值为{near}{fitting}",
        expected=near,
        observed=row.actual_text,
        computation=f"{total}×{row.actual_text}＝{percent(ratio.value * total / 100)[:-1]}人，不是整数",
        **about,
    )


def _other_people(form: Form, posts: Figure, staff: Figure, row: Indicator, about: dict[str, Any]) -> Outcome:
    """The text counts posts and staff once each, and their ratio is another."""
    n, k = int(posts.value or 1), int(staff.value or 0)
    share = percent(Fraction(100 * k, n))
    tell = lead if form.subordinate_count else failed
    return tell(
        f"“{row_name(row)}”印为{row.actual_text}，按文中{posts.text}、{staff.text}计算为{share}",
        expected=share,
        observed=row.actual_text,
        computation=f"{k}÷{n}×100%＝{share}",
        **about,
    )


def _headcounts(submission: Submission) -> list[Figure]:
    """Persons counted as posts or staff in the narrative, plain whole numbers."""
    return [
        figure
        for passage in passages(submission)
        for figure in passage.figures
        if figure.kind == "headcount" and figure.unit == "人" and figure.qualifier is None and figure.value
    ]


def _words(figure: Figure) -> str:
    """What it counts: its own cue, else its subject, which may carry another one (编制12名，实有11人)."""
    return "".join(figure.cues) or figure.subject or ""


def _readings(numbers: list[int]) -> set[int]:
    """Every number of posts that may be meant: each figure, each sum of some of them."""
    few = numbers[:_MOST_POSTS]
    sums = {sum(some) for size in range(1, len(few) + 1) for some in combinations(few, size)}
    return {n for n in sums | set(numbers) if n > 0}


def _feasible(n: int, meant: Iterable[Interval]) -> bool:
    for interval in meant:
        if interval.low is None or interval.high is None:
            return True
        first = ceil(interval.low * n / 100)
        candidates = range(max(first, 0), floor(interval.high * n / 100) + 1)
        if any(_fits(Fraction(100 * k, n), (interval,)) for k in candidates[:3]):
            return True
    return False


def _fits(share: Fraction, meant: Iterable[Interval]) -> bool:
    return any(share in interval for interval in meant)


def _nearest(n: int, ratio: Fraction) -> str:
    below = floor(ratio * n / 100)
    values = sorted({below, below + 1}, key=lambda k: abs(Fraction(100 * k, n) - ratio))
    return "、".join(f"{percent(Fraction(100 * k, n))}（{k}/{n}）" for k in values)


RULE = Rule(id="C07", title="比率与人数的整数可行性", severity="重要", confidence="推断", check=check)
