"""Dates, years, eras as running text names them."""

from __future__ import annotations

import calendar
import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec
import regex

_TITLES = regex.compile(r"《[^《》\n]{0,80}》|[〔\[【(（]\s*(?:19|20)\d\d\s*[〕\]】)）]\s*\d*号?")
_YEAR = regex.compile(r"(?<![\d.])((?:19|20)\d\d)\s?年(?!期|限)")
_DATE = regex.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)\s?[年.\-/](?:\s?(?P<month>1[0-2]|0?[1-9])\s?(?:月|[.\-/](?=\d))"
    r"(?:份|(?P<part>上旬|中旬|下旬|初|中|底|末)|\s?(?P<day>3[01]|[12]\d|0?[1-9])(?:日|号|(?!\d)))?)?(?P<end>年?底|末)?"
)
_NOT_DONE = regex.compile(r"未|预计|计划|拟|开工|启动|延")
_PART_DAYS = {"上旬": 10, "初": 10, "中旬": 20, "中": 20}


class Era(msgspec.Struct, frozen=True):
    """A congress or plan with the fiscal years in which it is the current one."""

    kind: str
    names: list[str]
    since: int
    until: int
    source: str


class Day(msgspec.Struct, frozen=True):
    """A date as printed: its first and last possible day, and where it stands."""

    first: date
    last: date
    text: str
    start: int
    end: int


def years(text: str) -> list[int]:
    """The years that a text names (2021年), decree numbers and titles left out."""
    return [int(found[1]) for found in _YEAR.finditer(_TITLES.sub("", text))]


def days(text: str) -> list[Day]:
    """The dates that a text prints with a month, or as the end of a year, with the days they may mean."""
    out = []
    for found in _DATE.finditer(text):
        year, month = int(found["year"]), found["month"]
        if month is None:
            if found["end"]:
                out.append(Day(date(year, 1, 1), date(year, 12, 31), found[0], found.start(), found.end()))
            continue
        last = calendar.monthrange(year, int(month))[1]
        day = found["day"]
        if day is not None:
            if int(day) > last:
                continue
            first = final = date(year, int(month), int(day))
        else:
            first = date(year, int(month), 1)
            final = date(year, int(month), _PART_DAYS.get(found["part"] or "", last))
        out.append(Day(first, final, found[0], found.start(), found.end()))
    return out


def in_time(target: str, actual: str) -> bool | None:
    """Whether a date lies within its limit (2021年10月底前); None where either is no single date."""
    limits, done = days(target), days(actual)
    if len(limits) != 1 or len(done) != 1 or _NOT_DONE.search(actual):
        return None
    if done[0].first > limits[0].last:
        return False
    return True if done[0].last <= limits[0].last else None


@cache
def eras() -> list[Era]:
    """The eras of rules/data/eras.toml."""
    raw = tomllib.loads((files("rules") / "data" / "eras.toml").read_text(encoding="utf-8"))
    return msgspec.convert(raw["era"], list[Era])
