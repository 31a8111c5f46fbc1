"""What a sentence of problems or measures is about, whether two of them answer each other."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import regex

from rules.passages import Span, clauses
from rules.text import norm

_HOLLOW = regex.compile(r"[的了和与及在对是为等其之而且或并也都将把被由从到中上下]")
_LACK = regex.compile(
    r"不足|不够|有待|还需|需要?进一步|仍有|仍存在|缺乏|缺少|滞后|未能|未达|未完成|不高|不强|不到位|偏[长低高慢少差大弱]|欠|薄弱|"
    r"较[慢低少差弱]|不及时|不深入|不完善|不健全|不规范|不科学|不合理|不准确|不细|困难|紧张|难以|难度|少于|低于|差距|老化|不可预见"
)
_LEAST = 2
_SHARED = 3  # characters in a row, or
_PAIRS = 2  # two pairs of characters apart


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("rules") / "data" / "topics.toml").read_text(encoding="utf-8"))


@cache
def _generic() -> regex.Pattern[str]:
    terms = sorted(_data()["generic"]["terms"], key=len, reverse=True)
    return regex.compile("|".join(map(regex.escape, terms)))


@lru_cache(maxsize=4096)
def topics(text: str) -> frozenset[str]:
    """The topics whose words stand in the text."""
    known: dict[str, list[str]] = _data()["topics"]
    return frozenset(name for name, terms in known.items() if any(term in text for term in terms))


_FIGURES = regex.compile(r"[\d.%,]+")


@lru_cache(maxsize=8192)
def content(text: str) -> str:
    """The text without what says nothing about the matter: function words, generic words, figures.

    A bar stands where something was dropped, so that no word arises from two.
    """
    folded = _FIGURES.sub("|", norm(text))
    return _HOLLOW.sub("", _generic().sub("|", folded))


@lru_cache(maxsize=8192)
def shared(a: str, b: str) -> int:
    """Length of the longest run of characters that two texts have in common, generic words aside."""
    first, second = content(a), content(b)
    short, long = sorted((first, second), key=len)
    best = 0
    for start in range(len(short)):
        while start + best < len(short):
            run = short[start : start + best + 1]
            if "|" in run or run not in long:
                break
            best += 1
    return best


def answers(measure: str, problem: str) -> bool:
    """True where a measure may answer a problem: a common topic, a common run, two common pairs."""
    if topics(measure) & topics(problem) or shared(measure, problem) >= _SHARED:
        return True
    pairs = {content(problem)[i : i + 2] for i in range(len(content(problem)) - 1)}
    return sum("|" not in pair and pair in content(measure) for pair in pairs) >= _PAIRS


def problems(text: str) -> list[Span]:
    """The clauses that name a shortcoming of something; 与目标有差距 alone names nothing."""
    return [span for span in clauses(text) if _LACK.search(span.text) and _object(span.text)]


def _object(clause: str) -> bool:
    rest = content(_LACK.sub("", clause)).replace("|", "")
    return len(rest) >= _LEAST
