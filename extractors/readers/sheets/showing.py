"""What a cell shows: its value through its number format."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from extractors.readers.sheets.codes import TEXT, chosen, text_section
from extractors.readers.sheets.dates import moment
from extractors.readers.sheets.numbers import cleaned, general, number


@lru_cache(maxsize=65_536)
def shown(value: Decimal, code: str, *, since_1904: bool = False) -> str:
    """A number as printed: 8.3004 with 0.00% is 830.04%.

    Where Excel prints hashes (no date, no section that fits) the number is given as General.
    """
    if code == "General":
        return general(value)
    section, signed = chosen(code, cleaned(value))
    if section is None:
        return general(value)
    if section.is_date:
        return (moment(section, cleaned(value), since_1904=since_1904) or general(value)).strip()
    return number(section, value, signed=signed).strip()


def shown_text(text: str, code: str) -> str:
    """A text as printed: as it is, but for formats such as `@"元"` and `;;;`, which hides it."""
    section = text_section(code) if code not in ("General", "@") else None
    if section is None:
        return text
    return "".join(text if kind == TEXT else literal for kind, literal in section.tokens)
