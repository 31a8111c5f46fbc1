"""A03: the 合计 row of a summary table against the sum of its unit rows.

比对：汇总表各单位行的全年预算数、全年执行数之和，与合计行；按本栏小数位作区间求和。
意义：合计是对外使用的数，合计与各行不符则必有一处填错。
不适用：没有合计行或没有单位行；某单位行金额空白且差额可由它解释时只作线索。预印的空行不计。自评分数的合
计没有意义，不核对。
示例：100.00、200.00，合计310.00 不符；三行各差0.01不报。
依据：部门整体支出自评情况汇总表。
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Form
from rules.adding import add
from rules.money import Line, summary_lines
from rules.profile import Profile
from rules.quoting import cell, place
from rules.rule import Outcome, Rule, failed, inapplicable, lead, passed
from rules.submission import Submission
from rules.wording import money

_COLUMNS = (("budget", "全年预算数"), ("executed", "全年执行数"))


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each money column of each summary table."""
    for form in submission.of_kind("summary"):
        lines = summary_lines(submission, form)
        total = next((line for line in lines if line.name == "合计"), None)
        rows = [line for line in lines if line is not total]
        if total is None or not rows:
            yield inapplicable("汇总表没有合计行或没有单位行", form=form)
            continue
        for column, title in _COLUMNS:
            yield from _judge(form, total, rows, column, title)


def _judge(form: Form, total: Line, rows: list[Line], column: str, title: str) -> Iterator[Outcome]:
    whole = getattr(total, column)
    found = add(whole, [getattr(row, column) for row in rows]) if whole is not None else None
    if found is None:
        yield inapplicable(f"合计行或单位行的{title}空白", form=form, key=(title,))
        return
    computed = money(whole.value + found.difference, form.amount_unit)
    outcome = {
        "form": form,
        "key": (title,),
        "subject": f"合计·{title}",
        "evidence": [cell(total.row, column), *(cell(row.row, column) for row in rows[:10])],
        "uses": [place(row.row, column) for row in rows],
    }
    if found.closes:
        yield passed(f"各单位{title}之和与合计相等{found.note}", **outcome)
        return
    outcome |= {
        "expected": computed,
        "observed": money(whole.value, form.amount_unit),
        "difference": money(abs(found.difference), form.amount_unit),
    }
    message = f"各单位{title}之和为{computed}，合计印为{money(whole.value, form.amount_unit)}"
    if found.may_close:
        yield lead(f"{message}；有单位行{title}空白", diagnosis="空白按0计不平，空白恰为差额则平", **outcome)
    else:
        yield failed(message, **outcome)


RULE = Rule(id="A03", title="汇总表合计复算", severity="严重", confidence="确定", check=check)
