"""Names, references and escapes of SpreadsheetML."""

from __future__ import annotations

from functools import lru_cache

import regex

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_REFERENCE = regex.compile(r"\$?+([A-Za-z]{1,3}+)\$?+(\d{1,7}+)")
_ESCAPE = regex.compile(r"_x([0-9A-Fa-f]{4})_")


def reference(text: str) -> tuple[int, int] | None:
    """Row and column (from 1) of a reference such as B3; None where it is none."""
    found = _REFERENCE.fullmatch(text)
    if found is None:
        return None
    return int(found[2]), _column(found[1])


@lru_cache(maxsize=20_000)
def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_of(text: str) -> int:
    """The column (from 1) of a cell's reference; 1 where it is none."""
    letters = text.rstrip("0123456789")
    return _column(letters) if len(letters) < 4 and letters.isascii() and letters.isalpha() else 1


def area(text: str) -> tuple[int, int, int, int] | None:
    """First row, first column, last row, last column of a range such as A1:C3."""
    first, _, last = text.partition(":")
    start, end = reference(first), reference(last or first)
    return None if start is None or end is None else (*start, *end)


def unescaped(text: str) -> str:
    """Text with characters written as _x000D_ made plain; line ends are all alike."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def whole(value: str | None, default: int = 0) -> int:
    """A count in an attribute."""
    return int(value) if value and value.isdecimal() and len(value) < 9 else default


def on(value: str | None) -> bool:
    """Whether a switch is on; it is off where it is not given."""
    return value in ("1", "true", "on")
