"""G03: a target far below what was achieved the year before.

比对：两年都有的“不低于”类指标：本年指标值低于上年完成值的八成。
意义：指标定得过低，完成率失去意义。
不适用：没有上一年度的材料；指标名称或单位不同；反向指标；文中说明了调整原因（转人工判断）。百分比超过100%的，以100%为上年水平。
示例：上年完成112家、本年指标60家，报告；本年指标100家不报。
依据：财预〔2020〕10号：指标值明显偏低的应说明原因。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.numerals.fraction import Fraction
from rules import printed
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.submission import Dataset
from rules.wording import percent
from rules.yearly import Pair, judged, recurring

_SHARE = Fraction(8, 10)
_WHOLE = 100  # more than all is no measure for the next plan


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each recurring indicator with a lower bound as target."""
    yield from judged(dataset, lambda pair: or_inapplicable(_judge(pair), "没有两年都有的正向定量指标"))


def _judge(pair: Pair) -> Iterator[Outcome]:
    for old, new in recurring(pair):
        achieved, target = printed.actual(old), printed.target(new)
        if (
            new.target_sign not in {">=", ">"}
            or old.target_sign not in {">=", ">"}
            or not achieved
            or not target
        ):
            continue
        before = min(achieved.value, Fraction(_WHOLE)) if new.target_unit == "%" else achieved.value
        name = row_name(new)
        about: dict[str, Any] = {
            "key": (name, "指标值下调"),
            "subject": name,
            "evidence": [cell(old, "actual", "上年完成值"), cell(new, "target", "本年指标值")],
            "form": pair.now.form(new.form_id),
        }
        if before <= 0 or target.value >= before * _SHARE:
            yield passed(f"“{name}”指标值不低于上年完成值的八成", **about)
            continue
        words = f"“{name}”上年完成{achieved.text}，本年指标值{target.text}，为上年完成值的{percent(target.value / before * 100)}"
        yield (lead if new.reason_text else failed)(words, **about)


RULE = Rule(
    id="G03",
    title="目标值逐年下调",
    severity="重要",
    confidence="推断",
    check=check,
    scope="dataset",
    each_unit=True,
)
