"""Automatic numbering: the lists of the file with their uses by paragraphs."""

from __future__ import annotations

import struct

import msgspec

from extractors.readers.numbering import Counters, Level
from extractors.readers.ordinals import style_of
from extractors.readers.word97 import fib as parts
from extractors.readers.word97.fib import Fib

_FOLLOW = ("tab", "space", "nothing")


class ListUse(msgspec.Struct, frozen=True):
    """One use of a list (LFO): its list, levels formatted anew, levels started anew."""

    list_id: int
    levels: dict[int, Level]
    starts: dict[int, int]


class Lists:
    """Gives paragraphs their numbers, in reading order."""

    def __init__(self, fib: Fib, table: bytes) -> None:
        self._counters = Counters()
        self._levels: dict[int, list[Level]] = {}
        self._uses: list[ListUse] = []
        try:
            _read_levels(fib, table, self._levels)
            _read_uses(fib.part(parts.LIST_USES, table), self._uses)
        except (struct.error, IndexError):
            pass  # a damaged list table costs the numbers of the lists after it, not the text

    def number(self, use: int | None, depth: int | None) -> str:
        """The printed number of a paragraph with list use `use` (from 1) at level `depth`."""
        if not use or not 0 < use <= len(self._uses):
            return ""
        given = self._uses[use - 1]
        levels = self._levels.get(given.list_id, [])
        if given.levels:
            levels = [given.levels.get(number, level) for number, level in enumerate(levels)]
        depth = min(depth or 0, max(len(levels) - 1, 0))
        return self._counters.number(given.list_id, levels, depth, use=use, starts=given.starts)


def _read_levels(fib: Fib, table: bytes, found: dict[int, list[Level]]) -> None:
    """PlfLst: the lists' heads; behind it, outside its length, the levels of each."""
    heads = fib.part(parts.LISTS, table)
    if len(heads) < 2:
        return
    count = struct.unpack_from("<H", heads)[0]
    at = fib.start(parts.LISTS) + len(heads)
    for number in range(count):
        list_id = struct.unpack_from("<i", heads, 2 + 28 * number)[0]
        simple = heads[2 + 28 * number + 26] & 1
        levels = found.setdefault(list_id, [])
        for _ in range(1 if simple else 9):
            level, at = _level(table, at)
            levels.append(level)


def _level(table: bytes, at: int) -> tuple[Level, int]:
    """One LVL at `at`: 28 fixed bytes, two property lists, the number's text."""
    start, code, flags = struct.unpack_from("<iBB", table, at)
    places = table[at + 6 : at + 15]
    follow, paragraph, character, limit = table[at + 15], table[at + 25], table[at + 24], table[at + 26]
    at += 28 + paragraph + character
    length = struct.unpack_from("<H", table, at)[0]
    text = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    for place in places:
        if 0 < place <= len(text) and text[place - 1] < "\x09":
            text = text[: place - 1] + chr(0xE000 + ord(text[place - 1])) + text[place:]
    for number in range(9):
        text = text.replace(chr(0xE000 + number), f"%{number + 1}")
    level = Level(
        start=start,
        style=style_of(code),
        text=text,
        legal=bool(flags & 4),
        restart=limit if flags & 8 else None,
        follow=_FOLLOW[follow] if follow < len(_FOLLOW) else "tab",
    )
    return level, at + 2 + 2 * length


def _read_uses(uses: bytes, found: list[ListUse]) -> None:
    """PlfLfo: 16 bytes for each use, then for each its overrides."""
    if len(uses) < 4:
        return
    count = min(struct.unpack_from("<I", uses)[0], (len(uses) - 4) // 16)
    at = 4 + 16 * count
    for number in range(count):
        list_id = struct.unpack_from("<i", uses, 4 + 16 * number)[0]
        overrides = uses[4 + 16 * number + 12]
        use = ListUse(list_id, {}, {})
        found.append(use)
        if at + 4 > len(uses) and overrides == 0:
            continue
        at += 4
        for _ in range(overrides):
            start, bits = struct.unpack_from("<iI", uses, at)
            at += 8
            if bits & 0x20:
                use.levels[bits & 0xF], at = _level(uses, at)
            if bits & 0x10:
                use.starts[bits & 0xF] = use.levels[bits & 0xF].start if bits & 0x20 else start
