"""F23: a share as the text states it against its part and its whole.

比对：“支出1745万元，其中基本支出745万元，占42.69%”“占总支出的p%”一类占比，与该项金额（数量）除以总数；总数取同句、前一句中的同
单位总数，写明占总支出（总预算）的，也取自评表合计。
意义：占比由两数算出，算错一处，结构分析随之失实。
不适用：找不到总数，或文中没有用“其中”“共”“占……的”一类词语把部分与总数联系起来；任何一个候选总数、同句的其他同单位数能得出该占比；
文中另写有所占总体的数的，不取自评表合计；“其中”之下又一个“其中”；约数；占某个文中没有写出的总体（占全县的、占职工总数的）的；
序时进度、完成任务的百分比。
示例：支出1745万元，其中基本支出745万元，占52.69%，报告（应为42.69%）；“占全县的15%”不报。
依据：占比＝部分÷总数×100%；rules.md 0.2 推算值的比较。本规则为目录之外增补。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Figure
from rules import printed
from rules.budgeting import total, unit_form
from rules.comparing import TRUNCATED, derived
from rules.denotation import Printed
from rules.diagnosing import rate_slip
from rules.exceeding import distance
from rules.money import fund_lines
from rules.passages import LONGEST, Passage, passages, sentence_of
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.submission import Submission
from rules.wording import percent

_SHARE = regex.compile(
    r"^[，,、（(\s]*(?:约|仅|只)?占(?:了)?(?P<of>\p{Han}{0,12}?)(?:的)?(?:比例|比重|比|份额)?(?:的|为|达到?|约)*$"
)
_TOTAL = regex.compile(
    r"^(?:全部|年度|全年|本年|当年|部门|单位|总|整体|实际|财政|其|预算)*(?:支出|决算|预算|执行|资金|经费|投入|投资)*(?:总额|总数|合计|总量|数)?$"
)
_ELSEWHERE = regex.compile(r"全[县市区省国乡镇]|上年|去年|目标|计划|任务|应|编制|职工|总人口|辖区|同期")
_OF_WHOLE = regex.compile(r"[，,、（(]?占\p{Han}{0,14}")
_OVER_YEARS = regex.compile(r"累计|[两二三四五]年|历年|概算|估算")
_SIBLING = regex.compile(r"[，,、（(]?\s?占\p{Han}{0,8}[\d.]+\s?%")
_KINDS = frozenset({"actual", "executed", "budget", "headcount", None})
_TELLS = regex.compile(r"(?:共计|共|为|是|达到?|约|：|:)++$")
_CLOSE = 24  # characters between a count and its part
_WHOLES = 12  # figures before the part that may be its whole


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each share that has a part right before it."""
    yield from or_inapplicable(_outcomes(submission), "叙述中没有紧跟着部分数的占比，或没有写出总数")


def _outcomes(submission: Submission) -> Iterator[Outcome]:
    form = unit_form(submission)
    lines = fund_lines(submission, form) if form is not None else []
    totals = [x for x in (total(lines, "executed"), total(lines, "budget")) if x is not None and x.value > 0]
    for passage in passages(submission):
        if "占" not in passage.text:
            continue
        for i, rate in enumerate(passage.figures):
            if rate.unit == "%" and rate.value and not rate.qualifier and i:
                yield from _judge(passage, i, rate, totals)
                yield from _with_whole(passage, i, rate)


