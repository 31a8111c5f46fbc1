"""E10: numbers of headings that skip, repeat, change their style.

比对：同一上级之下各标题的编号：是否同一样式，是否从1起连续。
意义：编号错乱多由拼接、删改或自动编号丢失造成，可能有缺漏的章节。
不适用：只有一个标题；三级及以下的列举（F11）；各项目分别从1编号；正文里找得到跳过的编号。样式混用、从中间起编的可能是转换中
自动编号丢失，只作线索。
示例：（1）、（二）、（三）作线索；一、二、四报告；（一）（二）（三）不报。
依据：GB/T 9704 结构层次序数：一、（一）1.（1）。
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec
import regex

from extractors.records import Form, Section
from rules.passages import narrative
from rules.profile import Profile
from rules.quoting import section as quoted
from rules.rule import Outcome, Rule, failed, lead, passed
from rules.submission import Submission

_CHINESE = "一二三四五六七八九十"
_DEEP = 3
_STYLES = (
    ("一、", regex.compile(rf"([{_CHINESE}]{{1,3}})\s*+[、.．，]")),
    ("（一）", regex.compile(rf"[（(]?\s*+([{_CHINESE}]{{1,3}})\s*+[)）]")),
    ("1.", regex.compile(r"(\d{1,2})\s*+[.．、]")),
    ("（1）", regex.compile(r"[（(]?\s*+(\d{1,2})\s*+[)）]")),
    ("第一部分", regex.compile(rf"第([{_CHINESE}]{{1,3}})(?:部分|章|篇)")),
)


class _Numbered(msgspec.Struct, frozen=True):
    section: Section
    style: str
    number: int


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each faulty group of sibling headings, or one for a report's sound numbers."""
    for form in submission.reports:
        parents = {x.section_id: x for x in submission.sections_of(form)}
        found = [
            out
            for siblings in _siblings(submission, form)
            for out in _judge(submission, form, siblings, parents)
        ]
        yield from found
        if not found and submission.sections_of(form):
            yield passed("标题编号连续", form=form)


def _siblings(submission: Submission, form: Form) -> Iterator[list[_Numbered]]:
    sections = [x for x in submission.sections_of(form) if x.depth < _DEEP and x.number_text]
    groups: dict[tuple[str | None, int], list[Section]] = defaultdict(list)
    for section in sections:
        groups[section.parent_id, section.depth].append(section)
    for group in groups.values():
        numbered = [x for x in map(_read, group) if x is not None]
        if len(numbered) > 1:
            yield numbered


def _read(section: Section) -> _Numbered | None:
    for style, pattern in _STYLES:
        found = pattern.match((section.number_text or "").strip())
        if found:
            return _Numbered(section, style, _value(found[1]))
    return None


def _value(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, ten, units = text.rpartition("十")
    if not ten:
        return _CHINESE.index(text[0]) + 1
    return (_CHINESE.index(tens) + 1 if tens else 1) * 10 + (_CHINESE.index(units) + 1 if units else 0)


def _judge(
    submission: Submission, form: Form, siblings: list[_Numbered], parents: dict[str, Section]
) -> Iterator[Outcome]:
    shown = "、".join((x.section.number_text or "").strip().rstrip("、.．") for x in siblings[:8])
    about: dict[str, Any] = {
        "form": form,
        "observed": shown,
        "evidence": [quoted(x.section, "标题") for x in siblings],
    }
    parent = parents.get(siblings[0].section.parent_id or "")
    about["key"] = ("编号", parent.heading if parent else "", str(siblings[0].section.depth))
    place = f"“{parent.heading[:20]}”之下" if parent else "各部分"
    if len({x.style for x in siblings}) > 1:
        message = f"{place}标题编号样式不一：{shown}"
        yield lead(message, confidence="线索", diagnosis="也可能是转换中自动编号丢失", **about)
        return
    if siblings[0].number != 1:
        yield lead(f"{place}标题编号不从1起：{shown}", confidence="线索", **about)
        return
    for before, after in pairwise(siblings):
        if after.number in {before.number + 1, 1} or _stands(submission, form, before, after):
            continue
        word = "重复" if after.number == before.number else "不连续"
        yield failed(f"{place}标题编号{word}：{shown}", expected="从1起连续", **about)
        return


def _stands(submission: Submission, form: Form, before: _Numbered, after: _Numbered) -> bool:
    """A line of the text begins with the number that seems skipped: it was not taken for a heading."""
    pattern = dict(_STYLES)[before.style]
    skipped = set(range(before.number + 1, after.number))
    for passage in narrative(submission):
        if passage.form is form:
            for line in passage.text.split("\n"):
                found = pattern.match(line.strip())
                if found:
                    skipped.discard(_value(found[1]))
    return not skipped and after.number > before.number


RULE = Rule(id="E10", title="编号错误", severity="提示", confidence="推断", check=check)
