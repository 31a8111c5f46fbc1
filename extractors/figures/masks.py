"""Intervals whose numerals count nothing: dates, numbers of documents, codes, set phrases, slogans.

Conventions of figures.md section 1. A pattern is tried only where its first character allows,
so that the cost follows the number of candidates. All patterns are meant for folded text
(`extractors.numerals.fold`); phrases are data (`data/set_phrases.toml`).
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from itertools import chain

import regex

from extractors.figures import mask_patterns, vocabulary

_NUMERALS = frozenset("一二两三四五六七八九十百千万亿0123456789")
_CANDIDATE = regex.compile(
    rf"(?P<digit>[0-9][0-9.,，]*+)|(?P<chinese>[一二两三四五六七八九十百千万〇零○正特])|(?P<letter>[A-Za-z]++)"
    rf"|(?P<other>[{mask_patterns.OTHER_STARTS}])"
)
_UNITS = frozenset("个家户人名台件次座所多余万亿百千项条元")


class Masks:
    """Sorted, disjoint intervals of a text; asks are by bisection."""

    def __init__(self, intervals: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in intervals]
        self._ends = [end for _, end in intervals]

    def end(self, at: int) -> int | None:
        """The end of the interval that covers `at`, or None."""
        index = bisect_right(self._starts, at) - 1
        return self._ends[index] if index >= 0 and at < self._ends[index] else None

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any interval meets start..end."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._ends[index] > start


@cache
def _patterns() -> dict[str, regex.Pattern[str]]:
    return {
        name: regex.compile("|".join(f"(?:{part})" for part in parts), regex.VERBOSE)
        for name, parts in mask_patterns.PATTERNS.items()
    }


@cache
def _phrases() -> dict[str, list[tuple[int, str]]]:
    """Set phrases by the two characters from their first numeral on, with the place of that numeral."""
    index: dict[str, list[tuple[int, str]]] = {}
    for phrase in sorted(vocabulary.set_phrases(), key=len, reverse=True):
        at = next((i for i, character in enumerate(phrase) if character in _NUMERALS), None)
        if at is not None:
            index.setdefault(phrase[at : at + 2], []).append((at, phrase))
    return index


def find(folded: str) -> Masks:
    """The masks of a folded text."""
    patterns = _patterns()
    intervals: list[tuple[int, int]] = []
    at = 0
    while (candidate := _CANDIDATE.search(folded, at)) is not None:
        start, kind = candidate.start(), candidate.lastgroup or ""
        span = _phrase(folded, start, at) if kind in ("digit", "chinese") else None
        if span is None:
            found = patterns[kind].match(folded, start)
            span = found.span() if found and found.end() > start else None
        if span is not None:
            intervals.append((max(span[0], at), span[1]))
        at = span[1] if span else candidate.end()
    return Masks(intervals)


def _phrase(folded: str, numeral: int, since: int) -> tuple[int, int] | None:
    """The longest set phrase whose first numeral stands here and that is no part of a longer number."""
    phrases = _phrases()
    two, one = phrases.get(folded[numeral : numeral + 2], ()), phrases.get(folded[numeral], ())
    for offset, phrase in chain(two, one):
        start = numeral - offset
        end = start + len(phrase)
        if start < 0 or not folded.startswith(phrase, start):
            continue
        if phrase == "之一" and folded[start - 1 : start] == "分":
            continue
        longer = offset == 0 and start and folded[start - 1] in _NUMERALS
        if not longer and folded[end : end + 1] not in ("之", "钟"):
            return start, end
    return None
