"""The stories of a Word 97 file as paragraphs and tables: main text, text boxes, notes."""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterator

import regex

from extractors.document import Limits, ReadIssue
from extractors.readers import embedded
from extractors.readers.assembly import Raw, RawParagraph
from extractors.readers.nesting import Nesting
from extractors.readers.numbering import join
from extractors.readers.symbols import printed
from extractors.readers.word97 import fib as parts
from extractors.readers.word97.file import WordFile
from extractors.readers.word97.pieces import whole
from extractors.readers.word97.properties import ParagraphProperties
from extractors.readers.word97.rows import row_shape

_END = regex.compile(r"[\r\x07\x0c]")
_PRINTED = str.maketrans(
    {
        0x0B: "\n",
        0x0C: "\n",
        0x1E: "-",
        **dict.fromkeys((0, 1, 2, 3, 4, 5, 6, 7, 8, 0x0E, 0x13, 0x14, 0x15, 0x1F), None),
    }
)
_GAPS = "文档的段落格式索引不完整，表格或编号可能与原文不同；请用 Word 或 WPS 打开并另存后核对。"
_CONTROL = regex.compile(r"[\x00-\x08\x0b-\x1f]")


class Stories:
    """Reads the main story; text boxes come after the paragraph that holds their anchor."""

    def __init__(self, word: WordFile, limits: Limits | None = None) -> None:
        self._word = word
        self._limits = limits or Limits()
        self.embedded = 0  # objects that were read
        self._boxes = _boxes(word)
        self._anchors = _anchors(word)
        self._anchored = sorted(self._anchors)
        self.issues: list[ReadIssue] = []

    def read(self) -> list[Raw]:
        """Main text, then text boxes without an anchor, footnotes, endnotes."""
        if not self._word.paragraphs.cover(self._word.fib.main):
            self.issues.append(ReadIssue(code="damaged-part", severity="doubt", message=_GAPS))
        main = self._story(0, self._word.fib.main)
        for start, end in list(self._boxes.values()):
            main += self._story(start, end)
        for start, end in _notes(self._word):
            main += [_unmarked(raw) for raw in self._story(start, end)]
        return main

    def _story(self, start: int, end: int) -> list[Raw]:
        nesting, word, pending, depth = Nesting(), self._word, "", 0
        for first, mark in _paragraphs(word, start, end):
            properties = word.properties(mark)
            character = word.text[mark]
            if pending and properties.depth != depth:
                nesting.add([RawParagraph(pending)])
                pending = ""
            depth = properties.depth
            nesting.enter(depth)
            text = pending + self._text(first, mark)
            pending = ""
            ends = properties.cell_end or properties.row_end
            if character == "\r" and not ends and word.hiding.unseen(mark):
                pending = text  # without its mark it runs on into the next paragraph
            elif properties.row_end:
                nesting.end_row(row_shape(properties.table), deleted=word.hiding.deleted(mark))
            else:
                held = [*self._anchored_in(first, mark), *self._embedded_in(first, mark)]
                nesting.add([self._paragraph(text, properties), *held])
                if depth and (properties.cell_end or (depth == 1 and character == "\x07")):
                    nesting.end_cell()
        if pending:
            nesting.add([RawParagraph(pending)])
        content = nesting.finish()
        self.issues += nesting.issues
        return content

    def _paragraph(self, text: str, properties: ParagraphProperties) -> RawParagraph:
        number = self._word.lists.number(properties.list_use, properties.list_level)
        outline = properties.outline
        level = outline + 1 if outline is not None and outline < 9 else None
        return RawParagraph(join(number, text) if number else text, number, level)

    def _text(self, first: int, end: int) -> str:
        """What is seen of these characters."""
        signs = self._word.hiding.signs
        if not signs or not any(at in signs for at in range(first, end)):
            return self._plain(first, end)
        return "".join(signs[at] if at in signs else self._plain(at, at + 1) for at in range(first, end))

    def _plain(self, first: int, end: int) -> str:
        seen = self._word.hiding.visible(self._word.text, first, end)
        return printed(whole(seen.translate(_PRINTED) if _CONTROL.search(seen) else seen))

    def _anchored_in(self, first: int, end: int) -> Iterator[Raw]:
        """The text boxes whose anchors stand in these characters; each is read once."""
        which = bisect_left(self._anchored, first)
        while which < len(self._anchored) and self._anchored[which] < end:
            box = self._boxes.pop(self._anchors[self._anchored[which]], None)
            if box is not None:
                yield from self._story(*box)
            which += 1

    def _embedded_in(self, first: int, end: int) -> Iterator[Raw]:
        """What is embedded in these characters."""
        for at in sorted(at for at in self._word.objects if first <= at < end):
            content, issues = embedded.content(self._word.objects[at], self._limits)
            self.issues += issues
            self.embedded += bool(content)
            yield from content


def _unmarked(note: Raw) -> Raw:
    """A note without the blanks that stood behind its mark."""
    if isinstance(note, RawParagraph):
        note.text = note.text.lstrip("\t ")
    return note


def _paragraphs(word: WordFile, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(first character, position of its mark) of each paragraph; a page break is not an end."""
    first = start
    for found in _END.finditer(word.text, start, end):
        at = found.start()
        if found[0] == "\x0c" and not word.paragraphs.ends_at(at + 1):
            continue
        yield first, at
        first = at + 1
    if first < end <= len(word.text):
        yield first, end - 1


def _bounds(raw: bytes, size: int) -> tuple[int, ...]:
    """The positions of a PLC whose entries have `size` bytes."""
    count = max((len(raw) - 4) // (4 + size), 0)
    return struct.unpack_from(f"<{count + 1}I", raw) if count else ()


def _anchors(word: WordFile) -> dict[int, int]:
    """Position of an anchor in the main text -> id of its shape."""
    raw = word.fib.part(parts.SHAPES, word.table)
    at = _bounds(raw, 26)
    return {
        position: struct.unpack_from("<i", raw, 4 * len(at) + 26 * number)[0]
        for number, position in enumerate(at[:-1])
    }


def _boxes(word: WordFile) -> dict[int, tuple[int, int]]:
    """Id of a shape -> where the text of its box stands. The last entry is a guard."""
    fib = word.fib
    base = fib.main + fib.footnotes + fib.headers + fib.macros + fib.comments + fib.endnotes
    raw = word.fib.part(parts.BOXES, word.table)
    at = _bounds(raw, 22)
    found: dict[int, tuple[int, int]] = {}
    for number in range(len(at) - 1):
        shape = struct.unpack_from("<i", raw, 4 * len(at) + 22 * number + 14)[0]
        start, end = base + at[number], base + at[number + 1]
        if at[number] < at[number + 1] <= fib.boxes and end <= len(word.text):
            found[shape if shape not in found else -1 - number] = (start, end)
    return found


def _notes(word: WordFile) -> Iterator[tuple[int, int]]:
    """Where the texts of footnotes, then of endnotes stand."""
    fib = word.fib
    after = fib.main + fib.footnotes + fib.headers + fib.macros + fib.comments
    for base, size in ((fib.main, fib.footnotes), (after, fib.endnotes)):
        end = min(base + size, len(word.text))
        if base < end:
            yield base, end
