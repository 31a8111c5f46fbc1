"""The kind of content a cell has, at a glance."""

from __future__ import annotations

from functools import lru_cache

import regex

from extractors.forms import vocabulary
from extractors.forms.normalise import key

_POINTS = regex.compile(r"[-+]?\d{1,3}+(?:\.\d{1,4}+)?+分?")
_NUMBER = regex.compile(r"[-+¥￥]?[\d,]{1,20}+(?:\.\d{1,10}+)?+(?:亿元|万元|千元|元)?")
_PERCENT = regex.compile(r"[-+]?[\d,]{1,12}+(?:\.\d{1,10}+)?+%")
_MEASURE = regex.compile(
    r"[≥≧≤≦=<>═]{1,2}[\d,]{1,16}+(?:\.\d{1,10}+)?+[^\d]{0,6}|[\d,]{1,16}+(?:\.\d{1,10}+)?+[^\d]{1,4}"
)
_FIGURES = (("points", _POINTS), ("percent", _PERCENT), ("number", _NUMBER), ("measure", _MEASURE))
_SIGN = regex.compile(r"[≥≧≤≦=<>═]{1,2}|定性")


@lru_cache(maxsize=8192)
def content(text: str) -> str:
    """The kind of a cell's content: blank, filler, points, number, percent, measure (≥34家), sign or text."""
    folded = key(text)
    if not folded:
        return "blank"
    if _SIGN.fullmatch(folded):
        return "sign"
    if vocabulary.is_placeholder(text):
        return "filler"
    return next((kind for kind, pattern in _FIGURES if pattern.fullmatch(folded)), "text")
