"""Whether bytes are plain text in an encoding that an office uses."""

from __future__ import annotations

import codecs

import regex

_SAMPLE = 8 * 1024
_CONTROL = regex.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ENCODINGS = ("utf-8", "gb18030", "big5hkscs")
_WRITTEN = regex.compile(r"[\t\n\r\x20-\x7e\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def is_text(data: bytes) -> bool:
    """Whether the bytes read as text: UTF-8, UTF-16, GB18030 or Big5, with few faults."""
    sample = data[:_SAMPLE]
    if sample.startswith(_BOMS):
        return True
    if not _CONTROL.search(sample):
        return any(_faults(sample, encoding) <= len(sample) // 50 for encoding in _ENCODINGS)
    return _is_utf16(sample) or _nearly(sample)


def _nearly(sample: bytes) -> bool:
    """A stray control character (printer codes, a page break) does not unmake a text."""
    controls = len(_CONTROL.findall(sample))
    return controls <= len(sample) // 200 and b"\x00" not in sample and _faults(sample, "gb18030") == 0


def _faults(sample: bytes, encoding: str) -> int:
    return sample.decode(encoding, "replace").count("\ufffd")


def _is_utf16(sample: bytes) -> bool:
    """UTF-16 without its mark: nearly all of it reads as Chinese or ASCII in one byte order."""
    even = sample[: len(sample) & ~1]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = even.decode(encoding, "replace")
        if len(text) >= 2 and len(_WRITTEN.findall(text)) >= 0.95 * len(text):
            return True
    return False
