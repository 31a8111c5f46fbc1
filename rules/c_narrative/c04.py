"""C04: a completion rate as the narrative states it against the figures of the form.

比对：叙述完成率，与对应指标行 全年完成值÷年度指标值×100%；叙述的预算执行率，与表内合计 执行数÷预算数×100%，
或表内印出的执行率；“基本支出……、项目支出……，执行率分别为p、q”的，与各自行的执行数÷预算数。
意义：完成率决定怎样评价一项工作，与表内数字不合即无依据。
不适用：指标本身是比率；对应把握不足（列为未能核对）；完成率由文中另外的完成数、任务数得出而那些数已由C02、C03报告；
超额完成而写100%的只作提示；去尾取值不作错误。
示例：14家、34家而写42%，报告；41%、41.2%、41.18%、41.1%不报。
依据：完成率＝完成值÷指标值；rules.md 0.2 推算值的比较。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from extractors.records import Evidence, Figure
from rules import printed
from rules.budgeting import executions
from rules.comparing import TRUNCATED, Comparison, same_fact
from rules.denotation import Printed
from rules.diagnosing import rate_slip
from rules.f_text.f02 import compared, subject
from rules.passages import Passage
from rules.profile import Profile
from rules.quoting import cell
from rules.quoting import figure as quoted
from rules.respective import InTurn, in_turn
from rules.rule import Outcome, Rule, failed, inapplicable, or_inapplicable, passed, undecided
from rules.stated import Stated, agrees, elsewhere, stated
from rules.stating import completion_rates
from rules.submission import Submission
from rules.wording import percent


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each completion rate of a row, for each execution rate of the whole."""
    yield from or_inapplicable(_outcomes(submission, profile), "叙述中没有可与表内数字复算的完成率")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    everything = stated(submission, profile)
    for one in everything:
        if one.column == "rate":
            yield from _of_row(one, everything, submission, profile)
    for one_line in in_turn(submission):
        yield from _of_line(one_line)
    for found in executions(submission):
        about = {
            "form": found.passage.form,
            "key": ("预算执行率",),
            "subject": "预算执行率",
            "evidence": [quoted(found.figure, "叙述执行率"), *found.quoted],
        }
        stated_rate = printed.figure(found.figure)
        if _of_its_own(found.passage, found.figure):
            yield inapplicable("执行率由同句另外的预算数、支出数得出，那些数字另行核对", **about)
            continue
        if found.rate is not None and stated_rate is not None and same_fact(stated_rate, found.rate).agrees:
            yield passed(f"预算执行率{found.figure.text}与表内执行率{found.rate.text}相符", **about)
        else:
            yield _compare(found.figure, found.executed, found.budget, "预算执行率", about)


def _of_line(one: InTurn) -> Iterator[Outcome]:
    """基本支出、项目支出执行率分别为…: each rate against its own line."""
    line, said = one.line, printed.figure(one.figure)
    if said is None or line.executed is None or line.planned is None or line.planned.value <= 0:
        return
    name = f"{line.name}执行率"
    about: dict[str, Any] = {
        "form": one.passage.form,
        "key": ("执行率", line.item),
        "subject": name,
        "evidence": [quoted(one.figure, "叙述执行率"), cell(line.row, "executed"), cell(line.row, "budget")],
    }
    if line.rate is not None and same_fact(said, line.rate).agrees:
        yield passed(f"“{name}”{one.figure.text}与表内执行率{line.rate.text}相符", **about)
        return
    yield _compare(one.figure, line.executed, line.planned, name, about)


def _of_its_own(passage: Passage, rate: Figure) -> bool:
    """The two amounts beside it give the rate: 年初预算1500万元，执行1745万元，执行率116.33%."""
    for rated in completion_rates(passage):
        said, part, whole = (printed.figure(x) for x in (rated.rate, rated.part, rated.whole))
        if rated.rate is rate and said is not None and part is not None and whole is not None:
            opening = "年初" in passage.clause_before(rated.whole)
            return opening and compared(said, part, whole).agrees
    return False


def _of_row(
    one: Stated, everything: list[Stated], submission: Submission, profile: Profile
) -> Iterator[Outcome]:
    actual, target = printed.actual(one.row), printed.target(one.row)
    if actual is None or target is None or target.value <= 0 or target.high is not None:
        return
    evidence: list[Evidence] = [
        quoted(one.figure, "叙述完成率"),
        cell(one.row, "actual"),
        cell(one.row, "target"),
    ]
    about: dict[str, Any] = {
        "form": one.passage.form,
        "key": (one.name, "rate"),
        "subject": one.name,
        "evidence": evidence,
        "covers": (("F02", subject(one.figure)),),
    }
    if _follows_from_others(one, everything):
        yield inapplicable("完成率由叙述中另外的数字得出，那些数字另行核对", **about)
        return
    whole_number = actual.step == 1 and printed.is_counter(one.row.actual_unit or one.row.target_unit)
    actual = replace(actual, qualifier=None, exact=whole_number)
    outcome = _compare(one.figure, actual, target, one.name, about)
    if outcome.result != "fail":
        yield outcome
    elif why := elsewhere(one, submission, profile):
        yield inapplicable(f"{outcome.message}：{why}", **about)
    elif not one.sure:
        yield undecided(f"{outcome.message}：与指标行的对应把握不足", **about)
    else:
        yield outcome


def _compare(figure: Figure, part: Printed, whole: Printed, name: str, about: dict[str, Any]) -> Outcome:
    rate = printed.figure(figure)
    if rate is not None and figure.unit == "倍":  # 是目标的1.27倍
        rate = replace(rate, value=rate.value * 100, step=rate.step * 100, exact=False)
    if rate is None or whole.value <= 0:
        return inapplicable("没有可以相比的数", **about)
    comparison = compared(rate, part, whole)
    about["computation"] = f"{part.text}÷{whole.text}×100%＝{percent(comparison.expected)}"
    if comparison.agrees:
        note = "（去尾取值）" if comparison.verdict == TRUNCATED else ""
        about["covers"] = ()
        return passed(f"“{name}”完成率{figure.text}与表内数字相符{note}", **about)
    return _conflict(figure, rate, comparison, (part, whole), name, about)


def _conflict(
    figure: Figure,
    rate: Printed,
    comparison: Comparison,
    operands: tuple[Printed, Printed],
    name: str,
    about: dict[str, Any],
) -> Outcome:
    capped = rate.value == 100 and comparison.expected > 100
    return failed(
        f"“{name}”叙述完成率{figure.text}，按表内数字计算为{percent(comparison.expected)}",
        expected=percent(comparison.expected),
        observed=figure.text,
        difference=f"{percent(abs(rate.value - comparison.expected))[:-1]}个百分点",
        diagnosis="实际超过任务，按100%封顶填写" if capped else rate_slip(rate, *operands),
        severity="提示" if capped else None,
        fact=(name, str(operands[0].value), str(operands[1].value), str(rate.value)),
        **about,
    )


def _follows_from_others(one: Stated, everything: list[Stated]) -> bool:
    """The text's own figures give the rate, and one of them differs from the form."""
    for rated in completion_rates(one.passage):
        if rated.rate is not one.figure:
            continue
        rate, part, whole = (printed.figure(x) for x in (rated.rate, rated.part, rated.whole))
        assert rate is not None and part is not None and whole is not None
        ours = [x for x in everything if x.figure in (rated.part, rated.whole) and x.row is one.row]
        if compared(rate, part, whole).agrees and any(not agrees(x) for x in ours):
            return True
    return False


RULE = Rule(id="C04", title="叙述完成率与表内数复算", severity="重要", confidence="确定", check=check)
