"""Reads Flat OPC: a whole .docx as one XML file."""

from __future__ import annotations

import base64
import binascii

import regex
from lxml import etree

from extractors.document import Document, Limits
from extractors.readers import docx
from extractors.readers.ooxml import parse_xml

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
# Pictures are not read, and libxml2 refuses texts as long as theirs: they go before parsing.
_BINARY = regex.compile(rb"(<(?:\w{1,20}+:)?binaryData[^>]{0,200}+>)[^<]*+")
_DECLARATION = regex.compile(r"^\s*+<\?xml[^?>]{0,200}+\?>")


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes of a Flat OPC document. Raises Rejected as `docx.read` does."""
    return docx.read_parts(_parts(utf8(data)), limits, "flatopc")


def utf8(data: bytes) -> bytes:
    """An XML file in UTF-8 without declaration, so that texts can be searched in its bytes."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data
    return _DECLARATION.sub("", data.decode("utf-16", "replace")).encode("utf-8", "replace")


def _parts(data: bytes) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    for part in parse_xml(_BINARY.sub(rb"\1", data)).iterchildren(_PKG + "part"):
        name = part.get(_PKG + "name", "").lstrip("/")
        for content in part.iterchildren(_PKG + "xmlData", _PKG + "binaryData"):
            root = next(content.iterchildren(etree.Element), None)
            parts[name] = etree.tostring(root) if root is not None else _plain(content.text)
    return parts


def _plain(text: str | None) -> bytes:
    try:
        return base64.b64decode(text or "")
    except (binascii.Error, ValueError):
        return b""
