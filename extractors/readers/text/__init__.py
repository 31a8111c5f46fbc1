"""Reads plain text: tab-and-row text, tables drawn with pipes, TSV, CSV, paragraphs.

Everything comes out as `text`; its tables are not `exact`, for text does not tell merges.
"""

from __future__ import annotations

from extractors.document import Document, Limits, ReadIssue
from extractors.encodings import decode
from extractors.readers.assembly import Raw, assemble
from extractors.readers.text.delimited import comma_table, unquoted
from extractors.readers.text.segments import segments
from extractors.readers.text.tabbed import tab_rows


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes of a plain text in any encoding.

    Bytes that no encoding explains are an issue of severity doubt.
    Raises Rejected (too-large) beyond the limit of cells.
    """
    text = decode(data)
    return assemble("text", content(text), undecoded(text), limits)


def content(text: str) -> list[Raw]:
    """Paragraphs and tables of a decoded text, in order."""
    text = "\n".join(text.replace("\r\n", "\n").splitlines())
    table = comma_table(text)
    if table is not None:
        return [table]
    found: list[Raw] = []
    for kind, lines in segments(unquoted(text).split("\n")):
        found += kind(lines)
    return found


def undecoded(text: str) -> list[ReadIssue]:
    """An issue where characters of the text could not be decoded."""
    lost = text.count("\ufffd")
    if not lost:
        return []
    message = f"有 {lost} 个字符无法识别，显示为“\ufffd”；请用 UTF-8 或 GB18030 编码另存后重新报送。"
    return [ReadIssue(code="undecoded", severity="doubt", message=message)]


__all__ = ["content", "read", "tab_rows", "undecoded"]
