"""F03: a growth rate in running text against this year's figure, the earlier one beside it.

比对：“A，比上年B增长p”“由B增长到A，增长p”“A，同比增长p，上年为B”中，p 与 (A÷B－1)×100% 的结果；“A，比上年
增加D，增长p”按 D÷(A－D) 计算，“较上年B增加D，增长p”按 D÷B 计算。
“上年B，今年A，增长p”“支出A……（前一年）支出B，（本年）增长p”同此；中间隔着完成率的也比较。
下降按 (1－A÷B) 计算。“A，比上年B增加D”“A，比全省平均B少D”的，D 与 A－B。
意义：增幅与两年的数都由单位自己给出，互相推不出来，至少有一个不实。
不适用：句中只有本年数与增幅，没有上年数：记下隐含的上年数区间，供跨年核对（G01）；句中另有同单位的数能得出该
增幅；百分点之差不是增幅，两个百分数相差恰为 p 而写作“提高p%”的，只作提示。
示例：55.73亿元，上年50.21亿元，增长15% 报告（应为10.99%）；增长11.0%、11% 不报。
依据：国家统计局指标解释：增长速度＝（报告期水平÷基期水平－1）×100%。
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations
from typing import Any

from msgspec.structs import replace

from extractors.records import Figure, Form
from rules import printed
from rules.comparing import TRUNCATED, derived
from rules.denotation import Printed, denote
from rules.growing import after_rate, by_turns, is_rate, of_this_year
from rules.intervals import Interval
from rules.passages import passages
from rules.profile import Profile
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, inapplicable, or_inapplicable, passed
from rules.scaling import like
from rules.stating import (
    Rated,
    bare_rates,
    compared_levels,
    differences,
    differences_before_base,
    growth_before_base,
    growth_rates,
    increments,
    only_growth,
    over_base,
)
from rules.submission import Submission
from rules.wording import percent


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each growth rate that has a figure of its own."""
    yield from or_inapplicable(_outcomes(submission, profile), "叙述中没有增幅")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    for passage in passages(submission):
        for rated in (*growth_rates(passage), *growth_before_base(passage)):
            yield from _computed(_judge, rated, _growth)
        for rated in increments(passage):
            yield from _computed(_judge, rated, _of_increment)
        for rated in over_base(passage):
            yield from _computed(_judge, rated, _over_base)
        for rated in (*after_rate(passage), *by_turns(passage)):
            yield from _computed(_judge, rated, _growth) if is_rate(rated) else [_difference(rated)]
        for rated in of_this_year(passage):
            yield from _computed(_judge, rated, _growth)
        for rated in bare_rates(passage):
            yield from _computed(_bare, rated)
        yield from (_difference(rated) for rated in differences(passage))
        yield from (_difference(rated) for rated in differences_before_base(passage))
        yield from (_apart(rated) for rated in compared_levels(passage))
        yield from (_implied(now, rate, passage.form) for now, rate in only_growth(passage))


def _computed(judge: Callable[..., Outcome], *about: Any) -> Iterator[Outcome]:
    """The outcome; nothing where the base is 0, or may be: nothing grows from 0 by a rate."""
    try:
        outcome = judge(*about)
    except ZeroDivisionError:
        return
    yield outcome


def base(now: Figure, rate: Figure) -> Interval | None:
    """Where the earlier year's figure must lie, in the base unit; None where it has no bounds."""
    value, grown = printed.figure(now), printed.figure(rate)
    if value is None or grown is None or grown.value <= -100:
        return None
    sign = -1 if rate.direction == "down" else 1
    growth = denote(grown)
    divisor = (growth * sign) / 100 + 1
    if divisor.low is None or divisor.low <= 0:
        return None
    return denote(value) / divisor


def _judge(rated: Rated, formula: Any) -> Outcome:
    rate, now, before = (printed.figure(x) for x in (rated.rate, rated.part, rated.whole))
    assert rate is not None and now is not None and before is not None
    if rated.rate.direction == "down" and rate.value > 0:
        rate = replace(rate, value=-rate.value)
    name = _named(rated.part)
    about: dict[str, Any] = {
        "form": rated.passage.form,
        "key": (name, "增幅"),
        "subject": name,
        "evidence": [quoted(rated.rate, "叙述增幅")],
    }
    falls = formula is _over_base and rate.value < 0
    comparison = derived(rate, _down_from_base if falls else formula, now, before)
    computed = percent(comparison.expected)
    written = _WRITTEN[formula].format(now=now.text, before=before.text)
    about["computation"] = f"{'－' if falls else ''}{written}×100%＝{computed}"
    if comparison.agrees:
        note = "（去尾取值）" if comparison.verdict == TRUNCATED else ""
        return passed(f"“{name}”增幅{rate.text}与{now.text}、{before.text}相符{note}", **about)
    if _otherwise(rated, rate):
        return passed(f"“{name}”增幅{rate.text}与句中另外的数字相符", **about)
    points = rated.part.unit == "%" and abs(now.value - before.value) == abs(rate.value)
    return failed(
        f"“{name}”增幅写为{rated.rate.text}（{'下降' if rate.value < 0 else '增长'}），"
        f"按文中{now.text}、{before.text}计算为{computed}",
        expected=computed,
        observed=rated.rate.text,
        difference=f"{percent(abs(rate.value - comparison.expected))[:-1]}个百分点",
        diagnosis="两个百分数之差，单位应为百分点" if points else _diagnose(rate, now, before),
        severity="提示" if points else None,
        fact=(name, str(now.value), str(before.value), str(rate.value)),
        **about,
    )


