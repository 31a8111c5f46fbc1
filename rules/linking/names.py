"""How alike what a figure speaks of is to what a row measures."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

import regex

_LABEL = regex.compile(r"[(（][^()（）]{0,40}[)）]")
_NUMBER = regex.compile(
    r"[<>≥≤=]*\d[\d.,]*+(?:百分点|[%‰]|[十百千万亿]*(?:[元家个项人次户场件篇米亩吨台套处座名期届]|公里|平方米|人次)?)"
)
_NOISE = regex.compile(r"[\s\p{P}\p{S}]++")


@cache
def lexicon() -> dict[str, object]:
    """The synonyms and cue words of rules/data/synonyms.toml."""
    return tomllib.loads((files("rules") / "data" / "synonyms.toml").read_text(encoding="utf-8"))


@cache
def _folding() -> tuple[regex.Pattern[str], dict[str, str]]:
    groups: list[list[str]] = lexicon()["groups"]  # type: ignore[assignment]
    head = {word: group[0] for group in groups for word in group}
    words = sorted(head, key=len, reverse=True)
    return regex.compile("|".join(map(regex.escape, words))), head


@cache
def _dropping() -> regex.Pattern[str]:
    words: list[str] = lexicon()["drop"]  # type: ignore[assignment]
    return regex.compile("|".join(map(regex.escape, sorted(words, key=len, reverse=True))))


@lru_cache(maxsize=65536)
def core(text: str) -> str:
    """What is measured: widths and synonyms folded; labels, figures, verbs of doing, counting words gone."""
    plain = _LABEL.sub("", unicodedata.normalize("NFKC", text))
    plain = _NOISE.sub("", _NUMBER.sub("", plain))
    pattern, head = _folding()
    folded = pattern.sub(lambda found: head[found[0]], plain)
    return _dropping().sub("", folded) or folded or plain


@lru_cache(maxsize=65536)
def bigrams(text: str) -> frozenset[str]:
    """Character pairs; a single character stands for itself."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset(text)


@lru_cache(maxsize=65536)
def alike(spoken: str, row: str) -> float:
    """0–1 between two names: mean of overlap (Dice) and of how much of the shorter stands in the longer."""
    a, b = bigrams(core(spoken)), bigrams(core(row))
    if not a or not b:
        return 0.0
    shared = len(a & b)
    dice = 2 * shared / (len(a) + len(b))
    inside = shared / min(len(a), len(b))
    reach = min(1.0, min(len(a), len(b)) / 3)  # one or two pairs prove little
    return (dice + inside * reach) / 2 if inside < 1 else max((dice + inside * reach) / 2, 0.9 * reach)


@lru_cache(maxsize=65536)
def held(row: str, clause: str) -> float:
    """0–1: how much of the row's name stands in a clause."""
    name = bigrams(core(row))
    return len(name & bigrams(core(clause))) / len(name) if name else 0.0


@lru_cache(maxsize=65536)
def apart(spoken: str, row: str) -> bool:
    """Whether two names differ in a word that sets kindred things apart: 次干道机扫率, 主干道机扫率."""
    groups: list[list[str]] = lexicon()["apart"]  # type: ignore[assignment]
    for group in groups:
        said, named = ({word for word in group if word in text} for text in (spoken, row))
        if said and named and said.isdisjoint(named):
            return True
    return False


@lru_cache(maxsize=65536)
def abbreviates(short: str, long: str) -> bool:
    """Whether a name of two to four characters picks them in order from the longer one: 引才, 引进人才."""
    few = core(short)
    rest = iter(core(long))
    return 2 <= len(few) <= 4 and all(character in rest for character in few)
