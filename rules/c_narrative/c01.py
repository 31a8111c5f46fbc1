"""C01: budget and final accounts as the report states them against the totals of the form.

比对：报告中只以“预算数、决算数、执行数”一类词引出、没有范围词的金额，与自评表资金合计（年初预算对年初预算栏，无该栏
时对全年预算栏）；不符时查它等于哪一行、差额等于哪一行。
只以“基本支出”“项目支出”“财政拨款”“上年结转”“其他资金”引出的，与表内该行比较：等于另一行或有笔误迹象的为重要，其余只提请核对。
意义：报告说的是单位预决算，数字却是其中一行或别的数，公开的结论就建立在错误的口径上。
不适用：带项目、基本、人员、专项、上级、其中等范围词的金额；其他年度；标题已限定范围；报告另有一处与合计一致。表内没有
年初预算栏而文中写“年初预算”的，数额与全年预算可以不同，只有等于某一行、文中又没有写明与表内合计一致的调整后预算时才
报告。只写“预算”而与合计不同、又不等于任何一行的，可能是年初数；有下属单位而汇总表没有列全各单位及合计的，可能是另一
口径：只提请核对。
示例：“2021年年初预算数593万元”，合计751.64，报告并说明等于项目支出、差额158.64等于基本支出；“项目支出预算593万
元”“约752万元”不报。
依据：自评报告与自评表应为同一口径；财预〔2020〕10号 预算执行情况。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rules.budgeting import COLUMNS, Claimed, claimed, label, said
from rules.comparing import same_fact
from rules.denotation import Printed
from rules.diagnosing import difference
from rules.linesaid import LineSaid, lines_said
from rules.money import fund_lines, summary_lines, unit_of
from rules.profile import Profile
from rules.quoting import cell
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, inapplicable, lead, or_inapplicable, passed
from rules.submission import Submission
from rules.wording import money

_NAMES = {"initial": "年初预算数", "budget": "预算数", "executed": "执行数"}


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each amount that claims to be the whole."""
    yield from or_inapplicable(_outcomes(submission, profile), "叙述中没有自称单位预决算总额的金额")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    found = claimed(submission)
    agreed = {one.column for one in found if same_fact(said(one), one.total).agrees}
    for one in found:
        yield _judge(submission, one, agreed)
    said_lines = list(lines_said(submission))
    known = {(one.line.item, one.column) for one in said_lines if one.agrees}
    for line in said_lines:
        if line.agrees or (line.line.item, line.column) not in known:
            yield _of_line(submission, line)


def _of_line(submission: Submission, one: LineSaid) -> Outcome:
    """What the report states for 基本支出, 项目支出; sure where it is another cell or the cell misprinted."""
    unit, name = unit_of(submission, one.form), f"{label(one.line)}{_NAMES[one.column]}"
    shown = money(one.cell.value, unit)
    about: dict[str, Any] = {
        "form": one.passage.form,
        "key": (name,),
        "subject": f"叙述{name}",
        "evidence": [quoted(one.figure, f"叙述{name}"), cell(one.line.row, one.column)],
        "fact": (name, str(one.said.value), str(one.cell.value)),
    }
    if one.agrees:
        return passed(f"叙述{name}{one.figure.text}与自评表相符", **about)
    slip = difference(one.said, one.cell)
    about |= {
        "expected": shown,
        "observed": one.figure.text,
        "difference": money(abs(one.cell.value - one.said.value), unit),
        "severity": "重要",
    }
    message = f"报告称{name}{one.figure.text}，自评表为{shown}"
    if one.other is not None:
        line, column = one.other
        words = f"等于{label(line)}的{COLUMNS[column]}"
        about["evidence"] = [*about["evidence"], cell(line.row, column)]
        return failed(f"{message}，{words}", diagnosis=words, **about)
    return failed(message, diagnosis=slip, **about) if slip else lead(f"{message}，请核对口径", **about)


def _judge(submission: Submission, one: Claimed, agreed: set[str]) -> Outcome:
    value, unit = said(one), unit_of(submission, one.form)
    name = f"叙述{'年初' if one.opening else ''}{_NAMES[one.column].removeprefix('年初')}"
    about: dict[str, Any] = {
        "form": one.passage.form,
        "key": (_NAMES[one.column],),
        "subject": name,
        "evidence": [quoted(one.figure, name), one.quoted],
        "fact": (one.column, str(value.value), str(one.total.value)),
    }
    if same_fact(value, one.total).agrees:
        return passed(f"{name}{one.figure.text}与表内合计相符", **about)
    shown = money(one.total.value, unit)
    slip = difference(value, one.total)
    if one.column in agreed and one.other is None and not slip:
        return inapplicable(f"报告另有一处与合计一致，{one.figure.text}另有所指", **about)
    apart = one.column in agreed or (one.other is None and not slip)
    if one.opening and one.column == "budget" and apart:
        return inapplicable(f"表内没有年初预算数，{one.figure.text}无从核对", **about)
    about |= {
        "expected": shown,
        "observed": one.figure.text,
        "difference": money(abs(one.total.value - value.value), unit),
        "related": ("C14",),
    }
    message = f"报告称“{one.words}{one.figure.text}”，自评表{COLUMNS[one.column]}合计为{shown}"
    if one.other is not None:
        words = _explain(submission, one, unit)
        about["evidence"] = [*about["evidence"], cell(one.other[1].row, one.other[2])]
        return failed(f"{message}，{words}", diagnosis=words, **about)
    if slip or (one.explicit and (not one.form.subordinate_count or _beyond(submission, one))):
        return failed(message, diagnosis=slip, **about)
    return lead(f"{message}，请核对口径（年初数、是否含下属单位）", **about)


def _beyond(submission: Submission, one: Claimed) -> bool:
    """The summary lists every unit with a total, and prints the amount nowhere."""
    value, count = said(one), one.form.subordinate_count or 0
    for form in submission.of_kind("summary"):
        amounts = [(x.name, getattr(x, one.column)) for x in summary_lines(submission, form)]
        filled = [(name, amount) for name, amount in amounts if amount is not None]
        if "合计" in dict(filled) and len(filled) > count + 1:
            return not any(same_fact(value, amount).agrees for _, amount in filled)
    return False


def _explain(submission: Submission, one: Claimed, unit: str) -> str:
    """`等于项目支出，差额158.64万元等于基本支出`."""
    assert one.other is not None
    name, line, column = one.other
    words = f"等于{name}" if column == one.column else f"等于{name}的{COLUMNS[column]}"
    gap = abs(one.total.value - said(one).value)
    missing = Printed(value=gap, step=max(said(one).step, one.total.step))
    for other in fund_lines(submission, one.form):
        amount = getattr(other, one.column)
        if other is line or amount is None or not amount.value or amount.value == one.total.value:
            continue
        if same_fact(missing, amount).agrees:
            return f"{words}，差额{money(gap, unit)}等于{label(other)}"
    return f"{words}，相差{money(gap, unit)}"


RULE = Rule(id="C01", title="叙述预决算数与表内合计", severity="严重", confidence="确定", check=check)
