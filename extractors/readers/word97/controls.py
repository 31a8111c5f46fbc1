"""What fields without a stored result show: boxes to tick, chosen entries, circled numbers."""

from __future__ import annotations

import struct

from extractors.readers.instructions import computed
from extractors.readers.word97.bins import Runs
from extractors.readers.word97.hiding import field_codes
from extractors.readers.word97.sprms import sprms

_PICTURE, _PICTURE_PLACE = "\x01", 0x6A03
_CHECKBOX, _DROPDOWN, _BY_DEFAULT = 1, 2, 25  # kinds; 25: the form was never filled in


def shown(text: str, characters: Runs, data: bytes) -> dict[int, str]:
    """Position of a field's begin -> what is printed there, for fields that keep no result."""
    found: dict[int, str] = {}
    for start, stop in field_codes(text):
        if text[stop - 1] != "\x15" and text[stop : stop + 1] != "\x15":
            continue  # its result stands in the text
        instruction = text[start + 1 : stop - 1]
        if "FORM" in instruction:
            at = text.find(_PICTURE, start, stop)
            sign = _control(characters.at(at), data) if at >= 0 else ""
        else:
            sign = computed(instruction)
        if sign:
            found[start] = sign
    return found


def _control(chpx: bytes, data: bytes) -> str:
    """A form control, whose state is kept like a picture ([MS-DOC] 2.9.158, 2.9.78)."""
    place = next((operand for code, operand in sprms(chpx) if code == _PICTURE_PLACE), None)
    try:
        at = struct.unpack("<I", place or b"")[0]
        at += struct.unpack_from("<H", data, at + 4)[0]
        version, bits = struct.unpack_from("<IH", data, at)
        if version != 0xFFFFFFFF:
            return ""
        return _state(data, at + 10, bits & 3, bits >> 2 & 0x1F)
    except (struct.error, IndexError):
        return ""


def _state(data: bytes, at: int, kind: int, result: int) -> str:
    if kind not in (_CHECKBOX, _DROPDOWN):
        return ""
    _, at = _string(data, at)  # the control's name
    default = struct.unpack_from("<H", data, at)[0]
    value = default if result == _BY_DEFAULT else result
    if kind == _CHECKBOX:
        return "☑" if value else "□"
    at += 2
    for _ in range(5):  # format, help, status, two macros
        _, at = _string(data, at)
    entries = _entries(data, at)
    return entries[value] if value < len(entries) else ""


def _string(data: bytes, at: int) -> tuple[str, int]:
    """A counted string with its closing zero, and where it ends."""
    length = struct.unpack_from("<H", data, at)[0]
    end = at + 2 + 2 * length
    return data[at + 2 : end].decode("utf-16-le", "replace"), end + 2


def _entries(data: bytes, at: int) -> list[str]:
    """The list of a drop-down: mark, count, extra bytes of each, strings without a closing zero."""
    mark, count, extra = struct.unpack_from("<HHH", data, at)
    at += 6
    found = []
    for _ in range(min(count, 100) if mark == 0xFFFF else 0):
        length = struct.unpack_from("<H", data, at)[0]
        found.append(data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace"))
        at += 2 + 2 * length + extra
    return found
