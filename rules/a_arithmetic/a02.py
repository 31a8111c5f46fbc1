"""A02: the money of a form by source, by structure and in total.

比对：资金来源各行之和、资金结构各行之和、年度资金总额三者两两相等；预算数、执行数、年初预算数各栏分别核
对，按本栏小数位作区间求和。
意义：同一笔钱的两种划分必须相等，不等则表内至少有一个金额有误。
不适用：一方没有金额；分项不完整（“其中”只列一部分）且不大于总额，列有其他资金而未列上年结转的作线索；但各
分项的预算数之和等于总额而执行数不等的，报告（重要）；空白项可能正好是差额时只作线索。
中央、省、市、县各级资金可能是财政拨款的其中项，上年结转可能已含在财政拨款内，各种读法有一种相等即视为平衡；但印明“本年（当年）财政拨款”的，上年结转不在其内，只在含入时才平的降为重要。
示例：158.64＋593 对 751.66 不平；对 751.65 不报（每个加数各四舍五入到0.01）；其他资金空白而其余相等不报。
依据：部门整体支出绩效自评表“整体支出规模”栏；项目支出绩效自评表“年度资金总额，其中：”栏。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import msgspec
import regex

from extractors.records import Form
from rules.adding import Sum, add, balance
from rules.money import LEVELS, Line, fund_lines, parts, totals
from rules.profile import Profile
from rules.quoting import cell
from rules.rule import Outcome, Rule, failed, inapplicable, passed
from rules.submission import Submission
from rules.wording import money

_COLUMNS = (("initial", "年初预算数"), ("budget", "全年预算数"), ("executed", "全年执行数"))

_THIS_YEAR = regex.compile(r"本年|当年")


class _Pair(msgspec.Struct, frozen=True):
    """Two ways to print the same money. `partial`: the right side may leave something out."""

    name: str
    left: list[Line]
    right: list[Line]
    partial: bool

    @property
    def certain(self) -> bool:
        """Two sums that must be equal whatever the blanks hold: one of them is wrong as it stands."""
        return self.left[0].partition == "source"


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each column and each pair of total, sources, structure."""
    for form in submission.scored_forms:
        lines = fund_lines(submission, form)
        known = [pair for pair in _pairs(lines) if pair.left and pair.right]
        if lines and not known:
            yield inapplicable("资金只有一种划分，无从平衡", form=form)
        for pair, (column, title) in product(known, _COLUMNS):
            yield from _judge(form, pair, column, title)


def _pairs(lines: list[Line]) -> list[_Pair]:
    whole, sources, structure = totals(lines)[:1], parts(lines, "source"), parts(lines, "structure")
    items = {line.item for line in sources}
    complete = {"other", "carryover"} <= items or ("other" in items and len(sources) > 3)
    return [
        _Pair("资金来源与资金结构", sources, structure, False),
        _Pair("年度资金总额与各来源之和", whole, sources, not complete),
        _Pair("年度资金总额与各支出之和", whole, structure, len(structure) < 2),
    ]


def _judge(form: Form, pair: _Pair, column: str, title: str) -> Iterator[Outcome]:
    readings = product(_readings(pair.left), _readings(pair.right))
    sums = [(found, a, b) for a, b in readings if (found := _compare(a, b, column)) is not None]
    if not sums:
        return
    best, left, right = next((x for x in sums if x[0].closes), sums[0])
    plainly = sums[0]
    kept = any(line.item == "carryover" for line in (*left, *right))
    if best.closes and not plainly[0].closes and not kept and _against_words(pair, column):
        yield _twice(form, pair, plainly, column, title)
        return
    gap = money(abs(best.difference), form.amount_unit)
    outcome = passed(
        f"{pair.name}：{title}相等{best.note}",
        form=form,
        key=(pair.name, title),
        subject=f"{pair.name}·{title}",
        evidence=[cell(line.row, column) for line in (*left, *right)],
        computation=f"{_written(left, column)}{'＝' if best.closes else ' ≠ '}{_written(right, column)}",
    )
    if not best.closes:
        more = "多" if best.difference > 0 else "少"
        message = f"{pair.name}：{title}不相等，{outcome.computation}，前者{more}{gap}"
        outcome = msgspec.structs.replace(
            outcome, difference=gap, **_verdict(pair, best, left, right, column, message, form.amount_unit)
        )
    yield outcome


