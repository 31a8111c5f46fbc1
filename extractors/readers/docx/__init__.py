"""Reads Word documents: .docx, .docm, .dotx, Transitional or Strict."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from extractors.document import Document, Limits
from extractors.readers.assembly import Place, assemble
from extractors.readers.docx.reading import story_blocks
from extractors.readers.ooxml.package import Package, from_parts, open_package

_MAIN = "word/document.xml"


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes of a Word document.

    Raises Rejected: encrypted, truncated, damaged, hostile, bomb, too-large.
    """
    limits = limits or Limits()
    return read_package(open_package(data, limits, _MAIN), limits)


def read_parts(parts: Mapping[str, bytes], limits: Limits | None = None, format_id: str = "docx") -> Document:
    """The same for parts that are in memory already (Flat OPC)."""
    return read_package(from_parts(parts), limits or Limits(), format_id)


def read_package(
    package: Package, limits: Limits, format_id: str = "docx", place: Place | None = None
) -> Document:
    """Read an open package; `place(at, element)` is told where every paragraph and cell comes from."""
    blocks, issues = story_blocks(package, package.main_part(_MAIN), limits)
    return assemble(format_id, blocks, issues, limits, place)


def elements(data: bytes, limits: Limits | None = None) -> tuple[str, dict[str, etree._Element]]:
    """The main part's name, and place -> its w:p or w:tc in a tree of that part.

    For writing comments: `element.getroottree()` is the tree, so that what is added to it can be
    saved in place of the part. Raises Rejected as `read` does.
    """
    limits = limits or Limits()
    package = open_package(data, limits, _MAIN)
    found: dict[str, etree._Element] = {}
    read_package(package, limits, place=found.__setitem__)
    return package.main_part(_MAIN), found
