"""Printed words as they are compared: no white space, folded brackets, trailing notes taken off."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import lru_cache

import msgspec
import regex

_SPACE = regex.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]++")
_BRACKETS = str.maketrans("〔〕[]【】{}﹙﹚", "()()()()()")
_NOTE = regex.compile(r"\(([^()]{0,60}+)\)")
_UNIT = regex.compile(r"(?:(?:金额|计量)?单位[:,]?|均以)?(亿元|百万元|万元|千元|元|人民币元|%|分)(?:计)?")
_UNITS = ("亿元", "百万元", "万元", "千元", "元", "%", "分")
_STATED = regex.compile(r"(?:金额|资金)?单位:(亿元|百万元|万元|千元|元)$")
_WEIGHT = regex.compile(
    r"(?:共计?|满分|权重|分值|标准分|计)?[:]?(\d{1,3}+(?:\.\d{1,2}+)?+)(?:分|%)?(?:[*×xX].*)?"
)
_FORMULA = regex.compile(r"[A-Za-z]{1,2}|.*[/÷*×=+].*")
_SEAL = regex.compile(r".*(?:盖章|公章|签字|签章|签名|必填|如有|如实填写).*")
_NUMBERED = regex.compile(
    r"(?:\(?[0-9]{1,2}\)|[0-9]{1,2}[.、](?![0-9])|\(?[一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.])"
)
_YEAR = regex.compile(r"^(?:19|20)[0-9X×]{2}年(?=[^度末底初])|^(?:19|20)[0-9X×]{2}(?=年度)")
_MARKS = "*★☆※▲●◆■□√:：;；,，。"


class Heading(msgspec.Struct, frozen=True):
    """A heading without its notes, and what the notes said."""

    key: str
    unit: str | None = None  # 万元, 元, %, 分
    weight: Decimal | None = None  # （50分）
    numbered: bool = False  # began with a list number


def squeeze(text: str) -> str:
    """The text without any white space; nothing else changes."""
    return _SPACE.sub("", text)


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """NFKC, no white space, one kind of brackets: `（ 万元 ）` and `(万元)` are one key."""
    return squeeze(unicodedata.normalize("NFKC", text)).translate(_BRACKETS)


@lru_cache(maxsize=8192)
def heading(text: str) -> Heading:
    """A heading's key with units, weights, formulas, seals and list numbers peeled off.

    `项目资金（万元）(10分)` is 项目资金, 万元, 10; `执行率(B/A×100%)` is 执行率;
    `全年（调整）预算数` keeps its inner word: 全年调整预算数.
    """
    folded = key(text).lstrip(_MARKS)
    number = _NUMBERED.match(folded)
    if number:
        folded = folded[number.end() :]
    folded = _YEAR.sub("", folded) or folded
    unit: str | None = None
    weight: Decimal | None = None
    if (stated := _STATED.search(folded)) and stated.start():
        unit, folded = stated.group(1), folded[: stated.start()]
    kept: list[str] = []
    position = 0
    for note in _NOTE.finditer(folded):
        kept.append(folded[position : note.start()])
        position = note.end()
        inner = note.group(1)
        if found := _UNIT.fullmatch(inner):
            unit = next(u for u in _UNITS if u in found.group(1))
        elif found := _WEIGHT.fullmatch(inner):
            weight = Decimal(found.group(1))
        elif not (_FORMULA.fullmatch(inner) or _SEAL.fullmatch(inner)):
            kept.append(inner)
    kept.append(folded[position:])
    plain = "".join(kept).strip("()").strip(_MARKS)
    return Heading(key=plain, unit=unit, weight=weight, numbered=number is not None)


_LABEL = regex.compile(
    r"[\(（\[【〔]\s*+(?:共计?|满分|权重|分值)?[:：]?\s*+([0-9０-９]{1,3}+(?:[.．][0-9０-９]{1,2}+)?+)\s*+(分|%|％)?\s*+[\)）\]】〕]?\s*+$"
)
_BARE_LABEL = regex.compile(r"(?<![0-9０-９.．])([0-9０-９]{1,3}+(?:[.．][0-9０-９]{1,2}+)?+)\s*+分\s*+$")
_ORDINAL = regex.compile(r"^\s*+指\s*+标\s*+[0-9０-９]{1,3}\s*+[:：、.．]\s*+")
_LISTED = regex.compile(
    r"^\s*+(?:[（(]\s*+(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*+[）)]|[0-9]{1,2}[.、．](?![0-9])|[一二三四五六七八九十]{1,3}、)\s*+"
)
_CONTINUED = regex.compile(r"[（(]\s*+(?:续表?|接上[页表])\s*+[）)]\s*+$")
_UPRIGHT = regex.compile(r"\s*+\S(?:[^\S\n]*+\n\s*+\S){3,40}+\s*+")  # a character a line
_STARS = regex.compile(r"^[\s*★☆※▲●◆■]++")


class Name(msgspec.Struct, frozen=True):
    """An indicator's name without its weight label."""

    text: str
    weight: Decimal | None = None


@lru_cache(maxsize=8192)
def name(text: str, loose: bool = False) -> Name:
    """`部门结转结余资金管理⏎（3分）` is 部门结转结余资金管理 with 3.

    `loose` also takes a bracket without 分 for a weight (`产出指标(50)`), which only the names
    of levels one and two carry. A leading `指标1：`, list number or star is taken off.
    """
    if _UPRIGHT.fullmatch(text):
        text = "".join(text.split())
    rest, weight = _CONTINUED.sub("", _STARS.sub("", text)).rstrip(), None
    found = _LABEL.search(rest)
    if not (found and (loose or found.group(2) == "分")):
        found = _BARE_LABEL.search(rest) if loose else None
    if found:
        weight, rest = Decimal(key(found.group(1))), rest[: found.start()]
    plain = squeeze(_LISTED.sub("", _ORDINAL.sub("", rest)))
    return Name(text=plain or squeeze(rest), weight=weight)
