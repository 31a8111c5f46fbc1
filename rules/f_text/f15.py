"""F15: one paragraph printed twice in a report.

比对：同一报告中40字以上的段落两两相比，三字片段的重合程度在九成以上，且其中的数字相同。
意义：重复的段落多为拼接所致，可能覆盖了应写的内容。
不适用：40字以下；两段数字不同（分项目的同式说明）；总体目标、绩效目标两节之间的重复；附表中的目标文本（由B10核对）。
示例：同一段话粘贴两次，报告；两个项目的说明句式相同、数字不同，不报。
依据：复核惯例；rules.md 0.5 文本相似度。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from extractors.records import Form
from rules.passages import Passage, Span, narrative, paragraphs
from rules.profile import Profile
from rules.rule import Outcome, Rule, failed, or_inapplicable, passed
from rules.submission import Submission
from rules.text import grams, norm

_SHORTEST = 40
_ALIKE = 0.9
_WINDOW = 80  # paragraphs of nearly equal length that one is compared with
_AIMS = frozenset({"goals", "targets"})
_DIGITS = regex.compile(r"\d[\d.,]*+")
_NUMBERED = regex.compile(r"^\s*+[（(]?\d{1,2}[)）.、．]")

_Piece = tuple[str, Passage, Span]


def check(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    """One outcome for each report, or for each pair of equal paragraphs in it."""
    yield from or_inapplicable(_outcomes(submission, profile), "没有自评报告")


def _outcomes(submission: Submission, profile: Profile) -> Iterator[Outcome]:
    for form in submission.reports:
        pieces = [
            (norm(_NUMBERED.sub("", span.text)), passage, span)
            for passage in narrative(submission)
            if passage.form is form
            for span in paragraphs(passage.text)
            if len(span.text) >= _SHORTEST
        ]
        found = list(_repeated(pieces, form))
        yield from found or [passed("没有重复的段落", form=form)]


def _repeated(pieces: list[_Piece], form: Form) -> Iterator[Outcome]:
    """Pairs of nearly equal length only: sorted by length, each looks a little way ahead."""
    ordered = sorted(pieces, key=lambda piece: (len(piece[0]), piece[0]))
    for i, (text, passage, span) in enumerate(ordered):
        for other, where, again in ordered[i + 1 : i + 1 + _WINDOW]:
            if len(text) < _ALIKE * len(other):
                break
            if passage.key in _AIMS and where.key in _AIMS:
                continue
            if _same(text, other):
                yield _outcome(form, text, (passage, span), (where, again))
                break


def _same(a: str, b: str) -> bool:
    if a == b:
        return True
    if _DIGITS.findall(a) != _DIGITS.findall(b) or (a[:1] != b[:1] and a[-4:] != b[-4:]):
        return False
    first, second = grams(a), grams(b)
    return len(first & second) >= _ALIKE * len(first | second)


def _outcome(form: Form, text: str, one: tuple[Passage, Span], other: tuple[Passage, Span]) -> Outcome:
    pair = sorted((one, other), key=lambda x: (x[0].section.order if x[0].section else 0, x[1].start))
    heading = pair[0][0].section.heading if pair[0][0].section else ""
    about: dict[str, Any] = {"form": form, "key": (heading, pair[0][1].text[:12]), "subject": heading}
    return failed(
        f"同一段落出现两次：“{pair[0][1].text.strip()[:30]}…”",
        fact=(text,),
        evidence=[passage.quote(span, "重复段落") for passage, span in pair],
        **about,
    )


RULE = Rule(id="F15", title="段落重复", severity="一般", confidence="确定", check=check)
