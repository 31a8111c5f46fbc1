"""H08: one stock phrase as the reason for many deviations.

比对：偏差原因相同的行，在一个单位内达三行，或在同年一成以上的单位（不少于三个）中出现（单位不少于十个）。
意义：千篇一律的原因没有说明问题。
不适用：没有填写偏差原因；“无”等占位；同一事由确实相同的长文字（二十字以上）。
示例：“长期工作”出现在三行，报告；“无”不报。
依据：财预〔2020〕10号：偏差原因应逐项分析。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from extractors.records import Indicator
from rules.peers import each
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, passed
from rules.submission import Dataset, Submission
from rules.text import norm
from rules.yearly import rows

_ROWS, _UNITS, _OTHERS, _LEAST, _LONG = 3, 0.1, 3, 10, 20
_NONE = {"无", "无偏差", "暂无", "不涉及", "0", ""}


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each unit that gives reasons."""
    yield from each(dataset, _reasons, _judge, "没有填写偏差原因，或没有其他单位可比")


def _judge(
    given: list[tuple[Submission, dict[str, list[Indicator]]]],
) -> Iterator[tuple[Submission, Outcome]]:
    users: dict[str, int] = defaultdict(int)
    for _, reasons in given:
        for reason in reasons:
            users[reason] += 1
    wide = max(_OTHERS, _UNITS * len(given)) if len(given) >= _LEAST else None
    for submission, reasons in given:
        if not reasons:
            continue
        stock = [
            (reason, found)
            for reason, found in reasons.items()
            if len(found) >= _ROWS or (wide is not None and users[reason] >= wide)
        ]
        for reason, found in stock:
            text = found[0].reason_text or ""
            words = f"偏差原因“{text}”用于{len(found)}行" + (
                f"，同年{users[reason]}个单位使用" if users[reason] > 1 else ""
            )
            yield (
                submission,
                failed(
                    words, key=(reason,), subject=text, evidence=[cell(row, "reason") for row in found[:4]]
                ),
            )
        if not stock and len(given) > 1:
            yield submission, passed("偏差原因各不相同", key=("偏差原因",), subject="偏差原因")


def _reasons(submission: Submission) -> dict[str, list[Indicator]]:
    out: dict[str, list[Indicator]] = defaultdict(list)
    for row in rows(submission):
        reason = norm(row.reason_text or "")
        if reason not in _NONE and len(reason) <= _LONG:
            out[reason].append(row)
    return out


RULE = Rule(
    id="H08",
    title="偏差原因套话",
    severity="一般",
    confidence="推断",
    check=check,
    scope="dataset",
    gather=_reasons,
)
