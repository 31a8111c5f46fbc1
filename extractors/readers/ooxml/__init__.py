"""Office packages: zip files of XML parts, opened within limits."""

from __future__ import annotations

from extractors.readers.ooxml.package import Package, open_package
from extractors.readers.ooxml.parsing import parse_xml

__all__ = ["Package", "open_package", "parse_xml"]
