"""What people see in the terminal: Chinese lines in which no file name comes alive."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0xFEFF}
_HARMLESS = {"\n": "⏎", "\t": " ", "\r": "⏎"}


def safe(text: object) -> str:
    """Text from a file on one line, without anything that a terminal would obey."""
    return "".join(_shown(character) for character in str(text))


def _shown(character: str) -> str:
    code = ord(character)
    if character in _HARMLESS:
        return _HARMLESS[character]
    if code < 0x20:
        return chr(0x2400 + code)
    if 0x7F <= code < 0xA0 or code in _BIDI or 0xD800 <= code < 0xE000 or code in {0x2028, 0x2029}:
        return f"\\u{code:04x}"
    return character


def filled(text: str, width: int) -> Text:
    """Text on lines filled to the edge: a Chinese sentence breaks anywhere, not at its few blanks."""
    from rich.cells import chop_cells
    from rich.text import Text

    return Text("\n".join(line.strip() for line in chop_cells(text, max(width, 10))))


@cache
def out() -> Console:
    """Where results go."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)


@cache
def err() -> Console:
    """Where progress and complaints go."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)


def complain(line: str, detail: str = "") -> None:
    """One line about what went wrong; below it what an engine said."""
    err().print(f"错误：{safe(line)}", style="red")
    for each in detail.splitlines():
        err().print(f"  {safe(each)}", style="dim")


def settle_encoding() -> None:
    """Chinese comes out whatever the terminal's code page is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace") if stream.isatty() else reconfigure(
                encoding="utf-8", errors="replace"
            )
