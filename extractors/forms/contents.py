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
    r"[≥≧≤≦=<>═]{1,2}[\d,]{1,16}+(?:\.\d{1,10}+)?+[^\d]{0,6}|[\d,]{1,16}+(?:\.\d{1,10}+)?+[^\d.、)][^\d]{0,3}"
)
_FIGURES = (("points", _POINTS), ("percent", _PERCENT), ("number", _NUMBER), ("measure", _MEASURE))
_DATED = regex.compile(r"(?:19|20)\d{2}年度?(?![\d底末初前内度])[^\d]{2,}+$")  # 2019年实际, a heading
_SIGN = regex.compile(r"[≥≧≤≦=<>═]{1,2}|定性")

_ORGANISATION = regex.compile(
    r"[^。；，、:]{2,30}(?:局|委|委员会|办|办公室|中心|院|学校|[一二三四五六七八九十大中小]学|馆|站|所|处|队|总?会|镇|乡|街道|公司|政府|部|厅|社|库|团|检察院)"
)


def is_organisation(text: str) -> bool:
    """True for what reads as the name of an office: 临江市云溪区水利局."""
    return _ORGANISATION.fullmatch(key(text)) is not None


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
    if _DATED.match(folded):
        return "text"
    return next((kind for kind, pattern in _FIGURES if pattern.fullmatch(folded)), "text")
