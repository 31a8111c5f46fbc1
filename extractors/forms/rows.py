"""What kind of row a row is: total, subtotal, placeholder, note, page mark."""

from __future__ import annotations

from functools import lru_cache

import regex

from extractors.forms import vocabulary
from extractors.forms.contents import content
from extractors.forms.grid import Row, Slot
from extractors.forms.headers import Header
from extractors.forms.normalise import heading, key

_NAMELESS = regex.compile(r"(?:指标|目标)?(?:[0-9一二三四五六七八九十]{1,3}|[xX×])?[:：.、]?")
# ……（可根据需要增加）
_PROMPT = regex.compile(r"\((?:[^()]{0,12}(?:可|请|如|按|自行|增|添|删)[^()]{0,20}+)\)$")
_NOTES = regex.compile(r"\([^()]{0,40}+\)")
_OF_POINTS = regex.compile(
    r"^(?!.*(?:资金|经费|金额|预算|支出|收入|小计|指标)).{0,6}(?:总|综合|合计|共计|累计|累加|得分|评分|自评分|分数).{0,6}$"
)
_PAGE = regex.compile(
    r"[-—–]{1,3}[0-9]{1,4}[-—–]{1,3}|第[0-9]{1,4}页(?:[,，/]?共[0-9]{1,4}页)?|[0-9]{1,4}/[0-9]{1,4}页?"
)
_NOTE = regex.compile(r"(?:备?注|说明|填表说明|填报说明|备注说明)[0-9]{0,2}[:：.、]")


def first_key(row: Row) -> str:
    """The key of the first cell that says something, notes aside."""
    return heading(row.filled[0].text).key if row.filled else ""


def is_total(row: Row) -> bool:
    """True for a row that begins with 总分, 合计, 总计 …"""
    filled = row.filled
    return bool(filled) and (_is_total_label(filled[0].text) or _sums_up(row, filled))


@lru_cache(maxsize=4096)
def _is_total_label(text: str) -> bool:
    worded = (vocabulary.match("rows", text), vocabulary.match("rows", _NOTES.sub("", key(text))))
    return any(found is not None and found.role == "total" for found in worded)


@lru_cache(maxsize=4096)
def _is_of_points(text: str) -> bool:
    return _OF_POINTS.search(key(text)) is not None


def _sums_up(row: Row, filled: list[Slot]) -> bool:
    """True for one cell over the names that speaks of points, followed by points alone."""
    first, *rest = filled
    if not rest or not row.table or not _is_of_points(first.text):
        return False
    wide = first.span * 10 >= row.columns * 3 if row.exact else len(row.slots) + 2 <= row.columns
    figures = [slot for slot in rest if content(slot.text) in ("points", "filler")]
    grades = [slot for slot in rest if key(slot.text) in vocabulary.listed("titles", "grades")]
    return wide and len(figures) + len(grades) == len(rest) and any(content(s.text) == "points" for s in rest)


def is_subtotal(row: Row) -> bool:
    """True for a row that begins with 小计."""
    first = first_key(row)
    return vocabulary.words("rows").get(first) == "subtotal" or first.endswith("小计")


def is_nameless(text: str | None) -> bool:
    """True for a template's name: `指标1：`, `……`, `/`, 无, or nothing."""
    plain = _PROMPT.sub("", key(text)) if text else ""
    return not plain or vocabulary.is_placeholder(plain) or _NAMELESS.fullmatch(plain) is not None


def is_template_name(text: str | None) -> bool:
    """True for `指标1：` or `……`: a line that the template offers and nobody filled."""
    if not text:
        return False
    folded = _PROMPT.sub("", key(text))
    return _NAMELESS.fullmatch(folded) is not None or not folded.strip("….。·")


def is_page_mark(text: str) -> bool:
    """True for `-1-`, `第2页 共5页`."""
    return _PAGE.fullmatch(key(text)) is not None


def is_note(text: str) -> bool:
    """True for a line that explains the form: `注：…`, `说明：…`."""
    return _NOTE.match(key(text)) is not None


def repeats(row: Row, header: Header) -> bool:
    """True where a row prints the header again, as after a page break."""
    printed = {key(slot.text) for slot in row.filled}
    known = {key(slot.text) for column in header.columns for slot in column.slots if slot.text}
    return len(printed) >= 2 and printed <= known
