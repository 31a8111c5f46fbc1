"""F17: a price and a count against the amount beside them.

比对：同一句中（或金额后的括号里）“每座（张、人……）p元”“人均p元”、数量n、“共（支出、发放、投资）a元”，
a 是否等于 p×n；
“户均4人，受益1.5万户”一类平均数，总数是否等于平均数乘户数；“12期360人次，平均每期45人次”；“护林员人均1250亩，总面积a”与别处的人数，差在小数点的；
“本金、年利率、年利息”三数；按各数印出的位数理解。
意义：单价、数量、金额三数互相约束，不合即至少一个有误。
不适用：句中另有别的单价、数量、金额可用而能算得相符的；补助标准对总投资、增收对产值等口径不同的；最高、不超过一类限额；
其中、另、上年、预算、结余后面的金额。按月、按天、按次计的，月数、天数不明时只提请核对；按月的，金额在1至12个月之间的不报。
示例：“每张300元，共6240张，支出197.2万元”（应为187.2万元），报告；“每座投资40万元，12座，共480万元”不报。
依据：金额＝单价×数量；rules.md 0.2 推算值的比较。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import regex
from msgspec.structs import replace

from extractors.records import Figure
from rules import printed
from rules.averaging import Averaged, averaged
from rules.bracketed import bracketed
from rules.comparing import Comparison, derived
from rules.diagnosing import swapped_digits
from rules.magnitudes import Magnitude, misplaced
from rules.passages import Passage, passages
from rules.pricing import Priced, priced
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.scaling import like
from rules.submission import Submission

_MONTHS = 12
_PAID = regex.compile(r"年利息|年付息|每年利息")
_OWED = regex.compile(r"债券|贷款|借款|债务")


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each price that has a count and an amount in its sentence."""
    yield from or_inapplicable(_outcomes(submission), "叙述中没有单价、数量、金额三数俱全的句子")


def _outcomes(submission: Submission) -> Iterator[Outcome]:
    yield from (_misplaced(one) for one in misplaced(submission))
    for passage in passages(submission):
        by_price: dict[str, list[Priced]] = {}
        for one in (*bracketed(passage), *priced(passage)):
            by_price.setdefault(one.price.figure_id, []).append(one)
        for found in by_price.values():
            yield from _judge(found)
        yield from (_mean(one) for one in averaged(passage))
        yield from _interest(passage)


def _misplaced(one: Magnitude) -> Outcome:
    """`人均1,250亩，总面积77.5万亩` of 6200人: a place too few."""
    expected, name = like(one.total, one.expected), (one.total.subject or "").strip() or "总数"
    return failed(
        f"平均{one.mean.text}、数量{one.count.text}，相乘为{expected}，文中总数为{one.total.text}",
        form=one.passage.form,
        key=(name, "平均"),
        subject=name,
        evidence=[one.passage.quote(one.passage.around(one.mean.start, one.total.end), "叙述平均数、总数")],
        expected=expected,
        observed=one.total.text,
        computation=f"{one.mean.text}×{one.count.text}＝{expected}",
        diagnosis="小数点错位",
        fact=(str(one.mean.value), str(one.count.value), str(one.total.value)),
    )


def _mean(one: Averaged) -> Outcome:
    """`培训12期360人次，平均每期45人次`: the mean against total and count."""
    mean, total, count = (printed.figure(x) for x in (one.mean, one.total, one.count))
    assert mean is not None and total is not None and count is not None
    result = derived(mean, lambda a, b: a / b, total, count, cut_operands=True)
    computed, name = like(one.mean, result.expected), (one.total.subject or "").strip() or "平均数"
    start, end = min(one.total.start, one.count.start), one.mean.end
    about: dict[str, Any] = {
        "form": one.passage.form,
        "key": (name, "平均"),
        "subject": name,
        "evidence": [one.passage.quote(one.passage.around(start, end), "叙述平均数")],
        "computation": f"{total.text}÷{count.text}＝{computed}",
    }
    if result.agrees:
        return passed(f"“{name}”平均{mean.text}与{total.text}、{count.text}相符", **about)
    return failed(
        f"“{name}”平均写为{mean.text}，按文中{total.text}、{count.text}计算为{computed}",
        expected=computed,
        observed=mean.text,
        fact=(name, str(mean.value), str(total.value), str(count.value)),
        **about,
    )


