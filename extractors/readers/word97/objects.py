"""Finds the embedded workbooks and documents of a Word 97 file by the fields that show them."""

from __future__ import annotations

import struct

import olefile

from extractors.readers.word97.bins import Runs
from extractors.readers.word97.hiding import field_codes
from extractors.readers.word97.sprms import sprms

_POOL, _STREAMS = "objectpool", ("workbook", "book", "package")
_OBJECT, _SEPARATOR = 0x6A03, "\x14"  # sprmCPicLocation: of an embedded object its number ([MS-DOC] 2.6.1)


def stored(ole: olefile.OleFileIO) -> dict[int, bytes]:
    """Number of an object -> its workbook's stream, or the package that it is."""
    found = {}
    for entry in ole.listdir():
        if len(entry) == 3 and entry[0].lower() == _POOL and entry[2].lower() in _STREAMS:
            number = entry[1].lstrip("_")
            if number.isdigit():
                found[int(number)] = ole.openstream(entry).read()
    return found


def placed(text: str, characters: Runs, objects: dict[int, bytes]) -> dict[int, bytes]:
    """Where the result of its field begins -> the bytes of an embedded object."""
    found: dict[int, bytes] = {}
    for start, end in field_codes(text) if objects else ():
        if text[end - 1] != _SEPARATOR or "EMBED" not in text[start:end]:
            continue
        for code, operand in sprms(characters.at(end - 1)):
            number = struct.unpack("<I", operand)[0] if code == _OBJECT and len(operand) == 4 else -1
            if number in objects:
                found[end - 1] = objects[number]
    return found
