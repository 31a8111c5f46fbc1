"""The text of a Word 97 file, put together from its pieces."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator

import msgspec
import regex

from extractors.document import Rejected

_COMPRESSED = 0x40000000
_SURROGATE = regex.compile(r"[\ud800-\udfff]")
# Modifications a fast save packs into two bytes, by number ([MS-DOC] 2.9.214): those that matter here
_SHORT = {0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x5C: 0x083C}


class Piece(msgspec.Struct, frozen=True):
    """Characters start..end of the text stand at file offset `fc`, `step` bytes each."""

    start: int
    end: int
    fc: int
    step: int
    grpprl: bytes  # what a fast save changed in all of it


def read_pieces(word: bytes, clx: bytes) -> tuple[str, list[Piece]]:
    """The text, one character for each UTF-16 unit, and its pieces in order.

    Raises struct.error or IndexError where the piece table is damaged, Rejected where it
    promises more text than the file can hold.
    """
    at, changes = 0, []
    while clx[at] == 1:
        size = struct.unpack_from("<H", clx, at + 1)[0]
        changes.append(clx[at + 3 : at + 3 + size])
        at += 3 + size
    size = struct.unpack_from("<I", clx, at + 1)[0]
    table = clx[at + 5 : at + 5 + size]
    count = (len(table) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", table, 0)
    if bounds[-1] > 4 * len(word) + 1_000_000:
        raise Rejected("damaged", "文档的文字索引已损坏，请用 Word 或 WPS 打开并另存后重新报送。")
    parts, pieces = [], []
    for number in range(count):
        fc, change = struct.unpack_from("<IH", table, 4 * (count + 1) + 8 * number + 2)
        start, end = bounds[number], bounds[number + 1]
        text, fc, step = _text(word, fc, end - start)
        parts.append(text)
        pieces.append(Piece(start, end, fc, step, _change(change, changes)))
    return "".join(parts), pieces


def _text(word: bytes, fc: int, length: int) -> tuple[str, int, int]:
    """The text of one piece, its true offset, and its bytes per character."""
    if fc & _COMPRESSED:
        fc = (fc & ~_COMPRESSED) // 2
        text, step = word[fc : fc + length].decode("cp1252", "replace"), 1
    else:
        raw = word[fc : fc + 2 * length]
        text, step = raw.decode("utf-16-le", "replace"), 2
        if len(text) != len(raw) // 2 or "\ufffd" in text:  # surrogates: keep one character a unit
            text = "".join(map(chr, array("H", raw[: len(raw) & ~1])))
    if len(text) != length:
        raise Rejected("damaged", "文档不完整（文字缺失），请重新报送完整的文件。")
    return text, fc, step


def _change(change: int, changes: list[bytes]) -> bytes:
    if change & 1:
        number = change >> 1
        return changes[number] if number < len(changes) else b""
    code = _SHORT.get(change >> 1 & 0x7F)
    return struct.pack("<HB", code, change >> 8) if code else b""


def spread(pieces: list[Piece], starts: list[int], ends: list[int]) -> Iterator[tuple[int, int, int, bytes]]:
    """File ranges as text ranges: (first, end, which range, what the piece changed), in text order."""
    from bisect import bisect_right

    for piece in pieces:
        stop = piece.fc + (piece.end - piece.start) * piece.step
        which = max(bisect_right(starts, piece.fc) - 1, 0)
        while which < len(starts) and starts[which] < stop:
            first = piece.start + (max(starts[which], piece.fc) - piece.fc) // piece.step
            end = piece.start + (min(ends[which], stop) - piece.fc + piece.step - 1) // piece.step
            if end > first:
                yield first, end, which, piece.grpprl
            which += 1


def whole(text: str) -> str:
    """The text with its surrogate pairs joined to characters."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
