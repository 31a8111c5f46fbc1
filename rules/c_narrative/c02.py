"""C02: a result as the narrative states it against the result in the form.

比对：叙述中与指标行对应的完成数，与该行全年完成值；按印出的位数理解，换算单位。
意义：同一项完成情况，报告与评分表两个数，得分所依据的数就不可信。
不适用：对应把握低于口径规定（只列为未能核对）；前后有其中、累计、上年、上半年、下属地名、计划、低于、以内等词的数；
另有一处叙述与表内数一致的（同名数字除外）；单位不同；“110余家”“近百件”等与表内数相容。数字相同而次序颠倒、小数点
或万、亿错位的，是同一数字的笔误，照报。
示例：121家，表内112家，报告；110余家、6.4亿元对64000万元、6.38亿元对6.4亿元不报。
依据：自评报告与自评表数据应一致；rules.md 0.2 同一事实的比较。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rules import printed
from rules.diagnosing import difference
from rules.profile import Profile
from rules.quoting import cell
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, inapplicable, or_inapplicable, passed, undecided
from rules.scaling import like
from rules.stated import COLUMNS, Stated, agrees, elsewhere, is_reference, stated, value
from rules.submission import Submission


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each figure linked to a result."""
    yield from or_inapplicable(_outcomes(submission, profile), "叙述中没有与完成值对应的数字")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    for one in stated(submission, profile):
        if one.column == "actual":
            yield from judge(one, submission, profile)


def judge(one: Stated, submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """A figure against its cell; shared with C03."""
    said, printed_cell = printed.figure(one.figure), value(one)
    if said is None or printed_cell is None:
        return
    column = COLUMNS[one.column]
    cell_text = (one.row.target_text if one.column == "target" else one.row.actual_text) or ""
    about: dict[str, Any] = {
        "form": one.passage.form,
        "key": (one.name, one.column),
        "subject": one.name,
        "evidence": [quoted(one.figure), cell(one.row, one.column)],
        "fact": (one.name, one.column, str(said.value), str(printed_cell.value)),
    }
    if agrees(one):
        if one.sure:
            about["fact"] = ()
            yield passed(f"“{one.name}”叙述{one.figure.text}与表内{column}{cell_text}相符", **about)
        return
    if is_reference(one):
        return  # a limit or a plan that the result is compared with
    message = f"“{one.name}”{column}，叙述为{one.figure.text}，评分表为{cell_text}"
    why = elsewhere(one, submission, profile)
    if why is not None:
        yield inapplicable(f"{message}：{why}", **about)
        return
    if not one.sure:
        yield undecided(f"{message}：与指标行的对应把握不足", **about)
        return
    yield failed(
        message,
        expected=cell_text,
        observed=one.figure.text,
        difference=like(one.figure, abs(said.value - printed_cell.value)),
        diagnosis=difference(said, printed_cell),
        covers=(("F01", one.name, one.column),),
        **about,
    )


RULE = Rule(id="C02", title="叙述完成值=全年完成值", severity="严重", confidence="确定", check=check)
