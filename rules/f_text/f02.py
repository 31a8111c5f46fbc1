"""F02: a completion rate in running text against the two figures beside it.

比对：“a（任务数t）完成率p”“计划t，完成a，完成率p”“预算b，支出e，执行率p”一类表述中，p 与 a÷t×100% 的结果，
按各数印出的位数比较；“抽检n份，合格k份，合格率p”一类，比率以其分子命名的，p 与 k÷n×100% 的结果。
意义：完成率是结论性数字，算错一处，完成情况的结论随之出错。
不适用：完成率与前两个数之间隔着别的内容（总体、平均、累计、其中）；前两个数不是一个任务数、一个完成数，或
单位不同；句中另有同单位的数能得出该比率（如调整后任务数）；“超额完成12%”指超过的部分，“超额完成172件”“比计划少
20人”是与计划之差，计划由完成数减去（加上）它得出；反向指标按2减比值
或任务数除以完成数计算而吻合的。去尾取值不作错误；超额完成而写100%的，只作提示。
示例：6.4亿元（任务数6亿元）完成率108% 报告；106%、107% 不报（6.4亿元可以是6.35至6.45亿元）。
依据：完成率＝实际完成数÷任务数；rules.md 0.2 推算值的比较。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import Any

from msgspec.structs import replace

from extractors.numerals.fraction import Fraction
from extractors.records import Figure
from rules import printed
from rules.comparing import TRUNCATED, Comparison, derived
from rules.denotation import Printed
from rules.diagnosing import rate_slip
from rules.exceeding import Exceeded, exceeded
from rules.passages import Passage, passages
from rules.profile import Profile
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.stating import Rated, completion_rates, shares
from rules.submission import Submission
from rules.text import has
from rules.wording import percent

_MORE = ("超", "增")
_CAPPED = {"le", "lt"}


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each rate that stands beside its two figures."""
    yield from or_inapplicable(_outcomes(submission, profile), "叙述中没有与任务数、完成数相邻的完成率")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    for passage in passages(submission):
        beyond = list(exceeded(passage))
        for one in beyond:
            yield from _of_excess(one)
        apart = {one.rate.figure_id for one in beyond}
        stated = [x for x in completion_rates(passage) if x.rate.figure_id not in apart]
        known = {rated.rate.figure_id for rated in stated}
        for rated in [*stated, *(x for x in shares(passage) if x.rate.figure_id not in known | apart)]:
            yield _judge(rated, named="完成率" if rated.rate.figure_id in known else "")


def subject(figure: Figure) -> str:
    """What a rate is of, as findings name it."""
    return (figure.subject or "").strip() or "完成率"


def compared(rate: Printed, part: Printed, whole: Printed) -> Comparison:
    """A rate in percent against part and whole; the whole is a target, hence exact."""
    return derived(rate, _share, part, replace(whole, qualifier=None, high=None))


def _judge(rated: Rated, *, named: str) -> Outcome:
    rate, part, whole = (printed.figure(x) for x in (rated.rate, rated.part, rated.whole))
    assert rate is not None and part is not None and whole is not None
    if rated.whole.kind == "target":
        whole = replace(whole, exact=True)
    name = subject(rated.rate)
    about: dict[str, Any] = {
        "form": rated.passage.form,
        "key": (name,),
        "subject": name,
        "evidence": [quoted(rated.rate, "叙述完成率" if named else "叙述比率")],
    }
    comparison = compared(rate, part, whole)
    about["computation"] = f"{part.text}÷{whole.text}×100%＝{percent(comparison.expected)}"
    if comparison.agrees:
        note = "（去尾取值）" if comparison.verdict == TRUNCATED else ""
        return passed(f"“{name}”{named}{rate.text}与{part.text}、{whole.text}相符{note}", **about)
    other = _otherwise(rated, rate, part, whole)
    if other:
        return passed(f"“{name}”{named}{rate.text}与句中数字相符（{other}）", **about)
    capped = rate.value == 100 and comparison.expected > 100
    return failed(
        f"“{name}”{named}写为{rate.text}，按文中{part.text}、{whole.text}计算为{percent(comparison.expected)}",
        expected=percent(comparison.expected),
        observed=rate.text,
        difference=f"{percent(abs(rate.value - comparison.expected))[:-1]}个百分点",
        diagnosis="实际超过任务，按100%封顶填写" if capped else rate_slip(rate, part, whole),
        severity="提示" if capped else None,
        confidence=None if named else "推断",
        fact=(name, str(part.value), str(whole.value), str(rate.value)),
        related=("C04",),
        **about,
    )


