"""The text of a page: by its byte order mark, by what it declares if that holds, else by its bytes."""

from __future__ import annotations

import codecs

import regex

from extractors.encodings import CONTROL, decode

_HEAD = 16_384
_DECLARED = regex.compile(
    rb"""(?i)<meta[^>]{0,300}?charset\s*+=\s*+["']?+\s*+([\w.:-]{2,40}+)|<\?xml[^>]{0,200}?encoding\s*+=\s*+["']([\w.:-]{2,40}+)"""
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# what a page that names the first really uses: browsers read it so (Encoding Standard)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs", "latin-1": "cp1252"}
_BEYOND_ASCII = bytes(range(128, 256))
_FAULTY = 0.01
_TELLING = 12  # bytes; fewer may be valid by chance


def decoded(data: bytes) -> str:
    """The page as a string; never raises."""
    declared = None if _is_utf8(data) else _declared(data)
    if declared and not data.startswith(_MARKS) and b"\0" not in data[:64]:
        text = data.decode(declared, "replace")
        if text.count("\ufffd") <= len(text) * _FAULTY:
            return CONTROL.sub("", text)
    return decode(data)


def _is_utf8(data: bytes) -> bool:
    """Valid UTF-8 with some Chinese in it is UTF-8, whatever an old template declares."""
    head = data[:_HEAD]
    if len(head) - len(head.translate(None, _BEYOND_ASCII)) < _TELLING:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return None
    name = (found[1] or found[2]).decode("ascii", "replace").lower()
    name = _WIDER.get(name, name)
    try:
        info = codecs.lookup(name)
    except LookupError:
        return None
    return info.name if info._is_text_encoding and not info.name.startswith("utf-16") else None
