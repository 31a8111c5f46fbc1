"""A12: the indicator 预算完成率 against the execution rate of the money block.

比对：预算完成率（预算执行率）一行的全年完成值，与整体支出规模的执行率（印出的或按金额算出的）。
意义：同一比率在一张表里印两次，两次应当一致。
不适用：表内没有这一指标或没有执行率；名称带“项目”“三公”“政府采购”等范围词的，不是整体执行率。口径规定预
算完成率不含上年结转时只作线索。
示例：830.04% 对95.2%；830%不报。
依据：部门整体支出绩效评价指标体系：预算完成率＝预算完成数÷预算数×100%。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.records import Form, Indicator
from rules import printed
from rules.a_arithmetic.a01 import against
from rules.comparing import same_fact
from rules.denotation import Printed
from rules.money import Line, fund_lines, whole
from rules.profile import Profile
from rules.quoting import cell, names, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.submission import Submission
from rules.text import norm

_NAME = regex.compile(
    r"(?:部门|单位|整体|年度|全年|总体|本年|财政|资金|支出)*+预算(?:资金|支出)?(?:完成|执行)率"
)


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each row that names the overall execution rate."""
    for form in submission.scored_forms:
        rows = [row for row in submission.indicators_of(form) if is_overall_rate(row)]
        lines = fund_lines(submission, form)
        line = whole(lines)
        if not rows or line is None:
            yield inapplicable("没有预算完成率指标，或没有整体执行率", form=form)
            continue
        excludes = profile.at(submission.year, form.form_kind).execution_excludes_carryover
        for row in rows:
            yield from _judge(form, row, line, lines, excludes)


def is_overall_rate(row: Indicator) -> bool:
    """预算完成率, 部门预算执行率 …; not 项目预算执行率 or 三公经费执行率."""
    return bool(_NAME.fullmatch(norm(row.level3 or ""))) and row.actual_unit in {"%", None}


def _judge(form: Form, row: Indicator, line: Line, lines: list[Line], excludes: bool) -> Iterator[Outcome]:
    actual = printed.actual(row)
    about = {
        "form": form,
        "key": names(row),
        "subject": row_name(row),
    }
    if actual is None or (line.rate is None and (line.planned is None or not line.planned.value)):
        yield inapplicable("预算完成率或整体执行率空白", **about)
        return
    about["evidence"] = [cell(row, "actual"), cell(line.row, "rate")]
    if _agrees(actual, line):
        yield passed(f"“{row_name(row)}”{actual.text}与整体执行率相符", **about)
        return
    other = next((x.name for x in lines if x is not line and _agrees(actual, x)), None)
    diagnosis = f"等于“{other}”的执行率" if other else None
    if actual.value == 100 and line.rate is not None and line.rate.value > 100:
        diagnosis = "整体执行率超过100%，此处按100%填报"
    make = lead if excludes else failed
    rate = line.rate.text if line.rate is not None else "（按金额计算）"
    yield make(
        f"“{row_name(row)}”完成值{actual.text}，整体支出执行率{rate}",
        expected=rate,
        observed=actual.text,
        diagnosis=diagnosis,
        **about,
    )


def _agrees(actual: Printed, line: Line) -> bool:
    if line.rate is not None and same_fact(actual, line.rate).agrees:
        return True
    if line.executed is None:
        return False
    bases = [x for x in (line.planned, line.initial) if x is not None and x.value > 0]
    return any(against(actual, line.executed, base).agrees for base in bases)


RULE = Rule(
    id="A12",
    title="预算完成率=支出规模执行率",
    severity="重要",
    confidence="确定",
    check=check,
    norms=("execution_excludes_carryover",),
)
