"""F19: more staff than posts, or a ratio that the two do not give.

比对：同一段叙述中在职（在编、实有）人数与编制数；写有在职人员控制率、编制使用率的，该比率与 在职人数÷编制数。
意义：实有人数多于编制，或为超编，或人数、编制有一个写错；比率与两数不合，评分所依据的人数就不可信。
不适用：离退休、聘用、劳务派遣、购买服务等编外人员；编制只写了某一类（行政、事业）而人数不分类的，同段另写有编外人员、下属单位的，
实有人数（未写在职、在编）而同段另写有退休人员的，只提请核对。评分表中的控制率由C07核对。
示例：“编制46名，实有在职人员52人”，报告；“编制46名，在职45人，退休20人”不报。
依据：在职人员控制率＝在职人员数÷编制数×100%，应不大于100%（财预〔2013〕53号一类部门整体支出评价指标体系）。本规则为目录之外增
补。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import regex

from extractors.records import Figure
from rules import printed
from rules.comparing import derived
from rules.denotation import exactly
from rules.passages import Passage, paragraphs, passages
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.staffing import Staffed, staffed
from rules.submission import Submission
from rules.wording import percent, plain

_RATIO = regex.compile(
    r"(?:在职|在编|人员|编制)\p{Han}{0,6}?(?:控制率|使用率|到位率|满编率)(?:为|是|达|达到|：|:)?$"
)


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each paragraph that states both posts and staff."""
    yield from or_inapplicable(_outcomes(submission), "叙述中没有同时写明编制数和在职人数的段落")


def _outcomes(submission: Submission) -> Iterator[Outcome]:
    groups: dict[tuple[int, int], list[Staffed]] = {}
    for one in staffed(submission, passages(submission)):
        groups.setdefault((id(one.passage), one.paragraph), []).append(one)
    for found in groups.values():
        posts = [x for x in found if x.posts]
        staff = [x for x in found if not x.posts]
        if posts and staff:
            yield _judge(posts, staff)
            yield from _ratios(found[0].passage, found[0].paragraph, posts, staff)


def whole(counted: list[Staffed]) -> int:
    """The number of posts or persons meant in all: the one that is the sum of the others, or their sum."""
    numbers = [int(x.figure.value or 0) for x in counted if not x.scoped]
    parts = sum(int(x.figure.value or 0) for x in counted if x.scoped)
    return max(*numbers, parts) if numbers else parts


def _judge(posts: list[Staffed], staff: list[Staffed]) -> Outcome:
    allowed, there = whole(posts), whole(staff)
    kinds = {x.scoped for x in posts}
    same = "" in kinds or len(kinds) > 1 or kinds == {x.scoped for x in staff}
    shown = next((x for x in staff if int(x.figure.value or 0) == there), staff[0])
    about = _about([*posts, *staff], ("编制与实有",), "在职人员")
    words = f"{shown.word}人员{there}人，编制{allowed}名"
    if there <= allowed:
        return passed(f"{words}，未见超编", **about)
    tell = failed if same and not any(x.outside for x in [*posts, *staff]) else lead
    return tell(
        f"{words}，多出{there - allowed}人",
        expected=f"不多于编制{allowed}名，或说明超编原因",
        observed=f"{there}人",
        difference=f"{there - allowed}人",
        severity="一般",
        fact=(str(allowed), str(there)),
        related=("C07",),
        **about,
    )


def _ratios(passage: Passage, start: int, posts: list[Staffed], staff: list[Staffed]) -> Iterator[Outcome]:
    paragraph = next(x for x in paragraphs(passage.text) if x.start == start)
    for figure in passage.within(paragraph):
        said = printed.figure(figure)
        if (
            figure.unit != "%"
            or said is None
            or said.qualifier
            or not _RATIO.search(passage.clause_before(figure))
        ):
            continue
        yield _ratio(figure, passage, posts, staff)


def _ratio(figure: Figure, passage: Passage, posts: list[Staffed], staff: list[Staffed]) -> Outcome:
    said = printed.figure(figure)
    assert said is not None
    wholes = {whole(posts), *(int(x.figure.value or 0) for x in posts)} - {0}
    parts = {whole(staff), *(int(x.figure.value or 0) for x in staff)} - {0}
    about = _about([*posts, *staff], ("控制率",), "在职人员控制率", figure)
    for base in wholes:
        for part in parts:
            if derived(said, _share, exactly(Fraction(part)), exactly(Fraction(base))).agrees:
                return passed(f"控制率{figure.text}与{part}人、编制{base}名相符", **about)
    computed = percent(Fraction(100 * whole(staff), whole(posts)))
    sure = not any(x.outside for x in [*posts, *staff])
    return (failed if sure else lead)(
        f"文中控制率为{figure.text}，按在职{whole(staff)}人、编制{whole(posts)}名计算为{computed}",
        expected=computed,
        observed=figure.text,
        difference=f"{plain(abs(said.value - Fraction(100 * whole(staff), whole(posts))), 2)}个百分点",
        **about,
    )


def _about(
    counted: list[Staffed], key: tuple[str, ...], subject: str, also: Figure | None = None
) -> dict[str, Any]:
    figures = [x.figure for x in counted] + ([also] if also else [])
    passage = counted[0].passage
    start, end = min(x.start for x in figures), max(x.end for x in figures)
    quote = passage.quote(passage.around(start, end), "叙述编制、人数")
    return {"form": passage.form, "key": key, "subject": subject, "evidence": [quote]}


def _share(part: Any, base: Any) -> Any:
    return part / base * 100


RULE = Rule(id="F19", title="编制与实有人数", severity="重要", confidence="推断", check=check)
