"""What a text says was done above or below a plan that it need not state: 超额完成172件, 比计划少20人."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from extractors.records import Figure
from rules.passages import Passage

_PLAN = (
    r"(?:年初|年度|全年|当年|本年|既定|预定|原定|原|总|下达|考核|绩效)*"
    r"(?:计划|任务|目标|指标)(?:任务|计划|目标|指标|总)?(?:数|值|量)?"
)
_DONE = r"(?:完成|收|做|办|建|种|修|发|培训|检查|安排|演出|接待|服务|救助|办理)?"
_ABOVE = regex.compile(
    rf"(?:超额(?:完成|实现)?(?:了)?(?:{_PLAN})?|超收|超产|超(?:出|额|完成)?(?:了)?(?:{_PLAN})|超(?:出|额)"
    rf"|(?:比|较|与){_PLAN}(?:相比)?[，,]?(?:增加|超出|超|多){_DONE})(?:了|约|达)?$"
)
_BELOW = regex.compile(
    rf"(?:(?:比|较|与|距|离){_PLAN}(?:相比)?[，,]?(?:还|尚|仍)?(?:减少|少|差|短少|短|缺){_DONE}|(?:还|尚|仍)?欠(?:{_PLAN}))(?:了|约)?$"
)
_AGAINST = regex.compile(rf"(?:比|较|与){_PLAN}(?:的|为)?$")
_MORE = regex.compile(r"^(?:相比)?[，,]?(?:增加|超出|超|多)(?:\p{Han}{0,4})$")
_LESS = regex.compile(r"^(?:相比)?[，,]?(?:减少|少|差|短)(?:\p{Han}{0,4})$")
_RATED = regex.compile(
    rf"^[，,、（(]?(?:任务|计划|目标|指标|年度)*(?:的)?(?:完成率|达成率|实现率|完成比例|完成(?:了)?(?:{_PLAN})的)(?:为|达到?|是|约|：|:)*$"
)
_LEAD = 24  # characters before a figure that are looked at
_OFTEN = 2  # so many times the excess a result is at least


class Exceeded(msgspec.Struct, frozen=True, kw_only=True):
    """A completion rate beside a result and its distance from the plan; `plan` where that is stated, too."""

    passage: Passage
    done: Figure
    more: Figure
    rate: Figure
    sign: int  # 1 above the plan, -1 below
    plan: Figure | None = None


def distance(passage: Passage, figure: Figure) -> int:
    """1 for an amount above a plan, -1 for one below, 0 for any other figure."""
    previous = passage.last_before(figure.start)
    start = max(previous.end if previous else 0, figure.start - _LEAD, passage.sentence_start(figure.start))
    before = passage.text[start : figure.start]
    if _ABOVE.search(before):
        return 1
    if _BELOW.search(before):
        return -1
    return _beside_plan(passage, previous, figure) if previous is not None else 0


def exceeded(passage: Passage) -> Iterator[Exceeded]:
    """`完成4372件，超额完成172件，完成率104.1%`, `演出66场，较目标60场多6场，完成率110%`."""
    for i, rate in enumerate(passage.figures):
        if i < 2 or rate.unit != "%" or rate.value is None or rate.qualifier:
            continue
        more = passage.figures[i - 1]
        before = _unbracketed(passage, i - 2, more)
        sign = distance(passage, more) if more.unit == before.unit and more.unit != "%" else 0
        if not sign or not _RATED.match(passage.gap(more, rate)) or None in (more.value, before.value):
            continue
        plan = before if _beside_plan(passage, before, more) else None
        done = _unbracketed(passage, i - 3, before) if plan is not None and i > 2 else before
        if done is plan or done.unit != more.unit or not _is_result(done, more, sign):
            continue
        if not regex.search(r"[。；;\n]", passage.text[done.end : rate.start]):
            yield Exceeded(passage=passage, done=done, more=more, rate=rate, sign=sign, plan=plan)


def _unbracketed(passage: Passage, i: int, after: Figure) -> Figure:
    """The figure at this place, or the one whose parts it is among: 437件（民事391件、刑事46件），超额."""
    closing = passage.text.rfind("）", passage.figures[i].end, after.start)
    opening = passage.text.rfind("（", 0, passage.figures[i].start) if closing >= 0 else -1
    if opening < 0 or "）" in passage.text[opening : passage.figures[i].start]:
        return passage.figures[i]
    return passage.last_before(opening) or passage.figures[i]


def _beside_plan(passage: Passage, plan: Figure, more: Figure) -> int:
    lead = passage.text[max(0, plan.start - _LEAD) : plan.start]
    if plan.unit != more.unit or not _AGAINST.search(lead):
        return 0
    between = passage.gap(plan, more)
    return 1 if _MORE.match(between) else -1 if _LESS.match(between) else 0


def _is_result(done: Figure, more: Figure, sign: int) -> bool:
    """What was done, several times what it exceeds the plan by; not itself the plan."""
    known = done.kind not in {"target", "previous", "growth", "rank"} and not done.qualifier
    if not known or not done.value or not more.value or more.qualifier not in {None, "gt"}:
        return False
    return bool(done.value >= _OFTEN * more.value) if sign > 0 else True
