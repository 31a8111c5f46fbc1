"""Parts of a zip file that lost its end, read from their local headers."""

from __future__ import annotations

import struct
import zlib

from extractors.document import Limits

_LOCAL = b"PK\x03\x04"
_HEADER = struct.Struct("<4s5H3I2H")
_DEFLATED, _STORED = 8, 0
_CHUNK = 1 << 16
_LATER = 8  # flag: sizes and checksum stand behind the data


def salvaged(data: bytes, limits: Limits) -> dict[str, bytes]:
    """The members of a damaged zip that are whole, by name; their checksums are verified.

    Inflates at most a quarter of the limit of expanded bytes in all, failures included.
    """
    found: dict[str, bytes] = {}
    room = limits.expanded_bytes // 4
    at = data.find(_LOCAL)
    for _ in range(limits.members):
        if at < 0 or room <= 0:
            break
        name, content, whole, end = _member(data, at, room)
        room -= len(content)
        if whole:
            found.setdefault(name, content)
        at = data.find(_LOCAL, end)
    return found


def _member(data: bytes, at: int, room: int) -> tuple[str, bytes, bool, int]:
    """Name, content, whether that is all of it, and the end of the member whose header is at `at`."""
    if at + _HEADER.size > len(data):
        return "", b"", False, len(data)
    _, _, flags, method, _, _, checksum, packed, size, name_length, extra = _HEADER.unpack_from(data, at)
    start = at + _HEADER.size + name_length + extra
    raw = data[at + _HEADER.size : at + _HEADER.size + name_length]
    name = raw.decode("utf-8" if flags & 0x800 else "cp437", "replace").replace("\\", "/").lstrip("/")
    content, whole, end = b"", False, start
    if flags & 1:
        return name, content, whole, end
    if method == _STORED and not flags & _LATER and packed <= room:
        content, end = data[start : start + packed], start + packed
        whole = len(content) == size
    elif method == _DEFLATED:
        content, whole, end = _inflated(data, start, room)
    if not flags & _LATER:
        whole = whole and zlib.crc32(content) == checksum
    return name, content, whole, max(end, start)


def _inflated(data: bytes, start: int, room: int) -> tuple[bytes, bool, int]:
    """Content, whether it came to its end within `room` bytes, and where its packed data ends."""
    machine = zlib.decompressobj(-15)
    content = bytearray()
    at = start
    while at < len(data) and not machine.eof and len(content) <= room:
        chunk = data[at : at + _CHUNK]
        try:
            content += machine.decompress(chunk, room - len(content) + 1)
        except zlib.error:
            return bytes(content), False, start
        at += len(chunk)
    whole = machine.eof and len(content) <= room
    return bytes(content), whole, at - len(machine.unused_data) if whole else start
