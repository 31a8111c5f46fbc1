"""Where something stands in a document: one string, written and parsed only here.

Grammar (all counted from 1): an optional `p<page>` or `s<sheet>`, then
`t<table>.r<row>.c<column>` (nested tables repeat that) or `b<block>`, then optionally
`:<start>-<end>`, characters from 0, end exclusive: `p3.t2.r5.c4`, `b7:12-18`.
`t` counts the tables and `b` the paragraphs of the document (of the page or sheet where one is named).
"""

from __future__ import annotations

import re

import msgspec

_PLACE = re.compile(
    r"^(?:(?P<part>[ps])(?P<number>\d+)\.?)?"
    r"(?P<path>(?:t\d+(?:\.r\d+(?:\.c\d+)?)?(?:\.(?=t))?)+|b\d+)?"
    r"(?::(?P<start>\d+)-(?P<end>\d+))?$"
)
_STEP = re.compile(r"([trcb])(\d+)")
_WORDS = {"t": " 表{}", "r": " 第{}行", "c": "第{}列", "b": " 第{}段"}


class Place(msgspec.Struct, frozen=True):
    """A parsed place. `path` holds (letter, number) pairs: t, r, c or b."""

    path: tuple[tuple[str, int], ...]
    page: int | None = None
    sheet: int | None = None
    start: int | None = None
    end: int | None = None


def parse(at: str) -> Place:
    """Parse an `at` string. Raises ValueError where it does not follow the grammar."""
    found = _PLACE.match(at)
    if found is None or not at:
        raise ValueError(f"not a place: {at!r}")
    number = int(found["number"]) if found["number"] else None
    return Place(
        path=tuple((letter, int(n)) for letter, n in _STEP.findall(found["path"] or "")),
        page=number if found["part"] == "p" else None,
        sheet=number if found["part"] == "s" else None,
        start=int(found["start"]) if found["start"] else None,
        end=int(found["end"]) if found["end"] else None,
    )


def write(place: Place) -> str:
    """The `at` string of a place; `parse` reads it back."""
    part = f"p{place.page}" if place.page else f"s{place.sheet}" if place.sheet else ""
    path = ".".join(f"{letter}{number}" for letter, number in place.path)
    span = f":{place.start}-{place.end}" if place.start is not None else ""
    return ".".join(x for x in (part, path) if x) + span


def span(at: str, start: int, end: int) -> str:
    """The place of characters start..end (from 0, end exclusive) of the text at `at`.

    Where `at` is itself a span, start and end count from its beginning.
    """
    base, _, within = at.partition(":")
    offset = int(within.partition("-")[0]) if within else 0
    return f"{base}:{offset + start}-{offset + end}"


def chinese(at: str | None) -> str:
    """`p3.t2.r5.c4` as an auditor reads it: 第3页 表2 第5行第4列."""
    if not at:
        return ""
    place = parse(at)
    words = []
    if place.page:
        words.append(f"第{place.page}页")
    if place.sheet:
        words.append(f"第{place.sheet}个工作表")
    words.append("".join(_WORDS[letter].format(number) for letter, number in place.path).strip())
    if place.start is not None and place.end is not None:
        words.append(f"第{place.start + 1}–{place.end}字")
    return " ".join(word for word in words if word)
