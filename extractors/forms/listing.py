"""Rows whose cells hold a list each: as many lines in the names as in the figures beside them."""

from __future__ import annotations

from collections import Counter

import msgspec
import regex

from extractors import places
from extractors.forms.contents import content
from extractors.forms.grid import Row, Slot

_LEAST = 3  # cells with as many lines
_MOST = 40  # lines
_LINE = regex.compile(r"[^\n]++")
_FIGURES = frozenset({"points", "number", "percent", "measure", "filler"})


def listed(rows: list[Row]) -> list[Row]:
    """The rows with each such one cut into a row a line; its other cells stand over all of them.

    A figure that stands alone belongs to the first line: 10 beside three amounts. Parts keep
    their places in the cell.
    """
    if not any(row.table and any("\n" in slot.text for slot in row.slots) for row in rows):
        return rows
    return [part for row in rows for part in (_cut(row) if row.table else [row])]


def _cut(row: Row) -> list[Row]:
    lines = {i: _parts(slot) for i, slot in enumerate(row.slots) if "\n" in slot.text and not slot.carried}
    if len(lines) < _LEAST:
        return [row]
    count, times = Counter(map(len, lines.values())).most_common(1)[0]
    even = {i: parts for i, parts in lines.items() if len(parts) == count}
    if times < _LEAST or not 2 <= count <= _MOST or not _is_list(list(even.values())):
        return [row]
    out = []
    for n in range(count):
        slots = [even[i][n] if i in even else _over(slot, n) for i, slot in enumerate(row.slots)]
        at = row.at if n == 0 else next(iter(even.values()))[n].at
        out.append(msgspec.structs.replace(row, slots=slots, at=at))
    return out


def _over(slot: Slot, line: int) -> Slot:
    """A cell beside the lists: words over all lines, a figure beside the first alone."""
    if line == 0 or slot.carried or not slot.text:
        return slot
    alone = content(slot.text) in _FIGURES
    return msgspec.structs.replace(slot, carried=True, text="" if alone else slot.text)


def _is_list(columns: list[list[Slot]]) -> bool:
    """Names in one column at least, in two figures alone: words wrapped in narrow cells are no list."""
    kinds = [[content(slot.text) for slot in column] for column in columns]
    figured = sum(1 for own in kinds if all(kind in _FIGURES for kind in own))
    named = any(all(kind == "text" for kind in own) for own in kinds)
    return named and figured >= 2


def _parts(slot: Slot) -> list[Slot]:
    """The lines of a cell that say something, each with its span."""
    out = []
    for found in _LINE.finditer(slot.text):
        text = found.group().strip()
        if text:
            start = slot.lead + found.start() + found.group().index(text)
            at = places.span(slot.at, start, start + len(text))
            out.append(msgspec.structs.replace(slot, text=text, at=at))
    return out
