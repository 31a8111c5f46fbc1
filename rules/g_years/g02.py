"""G02: what a report says of last year against what was reported then.

比对：叙述中的上年数（上年、去年、由X到Y的X）与该单位上一年度材料中同一事项的完成值或叙述数字。
意义：同一个数隔年改写，至少有一次不实。
不适用：没有上一年度的材料；上年没有同名同单位的数。按印出的位数比较，四舍五入、去尾、约数相容的不报。
示例：本年称“上年108家”，上年报告112家，报告；“上年110余家”不报。
依据：rules.md 0.2 同一事实的比较。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rules import printed
from rules.comparing import same_fact
from rules.diagnosing import difference
from rules.f_text.f02 import subject
from rules.g_years.g01 import reported
from rules.passages import passages
from rules.profile import Profile
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.submission import Dataset
from rules.yearly import Pair, judged


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each earlier figure that was itself reported."""
    yield from judged(
        dataset, lambda pair: or_inapplicable(_judge(pair, profile), "叙述没有可与上年对照的上年数")
    )


def _judge(pair: Pair, profile: Profile) -> Iterator[Outcome]:
    for passage in passages(pair.now):
        for said in passage.figures:
            value = printed.figure(said)
            if said.kind != "previous" or value is None:
                continue
            found = reported(pair, subject(said), said, profile)
            if found is None:
                continue
            evidence, before = found
            name = subject(said)
            about: dict[str, Any] = {
                "form": passage.form,
                "key": (name, "上年数"),
                "subject": name,
                "evidence": [quoted(said, "叙述上年数"), evidence],
            }
            if same_fact(value, before).agrees:
                yield passed(f"“{name}”上年数{said.text}与上年报告一致", **about)
            else:
                yield failed(
                    f"“{name}”本年称上年为{said.text}，上年报告为{before.text}",
                    expected=before.text,
                    observed=said.text,
                    diagnosis=difference(value, before),
                    **about,
                )


RULE = Rule(
    id="G02",
    title="上年数跨年一致",
    severity="重要",
    confidence="确定",
    check=check,
    scope="dataset",
    each_unit=True,
)
