"""A04: the execution rate of the 合计 row of a summary table.

比对：合计行执行率，与合计执行数÷合计预算数×100；合计金额空白时用各单位行之和。
意义：合计执行率不是各单位执行率的平均，平均会掩盖大单位的执行情况。
不适用：没有合计行、合计执行率空白、预算数不大于0。
示例：预算100、300，执行100、150，合计62.5%；印成75%即是把100%与50%平均了；印62%或63%不报。
依据：部门整体支出自评情况汇总表栏目“执行率”。
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from extractors.numerals.fraction import Fraction
from rules.a_arithmetic.a01 import judge
from rules.comparing import round_half_up
from rules.denotation import Printed
from rules.money import Line, summary_lines
from rules.profile import Profile
from rules.rule import FAIL, Outcome, Rule, inapplicable
from rules.submission import Submission


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each 合计 row that prints a rate."""
    for form in submission.of_kind("summary"):
        lines = summary_lines(submission, form)
        rows = [line for line in lines if line.name != "合计"]
        totals = [line for line in lines if line.name == "合计"]
        if not totals or totals[0].rate is None:
            yield inapplicable("汇总表没有合计行，或合计执行率空白", form=form)
            continue
        total = msgspec.structs.replace(
            totals[0],
            budget=totals[0].budget or _sum([row.budget for row in rows]),
            executed=totals[0].executed or _sum([row.executed for row in rows]),
        )
        for outcome in judge(total, form):
            if outcome.result == FAIL and _averaged(total, rows):
                outcome.diagnosis = "等于各单位执行率的简单平均，应由合计数计算"
            yield outcome


def _sum(figures: list[Printed | None]) -> Printed | None:
    known = [figure for figure in figures if figure is not None]
    if not known or len(known) < len(figures):
        return None
    value = sum((figure.value for figure in known), Fraction(0))
    return Printed(value=value, step=max(figure.step for figure in known), text="各单位之和")


def _averaged(total: Line, rows: list[Line]) -> bool:
    rates = [row.rate for row in rows if row.rate is not None]
    if total.rate is None or len(rates) < 2 or not total.rate.step:
        return False
    mean = sum((rate.value for rate in rates), Fraction(0)) / len(rates)
    return round_half_up(mean, total.rate.step) == total.rate.value


RULE = Rule(id="A04", title="合计执行率应由合计数计算", severity="一般", confidence="确定", check=check)
