"""Formatting by place: which properties every stretch of text has."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable

import msgspec

from extractors.readers.word97.pieces import Piece, spread

_PAGE = 512
_Stored = Callable[[bytes, int, int], bytes]


class Runs(msgspec.Struct, frozen=True):
    """Stretches of text in order with their property bytes; gaps have none."""

    starts: list[int]
    ends: list[int]
    values: list[bytes]

    def at(self, position: int) -> bytes:
        """The property bytes of the character at `position`."""
        which = bisect_right(self.starts, position) - 1
        return self.values[which] if which >= 0 and position < self.ends[which] else b""

    def cover(self, end: int) -> bool:
        """Whether the stretches follow one another without gap or overlap from 0 to `end`."""
        at = 0
        for start, stop in zip(self.starts, self.ends, strict=True):
            if start != at:
                return False
            at = stop
        return at >= end

    def ends_at(self, position: int) -> bool:
        """Whether a stretch ends just before `position`."""
        which = bisect_right(self.starts, position - 1) - 1
        return which >= 0 and self.ends[which] == position


def paragraph_runs(word: bytes, table: bytes, pieces: list[Piece]) -> Runs:
    """Paragraph properties: style number (2 bytes), then modifications."""
    return _runs(word, table, pieces, _papx)


def character_runs(word: bytes, table: bytes, pieces: list[Piece]) -> Runs:
    """Character properties: modifications."""
    return _runs(word, table, pieces, _chpx)


def _runs(word: bytes, table: bytes, pieces: list[Piece], stored: _Stored) -> Runs:
    """Read all pages of a bin table: (count + 1) file offsets, then page numbers."""
    count = max((len(table) - 4) // 8, 0)
    found: list[tuple[int, int, bytes]] = []
    for number in range(count):
        page = struct.unpack_from("<I", table, 4 * (count + 1) + 4 * number)[0] & 0x3FFFFF
        found += _page(word[page * _PAGE : (page + 1) * _PAGE], stored)
    found.sort(key=lambda run: run[:2])
    starts, ends = [run[0] for run in found], [run[1] for run in found]
    out = Runs([], [], [])
    for first, end, which, change in spread(pieces, starts, ends):
        out.starts.append(first)
        out.ends.append(end)
        out.values.append(_changed(found[which][2], change, stored))
    return out


def _changed(value: bytes, change: bytes, stored: _Stored) -> bytes:
    if not change:
        return value
    return (value or b"\x00\x00") + change if stored is _papx else value + change


def _page(page: bytes, stored: _Stored) -> list[tuple[int, int, bytes]]:
    """The runs of one formatted disk page: offsets first, property bytes from its end."""
    if len(page) < _PAGE:
        return []
    count = min(page[-1], 125)
    offsets = struct.unpack_from(f"<{count + 1}I", page, 0)
    return [(offsets[n], offsets[n + 1], stored(page, count, n)) for n in range(count)]


def _papx(page: bytes, count: int, number: int) -> bytes:
    slot = 4 * (count + 1) + 13 * number
    at = 2 * page[slot] if slot < _PAGE - 1 else 0
    if not at:
        return b""
    half = page[at]
    if half:
        return page[at + 1 : at + 2 * half]
    return page[at + 2 : at + 2 + 2 * page[at + 1]] if at + 1 < _PAGE else b""


def _chpx(page: bytes, count: int, number: int) -> bytes:
    slot = 4 * (count + 1) + number
    at = 2 * page[slot] if slot < _PAGE - 1 else 0
    return page[at + 1 : at + 1 + page[at]] if at else b""
