"""Parses an XML part of an office package, safely."""

from __future__ import annotations

from lxml import etree

from extractors.document import Rejected

_STRICT = b"http://purl.oclc.org/ooxml/"
# ISO 29500 Strict names its vocabularies anew; their elements are the same
_NAMES = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
)


def transitional(data: bytes) -> bytes:
    """A part whose Strict names, if it has any, are those of Transitional."""
    if _STRICT in data[:16_384]:
        for strict, usual in _NAMES:
            data = data.replace(strict, usual)
    return data


def parse_xml(data: bytes) -> etree._Element:
    """The root of a part; Strict names read as their Transitional twins.

    Entities are not resolved and nothing is fetched. Raises Rejected: `hostile` for a DOCTYPE, which no
    office writes, `damaged` where the XML is not well-formed.
    """
    data = transitional(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        if b"<!DOCTYPE" in data[:65_536]:
            raise _hostile() from fault
        raise Rejected("damaged", "文件内部的 XML 已损坏，请用原软件打开并另存后重新报送。") from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise _hostile()
    return root


def _hostile() -> Rejected:
    return Rejected("hostile", "文件内部含有 DOCTYPE 声明，办公软件从不写入，疑似恶意文件，未读。")