def _bare(rated: Rated) -> Outcome:
    """`同比1.3%` may be growth, decline or the ratio itself; wrong where it is none of them."""
    rate, now, before = (printed.figure(x) for x in (rated.rate, rated.part, rated.whole))
    assert rate is not None and now is not None and before is not None
    name = _named(rated.part)
    computed = derived(rate, _growth, now, before)
    about: dict[str, Any] = {
        "form": rated.passage.form,
        "key": (name, "增幅"),
        "subject": name,
        "evidence": [quoted(rated.rate, "叙述同比")],
        "computation": f"{_WRITTEN[_growth].format(now=now.text, before=before.text)}×100%"
        f"＝{percent(computed.expected)}",
    }
    readings = (_growth, lambda a, b: 100 - a / b * 100, lambda a, b: a / b * 100)
    if any(derived(rate, reading, now, before).agrees for reading in readings):
        return passed(f"“{name}”同比{rate.text}与{now.text}、{before.text}相符", **about)
    return failed(
        f"“{name}”同比写为{rate.text}，按文中{now.text}、{before.text}计算增幅为{percent(computed.expected)}",
        expected=percent(computed.expected),
        observed=rate.text,
        confidence="推断",
        fact=(name, str(now.value), str(before.value), str(rate.value)),
        **about,
    )


def _difference(rated: Rated) -> Outcome:
    """The amount of growth against the two figures."""
    more, now, before = (printed.figure(x) for x in (rated.rate, rated.part, rated.whole))
    assert more is not None and now is not None and before is not None
    name = _named(rated.part)
    about: dict[str, Any] = {
        "form": rated.passage.form,
        "key": (name, "增减额"),
        "subject": name,
        "evidence": [quoted(rated.rate, "叙述增减额")],
    }
    way = -1 if rated.rate.direction == "down" else 1
    comparison = derived(more, lambda a, b: (a - b) * way, now, before, cut_operands=True)
    if comparison.agrees:
        return passed(f"“{name}”增减额{more.text}与{now.text}、{before.text}相符", **about)
    turned = derived(more, lambda a, b: (b - a) * way, now, before).agrees
    computed = like(rated.rate, abs(comparison.expected))
    larger, smaller = (now, before) if now.value >= before.value else (before, now)
    about["computation"] = f"{larger.text}－{smaller.text}＝{computed}"
    told = "减少" if now.value < before.value else "增加"
    return failed(
        f"“{name}”写为{'减少' if way < 0 else '增加'}{more.text}，"
        f"按文中{now.text}、{before.text}计算为{told}{computed}",
        expected=f"{told}{computed}",
        observed=more.text,
        difference=like(rated.rate, abs(more.value * way - comparison.expected)),
        diagnosis="增减方向相反" if turned else None,
        fact=(name, "差", str(now.value), str(before.value), str(more.value)),
        **about,
    )


def _named(figure: Figure) -> str:
    return (figure.subject or "").strip() or "该项"


def _apart(rated: Rated) -> Outcome:
    """How far one level lies from another: the size alone."""
    gap, level, other = (printed.figure(x) for x in (rated.rate, rated.part, rated.whole))
    assert gap is not None and level is not None and other is not None
    name = (rated.part.subject or "").strip() or "差额"
    about: dict[str, Any] = {
        "form": rated.passage.form,
        "key": (name, "差额"),
        "subject": name,
        "evidence": [quoted(rated.rate, "叙述差额")],
    }
    way = 1 if level.value >= other.value else -1
    comparison = derived(gap, lambda a, b: (a - b) * way, level, other, cut_operands=True)
    if comparison.agrees:
        return passed(f"“{name}”与{other.text}之差{gap.text}相符", **about)
    computed = like(rated.rate, comparison.expected)
    return failed(
        f"“{name}”{level.text}与{other.text}相差写为{gap.text}，计算为{computed}",
        expected=computed,
        observed=gap.text,
        fact=(name, "差额", str(level.value), str(other.value), str(gap.value)),
        **about,
    )


def _implied(now: Figure, rate: Figure, form: Form) -> Outcome:
    name = _named(now)
    found = base(now, rate)
    words = "，隐含的上年数无从推算"
    if found is not None and found.low is not None and found.high is not None:
        words = f"，隐含的上年数在{like(now, found.low)}至{like(now, found.high)}之间"
    return inapplicable(
        f"“{name}”只有本年数{now.text}与增幅{rate.text}{words}",
        form=form,
        key=(name, "隐含基数"),
        subject=name,
        evidence=[quoted(rate, "叙述增幅")],
    )


def _otherwise(rated: Rated, rate: Printed) -> bool:
    figures = [x for x in (printed.figure(f) for f in rated.others) if x is not None and x.value > 0]
    return any(derived(rate, _growth, now, before).agrees for now, before in permutations(figures, 2))


def _diagnose(rate: Printed, now: Printed, before: Printed) -> str | None:
    if derived(rate, lambda a, b: a / b * 100, now, before).agrees:
        return "写的是比率，不是增幅"
    if now.value and derived(rate, _growth, before, now).agrees:
        return "以本年数为基数计算"
    return "增减方向相反" if derived(replace(rate, value=-rate.value), _growth, now, before).agrees else None


def _growth(now: Any, before: Any) -> Any:
    return now / before * 100 - 100


def _of_increment(now: Any, more: Any) -> Any:
    return more / (now - more) * 100


def _over_base(more: Any, before: Any) -> Any:
    return more / before * 100


def _down_from_base(more: Any, before: Any) -> Any:
    return more / before * -100


_WRITTEN = {
    _growth: "（{now}－{before}）÷{before}",
    _of_increment: "{before}÷（{now}－{before}）",
    _over_base: "{now}÷{before}",
}

RULE = Rule(id="F03", title="增长率与基期复算", severity="重要", confidence="确定", check=check)
