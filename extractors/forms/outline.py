"""Heading numbers of a narrative: 一、 （一） 1. （1） ① and what follows them."""

from __future__ import annotations

from functools import cache

import msgspec
import regex

from extractors.forms import vocabulary
from extractors.forms.grid import Line
from extractors.forms.normalise import key

_CN = "一二三四五六七八九十"
_STYLES = (
    (0, regex.compile(rf"第([{_CN}]{{1,3}})(?:部分|章|篇)[、:：]?\s*+")),
    (1, regex.compile(rf"([{_CN}]{{1,3}})\s*+[、.．，](?!\d)\s*+")),
    (2, regex.compile(rf"[(（﹙]?\s*+([{_CN}]{{1,3}})\s*+[)）﹚]\s*+[、.．]?\s*+")),
    (3, regex.compile(r"(\d{1,2})\s*+[.．、](?!\d)\s*+")),
    (4, regex.compile(r"[(（﹙]?\s*+(\d{1,2})\s*+[)）﹚]\s*+[、.．]?\s*+")),
    (5, regex.compile(r"([①-⑳])\s*+[、.．]?\s*+")),
)
_ENDS = regex.compile(
    r"(?:情况|分析|问题|措施|目标|指标|管理|结论|说明|概况|内容|依据|方面|效益|原因|建议|职责|成效|方向|职能|背景|执行率|满意度)$"
)
_LEADER = regex.compile(
    r".{2,80}?(?:[.．…·‥_]{3,}|…{1,}|\t)\s*+(?:\d{1,3}|错误.*)?\s*+|.*错误[!！]\s*+未定义书签.*"
)
PART, SUB, ITEM = 1, 2, 3


class Mark(msgspec.Struct):
    """A numbered line: its style rank, its number, and the line after the number."""

    style: int
    number: int
    printed: str
    rest: str
    offset: int  # of `rest` in the line


def _value(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    tens, ten, units = text.rpartition("十")
    if not ten:
        return _CN.index(text) + 1 if len(text) == 1 else 0
    return (_CN.index(tens) + 1 if tens else 1) * 10 + (_CN.index(units) + 1 if units else 0)


def mark(text: str) -> Mark | None:
    """The number that a line begins with: `（二）当年…` is style 2, number 2."""
    for style, pattern in _STYLES:
        found = pattern.match(text)
        if found and found.end() < len(text):
            number = _value(found.group(1))
            return Mark(style, number, text[: found.end()].strip(), text[found.end() :], found.end())
    return None


_ASIDE = regex.compile(r"[（(][^（）()]*+[）)]|20\d\d\s?年度?|\d++分")
_TOLD = regex.compile(r"[^，；\d]*+\d[\d,.]*+[^，；\d]++(?:[^，；]*+)[，；].*\d")


def is_contents(text: str) -> bool:
    """True for a line of a table of contents: dot leaders, a page number, a broken bookmark."""
    return _LEADER.fullmatch(text) is not None


def split(rest: str) -> tuple[str, int]:
    """The heading in a numbered line, and where its body begins (the length where there is none).

    `社会满意度（如有）：企业满意度高。` is split at the colon; a template's prompt after the
    colon (从…等方面反映…) belongs to the heading.
    """
    colon = next((i for i, c in enumerate(rest[:60]) if c in "：:"), None)
    stop = rest.find("。")
    if colon is not None and (stop < 0 or colon < stop):
        body = rest[colon + 1 :].strip()
        if body and is_prompt(body):
            return _trimmed(rest), len(rest)
        return rest[:colon].strip(), colon + 1 if body else len(rest)
    if 0 < stop <= 40 and rest[stop + 1 :].strip():
        return rest[:stop].strip(), stop + 1
    return _trimmed(rest), len(rest)


def _trimmed(text: str) -> str:
    return text.strip().rstrip("。：:；;").strip()


def is_prompt(text: str) -> bool:
    """True for words of the template that ask for text instead of giving it."""
    return _prompts().search(key(text)) is not None


@cache
def _prompts() -> regex.Pattern[str]:
    return regex.compile("|".join(f"(?:{each})" for each in vocabulary.data()["prompts"]["patterns"]))


def section_key(heading: str) -> str:
    """The canonical role of a section by the words of its heading; `other` where none fits.

    A plan whose heading says that it was carried out (主要工作完成情况) tells results. A heading that is
    a statement (查出问题204个，已整改186个) has a role only where it begins with its word.
    """
    folded = key(heading)
    told = _TOLD.match(_ASIDE.sub("", heading))
    if told is not None:
        folded = next(
            (w for ws in vocabulary.data()["sections"].values() for w in ws if folded.startswith(w)), ""
        )
    found = [
        (word, role)
        for role, words in vocabulary.data()["sections"].items()
        for word in words
        if word in folded
    ]
    special = vocabulary.data()["outline"]["specific"]
    role = max(found, key=lambda pair: (pair[1] in special, len(pair[0])))[1] if found else "other"
    done = vocabulary.data()["outline"]["done"].get(role)
    return "results" if done and regex.search(done, folded) else role


def is_heading(found: Mark, line: Line) -> bool:
    """Whether a numbered line is a heading rather than an item of a list.

    一、 and （一） are headings unless they run on like a sentence; deeper numbers only
    where they are short, end like a heading, or introduce a body after a short label.
    """
    title, body = split(found.rest)
    if found.style <= SUB:
        return len(title) <= 60 and not (
            found.rest.rstrip().endswith(("；", ";")) and body == len(found.rest)
        )
    if line.level is not None:
        return True
    if body < len(found.rest):
        return len(title) <= 14 and "，" not in title and _ENDS.search(key(title)) is not None
    return len(title) <= 24 and not any(c in title for c in "，；。") and _ENDS.search(key(title)) is not None
