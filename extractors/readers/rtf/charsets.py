"""The encodings of RTF text: by font where it names a script, else by the file's code page."""

from __future__ import annotations

_BY_CHARSET = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5hkscs",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
SYMBOL = 2
_WIDE = {"gb18030", "big5hkscs", "cp932", "cp949"}


def code_page(number: int) -> str:
    """The encoding of \\ansicpg; Western where the number is not known."""
    if number in (936, 54936, 1386):
        return "gb18030"
    if number == 950:
        return "big5hkscs"
    name = f"cp{number}" if number not in (65001, 10000) else {65001: "utf-8", 10000: "mac_roman"}[number]
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


def font_encoding(charset: int) -> str | None:
    """The encoding that a font's \\fcharset calls for; None where it leaves it to the file."""
    return _BY_CHARSET.get(charset)


def decode(raw: bytes, font: str | None, page: str) -> str:
    """Bytes as text: by the font, else the file's code page, else what an office here would use."""
    if raw.isascii():
        return raw.decode("ascii")
    order = [font, page] if font in _WIDE or page not in _WIDE else [page, font]
    for encoding in (*order, "gb18030"):
        if encoding:
            try:
                return raw.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    return raw.decode(font or page, "replace")
