"""The shape of a table row: its cells' edges with their merges."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from extractors.readers.twips import CONTINUE, NONE, RESTART, RowShape
from extractors.readers.word97.sprms import T_DEF_TABLE, T_DEF_TABLE_10

_MERGE, _SPLIT, _INSERT, _DELETE = 0x5624, 0x5625, 0x7621, 0x5622
_WIDTH, _LEFT, _GAP, _VERTICAL = 0x7623, 0x9601, 0x9602, 0xD62B
_MOST = 64  # cells of a row, Word's own limit being 63


def row_shape(modifications: Iterable[tuple[int, bytes]]) -> RowShape | None:
    """Apply a row end's table modifications in order; None where it never says how many cells."""
    shape: RowShape | None = None
    gap = 0
    for code, operand in modifications:
        if code in (T_DEF_TABLE, T_DEF_TABLE_10) and len(operand) >= 3:
            shape = _defined(operand, 20 if code == T_DEF_TABLE else 10)
        elif code == _GAP:
            gap = struct.unpack_from("<h", operand)[0]
        elif shape is not None:
            _apply(shape, code, operand, gap)
    return shape


def _defined(operand: bytes, size: int) -> RowShape:
    """The row definition: count, edges, then `size` bytes for each cell, of which some may be missing."""
    count = min(operand[0], (len(operand) - 3) // 2, _MOST)
    edges = list(struct.unpack_from(f"<{count + 1}h", operand, 1))
    shape = RowShape(edges, [], [])
    for number in range(count):
        at = 1 + 2 * (count + 1) + size * number
        flags = int.from_bytes(operand[at : at + 2], "little")
        shape.joined.append(bool(flags & 2))
        vertical = flags >> 5 & 3 if size == 20 else NONE
        shape.vertical.append(RESTART if vertical & 2 else vertical)
    return shape


def _apply(shape: RowShape, code: int, operand: bytes, gap: int) -> None:
    count = len(shape.joined)
    first = min(operand[0], count) if operand else 0
    last = min(operand[1], count) if len(operand) > 1 else 0
    if code in (_MERGE, _SPLIT):
        for number in range(first, last):
            shape.joined[number] = code == _MERGE and number > first
    elif code == _INSERT:
        _insert(shape, first, min(operand[1], _MOST - count), struct.unpack_from("<h", operand, 2)[0])
    elif code == _DELETE and last > first:
        gone = shape.edges[last] - shape.edges[first]
        shape.edges[first:] = [edge - gone for edge in shape.edges[last:]]
        del shape.joined[first:last], shape.vertical[first:last]
    elif code == _WIDTH:
        for number in range(first, last):
            _widen(shape, number, struct.unpack_from("<h", operand, 2)[0])
    elif code == _LEFT:
        shift = struct.unpack_from("<h", operand)[0] - gap - shape.edges[0]
        shape.edges = [edge + shift for edge in shape.edges]
    elif code == _VERTICAL and len(operand) == 2 and first < count:
        shape.vertical[first] = operand[1] if operand[1] in (CONTINUE, RESTART) else NONE


def _insert(shape: RowShape, first: int, number: int, width: int) -> None:
    for _ in range(max(number, 0)):
        shape.edges[first + 1 :] = [edge + width for edge in shape.edges[first:]]
        shape.joined.insert(first, False)
        shape.vertical.insert(first, NONE)


def _widen(shape: RowShape, number: int, width: int) -> None:
    change = width - (shape.edges[number + 1] - shape.edges[number])
    shape.edges[number + 1 :] = [edge + change for edge in shape.edges[number + 1 :]]
