"""F18: the counts of a survey against each other.

比对：一段调查叙述中，发放、收回、有效、满意的份数（人数）逐级不增；回收率、有效率、满意度与这些份数算得的是否相符。
意义：满意度靠问卷支撑，收回多于发放、有效多于收回，问卷数据就不可信。
不适用：一段里发放、收回各有几个数的（几种问卷），只比较总和；满意度可以由任何一种满意人数（满意、基本满意相加）除以收
回、有效、发放数得出，有一种相符即不报；没有写满意人数的不核对，紧接分子的比率由F02核对；人和份混用的满意度，
一段里还写有网上、电话调查或加权、折算的，只提请核对。
示例：“共发放问卷180份，回收195份”“回收189份，其中满意165份，满意度94.5%”，报告；“发放200份，收回189份，回收率94.5%”不报。
依据：收回≤发放，有效≤收回；满意度＝满意人数÷有效样本数。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Any

from extractors.records import Figure
from rules import printed
from rules.comparing import derived
from rules.denotation import exactly
from rules.passages import passages
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.stating import completion_rates, shares
from rules.submission import Submission
from rules.surveying import Survey, surveys
from rules.wording import percent, plain

_STAGES = (("sent", "发放"), ("returned", "收回"), ("valid", "有效"), ("satisfied", "满意"))
_NAMES = {"returned": "回收率", "valid": "有效率", "satisfied": "满意度"}
_BASES = {"returned": ("sent",), "valid": ("returned", "sent"), "satisfied": ("valid", "returned", "sent")}
_PARTS = {"returned": ("returned", "valid"), "valid": ("valid",), "satisfied": ("satisfied",)}
_MOST = 6  # counts of one kind that are added up in every way


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each pair of counts, one for each rate."""
    yield from or_inapplicable(_outcomes(submission), "叙述中没有问卷发放、收回的份数")


def _outcomes(submission: Submission) -> Iterator[Outcome]:
    for passage in passages(submission):
        for survey in surveys(passage):
            yield from _in_order(survey)
            judged = {x.rate.figure_id for x in (*completion_rates(passage), *shares(passage))}  # F02's
            for name, rates in survey.rates.items():
                if len(rates) == 1 and rates[0].figure_id not in judged:
                    yield from _rate(survey, name, rates[0])


def _in_order(survey: Survey) -> Iterator[Outcome]:
    """Each count at most the one before it, as far as both are stated in one unit."""
    stated = [(words, getattr(survey, name)) for name, words in _STAGES if getattr(survey, name)]
    for (before, larger), (after, smaller) in pairwise(stated):
        if len({x.unit for x in [*larger, *smaller]}) > 1 or (
            len(larger) > 1 and len(smaller) != len(larger)
        ):
            continue
        if after == "满意" and len(larger) > 1:
            continue
        whole, part = (
            _added(larger),
            max(_added(smaller[:1]), _added(smaller) if len(larger) > 1 else Fraction(0)),
        )
        about = _about(survey, [*larger, *smaller], f"{after}份数")
        if part <= whole:
            yield passed(f"{after}{plain(part)}不多于{before}{plain(whole)}", **about)
            continue
        yield (lead if survey.mixed else failed)(
            f"问卷{after}{plain(part)}{smaller[0].unit}，多于{before}的{plain(whole)}{larger[0].unit}",
            expected=f"不多于{plain(whole)}{larger[0].unit}",
            observed=f"{plain(part)}{smaller[0].unit}",
            difference=f"{plain(part - whole)}{smaller[0].unit}",
            fact=(after, plain(part), plain(whole)),
            covers=(("F14", (larger[0].subject or "").strip()),),
            **about,
        )


def _rate(survey: Survey, name: str, rate: Figure) -> Iterator[Outcome]:
    said = printed.figure(rate)
    parts = [x for kind in _PARTS[name] for x in _sums(getattr(survey, kind))]
    bases = [x for kind in _BASES[name] for x in _wholes(getattr(survey, kind)) if x > 0]
    if said is None or not parts or not bases:
        return
    pairs = [(part, whole) for whole in bases for part in parts]
    figures = [*survey.figures]
    about = _about(survey, figures, _NAMES[name])
    for part, whole in pairs:
        if derived(said, _share, exactly(part), exactly(whole), cut_operands=True).agrees:
            yield passed(f"{_NAMES[name]}{rate.text}与{plain(part)}、{plain(whole)}相符", **about)
            return
    kinds = [x for kind in (*_PARTS[name], *_BASES[name]) for x in getattr(survey, kind)]
    alone = all(len(getattr(survey, kind)) <= 1 for kind in (*_PARTS[name], *_BASES[name]))
    sure = alone and len({x.unit for x in kinds}) == 1 and not survey.mixed
    computed = percent(_share(*pairs[0]))
    yield (failed if sure else lead)(
        f"{_NAMES[name]}写为{rate.text}，按文中{plain(pairs[0][0])}、{plain(pairs[0][1])}计算为{computed}",
        expected=computed,
        observed=rate.text,
        difference=f"{plain(abs(said.value - _share(*pairs[0])), 2)}个百分点",
        fact=(name, str(rate.value), plain(pairs[0][0]), plain(pairs[0][1])),
        related=("F02",),
        **about,
    )


def _about(survey: Survey, figures: Sequence[Figure], subject: str) -> dict[str, Any]:
    start, end = min(x.start for x in figures), max(x.end for x in figures)
    quote = survey.passage.quote(survey.passage.around(start, end), "叙述调查")
    return {"form": survey.passage.form, "key": ("问卷", subject), "subject": subject, "evidence": [quote]}


def _added(figures: Sequence[Figure]) -> Fraction:
    return sum((Fraction(x.value or 0) for x in figures), Fraction(0))


def _sums(figures: Sequence[Figure]) -> list[Fraction]:
    """The first count, then each other reading: every sum of some of them."""
    few = figures[:_MOST]
    return [_added(some) for size in range(1, len(few) + 1) for some in combinations(few, size)]


def _wholes(figures: Sequence[Figure]) -> list[Fraction]:
    return [*(_added([x]) for x in figures), *([_added(figures)] if len(figures) > 1 else [])]


def _share(part: Any, whole: Any) -> Any:
    return part / whole * 100


RULE = Rule(id="F18", title="问卷份数与比率", severity="重要", confidence="推断", check=check)
