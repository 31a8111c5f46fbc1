"""G01: last year's figure that a growth rate implies against the one reported then.

比对：“A，同比增长p”隐含的上年数区间 ⟦A⟧÷(1+⟦p⟧)，与该单位上一年度材料中同一事项的完成值或叙述数字。
意义：增幅依据的基数与上年报告的数不同，则两年中至少有一年的数不实，或口径已变而未说明。
不适用：没有上一年度的材料；上年没有同名同单位的数；上年数带约、余等限定而与区间相容。
示例：本年55.73亿元、增长11%，隐含上年49.98—50.44亿元，上年报告52.10亿元，报告；50.2亿元不报；文中说明统计口径
调整的，转人工判断。
依据：rules.md 0.1 数值区间；国家统计局：增长速度＝（报告期÷基期－1）×100%。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.records import Evidence, Figure, Indicator
from rules import printed
from rules.denotation import Printed, denote
from rules.f_text.f02 import subject
from rules.f_text.f03 import base
from rules.intervals import Interval
from rules.linking.names import alike as similar
from rules.passages import passages
from rules.profile import Profile
from rules.quoting import cell
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.scaling import like
from rules.stated import stated
from rules.stating import only_growth
from rules.submission import Dataset
from rules.text import has, norm
from rules.yearly import Pair, judged, recurring, rows, told_of

_SAME_NAME = 0.9  # of names, where nothing links the figure


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each growth rate whose base was reported the year before."""
    yield from judged(dataset, lambda pair: or_inapplicable(_judge(pair, profile), "没有可与上年对照的增幅"))


def _judge(pair: Pair, profile: Profile) -> Iterator[Outcome]:
    for passage in passages(pair.now):
        for now, rate in only_growth(passage):
            implied = base(now, rate)
            found = reported(pair, subject(now), now, profile)
            if implied is None or found is None:
                continue
            record, before = found
            name = subject(now)
            about: dict[str, Any] = {
                "form": passage.form,
                "key": (name, "同比基数"),
                "subject": name,
                "evidence": [quoted(now), quoted(rate, "叙述增幅"), record],
            }
            if denote(before).meets(implied):
                yield passed(f"“{name}”增幅{rate.text}与上年报告的{before.text}相符", **about)
                continue
            words = f"“{name}”{now.text}、增幅{rate.text}，隐含上年数{_range(now, implied)}，上年报告{before.text}"
            make = lead if has(passage.text, "revised") else failed
            yield make(words, expected=_range(now, implied), observed=before.text, **about)


def reported(pair: Pair, name: str, now: Figure, profile: Profile) -> tuple[Evidence, Printed] | None:
    """(evidence, figure) of last year's figure of the same thing and unit: in its form, else in its report."""
    row = _row(pair, name, now, profile)
    value: Printed | None
    if row is not None and (value := printed.actual(row)) is not None:
        return cell(row, "actual", "上年完成值"), value
    told = told_of(pair.before, name, now.unit)
    value = printed.figure(told) if told is not None else None
    return (quoted(told, "上年叙述"), value) if told is not None and value is not None else None


def _row(pair: Pair, name: str, now: Figure, profile: Profile) -> Indicator | None:
    """Last year's row: of the name that the text uses, else of the row that the figure was linked to, else alike."""
    earlier = [row for row in rows(pair.before) if row.actual_unit == now.unit]
    exact = [row for row in earlier if norm(row.level3 or "") == norm(name)]
    if exact:
        return exact[0] if len({row.actual_text for row in exact}) == 1 else None
    linked = [
        one.row for one in stated(pair.now, profile) if one.sure and one.figure.figure_id == now.figure_id
    ]
    if linked:
        return next((old for old, new in recurring(pair) if new is linked[0]), None)
    near = [row for row in earlier if similar(name, row.level3 or "") >= _SAME_NAME]
    return near[0] if len(near) == 1 else None


def _range(now: Figure, implied: Interval) -> str:
    if implied.low is None or implied.high is None:
        return ""
    return f"{like(now, implied.low)}至{like(now, implied.high)}"


RULE = Rule(
    id="G01",
    title="同比基数=上年报告值",
    severity="重要",
    confidence="确定",
    check=check,
    scope="dataset",
    each_unit=True,
)
