"""Where a figure stands in its sentence: what was said since the figure before it."""

from __future__ import annotations

from functools import cache

import msgspec
import regex

from rules.linking.names import core, lexicon

_SENTENCE = regex.compile(r"[。；;！!？?\n]")
_CLAUSE = regex.compile(r"[，,、。；;！!？?\n：:（(]")
_PLACE = regex.compile(r"[\p{Han}]{1,6}(?:镇|乡|街道|村|社区|片区|园区|分局|分校|分院)(?!级)")
_LONGEST = 80


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """The words around one figure."""

    since: str  # between the figure before (or the sentence's start) and this one
    sentence: str  # from the sentence's start up to the figure
    after: str  # up to the end of the clause
    follows: bool  # nothing but cue words since the figure before: it goes on about the same thing
    places: frozenset[str]  # towns, villages, branches named since the figure before
    cues: frozenset[str]  # part earlier later half total: groups of words that point elsewhere


def contexts(text: str, spans: list[tuple[int, int]]) -> list[Context]:
    """One context for each span; spans in ascending order. Linear in the text."""
    out: list[Context] = []
    previous = 0
    for start, end in spans:
        first = _sentence_start(text, start)
        left = text[max(first, min(previous, start), start - _LONGEST) : start]
        closing = _CLAUSE.search(text, end)
        after = text[end : min(closing.start() if closing else len(text), end + 20)]
        sentence = text[max(first, start - 3 * _LONGEST) : start]
        out.append(
            Context(
                since=left,
                sentence=sentence,
                after=after,
                follows=first <= previous and previous > 0 and _says_nothing(left, after),
                places=frozenset(found[0] for found in _PLACE.finditer(left)),
                cues=frozenset(
                    group for group, words in _elsewhere().items() if any(w in left for w in words)
                ),
            )
        )
        previous = end
    return out


@cache
def _elsewhere() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = lexicon()["elsewhere"]  # type: ignore[assignment]
    return groups


@cache
def _empty_words() -> regex.Pattern[str]:
    return regex.compile(
        r"任务数?|目标值?|计划|年初|完成率?|指标值?|设定|全年|占|的|为|达到?|率|同比|较|比|上年|增长|下降|提高|超额|超过|"
        r"实际|预算|执行|执行率|仅|只|约|近|不低于|不少于|不超过|以上|数|应|任务量|进度|全市|全省|全区|全县|排名|位列|位居"
    )


def _sentence_start(text: str, position: int) -> int:
    window = text[max(0, position - 400) : position]
    ends = [found.end() for found in _SENTENCE.finditer(window)]
    return position - len(window) + (ends[-1] if ends else 0)


def _says_nothing(left: str, after: str) -> bool:
    said = core(_empty_words().sub("", left))
    return len(said) < 2
