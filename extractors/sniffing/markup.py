"""Formats written as text: HTML, MHTML, mail, XML of every office."""

from __future__ import annotations

import codecs

import regex

_HEAD = 8192
_BOMS = ((codecs.BOM_UTF8, "latin-1"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_XML: tuple[tuple[str, str], ...] = (
    ("http://schemas.microsoft.com/office/2006/xmlpackage", "flatopc"),
    ("http://schemas.microsoft.com/office/word/2003/wordml", "word2003xml"),
    ("urn:schemas-microsoft-com:office:spreadsheet", "spreadsheetml"),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "flat-odf"),
    ("http://schemas.uof.org/", "uof"),
    ("<uof:", "uof"),
    ("http://www.w3.org/2000/svg", "svg"),
)
_TAGS = regex.compile(
    r"<(?:!doctype\s++html|html|head|body|meta|title|style|table|tr|td|div|p|font|center|span|h[1-6])[\s/>:]"
)
_PAGE = regex.compile(r"<html[\s>]|<!doctype html")
_ROW = regex.compile(r"<(?:tr|td)[\s>]")
_MIME = regex.compile(
    r"^(?:mime-version|content-type|content-location|from|subject|date|received|message-id|to|x-[\w-]++):"
)
_MAIL = regex.compile(r"(?m)^(?:received|message-id|to|return-path|delivered-to):")


def by_markup(data: bytes) -> str | None:
    """The format id of marked-up text, None for plain text and binary."""
    head = _decoded(data).lower().lstrip("\ufeff\x00 \t\r\n")
    if _MIME.match(head):
        return _by_headers(head)
    if head.startswith("<?xml") or head.startswith("<"):
        return _by_xml(head) or (
            "html" if _TAGS.search(head) else "xml" if head.startswith("<?xml") else None
        )
    return "html" if _ROW.search(head) and "</" in head and "<table" in head else None


def _by_xml(head: str) -> str | None:
    if not head.startswith("<?xml") and _TAGS.match(head) and "spreadsheet" not in head[:200]:
        return None  # Word and Excel declare their names inside <html …> too
    root = head[: 4096 + 1]
    if _PAGE.search(root):
        return None
    return next((format_id for name, format_id in _XML if name in root), None)


def _by_headers(head: str) -> str | None:
    if "content-type:" not in head and "mime-version:" not in head:
        return None
    if _MAIL.search(head):
        return "eml"
    return "mhtml" if "multipart/related" in head or "text/html" in head else "eml"


def _decoded(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) : _HEAD].decode(encoding, "replace")
    if data[:1] in b"<\r\n \t" and data[1:2] == b"\x00":
        return data[:_HEAD].decode("utf-16-le", "replace")
    if data[:2] in (b"\x00<", b"\x00\r", b"\x00\n"):
        return data[:_HEAD].decode("utf-16-be", "replace")
    return data[:_HEAD].decode("latin-1")
