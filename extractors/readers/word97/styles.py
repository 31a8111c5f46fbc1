"""Styles: what a paragraph inherits (numbering, outline level) and whether a character style hides."""

from __future__ import annotations

import struct

import msgspec

from extractors.readers.word97.properties import (
    CharacterProperties,
    ParagraphProperties,
    character_properties,
    paragraph_properties,
)

_PARAGRAPH, _CHARACTER = 1, 2
_NO_BASE = 0xFFF


class Style(msgspec.Struct):
    """One style by its number: its base and what it sets itself."""

    base: int
    heading: int | None  # 0-8 for the built-in headings
    paragraph: ParagraphProperties
    hides: bool = False


def read_styles(sheet: bytes) -> list[Style | None]:
    """The style sheet with bases applied. A damaged rest is left out: styles only add."""
    try:
        return _inherited(_styles(sheet))
    except (struct.error, IndexError):
        return []


def _styles(sheet: bytes) -> list[Style | None]:
    head = struct.unpack_from("<H", sheet)[0]
    count, fixed = struct.unpack_from("<HH", sheet, 2)
    at = 2 + head
    found: list[Style | None] = []
    for _ in range(min(count, 4096)):
        if at + 2 > len(sheet):
            break
        size = struct.unpack_from("<H", sheet, at)[0]
        found.append(_style(sheet[at + 2 : at + 2 + size], fixed) if size else None)
        at += 2 + size
    return found


def _style(std: bytes, fixed: int) -> Style:
    first, second, third = struct.unpack_from("<HHH", std)
    sti, kind, base, parts = first & 0xFFF, second & 0xF, second >> 4, third & 0xF
    heading = sti - 1 if 1 <= sti <= 9 else None
    letters = struct.unpack_from("<H", std, fixed)[0]
    at = fixed + 2 + 2 * letters + 2
    pieces = []
    for _ in range(min(parts, 3)):
        at += at & 1
        if at + 2 > len(std):
            break
        size = struct.unpack_from("<H", std, at)[0]
        pieces.append(std[at + 2 : at + 2 + size])
        at += 2 + size
    paragraph = (
        paragraph_properties(pieces[0], b"") if kind == _PARAGRAPH and pieces else ParagraphProperties()
    )
    character = character_properties(pieces[-1]) if kind == _CHARACTER and pieces else CharacterProperties()
    return Style(base, heading, paragraph, character.vanish == 1)


def _inherited(styles: list[Style | None]) -> list[Style | None]:
    for style in styles:
        seen = 0
        base = style.base if style else _NO_BASE
        while style and base < len(styles) and seen < 12:  # bases are at most 11 deep
            above = styles[base]
            if above is None:
                break
            _inherit(style, above)
            base, seen = above.base, seen + 1
    return styles


def _inherit(style: Style, above: Style) -> None:
    own, given = style.paragraph, above.paragraph
    if own.list_use is None:
        own.list_use = given.list_use
        own.list_level = given.list_level if own.list_level is None else own.list_level
    own.outline = given.outline if own.outline is None else own.outline
    style.heading = above.heading if style.heading is None else style.heading
    style.hides = style.hides or above.hides
