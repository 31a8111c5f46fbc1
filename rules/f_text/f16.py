"""F16: a completion date after the year, or acceptance that does not fit completion.

比对：讲实施过程和成果的句子里“于某年某月完成（完工、竣工、建成）”的日期与年度终了；同一段内验收日期与完成日期的先后；验收日
期与年度终了。
意义：年度终了之后才完成或验收的，不能算作本年度完成；验收早于完成，两个日期至少一个有误。
不适用：没有写到月份的日期；计划、预计的日期；已说明延期、跨年、未按期的；“2021年底前完成”。
示例：2021年度报告写“2022年3月完工”报告；“2021年8月完成，2022年1月通过验收”报告；“2021年11月底完成”不报。
依据：自评反映评价年度的完成情况（财预〔2020〕10号）；先完工、后验收。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import msgspec
import regex

from rules.dating import Day, days
from rules.passages import TOLD, Passage, Span, clauses, narrative, paragraphs, told
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, inapplicable, or_inapplicable, passed
from rules.submission import Submission
from rules.text import has

_ACCEPTED = regex.compile(r"验收")
_COMPLETED = regex.compile(r"完成|完工|竣工|建成|交付|投入使用|结题|完结|到货")
_INTENDED = regex.compile(r"计划|拟|预计|力争|下一步|要求|应于|须于|目标|任务|之前应|将于|将在|确保|争取")
_NOT_THE_WORK = regex.compile(r"自评|评价|填报|报送|公开|决算|评价报告|备案|批复|培训会|方案")


class _Event(msgspec.Struct, frozen=True):
    """A dated completion or acceptance."""

    accepted: bool
    day: Day
    span: Span
    passage: Passage


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each dated completion or acceptance."""
    yield from or_inapplicable(_outcomes(submission, profile), "讲成果的文字没有完成、验收日期")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    if submission.year is None:
        yield inapplicable("报告年度不明")
        return
    end = date(submission.year, 12, 31)
    carried_out = [
        x for x in narrative(submission) if x.key in {"process", "overview", "other"} and not x.keys & TOLD
    ]
    for passage in [*told(submission), *carried_out]:
        for paragraph in paragraphs(passage.text):
            events = list(_events(passage, paragraph))
            yield from _after_year(events, end)
            yield from _reversed(events)


def _events(passage: Passage, paragraph: Span) -> Iterator[_Event]:
    excused = has(paragraph.text, "late")
    for clause in clauses(paragraph.text):
        text = clause.text
        if excused or _INTENDED.search(text) or _NOT_THE_WORK.search(text):
            continue
        start = paragraph.start + clause.start
        for day in days(text):
            after = text[day.end : day.end + 24]
            accepted = _ACCEPTED.search(after)
            if accepted or _COMPLETED.search(after):
                yield _Event(bool(accepted), day, Span(text, start, start + len(text)), passage)


def _after_year(events: list[_Event], end: date) -> Iterator[Outcome]:
    for event in events:
        what = "验收" if event.accepted else "完成"
        about = _about(event, what)
        if event.day.first <= end:
            yield passed(f"{what}日期{event.day.text}在年度内", **about)
            continue
        yield failed(
            f"{what}日期{event.day.text}晚于{end.year}年度终了",
            expected=f"不晚于{end.year}年12月31日",
            observed=event.day.text,
            fact=(what, event.day.text),
            **about,
        )


def _reversed(events: list[_Event]) -> Iterator[Outcome]:
    """Acceptance that is certainly earlier than the completion named before it."""
    for done, accepted in pairwise(events):
        if done.accepted or not accepted.accepted or accepted.day.last >= done.day.first:
            continue
        about = _about(accepted, "验收")
        about["evidence"] = [done.passage.quote(done.span, "完成时间"), *about["evidence"]]
        about["key"] = ("先后",)
        yield failed(
            f"验收日期{accepted.day.text}早于完成日期{done.day.text}",
            expected=f"不早于{done.day.text}",
            observed=accepted.day.text,
            **about,
        )


def _about(event: _Event, what: str) -> dict[str, Any]:
    heading = event.passage.section.heading if event.passage.section else ""
    return {
        "form": event.passage.form,
        "key": (heading, what),
        "subject": event.span.text.strip("，,。；; ")[:30],
        "evidence": [event.passage.quote(event.span, f"{what}时间")],
    }


RULE = Rule(id="F16", title="完成时间与年度、验收矛盾", severity="重要", confidence="推断", check=check)
