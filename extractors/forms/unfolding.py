"""Tables printed in two halves beside each other, read one half after the other."""

from __future__ import annotations

import msgspec

from extractors.forms.grid import Row, Slot
from extractors.forms.normalise import key

LEAST = 6  # headings of a row that is the same words twice


def unfold(rows: list[Row]) -> list[Row]:
    """The rows with every table part that prints its header twice side by side cut down the middle.

    `指标名称 | 目标值 | 得分 | 指标名称 | 目标值 | 得分`: first the left half with all rows under
    it, then the right one. Labels above that stand twice too (two forms side by side) go along,
    and so does a row that names each half.
    """
    if not any(_is_doubled(row) for row in rows):
        return rows
    out: list[Row] = []
    index = 0
    while index < len(rows):
        if not _is_doubled(rows[index]):
            out.append(rows[index])
            index += 1
            continue
        above, names = _above(out, rows[index])
        stop = index + 1
        while stop < len(rows) and _fits(rows[stop], rows[index]):
            stop += 1
        for half in (0, 1):
            head = [_half(row, rows[index], half) for row in [*above, rows[index]]]
            body = [_half(row, rows[index], half) for row in rows[index + 1 : stop]]
            out += [*head, *([_named(names, half)] if names else []), *(row for row in body if row.filled)]
        index = stop
    return out


def _is_doubled(row: Row) -> bool:
    texts = [key(slot.text) for slot in row.slots]
    half = len(texts) // 2
    return (
        bool(row.table)
        and len(texts) >= LEAST
        and len(texts) % 2 == 0
        and all(texts)
        and texts[:half] == texts[half:]
        and len(set(texts[:half])) == half
    )


def _middle(header: Row) -> int:
    """The grid column (the ordinal of a cell in a ragged table) at which the right half begins."""
    half = len(header.slots) // 2
    return header.slots[half].column if header.exact else half + 1


def _fits(row: Row, header: Row) -> bool:
    """True for a row of the same table that no cell joins across the middle."""
    if row.table != header.table:
        return False
    if not header.exact:
        return len(row.slots) == len(header.slots)
    middle = _middle(header)
    return len(row.slots) >= 4 and any(slot.column == middle for slot in row.slots)


def _above(out: list[Row], header: Row) -> tuple[list[Row], Row | None]:
    """The rows before the header that stand in both halves, taken off; a row with a name for each half."""
    names: Row | None = None
    if out and out[-1].table == header.table and len(out[-1].slots) == 2 and _halves(out[-1], header):
        names = out.pop()
    above: list[Row] = []
    while out and _fits(out[-1], header):
        left, right = (_half(out[-1], header, half) for half in (0, 1))
        if not (left.filled and right.filled and key(left.filled[0].text) == key(right.filled[0].text)):
            break
        above.insert(0, out.pop())
    return above, names


def _halves(row: Row, header: Row) -> bool:
    """True for two cells, one over each half."""
    return len(row.filled) == 2 and (not header.exact or row.slots[1].column == _middle(header))


def _half(row: Row, header: Row, half: int) -> Row:
    middle = _middle(header)
    own = [slot for slot in row.slots if (slot.column >= middle) == bool(half)]
    shift = middle - 1 if half else 0
    slots: list[Slot] = [msgspec.structs.replace(slot, column=slot.column - shift) for slot in own]
    width = (header.columns - middle + 1) if half else middle - 1
    return msgspec.structs.replace(row, slots=slots, columns=width)


def _named(names: Row, half: int) -> Row:
    """The cell over one half as a line across it."""
    slot = names.slots[half]
    whole = msgspec.structs.replace(slot, column=1, span=max(1, slot.span))
    return msgspec.structs.replace(names, slots=[whole], columns=max(1, slot.span))
