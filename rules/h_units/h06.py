"""H06: a statistic of the whole district that units state differently.

比对：同年、同一区县（市）各单位叙述中“全区”“全县”“全市”等范围的同名同单位数字，与多数单位所写的数按印出的位数比较。
意义：同一统计量只有一个数，说法不同则至少一家不实。
不适用：同年同地没有两个单位写到同一统计量；不同区县的“全县”不比；约数、界限相容；目标、上年数不比。
示例：规上产值55.73亿元与57.35亿元，报告；55.7亿元不报。
依据：rules.md 0.2 同一事实的比较。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Figure
from rules import printed
from rules.comparing import same_fact
from rules.diagnosing import difference
from rules.passages import told
from rules.peers import each
from rules.profile import Profile
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, passed
from rules.submission import Dataset, Submission
from rules.text import norm
from rules.unitnames import parsed

_Said = tuple[Submission, Figure]
_WHOLE = regex.compile(r"^全([区县市省州旗])")
_NOT_LEVELS = {"growth", "rank", "completion_rate", "previous", "target", "score"}


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each statement of a statistic that another unit states, too."""
    yield from each(dataset, _facts, _judge, "没有与其他单位共同写到的全区（县、市）统计量")


def _facts(submission: Submission) -> list[tuple[tuple[str, ...], Figure]]:
    """The figures of a whole county or city: ((place, subject, unit), figure)."""
    whole = [figure for figure in submission.figures if _WHOLE.match(figure.subject or "")]
    if not whole:
        return []
    in_results = {figure.figure_id for passage in told(submission) for figure in passage.figures}
    out: list[tuple[tuple[str, ...], Figure]] = []
    for figure in whole:
        word = (figure.subject or "")[1]
        if figure.figure_id in in_results and figure.kind not in _NOT_LEVELS and printed.figure(figure):
            place = _place(submission.unit_name or "", word)
            out.append(((place, norm(figure.subject or ""), figure.unit or ""), figure))
    return out


def _judge(
    gathered: list[tuple[Submission, list[tuple[tuple[str, ...], Figure]]]],
) -> Iterator[tuple[Submission, Outcome]]:
    stated: dict[tuple[str, ...], list[_Said]] = defaultdict(list)
    for submission, facts in gathered:
        for key, figure in facts:
            stated[key].append((submission, figure))
    for found in stated.values():
        if len({id(submission) for submission, _ in found}) > 1:
            yield from _compared(found)


def _compared(found: list[_Said]) -> Iterator[tuple[Submission, Outcome]]:
    """Each statement against the one that most others agree with; the earliest of those."""
    values = [printed.figure(figure) for _, figure in found]
    votes = [sum(a is not None and b is not None and same_fact(a, b).agrees for b in values) for a in values]
    best = votes.index(max(votes))
    for number, (submission, figure) in enumerate(found):
        if number != best:
            yield submission, _compare(*found[best], submission, figure)


def _place(unit: str, word: str) -> str:
    """The region that a unit means by 全县: the part of its name up to 县; all of it where that part is missing."""
    region = parsed(unit).region
    return region[: region.rfind(word) + 1] or region


def _compare(first: Submission, said: Figure, submission: Submission, figure: Figure) -> Outcome:
    a, b = printed.figure(said), printed.figure(figure)
    name, other = figure.subject or "", first.unit_name or "另一单位"
    about: dict[str, Any] = {
        "key": (name, first.record.unit_key),
        "subject": name,
        "evidence": [quoted(figure), quoted(said, f"{other}·叙述数字")],
    }
    if a is None or b is None or submission is first or same_fact(b, a).agrees:
        return passed(f"“{name}”与“{other}”所写一致", **about)
    return failed(
        f"“{name}”本单位写{figure.text}，“{other}”写{said.text}", diagnosis=difference(b, a), **about
    )


RULE = Rule(
    id="H06",
    title="同一统计量各单位不一",
    severity="重要",
    confidence="推断",
    check=check,
    scope="dataset",
    gather=_facts,
)
