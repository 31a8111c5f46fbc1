"""F11: list numbers that skip or repeat.

比对：同一列举中各项的编号（1. （1） ① 一是……）是否从1起连续。
意义：漏号、重号说明条目有缺失，或拼接后未经核对。
不适用：新章节、上级条目下重新从1编号；只有一项；编号从中间开始（可能是自动编号丢失，只提请核对）。
示例：1、2、4、4 报告；“1–9”之后新章节又从1开始，不报。
依据：GB/T 15834、党政机关公文格式 GB/T 9704 结构层次序数。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import regex

from extractors.records import Evidence, Form
from rules.passages import Span, narrative, paragraphs
from rules.profile import Profile
from rules.quoting import section as quoted
from rules.rule import Outcome, Rule, failed, lead, or_inapplicable, passed
from rules.submission import Submission

_CHINESE = "一二三四五六七八九十"
_STYLES = (
    ("1.", regex.compile(r"\s*+(\d{1,2})\s*+[.．、](?!\d)")),
    ("（1）", regex.compile(r"\s*+[（(]\s*+(\d{1,2})\s*+[)）]")),
    ("1）", regex.compile(r"\s*+(\d{1,2})[)）]")),
    ("①", regex.compile(r"\s*+([①-⑳])")),
)
_INLINE = regex.compile(rf"(?:^|[。；;，,：:\n])\s*+([{_CHINESE}])是(?=\p{{Han}})")
_DEEP = 3  # headings above it belong to E10


class _Item(msgspec.Struct, frozen=True, kw_only=True):
    style: str
    number: int
    owner: str | None  # the section that the list belongs to
    heading: str
    evidence: Evidence


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each list of two items or more."""
    yield from or_inapplicable(_outcomes(submission, profile), "没有两项以上的编号列举")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    for form in submission.reports:
        items = list(_items(submission, form))
        for style in dict.fromkeys(item.style for item in items):
            for found in _lists(items, style):
                yield from _judge(form, found)


def _items(submission: Submission, form: Form) -> Iterator[_Item]:
    texts = {p.section.section_id: p for p in narrative(submission) if p.section and p.text is p.section.text}
    for section in submission.sections_of(form):
        if section.depth >= _DEEP and section.number_text:
            found = _marked(f"{section.number_text} ")
            if found:
                yield _Item(
                    style=found[0],
                    number=found[1],
                    owner=section.parent_id,
                    heading=section.heading,
                    evidence=quoted(section, "编号"),
                )
        passage = texts.get(section.section_id)
        if passage is None:
            continue
        owner, heading = section.section_id, section.heading
        for span in paragraphs(passage.text):
            found = _marked(span.text)
            if found:
                head = Span(span.text[:30], span.start, span.start + 30)
                quote = passage.quote(head, "编号")
                yield _Item(style=found[0], number=found[1], owner=owner, heading=heading, evidence=quote)
            for mark in _INLINE.finditer(span.text):
                at = span.start + mark.start(1)
                quote = passage.quote(Span(passage.text[at : at + 20], at, at + 20), "编号")
                number = _CHINESE.index(mark[1]) + 1
                where = f"{owner}:{span.start}"
                yield _Item(style="一是", number=number, owner=where, heading=heading, evidence=quote)


def _marked(text: str) -> tuple[str, int] | None:
    for style, pattern in _STYLES:
        found = pattern.match(text)
        if found:
            digit = found[1]
            return style, int(digit) if digit.isascii() else ord(digit) - ord("①") + 1
    return None


def _lists(items: list[_Item], style: str) -> Iterator[list[_Item]]:
    """Items of one style and section; a 1 begins a new list, and so does a higher item between."""
    current: list[_Item] = []
    for item in items:
        if item.style != style:
            above = current and item.owner == current[-1].owner and _is_above(item.style, style)
            if above:
                yield current
                current = []
            continue
        if current and (item.number == 1 or item.owner != current[-1].owner):
            yield current
            current = []
        current.append(item)
    if current:
        yield current


def _is_above(one: str, other: str) -> bool:
    order = [style for style, _ in _STYLES]
    return one in order and other in order and order.index(one) < order.index(other)


def _judge(form: Form, found: list[_Item]) -> Iterator[Outcome]:
    numbers = [item.number for item in found]
    if len(numbers) < 2:
        return
    about: dict[str, Any] = {
        "form": form,
        "key": (found[0].heading, found[0].style),
        "subject": found[0].heading,
    }
    broken = next((i for i in range(1, len(numbers)) if numbers[i] != numbers[i - 1] + 1), None)
    shown = "、".join(map(str, numbers))
    if broken is None:
        if numbers[0] == 1:
            yield passed(f"编号连续（{numbers[0]}–{numbers[-1]}）", **about)
        else:
            yield lead(f"编号从{numbers[0]}开始（{shown}）", evidence=[found[0].evidence], **about)
        return
    words = "重复" if numbers[broken] == numbers[broken - 1] else "不连续"
    yield failed(
        f"“{found[0].heading}”下的编号{words}：{shown}",
        expected=str(numbers[broken - 1] + 1),
        observed=str(numbers[broken]),
        evidence=[found[broken - 1].evidence, found[broken].evidence],
        **about,
    )


RULE = Rule(id="F11", title="编号连续", severity="提示", confidence="确定", check=check)