def _with_whole(passage: Passage, i: int, rate: Figure) -> Iterator[Outcome]:
    """`水利支出680万元，占项目支出1000万元的78%`: the whole stands in the share itself."""
    part, whole = passage.figures[i - 2], passage.figures[i - 1]
    if i < 2 or part.unit != whole.unit or part.unit in {"%", None} or part.qualifier or whole.qualifier:
        return
    between, last = passage.gap(part, whole), passage.gap(whole, rate)
    if not _OF_WHOLE.fullmatch(between) or not regex.fullmatch(r"的(?:比例|比重)?(?:约|为|达)?", last):
        return
    if distance(passage, part):
        return  # 超额80人，占计划400人的120%
    said, a, b = (printed.figure(x) for x in (rate, part, whole))
    if said is None or a is None or b is None or not 0 < a.value <= b.value:
        return
    name = (part.subject or "").strip() or "占比"
    about: dict[str, Any] = {
        "form": passage.form,
        "key": (name, "占比"),
        "subject": name,
        "evidence": [passage.quote(passage.around(part.start, rate.end), "叙述占比")],
    }
    result = derived(said, _share, a, b, cut_operands=True)
    if result.agrees:
        yield passed(f"“{name}”占比{rate.text}与{part.text}、{whole.text}相符", **about)
        return
    computed = percent(result.expected)
    yield failed(
        f"“{name}”占比写为{rate.text}，按文中{part.text}、{whole.text}计算为{computed}",
        expected=computed,
        observed=rate.text,
        difference=f"{percent(abs(said.value - result.expected))[:-1]}个百分点",
        fact=(name, str(a.value), str(said.value)),
        **about,
    )


def _judge(passage: Passage, i: int, rate: Figure, totals: list[Printed]) -> Iterator[Outcome]:
    part = passage.figures[i - 1]
    found = _SHARE.match(passage.gap(part, rate))
    said, value = printed.figure(rate), printed.figure(part)
    if (
        found is None
        or said is None
        or value is None
        or not _counts(passage, part)
        or part.unit in {"%", None}
    ):
        return
    of = found["of"]
    if _OVER_YEARS.search(passage.clause_before(part)):
        return
    if _ELSEWHERE.search(of) or value.qualifier or value.high is not None or value.value <= 0:
        return
    wholes = _candidates(passage, part, i) if not of or _TOTAL.match(of) else _named(passage, part, i, of)
    own, elsewhere = _own_whole(passage, i, of), _elsewhere(passage, i)
    ours = totals if part.unit == "元" and of and _TOTAL.match(of) and not own else []
    known = [*(x for _, x in wholes), *ours]
    if not known:
        return
    name = (part.subject or "").strip() or "占比"
    end, start = rate.end, min([part.start, *(f.start for f, _ in wholes[:1])])
    about: dict[str, Any] = {
        "form": passage.form,
        "key": (name, "占比"),
        "subject": name,
        "evidence": [passage.quote(passage.around(start, end), "叙述占比")],
    }
    results = [(x, derived(said, _share, value, x, cut_operands=True)) for x in known]
    acquitting = [(x, derived(said, _share, value, x, cut_operands=True)) for x in [*own, *elsewhere]]
    fitting = next(((x, r) for x, r in [*results, *acquitting] if r.agrees), None)
    if fitting is not None:
        note = "（去尾取值）" if fitting[1].verdict == TRUNCATED else ""
        yield passed(f"“{name}”占比{rate.text}与{part.text}、{fitting[0].text}相符{note}", **about)
        return
    called = {x.value for x in own} if _TOTAL.match(of) else set()
    named = [(x, r) for x, r in results if of and (x in ours or called == {x.value})]
    named = named[::-1] if "预算" in of else named  # spent, then planned
    whole, result = (named or results)[0]
    computed = percent(result.expected)
    told = {x.value for x in own} <= {x.value for _, x in wholes}  # before the part
    sure = told and (bool(named) or _is_whole(passage, part, wholes))
    if not sure and not _bound(passage, part, wholes):
        return  # which whole is meant the text does not say
    yield (failed if sure and of != "预算" else lead)(  # 占预算的: of which budget?
        f"“{name}”占比写为{rate.text}，按文中{part.text}、{whole.text}计算为{computed}",
        expected=computed,
        observed=rate.text,
        difference=f"{percent(abs(said.value - result.expected))[:-1]}个百分点",
        diagnosis=rate_slip(said, value, whole),
        fact=(name, str(value.value), str(said.value)),
        **about,
    )


