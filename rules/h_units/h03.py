"""H03: an execution rate far from those of the year's other units.

比对：同年同一主管部门的单位（该部门可比的不足十个时，同年各单位）总额的执行率取对数，以中位数与绝对中位差衡量，
偏离超过3.5，且与中位数相差25个百分点以上（各家都很接近时，小的差别不算离群）。
意义：与同类单位相差悬殊，需要说明。
不适用：同年有总额执行率的单位不足十个；执行率为0。
示例：多数在90%—105%之间而一家830%，报告；118%不报。
依据：稳健统计：Iglewicz 与 Hoaglin 的修正 Z 值，界限3.5。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from math import log
from statistics import median
from typing import Any

from extractors.records import Form
from rules.money import Line
from rules.peers import deviations, each
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, passed
from rules.submission import Dataset, Submission
from rules.unitnames import core
from rules.wording import percent
from rules.yearly import total_line

_LEAST, _FAR, _APART = 10, 3.5, 25


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each unit with an execution rate, where there are enough of them."""
    yield from each(dataset, total_line, _judge, "同年有总额执行率的单位不足十个，或本单位没有总额")


def _judge(
    gathered: list[tuple[Submission, tuple[Form, Line] | None]],
) -> Iterator[tuple[Submission, Outcome]]:
    found = []
    for submission, line in gathered:
        if line is None or line[1].budget is None or line[1].executed is None:
            continue
        budget, executed = line[1].budget.value, line[1].executed.value
        if budget > 0 and executed > 0:
            found.append((submission, *line, executed / budget * 100))
    for among, own in _classes(found):
        yield from _compared(among, own)


_Rated = tuple[Submission, Form, Line, Fraction]


def _classes(found: list[_Rated]) -> Iterator[tuple[list[_Rated], set[int]]]:
    """Units to compare with places of those judged: a supervisor's, or the whole year for the others."""
    classes: dict[str, list[_Rated]] = defaultdict(list)
    for one in found:
        classes[core(one[1].supervisor_name or "")].append(one)
    large = [some for name, some in classes.items() if name and len(some) >= _LEAST]
    for some in large:
        yield some, set(range(len(some)))
    judged = {id(one) for some in large for one in some}
    rest = {i for i, one in enumerate(found) if id(one) not in judged}
    if rest and len(found) >= _LEAST:
        yield found, rest


def _compared(found: list[_Rated], own: set[int]) -> Iterator[tuple[Submission, Outcome]]:
    middle = median(rate for *_, rate in found)
    far_off = deviations([log(r) for *_, r in found])
    for i, ((submission, form, money, rate), far) in enumerate(zip(found, far_off, strict=True)):
        if i not in own:
            continue
        about: dict[str, Any] = {"form": form, "key": ("执行率离群",), "subject": money.name}
        if abs(far) > _FAR and abs(rate - middle) > _APART:
            evidence = [cell(money.row, "budget"), cell(money.row, "executed")]
            yield (
                submission,
                failed(f"执行率{percent(rate)}，明显偏离同年{len(found)}个单位", evidence=evidence, **about),
            )
        else:
            yield submission, passed("执行率与同年其他单位相近", **about)


RULE = Rule(
    id="H03",
    title="执行率离群",
    severity="重要",
    confidence="确定",
    check=check,
    scope="dataset",
    gather=total_line,
)
