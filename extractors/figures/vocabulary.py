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
    """A word list as one group of a regular expression, longest first."""
    return f"(?:{'|'.join(map(regex.escape, words(file, *path)))})"


def set_phrases() -> list[str]:
    """Every phrase whose numeral counts nothing."""
    return [phrase for group in _data("set_phrases")["group"] for phrase in group["phrases"]]
