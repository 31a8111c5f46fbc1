"""Bytes of a text in any encoding that an office uses, as a string."""

from __future__ import annotations

import codecs
from itertools import pairwise

import regex

# BOM, codec. UTF-32-LE begins like UTF-16-LE, so it comes first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# What no text holds on purpose: C0 and C1 controls but tab and line ends, zero-width marks,
# direction overrides, noncharacters, halves of surrogate pairs.
CONTROL = regex.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    r"\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]+"
)
_FAMILIAR = regex.compile(r"[\t\n\r -~\u3000-\u303f\u4e00-\u9fa5\uff00-\uff5e‘-”…≤≥—%]")
_SAMPLE = 65536
_DAMAGED = 0.02  # of the characters; more, and the encoding is another one


def decode(data: bytes) -> str:
    """The text of `data`, control characters dropped, everything else exact.

    Tried in this order: byte order mark, UTF-16/32 without one (by its NUL bytes), UTF-8, then
    GB18030 against Big5 by how common the characters are, last charset-normalizer. Never
    raises; bytes that no encoding explains become U+FFFD.
    """
    return CONTROL.sub("", _decoded(data))


def _decoded(data: bytes) -> str:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    return _wide(data) or _utf8(data) or _chinese(data) or _guessed(data)


def _utf8(data: bytes) -> str | None:
    """UTF-8, also where the end is cut off inside a character."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(data) - 3 or error.reason != "unexpected end of data":
            return None
        return data[: error.start].decode("utf-8") if error.start else None


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: the ASCII in it (line ends, digits) leaves NUL bytes."""
    if b"\0" not in data[:_SAMPLE]:
        return None
    found: tuple[float, str] | None = None
    for codec, unit in (("utf-16-le", 2), ("utf-16-be", 2), ("utf-32-le", 4), ("utf-32-be", 4)):
        sample = data[: _SAMPLE - _SAMPLE % unit].decode(codec, "replace")
        share = len(_FAMILIAR.findall(sample)) / max(len(sample), 1)
        if share > 0.8 and (found is None or share > found[0]):
            found = (share, codec)
    return data.decode(found[1], "replace") if found else None


def _chinese(data: bytes) -> str | None:
    """GB18030 or Big5: nearly every Big5 text is also valid GBK, so the common characters decide."""
    simplified, traditional = _strictly(data, "gb18030"), _strictly(data, "big5hkscs")
    if traditional is not None and _common(data, 0xA4, 0xC6, 0x40) > max(
        0.7, _common(data, 0xB0, 0xD7, 0xA1)
    ):
        return traditional
    return simplified


def _strictly(data: bytes, codec: str) -> str | None:
    """Decoded, with U+FFFD for the few bytes that are damaged; None where they are not few."""
    text = data.decode(codec, "replace")
    return text if text.count("\ufffd") <= max(2, len(text) * _DAMAGED) else None


def _common(data: bytes, first: int, last: int, trail: int) -> float:
    """Share of the two-byte characters that lie in the block of the most used hanzi.

    GB 2312 level 1 (3,755 hanzi) is lead B0-D7, trail from A1; Big5 level 1 (5,401) is lead A4-C6.
    """
    total = hits = 0
    skip = False
    for lead, second in pairwise(data[:_SAMPLE]):
        if skip or lead < 0x81:
            skip = False
            continue
        skip = True
        if second >= 0x40 and (first <= lead <= last or not _symbol(lead)):
            total += 1
            hits += first <= lead <= last and second >= trail
    return hits / total if total else 0.0


def _symbol(lead: int) -> bool:
    """Leads A1-A3 hold punctuation and full-width forms in GB 2312 and in Big5: no evidence."""
    return 0xA1 <= lead <= 0xA3


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 4 * _SAMPLE]).best()
    return data.decode(best.encoding if best else "gb18030", "replace")
