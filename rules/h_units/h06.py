"""H06: a statistic of the whole district that units state differently.

比对：同年各单位叙述中“全区”“全县”“全市”等范围的同名同单位数字，按印出的位数两两比较。
意义：同一统计量只有一个数，说法不同则至少一家不实。
不适用：同年没有两个单位写到同一统计量；约数、界限相容；目标、上年数不比。
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

_WHOLE = regex.compile(r"^全[区县市省州旗]")
_NOT_LEVELS = {"growth", "rank", "completion_rate", "previous", "target", "score"}


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each statement of a statistic that another unit states, too."""
    yield from each(dataset, _judge, "没有与其他单位共同写到的全区（县、市）统计量")


def _judge(submissions: list[Submission]) -> Iterator[tuple[Submission, Outcome]]:
    stated: dict[tuple[str, str | None], list[tuple[Submission, Figure]]] = defaultdict(list)
    for submission in submissions:
        for passage in told(submission):
            for figure in passage.figures:
                if figure.kind not in _NOT_LEVELS and _WHOLE.match(figure.subject or ""):
                    stated[norm(figure.subject or ""), figure.unit].append((submission, figure))
    for found in stated.values():
        first, said = found[0]
        for submission, figure in found[1:]:
            if submission is not first:
                yield submission, _compare(first, said, figure)


def _compare(first: Submission, said: Figure, figure: Figure) -> Outcome:
    a, b = printed.figure(said), printed.figure(figure)
    name, other = figure.subject or "", first.unit_name or "另一单位"
    about: dict[str, Any] = {
        "key": (name, first.record.unit_key),
        "subject": name,
        "evidence": [quoted(figure), quoted(said, f"{other}·叙述数字")],
    }
    if a is None or b is None or same_fact(b, a).agrees:
        return passed(f"“{name}”与“{other}”所写一致", **about)
    return failed(
        f"“{name}”本单位写{figure.text}，“{other}”写{said.text}", diagnosis=difference(b, a), **about
    )


RULE = Rule(
    id="H06", title="同一统计量各单位不一", severity="重要", confidence="推断", check=check, scope="dataset"
)
