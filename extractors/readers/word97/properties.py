"""What the reader needs to know of a paragraph or of a stretch of characters."""

from __future__ import annotations

import struct

import msgspec

from extractors.readers.word97.sprms import sprms

_IN_TABLE, _ROW_END, _DEPTH, _DEPTH_CHANGE = 0x2416, 0x2417, 0x6649, 0x664A
_INNER_CELL, _INNER_ROW_END = 0x244B, 0x244C
_LIST, _LIST_LEVEL, _OUTLINE = 0x460B, 0x260A, 0x2640
_HUGE, _HUGE_OLD, _TABLE_PROPERTIES = 0x6646, 0x6645, 0x646B
_DELETED, _INSERTED, _VANISH = 0x0800, 0x0801, 0x083C
_STYLE, _SYMBOL, _FONT = 0x4A30, 0x6A09, 0x4A4F
_TABLE_KIND = 5  # sgc: sprms of tables


class ParagraphProperties(msgspec.Struct, kw_only=True):
    """None where neither the paragraph nor its style says anything."""

    style: int = 0
    depth: int = 0  # of table nesting
    row_end: bool = False
    cell_end: bool = False  # of an inner table
    list_use: int | None = None
    list_level: int | None = None
    outline: int | None = None
    table: list[tuple[int, bytes]] = []  # the table modifications of a row end


class CharacterProperties(msgspec.Struct, frozen=True, kw_only=True):
    """`vanish` is None, or Word's toggle: 0, 1, 128 as the style, 129 its opposite.

    `symbol` is (font number, code) where one character stands for a sign of a symbol font.
    """

    deleted: bool = False
    inserted: bool = False
    vanish: int | None = None
    style: int | None = None
    symbol: tuple[int, int] | None = None
    font: int | None = None


def paragraph_properties(papx: bytes, data: bytes) -> ParagraphProperties:
    """Read a paragraph's property bytes; `data` is the Data stream, where large ones are kept."""
    found = ParagraphProperties()
    if len(papx) >= 2:
        found.style = struct.unpack_from("<H", papx)[0]
    in_table, depth = False, None
    for code, operand in _with_large(papx[2:], data):
        if code == _IN_TABLE:
            in_table = bool(operand[0])
        elif code == _DEPTH:
            depth = struct.unpack("<i", operand)[0]
        elif code == _DEPTH_CHANGE:
            depth = (depth or 0) + struct.unpack("<i", operand)[0]
        elif code in (_ROW_END, _INNER_ROW_END):
            found.row_end = found.row_end or bool(operand[0])
        elif code == _INNER_CELL:
            found.cell_end = bool(operand[0])
        elif code >> 10 & 7 == _TABLE_KIND:
            found.table.append((code, operand))
        else:
            _numbering(found, code, operand)
    found.depth = min(max(depth if depth else int(in_table), 0), 32)
    return found


def _numbering(found: ParagraphProperties, code: int, operand: bytes) -> None:
    if code == _LIST:
        found.list_use = struct.unpack("<h", operand)[0]
    elif code == _LIST_LEVEL:
        found.list_level = operand[0]
    elif code == _OUTLINE:
        found.outline = operand[0]


def _with_large(grpprl: bytes, data: bytes) -> list[tuple[int, bytes]]:
    """The modifications, those stored apart in the Data stream included where they are named."""
    out: list[tuple[int, bytes]] = []
    for code, operand in sprms(grpprl):
        if code in (_HUGE, _HUGE_OLD, _TABLE_PROPERTIES) and data:
            at = struct.unpack("<I", operand)[0]
            size = int.from_bytes(data[at : at + 2], "little")
            out += sprms(data[at + 2 : at + 2 + size])
        else:
            out.append((code, operand))
    return out


def character_properties(chpx: bytes) -> CharacterProperties:
    """Read a stretch's property bytes."""
    deleted = inserted = False
    vanish, style, symbol, font = None, None, None, None
    for code, operand in sprms(chpx):
        if code == _DELETED:
            deleted = operand[0] in (1, 129)
        elif code == _INSERTED:
            inserted = operand[0] in (1, 129)
        elif code == _VANISH:
            vanish = operand[0]
        elif code == _STYLE:
            style = struct.unpack("<H", operand)[0]
        elif code == _SYMBOL:
            symbol = struct.unpack("<HH", operand)
        elif code == _FONT:
            font = struct.unpack("<H", operand)[0]
    return CharacterProperties(
        deleted=deleted, inserted=inserted, vanish=vanish, style=style, symbol=symbol, font=font
    )