def _of_excess(one: Exceeded) -> Iterator[Outcome]:
    """Nothing where the plan is 0, or may be."""
    try:
        outcome = _beside_excess(one)
    except ZeroDivisionError:
        return
    yield outcome


def _beside_excess(one: Exceeded) -> Outcome:
    """The plan is what was done less the excess, unless it is stated."""
    rate, done, more = (printed.figure(x) for x in (one.rate, one.done, one.more))
    assert rate is not None and done is not None and more is not None
    more = replace(more, qualifier=None)  # 超出300亩 is 300亩 above, not more than 300亩
    plan = printed.figure(one.plan) if one.plan is not None else None
    mark = "－" if one.sign > 0 else "＋"
    whole = plan.text if plan is not None else f"（{done.text}{mark}{more.text}）"
    if plan is not None:
        comparison = compared(rate, done, replace(plan, exact=True))
    else:
        comparison = derived(rate, lambda a, b: a / (a - b * one.sign) * 100, done, more, cut_operands=True)
    computed, name = percent(comparison.expected), subject(one.rate)
    about: dict[str, Any] = {
        "form": one.passage.form,
        "key": (name,),
        "subject": name,
        "evidence": [quoted(one.rate, "叙述完成率")],
        "computation": f"{done.text}÷{whole}×100%＝{computed}",
    }
    above = replace(rate, value=rate.value + 100)
    if comparison.agrees or (
        _exceeds(one.passage, one.rate)
        and derived(above, lambda a, b: a / (a - b * one.sign) * 100, done, more, cut_operands=True).agrees
    ):
        return passed(f"“{name}”完成率{rate.text}与{done.text}、{more.text}相符", **about)
    told = "超出" if one.sign > 0 else "少于"
    return failed(
        f"“{name}”完成率写为{rate.text}，按文中{done.text}、{told}计划{more.text}计算为{computed}",
        expected=computed,
        observed=rate.text,
        difference=f"{percent(abs(rate.value - comparison.expected))[:-1]}个百分点",
        fact=(name, str(done.value), str(more.value), str(rate.value)),
        related=("C04",),
        **about,
    )


def _otherwise(rated: Rated, rate: Printed, part: Printed, whole: Printed) -> str | None:
    """Another reading of the sentence from which the rate follows."""
    own = {rated.part.figure_id, rated.whole.figure_id}
    for one, other in permutations(rated.others, 2):
        if {one.figure_id, other.figure_id} != own:
            first, second = printed.figure(one), printed.figure(other)
            if first is None or second is None or second.value <= 0:
                continue
            if compared(rate, first, replace(second, exact=True)).agrees:
                return f"{first.text}÷{second.text}"
    if _exceeds(rated.passage, rated.rate):
        above = replace(rate, value=rate.value + 100)
        if derived(above, _share, part, whole).agrees:
            return "指超过任务的部分"
    if rated.whole.qualifier in _CAPPED or has(rated.rate.subject, "reverse"):
        for formula in (_reversed, _inverted):
            if derived(rate, formula, part, whole).agrees:
                return "反向指标的完成率"
    return None


def _exceeds(passage: Passage, rate: Figure) -> bool:
    before = passage.text[max(0, rate.start - 6) : rate.start]
    return any(word in before for word in _MORE)


def _share(part: Any, whole: Any) -> Any:
    return part / whole * 100


def _reversed(part: Any, whole: Any) -> Any:
    return Fraction(200) - part / whole * 100


def _inverted(part: Any, whole: Any) -> Any:
    return whole / part * 100


RULE = Rule(id="F02", title="完成率复算（叙述）", severity="重要", confidence="确定", check=check)
