"""C21: one indicator that is said to be done, though it missed its target; differences from a target.

比对：讲成果的句子中点名某一指标而说“超额完成、圆满完成任务、完成目标、达到目标”的，与该指标是否达标；“比计划多（少）D”“超额完成任务D”
的 D，与完成值同指标值之差。
意义：点名说完成而表内未达标，或差额与表内不符，结论与评分表矛盾。
不适用：指标名称在句中出现不足八成；同名指标有已达标的；句中有未、除、但、基本、部分、力争等词；只说按期、如期、顺利完成而没有写目标、任务的，完成的是另一事物的；只说其中一部分（线上、乡镇）的；没有与差额同单位的已对应指标；完成值
或指标值不是数值。
示例：培训386人次对≥400人次而写“防汛培训超额完成目标任务”，“比计划少24人次”（应为14人次），报告。
依据：自评报告与自评表结论应一致。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import regex

from extractors.records import Figure
from rules import printed
from rules.achieving import Achievement, achievements
from rules.comparing import derived
from rules.denotation import Printed
from rules.linking.names import core, held
from rules.passages import Passage, Span, sentences, told
from rules.profile import Profile
from rules.quoting import cell, row_name
from rules.quoting import figure as quoted
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.scaling import like
from rules.scoring import shortfall
from rules.stated import Stated, stated
from rules.submission import Submission

_AIM = (
    r"(?:年初|年度|全年|预期|既定|预定|设定|计划|绩效|各项|上级|下达|了|的)*"
    r"(?:目标任务|目标|任务|指标值|目标值)"
)
_DONE = regex.compile(
    rf"(?:超额|圆满|全面|全部|顺利|如期|按期|提前|按时)(?:超额)?(?:完成|实现){_AIM}(?!\p{{Han}}{{0,2}}(?:\d|百分|[一二三四五六七八九]成))|"
    r"(?:全面|全部|圆满)?超额(?:全面|圆满|全部)?(?:完成|实现)(?=[，,。；;、）)]|$)|"
    rf"(?:完成|实现|达到|达成|超过|超出|高于|优于)了?(?:年初|年度|全年|预期|既定|预定|设定|计划)*的?(?:目标任务|目标|任务|指标值|目标值)(?!任务|目标|数?(?:的|\d|百分|[一二三四五六七八九]成))"
)
_SOME = regex.compile(
    r"线上|线下|网上|乡镇|各[乡镇县区校]|市级|省级|县级|基层|上半年|下半年|季度|第[一二三四]|首[批期]|部分"
)
_HEDGE = regex.compile(
    r"未|没有|尚|仍|除(?!险|尘|草)|但|基本|部分|力争|确保|争取|计划在|将|拟|不足|差|距|偏|低于|少于|其中|后续|预计"
)
_PART = regex.compile(r"[，,；;]")
_NAME = 0.8  # of a name's pairs of characters that a sentence must hold
_LEAST = 3  # characters of a name
_DIFFERENCE = regex.compile(
    r"(?:(?:比|较|距|离|超|超过|超出|高于|低于|多于|少于|与)(?:年初|年度|全年|预期|既定|原定|设定|下达|的)*(?:计划|目标|任务)(?:数|值|量)?(?:相比|差|相差|还差|尚差)?"
    r"(?:多|少|超|超出|超额|高|低|增加|减少|短缺|缺口|不足)?(?:完成|了|出|\p{Han}{2})*|超额完成\p{Han}{0,10}?(?:任务|目标|计划)?|超任务|超计划|超目标|缺口|尚缺|还差|少完成)$"
)


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each indicator that is named as done, one for each difference."""
    yield from or_inapplicable(_outcomes(submission, profile), "叙述没有点名某一指标完成，也没有写与目标之差")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    rows = [x for form in submission.scored_forms for x in achievements(submission, form)]
    short = [x for x in rows if x.met is False and len(core(row_name(x.row))) >= _LEAST]
    for passage in told(submission):
        if short and any(word in passage.text for word in ("完成", "目标", "任务")):
            for sentence in sentences(passage.text):
                yield from _named(passage, sentence, rows, short)
    by_figure = {one.figure.figure_id: one for one in stated(submission, profile) if one.column == "actual"}
    for passage in told(submission):
        for i, figure in enumerate(passage.figures):
            if (
                figure.value
                and figure.unit
                and i
                and _DIFFERENCE.search(passage.clause_before(figure).strip())
            ):
                yield from _difference(passage, figure, by_figure.get(passage.figures[i - 1].figure_id))


