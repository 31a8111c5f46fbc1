"""G09: this year's opening budget against last year's outturn.

比对：本年年初（或全年）预算数与上年执行数之比在0.5至2倍之外。
意义：预算与上年实际相差悬殊，需要说明一次性因素。
不适用：没有上一年度的材料；有一年没有总额；上年执行数为0。文中写明一次性项目、机构合并等原因的，转人工判断。
示例：上年执行6238.91万元、本年预算751.64万元，报告；范围之内不报。
依据：预算编制与上年决算衔接的惯例。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.numerals.fraction import Fraction
from rules.passages import passages
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.submission import Dataset
from rules.text import has
from rules.wording import plain
from rules.yearly import Pair, judged, total_line

_LOW, _HIGH = Fraction(1, 2), Fraction(2)


def check(dataset: Dataset, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each pair of years with totals of money."""
    yield from judged(dataset, lambda pair: or_inapplicable(_judge(pair), "两年没有都印出资金总额"))


def _judge(pair: Pair) -> Iterator[Outcome]:
    old, new = total_line(pair.before), total_line(pair.now)
    if old is None or new is None:
        return
    spent, budget = old[1].executed, new[1].budget
    if spent is None or budget is None or spent.value <= 0:
        return
    ratio = budget.value / spent.value
    about: dict[str, Any] = {
        "form": new[0],
        "key": ("预算规模",),
        "subject": "预算规模",
        "evidence": [cell(old[1].row, "executed", "上年执行数"), cell(new[1].row, "budget", "本年预算数")],
    }
    if _LOW <= ratio <= _HIGH:
        yield passed("本年预算数与上年执行数相差不大", **about)
    else:
        once = any(has(passage.text, "one_off") for passage in passages(pair.now))
        yield (lead if once else failed)(
            f"本年预算数{budget.text}为上年执行数{spent.text}的{plain(ratio, 2)}倍",
            observed=f"{plain(ratio, 2)}倍",
            expected="0.5—2倍",
            **about,
        )


RULE = Rule(
    id="G09",
    title="预算规模跳变",
    severity="一般",
    confidence="确定",
    check=check,
    scope="dataset",
    each_unit=True,
)
