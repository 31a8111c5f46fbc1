"""The file information block: where everything stands in a Word 97 file."""

from __future__ import annotations

import struct

import msgspec

from extractors.document import Rejected

_WORD_97 = 0x00C1
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200

# Indexes of the file's parts ([MS-DOC] 2.5.6)
STYLES, FOOTNOTES, FOOTNOTE_TEXT = 1, 2, 3
CHARACTERS, PARAGRAPHS, FONTS, CLX = 12, 13, 15, 33
SHAPES, ENDNOTES, ENDNOTE_TEXT, BOXES = 40, 46, 47, 56
LISTS, LIST_USES = 73, 74


class Fib(msgspec.Struct, frozen=True, kw_only=True):
    """The lengths of the stories in characters, and the parts of the table stream."""

    table_stream: str
    main: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    boxes: int
    parts: tuple[tuple[int, int], ...]

    def part(self, index: int, table: bytes) -> bytes:
        """The bytes of one part; empty where the file has none."""
        if index >= len(self.parts):
            return b""
        start, size = self.parts[index]
        return table[start : start + size]

    def part_entries(self, index: int, size: int) -> int:
        """How many entries of `size` bytes a part (a PLC) has; text boxes have one more as a guard."""
        length = self.parts[index][1] if index < len(self.parts) else 0
        count = max((length - 4) // (4 + size), 0)
        return max(count - 1, 0) if index == BOXES else count

    def start(self, index: int) -> int:
        """The offset of a part in the table stream."""
        return self.parts[index][0] if index < len(self.parts) else 0


def read_fib(word: bytes) -> Fib:
    """Parse the head of the WordDocument stream.

    Raises Rejected: `old-word` for Word 6 and 95, `encrypted`. struct.error where it is cut.
    """
    ident, version = struct.unpack_from("<HH", word, 0)
    flags = struct.unpack_from("<H", word, 10)[0]
    if ident != 0xA5EC or version < _WORD_97:
        raise Rejected(
            "old-word", "Word 95 或更早的文档，未读；请用 Word 或 WPS 打开并另存为 .docx 后重新报送。"
        )
    if flags & _ENCRYPTED:
        raise Rejected("encrypted", "文档设有打开密码，请取消密码后重新报送。")
    at = 34 + 2 * struct.unpack_from("<H", word, 32)[0]
    count = struct.unpack_from("<H", word, at)[0]
    longs = struct.unpack_from(f"<{count}i", word, at + 2)
    at += 2 + 4 * count
    pairs = min(struct.unpack_from("<H", word, at)[0], (len(word) - at - 2) // 8)
    numbers = struct.unpack_from(f"<{2 * pairs}I", word, at + 2)
    story = [max(number, 0) for number in longs[3:11]]
    return Fib(
        table_stream="1Table" if flags & _TABLE_1 else "0Table",
        main=story[0],
        footnotes=story[1],
        headers=story[2],
        macros=story[3],
        comments=story[4],
        endnotes=story[5],
        boxes=story[6],
        parts=tuple(zip(numbers[::2], numbers[1::2], strict=True)),
    )