def _named(
    passage: Passage, sentence: Span, rows: list[Achievement], short: list[Achievement]
) -> Iterator[Outcome]:
    if not _DONE.search(sentence.text) or _HEDGE.search(sentence.text):
        return
    for part in _parts(sentence):
        found = _DONE.search(part.text)
        if found is None:
            continue
        before = part.text[: found.start()] or part.text
        fitting = [x for x in rows if held(row_name(x.row), before) >= _NAME and core(row_name(x.row))]
        some = _SOME.search(before)
        if some is not None and not all(some[0] in row_name(x.row) for x in fitting):
            continue
        units = {x.unit for x in passage.within(part)}
        missed = [
            x for x in fitting if x in short and units <= {None, "%", x.row.actual_unit, x.row.target_unit}
        ]
        if missed and len(missed) == len(fitting):
            yield _said(passage, part, found[0], missed[0])
        elif fitting:
            name = row_name(fitting[0].row)
            yield passed(
                f"“{name}”的说法与评分表不矛盾",
                form=passage.form,
                key=("点名完成", name),
                subject=name,
                evidence=[passage.quote(part, "叙述")],
            )


def _parts(sentence: Span) -> Iterator[Span]:
    """A clause that names its own subject, or a clause with the one before it."""
    start = 0
    pieces = [*_PART.finditer(sentence.text)]
    bounds = [0, *(x.end() for x in pieces), len(sentence.text)]
    for first, end in pairwise(bounds):
        text = sentence.text[first:end]
        start = first
        if _DONE.match(text.strip()) and first:
            start = max((x for x in bounds if x < first), default=0)
            text = sentence.text[start:end]
        yield Span(text, sentence.start + start, sentence.start + end)


def _said(passage: Passage, part: Span, words: str, one: Achievement) -> Outcome:
    name = row_name(one.row)
    return failed(
        f"文中称“{part.text.strip('，,。；; ')}”，而{shortfall(one)}，未达到指标值",
        form=passage.form,
        key=("点名完成", name),
        subject=name,
        expected="与该指标完成情况相合的说法",
        observed=words,
        evidence=[passage.quote(part, "叙述"), cell(one.row, "target"), cell(one.row, "actual")],
        covers=(("C10", name, "所称完成"),),
        related=("C10",),
    )


def _whole(passage: Passage, figure: Figure, said: Printed, target: Printed) -> bool:
    """`超额完成400件的年度目标` names the target itself."""
    after = passage.text[figure.end : figure.end + 8]
    return said.value == target.value or regex.match(r"的?\p{Han}{0,4}(?:目标|任务|计划)", after) is not None


def _difference(passage: Passage, figure: Figure, of: Stated | None) -> Iterator[Outcome]:
    """The difference from the target, of the row that the figure before it speaks of."""
    if of is None or not of.sure or figure.qualifier or of.figure.unit != figure.unit:
        return
    said, actual, target = printed.figure(figure), printed.actual(of.row), printed.target(of.row)
    if said is None or actual is None or target is None or target.high is not None:
        return
    if figure.unit not in (of.row.actual_unit, of.row.target_unit) or _whole(passage, figure, said, target):
        return
    way = actual.value - target.value
    sign = 1 if way >= 0 else -1
    comparison = derived(said, lambda a, t: (a - t) * sign, actual, target, cut_operands=True)
    about: dict[str, Any] = {
        "form": passage.form,
        "key": ("与目标之差", of.name),
        "subject": of.name,
        "evidence": [quoted(figure, "叙述差额"), cell(of.row, "target"), cell(of.row, "actual")],
    }
    if comparison.agrees:
        yield passed(f"“{of.name}”与目标之差{figure.text}与评分表相符", **about)
        return
    yield failed(
        f"“{of.name}”叙述与目标相差{figure.text}，按评分表{of.row.actual_text}、{of.row.target_text}"
        f"为{'多' if way > 0 else '少'}{like(figure, abs(way))}",
        expected=like(figure, abs(way)),
        observed=figure.text,
        fact=(of.name, str(figure.value)),
        **about,
    )


RULE = Rule(id="C21", title="点名完成与差额", severity="重要", confidence="推断", check=check)
