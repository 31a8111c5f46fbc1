"""A01: the execution rate of each money row against its own amounts.

比对：每一资金行的执行率，与本行 全年执行数÷全年（调整后）预算数×100 的结果；金额按本栏印出的小数位理解
（593 在两位小数的栏里即593.00）。
意义：执行率是预算执行得分和公开数据的来源，算错一处，得分与结论随之出错。
不适用：预算数空白或为0；执行率空白。按年初预算数或到位数计算而吻合的，只作提示，说明用的是哪个分母；印
成小数（0.86）、去尾取值、封顶按100%填报的，不作错误。
示例：751.64、6238.91、831.04% 应为830.04%；830%、830.05% 不报（金额本身经过四舍五入）。
依据：各地自评表栏目“执行率（B/A）”；rules.md 0.2 推算值的比较。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.records import Form
from rules.comparing import TRUNCATED, Comparison, derived
from rules.denotation import Printed
from rules.diagnosing import rate_slip
from rules.money import Line, fund_lines, summary_lines
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.wording import percent

_OTHERS = (("initial", "年初预算数"), ("arrived", "到位数"))


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each money row that prints a rate."""
    for form in submission.scored_forms:
        for line in fund_lines(submission, form):
            yield from judge(line, form)
    for form in submission.of_kind("summary"):
        for line in summary_lines(submission, form):
            if line.name != "合计":
                yield from judge(line, form)


def judge(line: Line, form: Form) -> Iterator[Outcome]:
    """The rate of one line against its amounts; shared with A04."""
    if line.rate is None:
        return
    about: dict[str, Any] = {"form": form, "key": (line.name,), "subject": line.name}
    planned, executed = line.planned, line.executed
    if planned is None or executed is None or planned.value <= 0:
        lacking = "执行数" if planned and planned.value > 0 else "预算数"
        yield inapplicable(f"“{line.name}”{lacking}空白或不大于0，执行率无从复算", **about)
        return
    about["evidence"] = [
        cell(line.row, x) for x in ("budget" if line.budget else "initial", "executed", "rate")
    ]
    comparison = against(line.rate, executed, planned)
    about["computation"] = f"{executed.text}÷{planned.text}×100%＝{percent(comparison.expected)}"
    if comparison.agrees:
        note = "（去尾取值）" if comparison.verdict == TRUNCATED else ""
        yield passed(f"“{line.name}”执行率{line.rate.text}与预算数、执行数相符{note}", **about)
        return
    yield _conflict(line, comparison, planned, executed, about)


def against(rate: Printed, executed: Printed, planned: Printed) -> Comparison:
    """A printed rate in percent against two amounts; a rate printed as a fraction (0.86) is one too."""

    def share(e: Any, b: Any) -> Any:
        return e / b * 100

    comparison = derived(rate, share, executed, planned)
    if comparison.agrees or "%" in rate.text or "％" in rate.text or rate.value > 20:
        return comparison
    raised = Printed(value=rate.value * 100, step=rate.step * 100, text=rate.text)
    as_fraction = derived(raised, share, executed, planned)
    return as_fraction if as_fraction.agrees else comparison


def _conflict(
    line: Line, comparison: Comparison, planned: Printed, executed: Printed, about: dict[str, Any]
) -> Outcome:
    assert line.rate is not None
    severity, diagnosis = None, rate_slip(line.rate, executed, planned)
    for column, name in _OTHERS:
        other = getattr(line, column)
        fits = other is not None and other is not planned and other.value > 0
        if fits and against(line.rate, executed, other).agrees:
            severity, diagnosis = "提示", f"是按{name}计算的"
            about["evidence"] = [*about["evidence"], cell(line.row, column)]
    if severity is None and line.rate.value == 100 and comparison.expected > 100:
        severity, diagnosis = "提示", "实际执行率超过100%，按100%封顶填报"
    return failed(
        f"“{line.name}”执行率印为{line.rate.text}，按本行金额计算为{percent(comparison.expected)}",
        expected=percent(comparison.expected),
        observed=line.rate.text,
        difference=f"{percent(abs(line.rate.value - comparison.expected))[:-1]}个百分点",
        diagnosis=diagnosis,
        severity=severity,
        fact=(str(planned.value), str(executed.value), str(line.rate.value)),
        **about,
    )


RULE = Rule(id="A01", title="执行率复算", severity="重要", confidence="确定", check=check)
