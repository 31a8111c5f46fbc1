"""Reads one file, whatever its format: sniffs it, picks its reader, cleans what comes out."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import regex

from extractors.document import Cell, Document, Limits, Paragraph, ReadIssue, Rejected, Table
from extractors.encodings import CONTROL
from extractors.formats import refusal
from extractors.sniffing import sniff

# Goes up whenever a reader reads anything differently: documents of older versions are read again.
READER_VERSION = "1"

# Format id -> module under extractors.readers that has `read(data, limits)`.
READERS: dict[str, str] = {
    "docx": "docx",
    "ooxml": "docx",  # a package too damaged to tell
    "doc": "doc",
    "rtf": "rtf",
    "flatopc": "flatopc",
    "word2003xml": "word2003xml",
    "odt": "foreign",
    "flat-odf": "foreign",
    "text": "text",
    "html": "html",
    "mhtml": "mhtml",
    "xlsx": "xlsx",
    "xls": "xls",
    "xlsb": "xlsb",
    "ods": "xlsb",
    "spreadsheetml": "spreadsheetml",
    "ofd": "ofd",
    "pdf": "pdf",
    "png": "image",
    "jpeg": "image",
    "tiff": "image",
    "bmp": "image",
    "gif": "image",
    "webp": "image",
}

_LINE_ENDS = regex.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_DIRTY = regex.compile(f"{_LINE_ENDS.pattern}|{CONTROL.pattern}")


def read(data: bytes, name: str, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """Read the bytes of a file; `name` decides only where the content cannot.

    Raises Rejected with a stable code and a Chinese sentence: empty, encrypted, truncated,
    damaged, hostile, bomb, too-large, unsupported-format, litter and what a reader adds to these.
    """
    if len(data) > limits.file_bytes:
        raise Rejected("too-large", f"文件大于 {limits.file_bytes >> 20} MB，未读；请拆分后重新报送。")
    format_id = sniff(data, name)
    if format_id not in READERS:
        raise refusal(format_id)
    document: Document = import_module(f"extractors.readers.{READERS[format_id]}").read(data, limits)
    if sum([len(part.text) for part in _parts(document)]) > limits.expanded_bytes // 4:
        raise Rejected("too-large", "文件中的文字异常之多（可能是同一段文字被反复引用），未读。")
    clean(document)
    if not any(part.text for part in _parts(document)):
        raise _wordless(document)
    return document


def clean(document: Document) -> None:
    """Drop control characters and halves of surrogate pairs from all texts, with an issue that says so."""
    dropped, parts = 0, list(_parts(document))
    if _DIRTY.search("\n".join([part.text for part in parts])) is None:
        return
    for part in parts:
        if _DIRTY.search(part.text):
            part.text, times = CONTROL.subn("", _LINE_ENDS.sub("\n", part.text))
            dropped += times
    if dropped:
        message = f"有 {dropped} 处不可见的控制字符，已去除。"
        document.issues.append(ReadIssue(code="control-characters", severity="note", message=message))


def _parts(document: Document) -> Iterator[Paragraph | Cell]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from _cells(block)


def _cells(table: Table) -> Iterator[Cell]:
    for cell in table.cells:
        yield cell
        for nested in cell.tables:
            yield from _cells(nested)


def _wordless(document: Document) -> Rejected:
    if any(issue.code in ("picture", "embedded-object", "diagram") for issue in document.issues):
        return Rejected(
            "no-text", "文件中只有图片或嵌入对象，没有文字；请报送可编辑的文件，或导出为 PDF 后报送。"
        )
    return Rejected("empty", "文件中没有任何文字，请检查后重新报送。")
