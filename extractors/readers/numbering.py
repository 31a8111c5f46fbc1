"""Automatic numbers of lists, counted as Word counts them.

For every reader whose format numbers by itself (docx, doc, odt): a list has up to nine levels;
each numbered paragraph moves its level's counter, and deeper counters begin again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import regex

from extractors.readers.ordinals import ordinal

_PLACEHOLDER = regex.compile(r"%([1-9])")
_WESTERN = regex.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]")
_PRIVATE = regex.compile(r"[\ue000-\uf8ff]")


class Level(msgspec.Struct, frozen=True, kw_only=True):
    """One level of a list. `text` holds %1 … %9 for the numbers of the levels, as in docx.

    `restart` is the level (from 1) after which counting begins anew, 0 for never, None for
    after any higher one. `legal` prints all numbers as digits.
    """

    start: int = 1
    style: str = "decimal"
    text: str = "%1."
    legal: bool = False
    restart: int | None = None
    follow: str = "tab"  # what stands between number and text: tab | space | nothing


class Counters:
    """The running numbers of a document's lists."""

    def __init__(self) -> None:
        self._numbers: dict[object, dict[int, int]] = {}
        self._begun: set[object] = set()

    def number(
        self,
        list_id: object,
        levels: Sequence[Level],
        depth: int,
        *,
        use: object = None,
        starts: Mapping[int, int] | None = None,
    ) -> str:
        """Count one more paragraph at `depth` (from 0) and give the number that is printed.

        Lists that share `list_id` share their counters. `use` names one use of the list
        (w:num, LFO); its `starts` (level from 0 -> number) set the counters when it first appears.
        """
        if not 0 <= depth < len(levels):
            return ""
        counters = self._numbers.setdefault(list_id, {})
        if starts and (list_id, use) not in self._begun:
            self._begun.add((list_id, use))
            for level, start in starts.items():
                counters[level] = start - 1
        for above in range(depth):
            counters.setdefault(above, levels[above].start)
        counters[depth] = counters.get(depth, levels[depth].start - 1) + 1
        for below in [level for level in counters if level > depth]:
            if _restarts(levels, below, depth):
                del counters[below]
        return _printed(levels, depth, counters)


def _restarts(levels: Sequence[Level], below: int, depth: int) -> bool:
    restart = levels[below].restart if below < len(levels) else None
    return True if restart is None else restart > depth


def _printed(levels: Sequence[Level], depth: int, counters: Mapping[int, int]) -> str:
    level = levels[depth]
    if level.style == "bullet":
        return _PRIVATE.sub("•", level.text)

    def shown(found: regex.Match[str]) -> str:
        which = int(found[1]) - 1
        if which > depth or which >= len(levels):
            return ""
        style = "decimal" if level.legal else levels[which].style
        return ordinal(style, counters.get(which, levels[which].start))

    return _PLACEHOLDER.sub(shown, level.text)


def join(number: str, text: str) -> str:
    """The paragraph as printed: `（一）` + `部门职责`; a blank only where figures would run together."""
    first, last = text[:1], number[-1:]
    western = _WESTERN.match(last) is not None and _WESTERN.match(first) is not None
    touching = western or (last in ".．-–—－" and first.isdigit())
    return f"{number} {text}" if touching and last else number + text
