"""F20: what was saved against the plan and the amount paid.

比对：一句中“预算（控制价、计划）b，实际（采购、中标、支出）a，节约c”，c 是否等于 b－a；“节约率p”是否等于
(b－a)÷b×100%。
意义：节约额、节约率由前两数算出，不合即有一个写错。
不适用：句中没有恰好一个计划数、一个实际数；已支付、拨付、到位、完成投资的数；节约前写明是某一项费用的；句中任何两数之差、任何两数之比能算得的；约数；累计、上年的数。
示例：“采购预算320万元，实际采购298.6万元，节约31.4万元”（应为21.4万元），报告；节约率6.69%不报。
依据：节约额＝预算－实际；节约率＝节约额÷预算×100%。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import Any

import regex

from extractors.records import Figure
from rules import printed
from rules.comparing import derived
from rules.denotation import Printed
from rules.diagnosing import difference
from rules.passages import Passage, Span, passages, sentences
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.scaling import like
from rules.submission import Submission
from rules.wording import percent

_LINK = (
    r"[\s，,、（(：:]*+(?:(?:[比较与同]|低于)?(?:采购|年初|招标|最高|工程)?(?:预算|控制价|限价|计划|概算|送审|估算|拦标)(?:价|数|金额)?(?:相比)?[，,]?)?+"
    r"(?:共计?|合计|总计?|累计|实际|实现|直接|有效|成功|可|为|从而|因此|已|相比|财政|国家|单位|项目|资金|经?审计|审定){0,4}+"
)
_WORDS = r"(?:节约|节省|节支|核减|审减)"
_SAVED = regex.compile(rf"{_LINK}{_WORDS}(?:了|财政|资金|经费|金额|共计?|额|为|约){{0,4}}+")
_RATE = regex.compile(rf"{_LINK}{_WORDS}(?:资金)?率(?:为|达到?|约|是){{0,2}}+")
_TOLD = regex.compile(_WORDS)
_PAID = regex.compile(r"支付|拨付|付款|到位|下达|拨款|预付|首付|完成\p{Han}{0,2}投资|进度|部分|调整|追加")
_PLAN = regex.compile(r"预算|控制价|限价|计划|概算|送审|估算|拦标")
_APART = regex.compile(r"上年|去年|累计|历年|其中|人均|每|单价")
_MANY = 24  # figures of one sentence


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each saving that has plan and result in its sentence."""
    yield from or_inapplicable(_outcomes(submission), "叙述中没有同时写明预算、实际和节约额的句子")


def _outcomes(submission: Submission) -> Iterator[Outcome]:
    for passage in passages(submission):
        if not any(word in passage.text for word in ("节约", "节省", "节支", "核减", "审减")):
            continue
        for sentence in sentences(passage.text):
            yield from _sentence(passage, sentence)


def _sentence(passage: Passage, sentence: Span) -> Iterator[Outcome]:
    figures = passage.within(sentence)
    if len(figures) > _MANY:
        return
    before = {x.figure_id: passage.clause_before(x) for x in figures}
    saved = [x for x in figures if x.unit == "元" and _SAVED.fullmatch(before[x.figure_id])]
    rates = [x for x in figures if x.unit == "%" and _RATE.fullmatch(before[x.figure_id])]
    told = [x for x in figures if _TOLD.search(before[x.figure_id])]
    money = [x for x in figures if x.unit == "元" and x not in saved and not x.qualifier]
    plans = [x for x in money if _PLAN.search(before[x.figure_id])]
    results = [x for x in money if x not in plans]
    if (
        _APART.search(sentence.text)
        or len(plans) != 1
        or len(results) != 1
        or len(saved) > 1
        or len(rates) > 1
        or len(told) > len(saved) + len(rates)  # a saving of something else: 压缩会议费节约12万元
        or _PAID.search(before[results[0].figure_id])
    ):
        return
    values = [printed.figure(x) for x in (plans[0], results[0])]
    if values[0] is None or values[1] is None or values[0].value < values[1].value:
        return
    for figure in saved:
        yield from _amount(passage, sentence, figure, values[0], values[1])
    for figure in rates:
        yield from _rate(passage, sentence, figure, values[0], values[1])


def _about(passage: Passage, sentence: Span, key: str) -> dict[str, Any]:
    evidence = [passage.quote(sentence, "叙述节约")]
    return {"form": passage.form, "key": (key,), "subject": key, "evidence": evidence}


def _amount(
    passage: Passage, sentence: Span, figure: Figure, plan: Printed, result: Printed
) -> Iterator[Outcome]:
    said = printed.figure(figure)
    if said is None or said.qualifier:
        return
    about = _about(passage, sentence, "节约额")
    comparison = derived(said, lambda b, a: b - a, plan, result, cut_operands=True)
    if comparison.agrees:
        yield passed(f"节约{figure.text}与{plan.text}、{result.text}相符", **about)
        return
    expected = like(figure, comparison.expected)
    yield failed(
        f"节约额写为{figure.text}，按文中{plan.text}减{result.text}为{expected}",
        expected=expected,
        observed=figure.text,
        difference=like(figure, abs(said.value - comparison.expected)),
        diagnosis=difference(said, Printed(value=comparison.expected, step=said.step, text=expected)),
        fact=("节约", str(said.value), str(plan.value), str(result.value)),
        **about,
    )


def _rate(
    passage: Passage, sentence: Span, figure: Figure, plan: Printed, result: Printed
) -> Iterator[Outcome]:
    said = printed.figure(figure)
    if said is None or said.qualifier or plan.value <= 0:
        return
    about = _about(passage, sentence, "节约率")
    stated = [printed.figure(x) for x in passage.within(sentence) if x.unit == "元"]
    known = [x for x in stated if x is not None and x.value > 0]
    if any(derived(said, _share, a, b).agrees for a, b in permutations(known, 2)):
        yield passed(f"节约率{figure.text}与句中数字相符", **about)
        return
    comparison = derived(said, lambda b, a: (b - a) / b * 100, plan, result)
    if comparison.agrees:
        yield passed(f"节约率{figure.text}与{plan.text}、{result.text}相符", **about)
        return
    yield failed(
        f"节约率写为{figure.text}，按文中{plan.text}、{result.text}计算为{percent(comparison.expected)}",
        expected=percent(comparison.expected),
        observed=figure.text,
        fact=("节约率", str(said.value), str(plan.value), str(result.value)),
        **about,
    )


def _share(part: Any, whole: Any) -> Any:
    return part / whole * 100


RULE = Rule(id="F20", title="节约额与节约率", severity="重要", confidence="推断", check=check)
