"""B01: the money of a unit in the summary table against its own form.

比对：汇总表中该单位一行（或合计行）的全年预算数、全年执行数、执行率，与该单位整体支出绩效自评表的总额（总
额行，或资金来源之和，或资金结构之和）。
意义：两张表报的是同一笔钱，不一致则汇总数失实。
不适用：没有汇总表或自评表；汇总表中找不到该单位；一方空白。按印出的小数位比较，752与751.64不算不一致；
自评表各划分之间不平由A02报告，这里有一种相等即可。金额不一致时不再另报执行率。
示例：751.64与715.64（相邻两位数字互换）。
依据：自评情况汇总表填报说明：各栏与自评表一致。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.numerals.fraction import Fraction
from extractors.records import Form
from rules.comparing import same_fact
from rules.denotation import Printed
from rules.diagnosing import difference
from rules.matching import own_lines
from rules.money import Line, fund_lines, parts, totals, unit_of, whole
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.wording import money

_COLUMNS = (("budget", "全年预算数"), ("executed", "全年执行数"))


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each of budget, executed and rate of each department form."""
    forms = submission.of_kind("department")
    if not forms or not submission.of_kind("summary"):
        yield inapplicable("没有汇总表或整体支出自评表")
        return
    for form in forms:
        own, lines = own_lines(submission, form), fund_lines(submission, form)
        if not own or not lines:
            yield inapplicable("汇总表中没有该单位，或自评表没有资金行", form=form)
            continue
        outcomes = [
            x for column, title in _COLUMNS for x in _amount(submission, form, own, lines, column, title)
        ]
        yield from outcomes
        if all(outcome.result == "pass" for outcome in outcomes):
            yield from _rate(form, own, lines)


def _amount(
    submission: Submission, form: Form, own: list[Line], lines: list[Line], column: str, title: str
) -> Iterator[Outcome]:
    listed = [(line, getattr(line, column)) for line in own if getattr(line, column) is not None]
    figures = stated(lines, column)
    about: dict[str, Any] = {"form": form, "key": (title,), "subject": title}
    if not listed or not figures:
        yield inapplicable(f"{title}一方空白", **about)
        return
    line, figure = listed[0]
    about["evidence"] = [
        cell(line.row, column, f"汇总表·{title}"),
        *(cell(x.row, column, f"自评表·{x.name}") for x in lines if getattr(x, column) is not None),
    ]
    if any(same_fact(a, b).agrees for _, a in listed for b in figures):
        yield passed(f"汇总表与自评表{title}一致", **about)
        return
    other = min(figures, key=lambda x: abs(x.value - figure.value))
    unit = unit_of(submission, form)
    yield failed(
        f"{title}：汇总表{figure.text}，自评表{other.text or money(other.value, unit)}",
        expected=other.text or money(other.value, unit),
        observed=figure.text,
        difference=money(abs(other.value - figure.value), unit),
        diagnosis=difference(figure, other),
        **about,
    )


def stated(lines: list[Line], column: str) -> list[Printed]:
    """The total of a form as it prints it, and as each partition adds up to it."""
    found = [x for line in totals(lines) if (x := getattr(line, column)) is not None]
    for partition in ("source", "structure"):
        known = [x for line in parts(lines, partition) if (x := getattr(line, column)) is not None]
        if known:
            value = sum((x.value for x in known), Fraction(0))
            text = known[0].text if len(known) == 1 else ""
            found.append(
                Printed(value=value, step=max(x.step for x in known), text=text, scale=known[0].scale)
            )
    return found


def _rate(form: Form, own: list[Line], lines: list[Line]) -> Iterator[Outcome]:
    line = whole(lines)
    rows = [x for x in own if x.rate is not None]
    if line is None or line.rate is None or not rows:
        return
    about = {
        "form": form,
        "key": ("执行率",),
        "subject": "执行率",
        "evidence": [cell(rows[0].row, "rate", "汇总表·执行率"), cell(line.row, "rate", "自评表·执行率")],
    }
    if any(x.rate is not None and same_fact(x.rate, line.rate).agrees for x in rows):
        yield passed("汇总表与自评表执行率一致", **about)
        return
    printed = rows[0].rate
    assert printed is not None
    yield failed(
        f"执行率：汇总表{printed.text}，自评表{line.rate.text}，而预算数、执行数一致",
        expected=line.rate.text,
        observed=printed.text,
        diagnosis=difference(printed, line.rate),
        **about,
    )


RULE = Rule(id="B01", title="汇总表与自评表金额一致", severity="严重", confidence="确定", check=check)