def _interest(passage: Passage) -> Iterator[Outcome]:
    """`债券1亿元……年利率3.05%，年利息350万元`: interest against principal and rate."""
    for i, rate in enumerate(passage.figures[:-1]):
        interest = passage.figures[i + 1]
        if rate.unit != "%" or "利率" not in passage.clause_before(rate):
            continue
        if not _PAID.search(passage.clause_before(interest)):
            continue
        first = passage.sentence_start(max(0, passage.sentence_start(rate.start) - 2))
        owed = [x for x in passage.within(passage.piece(first, rate.start)) if x.unit == "元" and x.value]
        named = [x for x in owed if _OWED.search(_own_words(passage, x))]
        percent, amount = printed.figure(rate), printed.figure(interest)
        values = [(x, value) for x in owed if (value := printed.figure(x)) is not None]
        if percent is None or amount is None or len(named) != 1:
            continue
        sums = [(x, replace(value, exact=True)) for x, value in values]  # what is owed is owed exactly
        results = {x.figure_id: derived(amount, _of_rate, value, percent) for x, value in sums}
        about: dict[str, Any] = {
            "form": passage.form,
            "key": ("利息",),
            "subject": "年利息",
            "evidence": [passage.quote(passage.around(named[0].start, interest.end), "叙述本金、利率、利息")],
        }
        if any(result.agrees for result in results.values()):
            yield passed(f"利息{interest.text}与本金、利率{rate.text}相符", **about)
            continue
        expected = like(interest, results[named[0].figure_id].expected)
        yield failed(
            f"本金{named[0].text}、年利率{rate.text}，年利息应为{expected}，文中为{interest.text}",
            expected=expected,
            observed=interest.text,
            computation=f"{named[0].text}×{rate.text}＝{expected}",
            **about,
        )


def _own_words(passage: Passage, figure: Figure) -> str:
    """The words of its clause behind the figure before it."""
    before = passage.last_before(figure.start)
    clause = passage.clause_before(figure)
    return (
        clause if before is None else passage.text[max(before.end, figure.start - len(clause)) : figure.start]
    )


def _of_rate(principal: Any, rate: Any) -> Any:
    return principal * rate / 100


def _judge(found: list[Priced]) -> Iterator[Outcome]:
    compared = [(one, result) for one in found if (result := _best(one)) is not None]
    if not compared:
        return
    fitting = next((pair for pair in compared if pair[1].agrees), None)
    one, result = fitting or next((pair for pair in compared if pair[0].sole), compared[0])
    name = (one.amount.subject or one.price.subject or "").strip() or "金额"
    about: dict[str, Any] = {
        "form": one.passage.form,
        "key": (name, "单价"),
        "subject": name,
        "evidence": [one.passage.quote(one.span, "叙述单价、数量、金额")],
        "computation": f"{one.price.text}×{one.count.text}＝{like(one.amount, result.expected)}",
    }
    if fitting is not None:
        yield passed(f"{one.price.text}×{one.count.text}与{one.amount.text}相符", **about)
        return
    if not one.sole:
        return  # another price or count may be meant
    expected = like(one.amount, result.expected)
    unsure = one.time in {"月", "天", "日", "次", "学期"}
    yield (lead if unsure else failed)(
        f"单价{one.price.text}、数量{one.count.text}，相乘为{expected}，文中金额为{one.amount.text}"
        if not one.mean
        else f"平均{one.price.text}、数量{one.count.text}，相乘为{expected}，文中总数为{one.amount.text}",
        expected=expected,
        observed=one.amount.text,
        difference=like(one.amount, abs(Fraction(one.amount.value or 0) - result.expected)),
        diagnosis=swapped_digits(one.amount.text, expected),
        fact=(str(one.price.value), str(one.count.value), str(one.amount.value)),
        **about,
    )


def _best(one: Priced) -> Comparison | None:
    """The product against the amount; a monthly price may hold for any part of twelve months."""
    price, count, amount = (printed.figure(x) for x in (one.price, one.count, one.amount))
    if price is None or count is None or amount is None or price.value <= 0:
        return None
    if one.time == "月" and price.value * count.value <= amount.value <= price.value * count.value * _MONTHS:
        return _times(amount, price, count, amount.value / (price.value * count.value))
    times = [Fraction(_MONTHS)] if one.time == "月" else [Fraction(1), *(_others(one) if one.time else [])]
    found = [_times(amount, price, count, n) for n in times]
    return next((result for result in found if result.agrees), found[0])


def _others(one: Priced) -> list[Fraction]:
    """Further plain counts of the sentence: the days, the times."""
    known = {one.price.figure_id, one.count.figure_id, one.amount.figure_id}
    figures: list[Figure] = one.passage.within(one.span)
    return [Fraction(x.value) for x in figures if x.figure_id not in known and x.value and x.unit != "元"]


def _times(amount: Any, price: Any, count: Any, n: Fraction | int) -> Comparison:
    return derived(amount, lambda p, c: p * c * n, price, count, cut_operands=True)


RULE = Rule(id="F17", title="单价×数量=金额（叙述）", severity="重要", confidence="推断", check=check)
