"""The tokens of an RTF file."""

from __future__ import annotations

from collections.abc import Iterator

import regex

# One of: control word with its number, \'hh, control symbol, brace, text. All bounded and possessive.
_TOKEN = regex.compile(
    rb"\\([a-zA-Z]{1,32}+)(-?+[0-9]{1,10}+)? ?+|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])"
    rb"|([{}])|([^\\{}\r\n]++)|[\r\n]++|\\",
    regex.DOTALL,
)

# kind (word | byte | symbol | { | } | text), word, number, bytes, where it ends
Token = tuple[str, str, int | None, bytes, int]


def tokens(data: bytes) -> Iterator[Token]:
    r"""The tokens in order; `\bin` data is stepped over.

    `byte` and `text` carry their bytes, `word` its name and number, `symbol` its character.
    """
    at = 0
    while at < len(data):
        jumped = False
        for found in _TOKEN.finditer(data, at):
            word, number, code, sign, brace, text = found.groups()
            if text is not None:
                yield "text", "", None, text, found.end()
            elif word is not None:
                value = int(number) if number else None
                if word == b"bin" and value and value > 0:
                    at, jumped = found.end() + value, True
                    break
                yield "word", word.decode("ascii"), value, b"", found.end()
            elif code is not None:
                yield "byte", "", None, bytes([int(code, 16)]), found.end()
            elif brace is not None:
                yield ("{" if brace == b"{" else "}"), "", None, b"", found.end()
            elif sign is not None:
                yield "symbol", sign.decode("latin-1"), None, sign, found.end()
        if not jumped:
            return
