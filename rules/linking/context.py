"""Where a figure stands in its sentence: what was said since the figure before it."""

from __future__ import annotations

from functools import cache

import msgspec
import regex

from rules.linking.names import core, lexicon

_ENDS = "。；;！!？?\n"
_SENTENCE = regex.compile(f"[{_ENDS}]")
_CLAUSE = regex.compile(r"[，,、。；;！!？?\n：:（(]")
_PLACE = regex.compile(
    r"[\p{Han}]{1,6}(?:(?<![城乡各全本我])镇|(?<![城下返支全各本我家])乡(?!镇|村)|(?<![各全])街道(?!办)"
    r"|(?<![农乡山全进到驻入各新行政自然示范贫困])村(?!民|级|干|集体|务)|(?<![各进入到全])社区(?!服务|矫正|居民|治理)"
    "|(?<![各全])片区|(?<![各全])园区|分局|分校|分院)(?!级)"
)
_PLACED = regex.compile("[镇乡村]|街道|社区|[片园]区|分[局校院]")  # what places end in: asked first
_DIFFERENCE = regex.compile(
    "(?:(?<=[比较与同][^，。；]{1,16})(?:多|少|高出?|低)|还?差|超(?:额|出|过)?(?:年度|年初)?(?:计划|目标|任务)数?)(?:了|出)?$"
)
_YEAR = regex.compile(r"(?<!\d)(20\d\d)年")
_ALL_YEAR = regex.compile("全年|(?<![一二三四五六七八九十两几多0-9])年度?累计|年[末底]")
_LONGEST = 80
_NOWHERE: frozenset[str] = frozenset()


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """The words around one figure."""

    since: str  # between the figure before (or the sentence's start) and this one
    sentence: str  # from the sentence's start up to the figure
    after: str  # up to the end of the clause
    follows: bool  # nothing but cue words since the figure before: it goes on about the same thing
    places: frozenset[str]  # towns, villages, branches named since the figure before
    first: int  # where its sentence starts
    year: str | None  # the last year that the sentence names before it
    cues: dict[str, str]  # part earlier later half total added …: the words that point elsewhere, by group


def contexts(text: str, spans: list[tuple[int, int]], year: int | None = None) -> list[Context]:
    """One context for each span; spans in ascending order. Linear in the text.

    `year` is the one that the rows speak of, where it is known: figures of another one are marked.
    """
    out: list[Context] = []
    previous = 0
    for start, end in spans:
        first = _sentence_start(text, start)
        left = text[max(first, min(previous, start), start - _LONGEST) : start]
        closing = _CLAUSE.search(text, end)
        after = text[end : min(closing.start() if closing else len(text), end + 20)]
        sentence = text[max(first, start - 3 * _LONGEST) : start]
        rest = text[end : end + 3 * _LONGEST]
        after_all = _SENTENCE.split(rest, 1)[0]
        said = (_YEAR.findall(sentence) or [None])[-1]
        cues = _cues(left, sentence, after_all)
        if said is not None and year is not None and said != str(year):
            cues["another year"] = said
        out.append(
            Context(
                since=left,
                sentence=sentence,
                after=after,
                follows=first <= previous and previous > 0 and _says_nothing(left, after),
                places=_places(left),
                first=first,
                year=said,
                cues=cues,
            )
        )
        previous = end
    return out


def _places(left: str) -> frozenset[str]:
    if _PLACED.search(left) is None:
        return _NOWHERE
    return frozenset(found[0] for found in _PLACE.finditer(left))


def _cues(left: str, sentence: str, after: str) -> dict[str, str]:
    """The words since the figure before, or that govern the sentence, which point elsewhere, by group."""
    found = {group: word for group, words in _elsewhere().items() for word in words if word in left}
    if _ALL_YEAR.search(left):
        found = {group: word for group, word in found.items() if group not in ("total", "half")}
    if (difference := _DIFFERENCE.search(left)) is not None:
        found["apart"] = difference[0]
    if (planned := next((word for word in _sticky() if word in sentence), None)) is not None:
        found["next year"] = planned
    said = _YEAR.findall(sentence)
    if said and any(year > said[-1] for year in _YEAR.findall(after)):
        found["earlier"] = said[-1]
    return found


@cache
def _sticky() -> list[str]:
    words: list[str] = lexicon()["next_year"]  # type: ignore[assignment]
    return words


@cache
def _elsewhere() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = lexicon()["elsewhere"]  # type: ignore[assignment]
    return groups


@cache
def _empty_words() -> regex.Pattern[str]:
    return regex.compile(
        r"任务数?|目标值?|设计[值能力规模]*|是|计划|年初|完成率?|指标值?|设定|全年|占|的|为|达到?|率|同比|较|比|上年|增长|下降|提高|超额|超过|"
        r"距离?|还?差|远?[优好高低]于|(?:没有|未)?突破|控制数|控制指标|[省市县国]定|既定|实际|预算|执行|执行率|仅|只|约|近|不低于|不少于|不超过|以上|数|应|任务量|进度|全市|全省|全区|全县|排名|位列|位居"
    )


def _sentence_start(text: str, position: int) -> int:
    window = text[max(0, position - 400) : position]
    last = max(map(window.rfind, _ENDS))
    return position - len(window) + last + 1


def _says_nothing(left: str, after: str) -> bool:
    said = core(_empty_words().sub("", left))
    return len(said) < 2
