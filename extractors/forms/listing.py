"""Rows whose cells hold a list each: as many lines in the names as in the figures beside them."""

from __future__ import annotations

from collections import Counter

import msgspec
import regex

from extractors import places, records
from extractors.forms.contents import content
from extractors.forms.grid import Row, Slot
from extractors.forms.reading import issue

_LEAST = 3  # cells with as many lines
_MOST = 40  # lines
_LINE = regex.compile(r"[^\n]++")
_FIGURES = frozenset({"points", "number", "percent", "measure", "filler"})


def listed(rows: list[Row]) -> list[Row]:
    """The rows with each such one cut into a row a line; a name or a word beside it stands over all of them.

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
    columns = {i: _beside(slot, count, before=i < min(even)) for i, slot in enumerate(row.slots)} | even
    out = []
    for n in range(count):
        at = row.at if n == 0 else next(iter(even.values()))[n].at
        slots = [columns[i][n] for i in range(len(row.slots))]
        out.append(msgspec.structs.replace(row, slots=slots, at=at))
    return out


def _beside(slot: Slot, count: int, before: bool) -> list[Slot]:
    """A cell beside lists of `count` lines, as each line sees it.

    Its own lines, blank ones with them, where they are as many; names of levels, `before` the lists,
    stand over all lines wherever they were set in their cell. Else words stand over all lines, a
    figure beside the first alone; so does a list of figures that fits no line, in doubt.
    """
    printed = slot.text.split("\n")
    blank = not all(line.strip() for line in printed) or slot.above != slot.below
    if not before and not slot.carried and blank and slot.above + len(printed) + slot.below == count:
        return _placed(slot, count)
    figures = not slot.carried and any(content(line) in _FIGURES for line in printed)
    uneven = figures and not before and len(printed) > 1
    alone = figures if uneven else content(slot.text) in _FIGURES
    first = msgspec.structs.replace(slot, uneven=True) if uneven else slot
    if slot.carried or not slot.text:
        return [slot] * count
    return [
        first,
        *[msgspec.structs.replace(slot, carried=True, text="" if alone else slot.text)] * (count - 1),
    ]


def _placed(slot: Slot, count: int) -> list[Slot]:
    """The cell's lines where they were set, blank ones between them."""
    blank = msgspec.structs.replace(slot, text="", lead=0)
    out = [blank] * slot.above
    parts = iter(_parts(slot))
    out += [next(parts) if line.strip() else blank for line in slot.text.split("\n")]
    return out + [blank] * (count - len(out))


def uneven_issues(rows: list[Row]) -> list[records.Issue]:
    """A doubt for each cell of figures whose lines do not fit the lists beside it."""
    message = "本格的行数与同行各栏不一致，无法逐行对应，只记入第一行，请核对"
    return [
        issue("uneven_lines", "doubt", message, slot.text, slot.at)
        for row in rows
        for slot in row.slots
        if slot.uneven and slot.text
    ]


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
