"""Reads web pages, and what Word, Excel, WPS or a government system saves as one."""

from __future__ import annotations

from extractors.document import Document, Limits, ReadIssue
from extractors.readers.assembly import assemble
from extractors.readers.html.charset import decoded
from extractors.readers.html.page import page


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes of a page in whatever encoding it says or has.

    Raises Rejected: damaged (no markup), too-large.
    """
    return read_text(decoded(data), limits)


def read_text(text: str, limits: Limits | None = None, format_id: str = "html") -> Document:
    """The same for a decoded page (MHTML has its own encodings)."""
    blocks, notices = page(text)
    issues = [ReadIssue(code=code, severity=severity, message=message) for code, severity, message in notices]
    return assemble(format_id, blocks, issues, limits)
