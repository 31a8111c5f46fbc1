"""Fields: their results are printed, their instructions are not."""

from __future__ import annotations

import msgspec
import regex
from lxml import etree

from extractors.readers.docx.names import VAL, W, on
from extractors.readers.symbols import symbol

_CIRCLED = regex.compile(r"(?i)\s*+eq\s*+\\o\s*+(?:\\a[cdlr]\s*+)?\(([^,，;；]*+)[,，;；]\s*+([^)]*+)\)")
_FRACTION = regex.compile(r"(?i)\s*+eq\s*+\\f\s*+\(([^,，;；]*+)[,，;；]\s*+([^)]*+)\)")
_SYMBOL = regex.compile(r"(?i)\s*+symbol\s++(\d{1,5})(?:.*?\\f\s*+\"([^\"]*+)\")?")
_CIRCLES = "○〇◯O"


class Field(msgspec.Struct):
    """A field that has begun and not ended. `shown`: what a form control shows without a result."""

    instruction: list[str]
    separated: bool = False
    shown: str = ""
    mark: int = -1  # length of the line where its result begins


def control(field_char: etree._Element) -> str:
    """What a form control of old style shows: a ticked or empty box, the chosen entry."""
    box = field_char.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        state = box.find(W + "checked")
        state = box.find(W + "default") if state is None else state
        return "☑" if state is not None and on(state.get(VAL)) else "□"
    choice = field_char.find(f"{W}ffData/{W}ddList")
    if choice is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choice.iterchildren(W + "listEntry")]
    chosen = choice.find(W + "result")
    index = chosen.get(VAL, "0") if chosen is not None else "0"
    return entries[int(index)] if index.isdecimal() and int(index) < len(entries) else ""


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
