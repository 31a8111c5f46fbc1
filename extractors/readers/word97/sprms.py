"""Property modifications (sprms): the bytes that formatting is stored as."""

from __future__ import annotations

import struct
from collections.abc import Iterator

T_DEF_TABLE, T_DEF_TABLE_10 = 0xD608, 0xD606
_P_CHANGE_TABS = 0xC615
_SIZES = (1, 1, 2, 4, 2, 2, -1, 3)  # operand bytes by the top three bits ([MS-DOC] 2.2.5.1)


def sprms(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """(code, operand) of each modification; a variable operand without its length byte.

    Stops at the first that is cut short: what follows cannot be told.
    """
    at, end = 0, len(grpprl)
    while at + 2 < end:
        code = grpprl[at] | grpprl[at + 1] << 8
        at += 2
        size = _SIZES[code >> 13]
        if size < 0:
            skip, size = _variable(code, grpprl, at)
            at += skip
        if at + size > end:
            return
        yield code, grpprl[at : at + size]
        at += size


def _variable(code: int, grpprl: bytes, at: int) -> tuple[int, int]:
    """How many bytes hold the length, and the length."""
    if code in (T_DEF_TABLE, T_DEF_TABLE_10):
        if at + 2 > len(grpprl):
            return 2, len(grpprl)
        return 2, struct.unpack_from("<H", grpprl, at)[0] - 1
    size = grpprl[at]
    if code == _P_CHANGE_TABS and size == 255:
        deleted = grpprl[at + 1] if at + 1 < len(grpprl) else 0
        added_at = at + 2 + 4 * deleted
        added = grpprl[added_at] if added_at < len(grpprl) else 0
        return 1, 2 + 4 * deleted + 3 * added
    return 1, size
