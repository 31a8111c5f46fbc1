"""A15: the carry-over rate against the execution rate.

比对：结转结余率c与执行率r：c ≤ max(0，100－r)＋0.5；r低于90%而c为0时，应说明资金收回或调减。
意义：没花完的钱不是结转结余就是被收回，两个比率不能各说各话。
不适用：没有结转结余率指标或没有执行率；文中写明收回、上缴、调减、统筹。结转结余变动率不是结转结余率。
示例：执行率82%、结转结余率25%；执行率830.04%、结转结余率0.00%不报。
依据：结转结余率＝结转结余总额÷支出预算数×100%（部门整体支出绩效评价指标体系）。
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Form, Indicator
from rules.money import Line, fund_lines, whole
from rules.profile import Norms, Profile
from rules.quoting import cell, names, row_name
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.text import has, norm
from rules.wording import percent

_NAME = regex.compile(r"(?:结转结余|结余结转|结转|结余)(?:资金)?率")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each carry-over rate beside an execution rate."""
    for form in submission.scored_forms:
        rows = [row for row in submission.indicators_of(form) if _NAME.search(norm(row.level3 or ""))]
        line = whole(fund_lines(submission, form))
        if not rows or line is None or line.rate is None:
            yield inapplicable("没有结转结余率指标，或没有整体执行率", form=form)
            continue
        norms = profile.at(submission.year, form.form_kind)
        for row in rows:
            if row.actual_value is not None and row.actual_unit in {"%", None}:
                yield _judge(submission, form, row, line, norms)


def _judge(submission: Submission, form: Form, row: Indicator, line: Line, norms: Norms) -> Outcome:
    assert row.actual_value is not None
    assert line.rate is not None
    carried, rate = Fraction(row.actual_value), line.rate.value
    most = max(Fraction(0), 100 - rate) + Fraction(norms.carryover_slack_points)
    about = {
        "form": form,
        "key": names(row),
        "subject": row_name(row),
        "evidence": [cell(row, "actual"), cell(line.row, "rate")],
    }
    explained = has(submission.narrative() + (row.reason_text or ""), "reclaimed")
    if not explained and carried > most:
        return failed(
            f"结转结余率{row.actual_text}，而执行率{line.rate.text}，结转结余最多约{percent(most)}",
            expected=f"≤{percent(most)}",
            observed=row.actual_text,
            norms=("carryover_slack_points",),
            **about,
        )
    if not explained and not carried and rate < norms.carryover_free_percent:
        message = f"执行率{line.rate.text}而结转结余率为0，文中未见收回、上缴或调减的说明"
        return failed(
            message,
            expected=f"约{percent(100 - rate)}，或说明去向",
            observed=row.actual_text,
            norms=("carryover_free_percent",),
            **about,
        )
    return passed(f"结转结余率{row.actual_text}与执行率{line.rate.text}相容", **about)


RULE = Rule(id="A15", title="结转结余率与执行率相容", severity="一般", confidence="推断", check=check)
