"""Number format codes taken apart: sections, conditions, tokens (ECMA-376 18.8.31)."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import msgspec
import regex

LITERAL, DIGIT, POINT, COMMA, PERCENT, SLASH, EXPONENT = (
    "literal",
    "digit",
    "point",
    "comma",
    "percent",
    "slash",
    "exponent",
)
DATE, HALF_DAY, ELAPSED, GENERAL, TEXT = "date", "half_day", "elapsed", "general", "text"

_TOKEN = regex.compile(
    r"""
      "(?P<quoted>[^"]*+)"?+
    | [\\!](?P<escaped>.)
    | [_*].?+
    | \[(?P<bracket>[^\]]*+)\]
    | (?P<general>(?i:general))
    | (?P<half_day>(?i:am/pm|a/p)|上午/下午)
    | (?P<exponent>[Ee][+-])
    | (?P<date>(?i:y++|m++|d++|h++|s++|a{3,4}+|e++|g++|b++))
    | (?P<digit>[0\#?])
    | (?P<other>.)
    """,
    regex.VERBOSE | regex.DOTALL,
)
_CONDITION = regex.compile(r"\s*+(<=|>=|<>|<|>|=)\s*+(-?\d{1,15}(?:\.\d{1,15})?)\s*+")
_KINDS = {".": POINT, ",": COMMA, "%": PERCENT, "/": SLASH, "@": TEXT}
_LONGEST = 255  # characters; Excel refuses longer codes


class Section(msgspec.Struct):
    """One part of a code between semicolons."""

    tokens: list[tuple[str, str]]
    condition: tuple[str, Decimal] | None = None
    script: str = ""  # DBNum1, DBNum2, DBNum3

    @property
    def is_date(self) -> bool:
        """Whether it shows a point in time."""
        return any(kind in (DATE, HALF_DAY, ELAPSED) for kind, _ in self.tokens)

    def has(self, kind: str) -> bool:
        """Whether a token of this kind is in it."""
        return any(token == kind for token, _ in self.tokens)


@lru_cache(maxsize=2048)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a code, at least one."""
    found = [Section([])]
    for match in _TOKEN.finditer(code[:_LONGEST]):
        if match["other"] == ";":
            found.append(Section([]))
        else:
            _add(found[-1], match)
    return tuple(found)


def _add(section: Section, match: regex.Match[str]) -> None:
    for kind in (GENERAL, HALF_DAY, EXPONENT, DATE, DIGIT):
        if match[kind] is not None:
            section.tokens.append((kind, match[kind]))
            return
    if match["bracket"] is not None:
        _add_bracket(section, match["bracket"])
    elif match["other"] is not None:
        section.tokens.append((_KINDS.get(match["other"], LITERAL), match["other"]))
    else:
        text = match["quoted"] if match["quoted"] is not None else match["escaped"]
        if text:
            section.tokens.append((LITERAL, text))


def _add_bracket(section: Section, inside: str) -> None:
    """Colours show nothing; conditions, currencies, scripts, hours beyond a day do."""
    if condition := _CONDITION.fullmatch(inside):
        section.condition = (condition[1], Decimal(condition[2]))
    elif inside.startswith("$"):
        section.tokens.append((LITERAL, inside[1:].partition("-")[0]))
    elif inside.lower().startswith("dbnum"):
        section.script = inside[:6].lower()
    elif inside and inside.lower().strip("hms") == "" and len(set(inside.lower())) == 1:
        section.tokens.append((ELAPSED, inside.lower()))


def chosen(code: str, value: Decimal) -> tuple[Section | None, bool]:
    """The section for a number, and whether a negative number keeps its sign in it.

    None where no condition holds: Excel then shows hashes.
    """
    parts = sections(code)
    parts = parts[:-1] if len(parts) == 4 else parts  # the fourth is for text
    if any(part.condition for part in parts):
        return _by_condition(parts, value)
    if len(parts) == 1 or (value > 0) or (value == 0 and len(parts) == 2):
        return parts[0], len(parts) == 1
    return (parts[1], False) if value < 0 else (parts[2], False)


def _by_condition(parts: tuple[Section, ...], value: Decimal) -> tuple[Section | None, bool]:
    for index, part in enumerate(parts):
        sign, limit = part.condition or ("", Decimal(0))
        holds = {
            "": index == len(parts) - 1 or (index == 1 and value < 0),
            "<": value < limit,
            "<=": value <= limit,
            ">": value > limit,
            ">=": value >= limit,
            "=": value == limit,
            "<>": value != limit,
        }[sign]
        if holds:
            return part, not (sign in ("<", "<=") and limit <= 0) and (bool(sign) or index != 1)
    return None, True


def text_section(code: str) -> Section | None:
    """The section that says how text is shown: the fourth, or the only one that has an @."""
    parts = sections(code)
    if len(parts) == 4:
        return parts[3]
    return next((part for part in parts if part.has(TEXT)), None)
