"""Reads MHTML: a page with its parts in one file, as browsers, Word and Excel save it."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import Message

import regex

from extractors.document import Document, Limits, ReadIssue, Rejected
from extractors.readers.assembly import Raw, assemble
from extractors.readers.html.charset import decoded
from extractors.readers.html.page import page

_FRAMES = regex.compile(r"(?i)<frameset[\s>]")
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030"}


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes of an MHTML file: its root page, or the sheets of a workbook saved as one.

    Raises Rejected: damaged (no page inside), too-large.
    """
    pages = _pages(data)
    if not pages:
        raise Rejected("damaged", "网页归档文件中没有网页正文，请另存为 .docx 或 .xlsx 后重新报送。")
    blocks: list[Raw] = []
    issues: list[ReadIssue] = []
    for text in pages:
        found, notices = page(text)
        blocks += found
        issues += [
            ReadIssue(code=code, severity=severity, message=message) for code, severity, message in notices
        ]
    return assemble("mhtml", blocks, issues, limits)


def _pages(data: bytes) -> list[str]:
    """The root page, or where it only lays out frames, the pages in them."""
    try:
        message = email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n\t "), policy=email.policy.compat32)
        parts = [(part.get("Content-Location", ""), _text(part)) for part in _html_parts(message)]
    except RecursionError as fault:
        raise Rejected("damaged", "网页归档文件结构嵌套过深，请另存为 .docx 后重新报送。") from fault
    root = next((text for _, text in parts), None)
    if root is None or not _FRAMES.search(root):
        return [root] if root is not None else []
    framed = [text for place, text in parts[1:] if "tabstrip" not in place.lower()]
    return framed or [root]


def _html_parts(message: Message) -> Iterator[Message]:
    """The pages, the one named as the start first."""
    start = message.get_param("start")
    pages = [
        part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    first = [part for part in pages if start and part.get("Content-ID") == start]
    yield from first
    yield from (part for part in pages if part not in first)


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    charset = (part.get_content_charset() or "").lower()
    try:
        return raw.decode(_WIDER.get(charset, charset) or "ascii")
    except (LookupError, ValueError):
        return decoded(raw)
