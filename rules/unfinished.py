"""All of a kind said to be finished, where fewer are: 4座完工、一座在建, 5座全部完工."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from extractors.records import Evidence, Figure
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
    evidence: list[Evidence]
    words: str


_Counts = list[tuple[Passage, Span, Figure]]  # each with the paragraph that it stands in


def unfinished(submission: Submission) -> Iterator[Unfinished]:
    """The first such pair of each paragraph that tells results of this year; a heading goes with its body."""
    groups: dict[tuple[str, int], _Counts] = {}
    under_way: set[tuple[str, int]] = set()
    for passage in told(submission):
        section = passage.section.section_id if passage.section is not None else passage.at
        for number, paragraph in enumerate(paragraphs(passage.text)):
            key = f"{passage.form.form_id} {section}", number
            counts = [x for x in passage.within(paragraph) if _plain(submission, passage, x)]
            groups.setdefault(key, []).extend((passage, paragraph, x) for x in counts)
            if _UNDER_WAY.search(paragraph.text):
                under_way.add(key)
    for key, counted in groups.items():
        found = _pair(counted) if key in under_way else None
        if found is not None:
            yield found


def _pair(counted: _Counts) -> Unfinished | None:
    for passage, paragraph, claim in counted:
        every = _ALL.match(passage.text[claim.end : paragraph.end])
        if every is None or _UNDER_WAY.search(sentence_of(passage, claim).text):
            continue
        for other, within, fewer in counted:
            some = _SOME.match(other.text[fewer.end : within.end])
            less = fewer.unit == claim.unit and (fewer.value or 0) < (claim.value or 0)
            if some is None or not less or not _one_thing(some["thing"], every["thing"]):
                continue
            sentence = sentence_of(other, fewer)
            if _UNDER_WAY.search(sentence.text):
                quotes = [
                    passage.quote(sentence_of(passage, claim), "全称结论"),
                    other.quote(sentence, "完成数"),
                ]
                words = f"{claim.text}{every[0]}"
                return Unfinished(passage=passage, claim=claim, fewer=fewer, evidence=quotes, words=words)
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
