"""Reads Word 2003's XML, which many systems export as .doc: rewritten as docx, then read as one."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from extractors.document import Document, Limits, Rejected
from extractors.readers import docx
from extractors.readers.flatopc import utf8
from extractors.readers.ooxml import parse_xml
from extractors.readers.ordinals import style_of

_OLD = b"http://schemas.microsoft.com/office/word/2003/wordml"
_NEW = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HINT = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_AML = "{http://schemas.microsoft.com/aml/2001/core}"
_VAL = W + "val"
_RENAMED = {"vmerge": "vMerge", "hmerge": "hMerge", "hlink": "hyperlink", "listPr": "numPr", "ilfo": "numId"}
_NOT_PRINTED = ("hdr", "ftr", "binData", "docOleData")


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes of a Word 2003 XML document. Raises Rejected as `docx.read` does."""
    root = parse_xml(utf8(data).replace(_OLD, _NEW))
    body = root.find(W + "body")
    if body is None:
        raise Rejected("damaged", "文件中找不到 Word 正文，请用 Word 打开并另存为 .docx 后重新报送。")
    lists = root.find(W + "lists")
    parts = {"word/document.xml": _document(body)}
    if lists is not None:
        parts["word/numbering.xml"] = _numbering(lists)
    styles = root.find(W + "styles")
    if styles is not None:
        _rename(styles)
        parts["word/styles.xml"] = etree.tostring(styles)
    return docx.read_parts(parts, limits, "word2003xml")


def _document(body: etree._Element) -> bytes:
    for name in _NOT_PRINTED:
        for element in list(body.iter(W + name)):
            _remove(element)
    _annotations(body)
    etree.strip_tags(body, _HINT + "*", _AML + "*")
    _rename(body)
    for note in list(body.iter(W + "footnote", W + "endnote")):
        body.extend(list(note.iterchildren(W + "p", W + "tbl")))
        _remove(note)
    document = etree.Element(W + "document", nsmap={"w": _NEW.decode()})
    document.append(body)
    return etree.tostring(document)


def _annotations(body: etree._Element) -> None:
    """Inserted text stays; deleted text, comments and former properties go."""
    for element in list(body.iter(_AML + "annotation")):
        if element.get(W + "type", "") not in ("Word.Insertion", "Word.Bookmark.Start", "Word.Bookmark.End"):
            _remove(element)


def _rename(tree: etree._Element) -> None:
    for old, new in _RENAMED.items():
        for element in tree.iter(W + old):
            element.tag = W + new


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _numbering(lists: etree._Element) -> bytes:
    """w:lists as the numbering part of a docx."""
    root = etree.Element(W + "numbering", nsmap={"w": _NEW.decode()})
    root.extend(list(_definitions(lists)))
    for use in lists.iterchildren(W + "list"):
        number = etree.SubElement(root, W + "num", {W + "numId": use.get(W + "ilfo", "")})
        which = use.find(W + "ilst")
        value = which.get(_VAL, "") if which is not None else ""
        etree.SubElement(number, W + "abstractNumId", {_VAL: value})
        number.extend(list(use.iterchildren(W + "lvlOverride")))
    return etree.tostring(root)


def _definitions(lists: etree._Element) -> Iterator[etree._Element]:
    for definition in lists.iterchildren(W + "listDef"):
        definition.tag = W + "abstractNum"
        definition.set(W + "abstractNumId", definition.get(W + "listDefId", ""))
        for code in definition.iter(W + "nfc"):
            code.tag = W + "numFmt"
            value = code.get(_VAL, "0")
            code.set(_VAL, style_of(int(value) if value.isdecimal() and len(value) < 4 else 0))
        yield definition
