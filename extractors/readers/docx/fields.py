"""Fields: their results are printed, their instructions are not."""

from __future__ import annotations

import msgspec
from lxml import etree

from extractors.readers.docx.names import VAL, W, on


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
