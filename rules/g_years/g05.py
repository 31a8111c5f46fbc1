"""G05: posts or offices that changed without a word.

比对：两年叙述中的编制人数、内设科室个数。
意义：机构人员变化影响在职人员控制率等指标，应有说明。
不适用：没有上一年度的材料；有一年没有写；文中提到机构改革、三定、调整、划转、增编等。
示例：编制8名变为15名而无说明，报告；“三定方案调整”不报。
依据：自评报告提纲：组织架构、人员情况。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Figure
from rules.passages import Passage, passages, sentences
from rules.profile import Profile
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.submission import Dataset, Submission
from rules.text import has
from rules.yearly import Pair, judged

_BODY = regex.compile(r"编制|机构|人员|职能|科室|处室|股室|三定|事业单位|本[局委办单部]|我[局委办单部]")
_POSTS = regex.compile(r"编制")
_OFFICES = regex.compile(r"^\p{Han}{0,4}?(?:科室|处室|股室|内设机构)")  # right behind the number
_OFFICES_FIRST = regex.compile(r"(?:科室|处室|股室|内设机构)[共为有数]{0,2}$")  # right before it


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for posts, one for offices, where both years state them."""
    yield from judged(dataset, lambda pair: or_inapplicable(_judge(pair), "两年没有都写明编制或科室数"))


_WHAT: tuple[tuple[str, regex.Pattern[str], set[str | None]], ...] = (
    ("编制", _POSTS, {"headcount"}),
    ("内设科室", _OFFICES, {"actual", None}),
)


def _judge(pair: Pair) -> Iterator[Outcome]:
    for what, pattern, kinds in _WHAT:
        before, now = (_stated(s, pattern, kinds) for s in (pair.before, pair.now))
        if not before or not now:
            continue
        old, new = (sum(int(f.value or 0) for _, f in found) for found in (before, now))
        about: dict[str, Any] = {
            "form": now[0][0].form,
            "key": (what,),
            "subject": what,
            "evidence": [
                *(quoted(f, f"上年{what}") for _, f in before),
                *(quoted(f, f"本年{what}") for _, f in now),
            ],
        }
        if old == new:
            yield passed(f"{what}两年一致：{new}", **about)
        elif _explained(pair.now):
            yield passed(f"{what}由{old}变为{new}，文中有机构调整的说明", **about)
        else:
            yield failed(
                f"{what}由上年{old}变为本年{new}，文中未见说明", expected=str(old), observed=str(new), **about
            )


def _explained(submission: Submission) -> bool:
    """A sentence about the body or its staff tells of a change."""
    return any(
        has(sentence.text, "reorganised") and _BODY.search(sentence.text)
        for passage in passages(submission)
        for sentence in sentences(passage.text)
    )


def _stated(
    submission: Submission, pattern: regex.Pattern[str], kinds: set[str | None]
) -> list[tuple[Passage, Figure]]:
    """The figures of the first passage that states them."""
    for passage in passages(submission):
        found = [
            (passage, figure)
            for figure in passage.figures
            if figure.kind in kinds
            and figure.value is not None
            and _near(passage, figure, pattern)
            and not regex.search(r"在职|实有|现有", passage.text[max(0, figure.start - 6) : figure.start])
        ]
        if found:
            return found
    return []


def _near(passage: Passage, figure: Figure, pattern: regex.Pattern[str]) -> bool:
    before, after = passage.text[max(0, figure.start - 12) : figure.start], passage.text[figure.end :][:10]
    if pattern is _OFFICES:
        return bool(_OFFICES.search(after) or _OFFICES_FIRST.search(before))
    return bool(pattern.search(before + passage.text[figure.start : figure.end] + after[:8]))


RULE = Rule(
    id="G05",
    title="编制科室变化未说明",
    severity="一般",
    confidence="推断",
    check=check,
    scope="dataset",
    each_unit=True,
)
