"""F01: one matter stated with different figures in the narrative.

比对：与同一指标同一栏（完成值、指标值）对应的各处叙述数字，两两相比，按印出的位数理解。
另比对整个单位的在职人数、编制数、内设机构数（只以“年末在职人员”“编制”“内设”一类词引出的）在各处是否同一个数。
意义：同一件事在一份报告里有两个数，至少一个不实。
不适用：没有对应到评分表的数字（同名未必同事，口径可能不同）；对应的把握不足；带其中、上年、累计、下属地名等限
定的数字；约数、界限与确切数相容。与评分表不符的那个数由C02、C03报告，本规则的问题归并其下。
用词不同的人数（在职与实有、在编与编
制），同段分类计数、另有下属单位或编外人员的，年初、上年的人数，不核对。
示例：数量方面写112家、存在问题写121家，报告；112家与“110余家”不报。
依据：rules.md 0.2 同一事实的比较；自评报告数据应前后一致（财预〔2020〕10号，自评结果真实、准确）。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from extractors.records import Figure
from rules import printed
from rules.comparing import same_fact
from rules.diagnosing import difference
from rules.profile import Profile
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.stated import COLUMNS, Stated, agrees, elsewhere, is_reference, stated
from rules.submission import Submission
from rules.unitfacts import told_twice

_MOST = 20  # different figures of one cell that are compared


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each cell that several figures speak of."""
    yield from or_inapplicable(_outcomes(submission, profile), "没有一个单元格有两处以上叙述数字")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    yield from told_twice(submission)
    groups: dict[tuple[str, int, str], list[Stated]] = {}
    for one in stated(submission, profile):
        if one.column in {"actual", "target"} and one.sure:
            groups.setdefault(one.cell, []).append(one)
    for found in groups.values():
        ours = [
            one
            for one in found
            if agrees(one) or not (is_reference(one) or elsewhere(one, submission, profile))
        ]
        if len(ours) > 1:
            yield _judge(ours)


def _differs(one: Stated, submission: Submission, profile: Profile) -> bool:
    """The figure speaks of the cell, and not of a limit, a part or another year."""
    return not is_reference(one) and elsewhere(one, submission, profile) is None


def _judge(found: list[Stated]) -> Outcome:
    first = found[0]
    name = first.name
    column = COLUMNS[first.column]
    about: dict[str, Any] = {
        "form": first.passage.form,
        "key": (name, first.column),
        "subject": name,
    }
    pair = _conflict([one.figure for one in found])
    if pair is None:
        about["evidence"] = [quoted(one.figure) for one in found]
        return passed(f"“{name}”{column}在叙述中的{len(found)}处一致", **about)
    a, b = pair
    said = printed.figure(a), printed.figure(b)
    assert said[0] is not None and said[1] is not None
    return failed(
        f"“{name}”{column}在叙述中先后写为{a.text}和{b.text}",
        expected=a.text,
        observed=b.text,
        diagnosis=difference(*said),  # type: ignore[arg-type]
        evidence=[quoted(a), quoted(b)],
        fact=(name, first.column, str(a.value), str(b.value)),
        related=("C02", "C03"),
        **about,
    )


def _conflict(figures: list[Figure]) -> tuple[Figure, Figure] | None:
    distinct = list({(x.value, x.value_low, x.qualifier): x for x in reversed(figures)}.values())[::-1]
    for a, b in combinations(distinct[:_MOST], 2):
        first, second = printed.figure(a), printed.figure(b)
        if first is not None and second is not None and not same_fact(first, second).agrees:
            return a, b
    return None


RULE = Rule(id="F01", title="同一事项多处数字不一", severity="严重", confidence="确定", check=check)
