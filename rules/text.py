"""Compare names and sentences: folding, similarity, core names, word lists."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import regex

_LEXICONS = Path(__file__).parent / "lexicons"
_LABEL = regex.compile(r"[（(]\s*+\d++(?:\.\d++)?+\s*+分\s*+[）)]\s*+$")
_NOISE = regex.compile(r"[\s\p{P}\p{S}]++")


@lru_cache(maxsize=65536)
def norm(text: str) -> str:
    """Widths folded, spaces, punctuation and a trailing （N分） dropped."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", _LABEL.sub("", text.strip())))


@lru_cache(maxsize=65536)
def grams(text: str, size: int = 3) -> frozenset[str]:
    """Character n-grams of the folded text; a shorter text is one gram."""
    folded = norm(text)
    if len(folded) <= size:
        return frozenset({folded} if folded else ())
    return frozenset(folded[i : i + size] for i in range(len(folded) - size + 1))


def similarity(a: str, b: str) -> float:
    """Jaccard similarity of character 3-grams, 0 to 1."""
    first, second = grams(a), grams(b)
    union = len(first | second)
    return len(first & second) / union if union else 0.0


def has(text: str | None, lexicon: str) -> bool:
    """True where any term of a named word list stands in the text."""
    return first(text, lexicon) is not None


def first(text: str | None, lexicon: str) -> str | None:
    """The first term of a named word list that stands in the text. Raises KeyError for an unknown list."""
    terms = words(lexicon)
    for term in terms if text else ():
        if term in text:  # type: ignore[operator]
            return term
    return None


@cache
def words(lexicon: str) -> tuple[str, ...]:
    """The terms of a named word list of `lexicons/*.toml` (each list: terms, source)."""
    return tuple(_lexicons()[lexicon]["terms"])


@cache
def _lexicons() -> dict[str, dict[str, list[str]]]:
    """All word lists, from every file of the folder; a name stands in one file only."""
    out: dict[str, dict[str, list[str]]] = {}
    for path in sorted(_LEXICONS.glob("*.toml")):
        lists = tomllib.loads(path.read_text(encoding="utf-8"))
        twice = out.keys() & lists.keys()
        if twice:
            raise ValueError(f"{path.name}: named in two files: {sorted(twice)}")
        out |= lists
    return out
