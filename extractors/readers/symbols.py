"""Characters of symbol fonts as Unicode: a ≥ typed in Symbol, a ticked box in Wingdings."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import regex

_PRIVATE = regex.compile(r"[\uf020-\uf0ff]")
_ORDER = ("symbol", "wingdings", "wingdings 2")  # where the font is not known


@cache
def _fonts() -> dict[str, dict[int, str]]:
    text = files("extractors").joinpath("data/symbols.toml").read_text("utf-8")
    return {
        font: {int(code, 16): sign for code, sign in signs.items()}
        for font, signs in tomllib.loads(text).items()
    }


def is_symbol_font(font: str) -> bool:
    """Whether a font draws signs instead of letters."""
    return font.strip().lower() in _fonts()


def symbol(code: int, font: str = "") -> str:
    """The sign at `code` (with or without the private area's 0xF000) of a symbol font.

    Where the font is not known the first table that has the code decides; a code that none has
    gives a bullet, so that nobody takes it for text.
    """
    code &= 0xFF if 0xF000 <= code <= 0xF0FF or code <= 0xFF else 0xFFFF
    if code > 0xFF:
        return chr(code)
    own = _fonts().get(font.strip().lower())
    if own is not None:
        return own.get(code, chr(code) if font.strip().lower() == "symbol" and code < 0x7F else "•")
    return next((_fonts()[name][code] for name in _ORDER if code in _fonts()[name]), "•")


def printed(text: str, font: str = "") -> str:
    """A text with the characters of the symbol fonts' private area as the signs they show."""
    if not _PRIVATE.search(text):
        return text
    return _PRIVATE.sub(lambda found: symbol(ord(found[0]), font), text)
