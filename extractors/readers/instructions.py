"""What a field without a stored result prints: circled characters, fractions, symbols."""

from __future__ import annotations

import regex

from extractors.readers.symbols import symbol

_CIRCLED = regex.compile(r"(?i)\s*+eq\s*+\\o\s*+(?:\\a[cdlr]\s*+)?\(([^,，;；]*+)[,，;；]\s*+([^)]*+)\)")
_FRACTION = regex.compile(r"(?i)\s*+eq\s*+\\f\s*+\(([^,，;；]*+)[,，;；]\s*+([^)]*+)\)")
_SYMBOL = regex.compile(r"(?i)\s*+symbol\s++(\d{1,5})(?:.*?\\f\s*+\"([^\"]*+)\")?")
_CIRCLES = "○〇◯O"


def computed(instruction: str) -> str:
    """What a field without a stored result prints: circled characters, fractions, symbols."""
    if found := _CIRCLED.match(instruction):
        return _circled(found[1].strip(), found[2].strip())
    if found := _FRACTION.match(instruction):
        return f"{found[1].strip()}/{found[2].strip()}"
    if found := _SYMBOL.match(instruction):
        return symbol(int(found[1]), found[2] or "")
    return ""


def _circled(frame: str, inside: str) -> str:
    if frame in _CIRCLES and inside.isdecimal() and 1 <= int(inside) <= 20:
        return chr(0x2460 + int(inside) - 1)
    if frame in _CIRCLES and len(inside) == 1 and inside in "一二三四五六七八九十":
        return chr(0x3280 + "一二三四五六七八九十".index(inside))
    return inside
