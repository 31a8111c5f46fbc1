"""The word lists of the figure grammar, as regular expressions."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import regex


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("extractors").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


def words(file: str, *path: str) -> tuple[str, ...]:
    """A word list, longest first: words("cues", "before", "near")."""
    table = _data(file)
    for key in path:
        table = table[key]
    return tuple(sorted(table["words"], key=lambda word: (-len(word), word)))


def any_of(file: str, *path: str) -> str:
    """A word list as one group of a regular expression, longest first.

    What may start a word stands before it, so that most places cost one look instead of one a word.
    """
    return f"(?:(?={starts(file, *path)})(?:{'|'.join(map(regex.escape, words(file, *path)))}))"


def starts(file: str, *path: str) -> str:
    """The first characters of a word list, as a class of a regular expression."""
    return f"[{''.join(sorted({regex.escape(word[0]) for word in words(file, *path)}))}]"


def singles(file: str, name: str, guard: str) -> str:
    """One-character words as a group; each guarded by what makes it a part of another word.

    `guard` is not_after (characters that may not stand before it) or not_before (behind it).
    """
    table = _data(file)[name]
    parts = []
    for word in table["words"]:
        others = table[guard].get(word, "")
        before = f"(?<![{others}])" if others and guard == "not_after" else ""
        behind = f"(?![{others}])" if others and guard == "not_before" else ""
        parts.append(before + regex.escape(word) + behind)
    return f"(?:{'|'.join(parts)})"


def set_phrases() -> list[str]:
    """Every phrase whose numeral counts nothing."""
    return [phrase for group in _data("set_phrases")["group"] for phrase in group["phrases"]]
