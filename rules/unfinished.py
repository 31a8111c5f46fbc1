"""All of a kind said to be finished, where fewer are: 4座完工、一座在建, 5座全部完工."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from extractors.records import Figure
from rules.dating import years
from rules.passages import Passage, Span, paragraphs, sentence_of, told
from rules.submission import Submission

_DONE = r"(?:完工|竣工|完成|建成|投入使用|投用|交付|通车|验收)"
_ALL = regex.compile(
    rf"^(?P<thing>\p{{Han}}{{0,10}}?)(?:工程|项目)?(?:已|现已)?(?:全部|均|都|全数|悉数)(?:已|能)?(?:按期|按时|如期|顺利|保质保量)*{_DONE}"
)
_SOME = regex.compile(
    rf"^(?P<thing>\p{{Han}}{{0,10}}?)(?:工程|项目)?(?:主体)?(?:已|现已)?(?:按期|按时|如期|顺利)?{_DONE}"
)
_UNDER_WAY = regex.compile(
    r"正在(?:施工|建设|实施|推进|改造)|仍在(?:建|施工|建设|实施)|在建(?!工程)|(?:尚未|未能|未)(?:按期)?(?:完工|竣工|完成|建成|开工)|施工中|停工|尚在(?:施工|建设)"
)
_APART = regex.compile(
    r"除(?!险)|其余|其他|另|上年|去年|次年|至今|后来|后续|计划|目标|任务|拟|力争|确保|截至|月底|上半年|季度|一期|二期|批"
)

_CLAUSE_END = regex.compile(r"[，,；;。\n]")
_NEAR = 24  # characters after a number that may tell what became of it


class Unfinished(msgspec.Struct, frozen=True, kw_only=True):
    """`claim`: a number all of which is said to be finished; `fewer`: the number that is."""

    passage: Passage
    claim: Figure
    fewer: Figure
    span: Span
    words: str


def unfinished(submission: Submission) -> Iterator[Unfinished]:
    """The first such pair of each paragraph that tells results of this year."""
    for passage in told(submission):
        for paragraph in paragraphs(passage.text):
            if _UNDER_WAY.search(paragraph.text):
                found = _pair(submission, passage, paragraph)
                if found is not None:
                    yield found


def _pair(submission: Submission, passage: Passage, paragraph: Span) -> Unfinished | None:
    figures = [x for x in passage.within(paragraph) if _plain(submission, passage, x)]
    for claim in figures:
        every = _ALL.match(passage.text[claim.end : paragraph.end])
        if every is None or _UNDER_WAY.search(sentence_of(passage, claim).text):
            continue
        for fewer in figures:
            some = _SOME.match(passage.text[fewer.end : paragraph.end])
            less = fewer.unit == claim.unit and (fewer.value or 0) < (claim.value or 0)
            if some is None or not less or not _one_thing(some["thing"], every["thing"]):
                continue
            left = _UNDER_WAY.search(sentence_of(passage, fewer).text)
            if left is not None:
                start, end = min(claim.start, fewer.start), max(claim.end, fewer.end)
                return Unfinished(
                    passage=passage,
                    claim=claim,
                    fewer=fewer,
                    span=passage.around(start, end),
                    words=f"{claim.text}{every[0]}",
                )
    return None


def _plain(submission: Submission, passage: Passage, figure: Figure) -> bool:
    """A count of this year, no part of a plan or of another stage."""
    start, after = passage.sentence_start(figure.start), passage.text[figure.end : figure.end + _NEAR]
    sentence = passage.text[start : figure.end] + _CLAUSE_END.split(after)[0]
    counted = figure.value is not None and figure.unit not in {"%", "元", None}
    return counted and not _APART.search(sentence) and set(years(sentence)) <= {submission.year}


def _one_thing(one: str, other: str) -> bool:
    """Both name the same, or one of them is left out: 4座水库, 5座."""
    return not one or not other or any(one[i : i + 2] in other for i in range(len(one) - 1))
