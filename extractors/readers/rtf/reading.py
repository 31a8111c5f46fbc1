"""Reads the tokens of an RTF file into its stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import regex

from extractors.document import ReadIssue
from extractors.readers.assembly import Raw, RawParagraph
from extractors.readers.instructions import computed
from extractors.readers.notices import issues
from extractors.readers.rtf.charsets import SYMBOL, code_page, decode, font_encoding
from extractors.readers.rtf.state import ENTERED, SKIPPED, RowDefinition, State
from extractors.readers.rtf.story import Story
from extractors.readers.rtf.tokens import tokens
from extractors.readers.symbols import is_symbol_font, printed, symbol

_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "page": "\n",
    "column": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
}
_SYMBOLS = {"~": "\u00a0", "_": "-", "-": "", "\t": "\t"}
_CONTENT = regex.compile(rb"\\(?:par|cell|row)(?![a-z])")
_KEPT = ("fonttbl", "fldinst")  # not printed, but read
_NOTICED = {
    "pict": "picture",
    "object": "embedded-object",
    "deleted": "tracked-changes",
    "revised": "tracked-changes",
    "v": "hidden-text",
}
_DEEPEST = 20_000
_Word = Callable[[int | None], None]


class Reader:
    """One reading: groups as a stack of states, stories as a stack of what is being collected."""

    def __init__(self) -> None:
        self.issues: list[ReadIssue] = []
        self.notes: list[Raw] = []
        self._state = State()
        self._stack: list[State] = []
        self._stories: list[tuple[int, str, Story]] = []
        self._story = Story()
        self._page = "cp1252"
        self._fonts: dict[int, tuple[str | None, bool, str]] = {}  # encoding, draws signs, name
        self._default_font = 0
        self._new_font: list[int | None] = [None, None]  # number and charset in the font table
        self._raw = bytearray()  # bytes that are not decoded yet
        self._skip_next = 0  # substitutes after \u
        self._more = 0  # up to where it is known that content follows
        self._optional = False  # \* came just before
        self._number: list[str] = []
        self._instruction: list[str] = []
        self._outer_rows: list[RowDefinition] = []
        self._noticed: Counter[str] = Counter()
        self._words = self._handlers()

    def read(self, data: bytes) -> list[Raw]:
        """The blocks of the file in order, notes at the end."""
        known = {"u", *self._words, *_CHARACTERS, *_NOTICED, *ENTERED, *SKIPPED}
        for kind, word, number, raw, end in tokens(data):
            if kind in ("text", "byte"):
                self._text(raw)
            elif kind == "word":
                if word in known or self._optional:
                    self._control(word, number)
                else:
                    self._skip_next = 0
            elif kind == "symbol":
                self._symbol(word, raw)
            elif kind == "{":
                self._open()
            elif not self._close() and not self._goes_on(data, end):
                break
        self._flush()
        if self._stack:
            if not data.rstrip(b"\x00\r\n\t ").endswith(b"}"):
                message = "RTF 文件不完整（结尾缺失），已读出完好的部分；请核对后重新报送完整文件。"
                self.issues.append(ReadIssue(code="truncated", severity="doubt", message=message))
            else:  # a brace is missing: part of the text may have counted as something not printed
                self._doubt_braces()
            while self._stack:
                self._close()
        found = self._story.finish(self._state)
        self._noticed["notes"] = len(self.notes)
        self.issues += [*self._story.nesting.issues, *issues(self._noticed)]
        return found + self.notes

    def _goes_on(self, data: bytes, end: int) -> bool:
        """Whether a brace too many closed the file before its end: then the rest is read, and doubted."""
        if end > self._more:
            found = _CONTENT.search(data, end)
            if found is None:
                return False
            self._more = found.end()
        self._doubt_braces()
        return True

    def _doubt_braces(self) -> None:
        if not any(issue.code == "damaged-part" for issue in self.issues):
            message = "RTF 文件的括号不成对，部分内容可能缺失或格式有误；请用 Word 或 WPS 打开并另存后核对。"
            self.issues.append(ReadIssue(code="damaged-part", severity="doubt", message=message))

    # groups

    def _open(self) -> None:
        self._flush()
        self._skip_next = 0
        self._stack.append(self._state)
        self._state = self._state.child()
        if len(self._stack) > _DEEPEST:
            self._state.skip = True

    def _close(self) -> bool:
        """End a group; False where the file itself ends with it."""
        self._flush()
        self._skip_next = 0
        if not self._stack:
            return True
        ended, self._state = self._state, self._stack.pop()
        if ended.destination == "nesttableprops" != self._state.destination and self._outer_rows:
            self._story.row = self._outer_rows.pop()
        if ended.destination == "listtext" != self._state.destination:
            self._story.number("".join(self._number))
            self._number = []
        if ended.destination == "fldinst" != self._state.destination:
            instruction, self._instruction = "".join(self._instruction), []
            self._write(computed(instruction))
        if self._stories and self._stories[-1][0] == len(self._stack) + 1:
            self._end_story()
        return bool(self._stack)

    def _begin_story(self, kind: str) -> None:
        self._stories.append((len(self._stack), kind, self._story))
        self._story = Story()
        self._state.in_table, self._state.depth, self._state.outline = False, None, None

    def _end_story(self) -> None:
        _, kind, outer = self._stories.pop()
        content = self._story.finish(self._state)
        self.issues += self._story.nesting.issues
        self._story = outer
        if kind == "footnote":
            for part in content:
                if isinstance(part, RawParagraph):
                    part.text = part.text.lstrip("\t ")
            self.notes += content
        else:
            outer.box(content)

    # text

    def _text(self, raw: bytes) -> None:
        if self._skip_next:
            taken = min(self._skip_next, len(raw))
            self._skip_next -= taken
            raw = raw[taken:]
        if not self._state.skip or self._state.destination in _KEPT:
            self._raw += raw

    def _symbol(self, sign: str, raw: bytes) -> None:
        if sign == "*":
            self._optional = True
        elif self._skip_next:
            self._skip_next -= 1
        elif sign in "\\{}":
            self._text(raw)
        elif sign in "\r\n":
            self._control("par", None)
        elif sign in _SYMBOLS:
            self._write(_SYMBOLS[sign])

    def _flush(self) -> None:
        """Decode the bytes collected so far: a Chinese character may be spread over several tokens."""
        if not self._raw:
            return
        raw, self._raw = bytes(self._raw), bytearray()
        if self._state.destination == "fonttbl":
            self._name_font(raw)
            return
        encoding, signs, name = self._fonts.get(
            self._default_font if self._state.font is None else self._state.font, (None, False, "")
        )
        if signs and self._state.font is not None:
            self._write("".join(symbol(byte, name) if byte > 0x20 else chr(byte) for byte in raw))
        else:
            self._write(decode(raw, encoding, self._page))

    def _write(self, text: str) -> None:
        self._flush()
        state = self._state
        if state.destination == "fldinst":
            self._instruction.append(text)
        if state.skip or state.hidden or state.deleted:
            return
        if state.destination == "listtext":
            self._number.append(text)
        else:
            self._story.write(printed(text))

    # control words

    def _control(self, word: str, number: int | None) -> None:
        optional, self._optional = self._optional, False
        if self._skip_next and word in _CHARACTERS:
            self._skip_next -= 1
            return
        self._skip_next = 0  # no substitute follows: \\par is never one
        if word == "u":
            self._unicode(number or 0)
            return
        self._flush()
        self._notice(word, number)
        if word in _CHARACTERS:
            self._write(_CHARACTERS[word])
        elif word in ENTERED:
            self._enter(word)
        elif word in SKIPPED:
            self._state.skip = True
            self._state.destination = word
        elif word in self._words:
            self._words[word](number)
        elif optional:
            self._state.skip = True
            self._state.destination = word

    def _notice(self, word: str, number: int | None) -> None:
        code = _NOTICED.get(word)
        if code and number != 0 and (code == "picture" or not self._state.skip):
            self._noticed[code] += self._state.destination not in ("nonshppict", "object")

    def _unicode(self, number: int) -> None:
        self._flush()
        self._write(chr(number & 0xFFFF))
        self._skip_next = self._state.uc

    def _enter(self, word: str) -> None:
        state = self._state
        hidden_by = state.destination if state.skip else ""
        if word == "result":
            state.skip = state.skip and hidden_by != "object"
        elif word == "ud":
            state.skip = state.skip and hidden_by != "upr"
        elif word in ("shptxt", "dptxbxtext"):
            if not state.skip or hidden_by in ("shpinst", "shpgrp"):
                state.skip = False
                self._begin_story("box")
        elif not state.skip:
            self._outer_rows.append(self._story.row)
            self._story.row = RowDefinition()
        state.destination = word

    def _handlers(self) -> dict[str, _Word]:
        """What each control word does; those that are not here change nothing that is read."""
        return {
            "par": lambda _: self._paragraph(),
            "sect": lambda _: self._paragraph(),
            "cell": lambda _: self._cell(inner=False),
            "nestcell": lambda _: self._cell(inner=True),
            "row": lambda _: self._row(inner=False),
            "nestrow": lambda _: self._row(inner=True),
            "trowd": lambda _: self._begin_row(),
            "trleft": lambda n: setattr(self._story.row, "left", n or 0),
            "cellx": lambda n: self._story.row.cell(n or 0),
            "clmrg": lambda _: self._story.row.merge("clmrg"),
            "clvmgf": lambda _: self._story.row.merge("clvmgf"),
            "clvmrg": lambda _: self._story.row.merge("clvmrg"),
            "pard": lambda _: self._plain_paragraph(),
            "intbl": lambda _: setattr(self._state, "in_table", True),
            "itap": lambda n: setattr(self._state, "depth", n or 0),
            "outlinelevel": lambda n: setattr(self._state, "outline", n),
            "plain": lambda _: self._plain(),
            "v": lambda n: setattr(self._state, "hidden", n != 0),
            "deleted": lambda n: setattr(self._state, "deleted", n != 0),
            "f": self._font,
            "deff": lambda n: setattr(self, "_default_font", n or 0),
            "fcharset": lambda n: self._new_font.__setitem__(1, n),
            "fonttbl": lambda _: self._destination("fonttbl", skip=True),
            "listtext": lambda _: self._destination("listtext"),
            "pntext": lambda _: self._destination("listtext"),
            "fldinst": lambda _: self._destination("fldinst", skip=True),
            "upr": lambda _: self._destination("upr", skip=True),
            "footnote": lambda _: None if self._state.skip else self._begin_story("footnote"),
            "ansicpg": lambda n: setattr(self, "_page", code_page(n or 1252)),
            "mac": lambda _: setattr(self, "_page", "mac_roman"),
            "uc": lambda n: setattr(self._state, "uc", min(max(n or 0, 0), 8)),
        }

    def _destination(self, name: str, *, skip: bool = False) -> None:
        self._state.destination = name
        self._state.skip = self._state.skip or skip

    def _paragraph(self) -> None:
        if not (self._state.skip or self._state.deleted or self._state.destination == "listtext"):
            self._story.end_paragraph(self._state)

    def _cell(self, *, inner: bool) -> None:
        if not self._state.skip:
            self._story.end_cell(self._state, inner=inner)

    def _row(self, *, inner: bool) -> None:
        if not self._state.skip:
            self._story.end_row(self._state, inner=inner)

    def _begin_row(self) -> None:
        if not self._state.skip:
            self._story.row = RowDefinition()

    def _plain_paragraph(self) -> None:
        self._state.in_table, self._state.depth, self._state.outline = False, None, None

    def _plain(self) -> None:
        self._state.hidden = self._state.deleted = False
        self._state.font = None

    # fonts

    def _font(self, number: int | None) -> None:
        if self._state.destination == "fonttbl":
            self._new_font = [number, None]
        else:
            self._state.font = number

    def _name_font(self, raw: bytes) -> None:
        """A font's name ends its entry in the table: keep what is known of the font."""
        number, charset = self._new_font
        if number is None:
            return
        name = raw.decode("latin-1").rstrip("; ")
        signs = is_symbol_font(name) or (charset == SYMBOL and not name.startswith("@"))
        self._fonts.setdefault(number, (font_encoding(charset or 0), signs, name))