def _own_whole(passage: Passage, i: int, of: str) -> list[Printed]:
    """Figures that the text calls what the share names: 占总支出的…，一般公共预算总支出1600万元."""
    part = passage.figures[i - 1]
    if not of:
        return []
    near = [*passage.figures[max(0, i - 1 - _WHOLES) : i - 1], *passage.figures[i + 1 : i + 1 + _WHOLES]]
    called = [x for x in near if x.unit == part.unit and _called(passage, x, of)]
    return [x for x in map(printed.figure, called) if x is not None and x.value > 0]


def _called(passage: Passage, figure: Figure, of: str) -> bool:
    said = regex.split(r"[（(]", passage.clause_before(figure))[-1]
    return _TELLS.sub("", said.strip()).endswith(of)


def _elsewhere(passage: Passage, i: int) -> list[Printed]:
    """Other figures of the part's unit in its sentence: a part with a share of its own, a later whole."""
    part = passage.figures[i - 1]
    span = sentence_of(passage, part)
    around = passage.figures[max(0, i - 1 - _WHOLES) : i + 1 + _WHOLES]
    others = [x for x in around if x is not part and x.unit == part.unit and span.start <= x.start < span.end]
    return [x for x in map(printed.figure, others) if x is not None and x.value >= (part.value or 0)]


def _candidates(passage: Passage, part: Figure, i: int) -> list[tuple[Figure, Printed]]:
    """Figures of the part's unit before it, not smaller, the nearest first."""
    floor = passage.sentence_start(max(0, passage.sentence_start(part.start) - 2))
    out = []
    for figure in reversed(passage.figures[max(0, i - 1 - _WHOLES) : i - 1]):
        value = printed.figure(figure)
        if figure.start < max(floor, part.start - LONGEST) or figure.unit != part.unit or value is None:
            continue
        sibling = _SIBLING.match(passage.text, figure.end)
        if (
            _counts(passage, figure)
            and not sibling
            and not value.qualifier
            and value.value >= (part.value or 0)
        ):
            out.append((figure, value))
    return out


def _named(passage: Passage, part: Figure, i: int, of: str) -> list[tuple[Figure, Printed]]:
    """Figures before it that are introduced by the words that the share names: 占项目支出的."""
    out = []
    for figure in reversed(passage.figures[: i - 1]):
        value = printed.figure(figure)
        if (
            figure.unit == part.unit
            and value is not None
            and passage.clause_before(figure).strip().endswith(of)
        ):
            out.append((figure, value))
    return out[:_WHOLES]


def _is_whole(passage: Passage, part: Figure, wholes: list[tuple[Figure, Printed]]) -> bool:
    """One figure alone may be the whole, and 其中 or a sum word says that it is."""
    if len(wholes) != 1:
        return False
    figure = wholes[0][0]
    between = passage.text[figure.end : part.start]
    if between.count("其中") > 1:
        return False  # a part of a part: its whole is another
    return "其中" in between or regex.search(r"共|总|合计|全年", passage.clause_before(figure)) is not None


def _bound(passage: Passage, part: Figure, wholes: list[tuple[Figure, Printed]]) -> bool:
    """One count alone may be the whole of a count right after it; amounts of money stand side by side."""
    if len(wholes) != 1 or part.unit == "元":
        return False
    between = passage.text[wholes[0][0].end : part.start]
    return len(between) <= _CLOSE and not regex.search(r"[；;。\n]", between)


def _counts(passage: Passage, figure: Figure) -> bool:
    """It may be part or whole; where goals are set, a target may."""
    return figure.kind in _KINDS or (figure.kind == "target" and passage.key == "goal_target")


def _share(part: Any, whole: Any) -> Any:
    return part / whole * 100


RULE = Rule(id="F23", title="占比复算（叙述）", severity="重要", confidence="推断", check=check)
