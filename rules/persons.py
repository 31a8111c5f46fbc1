"""Personal data in running text: names beside a post, telephone numbers, identity numbers."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import regex

_PHONE = regex.compile(
    r"(?<![\d.])(?:1[3-9]\d(?:[- ]?\d{4}){2}|0\d{2,3}[-－—]\d{7,8}(?:-\d{1,4})?|\(0\d{2,3}\)\d{7,8})(?![\d.])"
)
_IDENTITY = regex.compile(
    r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


class Personal(msgspec.Struct, frozen=True):
    """`text[start:end]` is a name, a phone or an identity number."""

    start: int
    end: int
    kind: str  # name | phone | identity
    text: str


def find_personal(text: str) -> list[Personal]:
    """What a text says of persons, in order. Linear in the text.

    A name needs a post or a word of address beside it: 局长李某某, 王某同志, 联系人：张某.
    """
    found = [Personal(m.start(), m.end(), "phone", m[0]) for m in _PHONE.finditer(text)]
    found += [
        Personal(m.start(), m.end(), "identity", m[0]) for m in _IDENTITY.finditer(text) if _valid(m[0])
    ]
    if any(surname in text for surname in _lexicon()["surnames"]):
        lists = _lexicon()["before"], [*_lexicon()["after"], "同志"]
        for pattern, told in zip(_patterns(), lists, strict=True):
            if not any(word in text for word in told):
                continue
            for m in pattern.finditer(text):
                start, end = m.span("name")
                if not any(m["name"].startswith(word) for word in _lexicon()["never"]):
                    found.append(Personal(start, end, "name", m["name"]))
    return _apart(sorted(found, key=lambda each: (each.start, -each.end)))


def _apart(found: list[Personal]) -> list[Personal]:
    out: list[Personal] = []
    for each in found:
        if not out or each.start >= out[-1].end:
            out.append(each)
    return out


def _valid(number: str) -> bool:
    """The check digit of GB 11643 (ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECKS[total % 11] == number[17].upper()


@cache
def _lexicon() -> dict[str, Any]:
    data = tomllib.loads((files("rules") / "data" / "persons.toml").read_text(encoding="utf-8"))
    return data | {"surnames": "".join(data["surnames"].split())}


@cache
def _patterns() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    words = _lexicon()
    pairs = "|".join(words["two_character_surnames"])
    # the given name is one or two characters and ends where the word does
    name = rf"(?P<name>(?:{pairs}|[{words['surnames']}])(?:[\p{{Han}}]{{1,2}}|某{{1,2}}))"
    posts = "|".join(sorted(map(regex.escape, words["before"]), key=len, reverse=True))
    address = "|".join(sorted(map(regex.escape, words["after"]), key=len, reverse=True))
    ends = rf"(?=同志|任|为|负责|专门|[，,、。；;：:\s（(]|{address}|$)"
    before = regex.compile(
        rf"(?:{posts})(?:签[字名]|姓名)?[（(]?(?:签[字章])?[)）]?[：:\s]{{0,6}}{name}{ends}"
    )
    after = regex.compile(rf"(?<![\p{{Han}}]){name}(?:同志|{address})")
    return before, after
