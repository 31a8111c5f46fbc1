"""Titles, annex marks and years: where a form begins and what it calls itself."""

from __future__ import annotations

from functools import cache

import msgspec
import regex

from extractors.forms import vocabulary
from extractors.forms.grid import Row
from extractors.forms.normalise import key

_ANNEX = regex.compile(
    r"\s*+((?:附件|附表|附)\s*+[0-9０-９一二三四五六七八九十]{0,3}(?:[-—－.][0-9]{1,2})?|公开\s*+[0-9]{1,2}\s*+表)\s*+[:：]?\s*+(.*)",
    regex.DOTALL,
)
_YEAR = regex.compile(r"((?:19|20)[0-9]{2})\s*年?度?")
_CHINESE_YEAR = regex.compile(r"二[〇○零Oo0]([〇○零一二三四五六七八九]{2})年")
_DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_TAIL = regex.compile(r"\([^()]{0,20}\)?$|[^()]{0,8}年度\)$")
_LISTED = regex.compile(
    r"[0-9]{1,2}[.、．]|\([0-9一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}、|[《“\"]"
)
_SUBTITLE = regex.compile(r"\(?(?:[0-9X×*]{4}|二[〇○零][〇○零一二三四五六七八九]{2})年度?\)?")
MAX_TITLE = 60


class Annex(msgspec.Struct):
    """An annex mark, and what stands after it on the line."""

    mark: str
    rest: str


def annex(text: str) -> Annex | None:
    """`附件6：` or `附表2 2022年度…自评表`: the mark and the rest of the line."""
    found = _ANNEX.fullmatch(text)
    if found is None:
        return None
    mark, rest = key(found.group(1)), found.group(2).strip()
    if rest and (len(mark) < 3 or not title_kind(rest)):
        return None
    return Annex(mark, rest)


def _plain(text: str) -> str:
    plain = key(text)
    return _TAIL.sub("", plain)


@cache
def _table_pattern() -> regex.Pattern[str]:
    return regex.compile(f"(?:{vocabulary.data()['titles']['table_pattern']})$")


def title_kind(text: str) -> str | None:
    """`table`, `report` or None: what a line would be the title of, by its words."""
    if not 4 <= len(text) <= MAX_TITLE or "\n" in text.strip():
        return None
    plain = _plain(text)
    if _LISTED.match(plain) or plain.endswith(("。", ";", ":", ",")) or "。" in plain:
        return None
    if not any(word in plain for word in vocabulary.data()["titles"]["words"]):
        return None
    if plain.endswith(vocabulary.ordered("titles", "report")):
        return "report"
    if plain.endswith(vocabulary.ordered("titles", "table")) or _table_pattern().search(plain):
        return "table"
    weak = vocabulary.ordered("titles", "weak_table")
    return "table" if ("绩效" in plain or "自评" in plain[:-2]) and plain.endswith(weak) else None


def speaks(row: Row) -> bool:
    """True for a row that reads as text: one cell across the table, or one cell with a title's words.

    A sheet may keep its title in an unmerged first cell.
    """
    if row.is_line:
        return True
    if len(row.filled) != 1:
        return False
    text = row.filled[0].text
    return title_kind(text) is not None or annex(text) is not None or is_subtitle(text)


def is_subtitle(text: str) -> bool:
    """True for the line under a title: `（2021年度）`."""
    return _SUBTITLE.fullmatch(key(text)) is not None


def year(text: str) -> int | None:
    """The fiscal year that a title or label names; None for 20XX or none."""
    plain = key(text)
    found = _YEAR.search(plain)
    if found:
        return int(found.group(1))
    spoken = _CHINESE_YEAR.search(plain)
    return int("20" + "".join(_DIGITS[c] for c in spoken.group(1))) if spoken else None