def _against_words(pair: _Pair, column: str) -> bool:
    """The sums close only where 上年结转, with money of its own, were part of 本年财政拨款."""
    carried = [x for x in (*pair.left, *pair.right) if x.item == "carryover" and getattr(x, column)]
    named = [x for x in (*pair.left, *pair.right) if x.item == "fiscal" and _THIS_YEAR.search(x.name)]
    return bool(named) and any(getattr(x, column).value for x in carried)


def _twice(
    form: Form, pair: _Pair, found: tuple[Sum, list[Line], list[Line]], column: str, title: str
) -> Outcome:
    best, left, right = found
    gap = money(abs(best.difference), form.amount_unit)
    shown = f"{_written(left, column)} ≠ {_written(right, column)}"
    return failed(
        f"{pair.name}：{title}不相等，{shown}，相差{gap}",
        form=form,
        key=(pair.name, title),
        subject=f"{pair.name}·{title}",
        evidence=[cell(line.row, column) for line in (*left, *right)],
        difference=gap,
        severity="重要",
        diagnosis="上年结转若计入本年财政拨款则平，但两行名称不能互相包含",
    )


def _verdict(
    pair: _Pair, best: Sum, left: list[Line], right: list[Line], column: str, message: str, unit: str | None
) -> dict[str, str]:
    if pair.partial and best.difference > 0 and _all_planned(left, right, column):
        added = sum((x.value for line in right if (x := getattr(line, column)) is not None), Fraction(0))
        told = {"expected": money(added, unit), "diagnosis": "各分项预算数之和等于总额"}
        return {"result": "fail", "severity": "重要", "message": message, **told}
    if pair.partial and best.difference > 0:
        if any(line.item == "other" for line in right):
            return {"result": "review", "message": message, "diagnosis": "可能有来源（如上年结转）未列出"}
        return {"result": "not_applicable", "message": f"{pair.name}：分项未列全，无从核对"}
    smaller = right if best.difference > 0 else left
    if not any(getattr(line, column) is None for line in smaller):
        return {"result": "fail", "message": message}
    both = "有空白项：按0计不平，空白恰为差额则平"
    return {"result": "fail" if pair.certain else "review", "message": message, "diagnosis": both}


def _all_planned(left: list[Line], right: list[Line], column: str) -> bool:
    """What was spent is short, while the same lines make up the budget: none is left out."""
    blank = any(getattr(x, name) is None for x in (*left, *right) for name in ("budget", "executed"))
    planned = None if blank or column != "executed" or len(right) < 2 else _compare(left, right, "budget")
    return planned is not None and planned.closes


def _compare(left: list[Line], right: list[Line], column: str) -> Sum | None:
    """Left minus right; a single total is compared as the figure that it is."""
    lefts, rights = ([getattr(line, column) for line in side] for side in (left, right))
    if len(lefts) > 1 or lefts[0] is None:
        return balance(lefts, rights)
    found = add(lefts[0], rights)
    return msgspec.structs.replace(found, difference=-found.difference) if found else None


def _readings(lines: list[Line]) -> list[list[Line]]:
    """The lines, or the lines without those that may be parts of 财政拨款."""
    if not any(line.item == "fiscal" for line in lines):
        return [lines]
    without = ({"carryover"}, LEVELS, LEVELS | {"carryover"})
    readings = [lines, *([line for line in lines if line.item not in items] for items in without)]
    return [x for i, x in enumerate(readings) if x not in readings[:i]]


def _written(lines: list[Line], column: str) -> str:
    return "＋".join(x.text for line in lines if (x := getattr(line, column)) is not None)


RULE = Rule(id="A02", title="资金来源与资金结构平衡", severity="严重", confidence="确定", check=check)
