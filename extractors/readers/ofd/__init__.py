"""Reads OFD (GB/T 33190), the national format of finished pages."""

from __future__ import annotations

from extractors.document import Document, Limits, Rejected
from extractors.readers.ofd.drawing import drawn
from extractors.readers.ofd.package import Container
from extractors.readers.ofd.scanned import recognised
from extractors.readers.ooxml import open_package
from extractors.readers.pages.assembling import assemble
from extractors.readers.pages.page import Page
from extractors.readers.scan import engine
from extractors.readers.scan.doubting import misgivings

_ROOT = "OFD.xml"


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes of an OFD file: text and rules of its pages, as a printed PDF is read.

    Pages that are one picture are recognised where the extra `ocr` is installed.
    Raises Rejected: encrypted, truncated, damaged, hostile, bomb, too-large, ocr-missing, scan.
    """
    limits = limits or Limits()
    container = Container(open_package(data, limits, _ROOT), _ROOT)
    sheets = container.sheets(limits.pages)
    if not sheets:
        raise Rejected("damaged", "OFD 文件中没有可读的页，文件可能不完整，请重新导出后报送。")
    pages = [drawn(container, sheet) for sheet in sheets]
    scans = [
        sheet.number for sheet, page in zip(sheets, pages, strict=True) if not page.pieces and sheet.pictures
    ]
    if scans and not limits.recognise and engine.available():
        raise Rejected("scan", "有扫描页，需要识别。")  # the pipeline reads it where scans are read
    if len(scans) == len(pages) and not engine.available():
        raise engine.missing()
    found: list[Page] = [
        recognised(container, sheet) if sheet.number in scans else page
        for sheet, page in zip(sheets, pages, strict=True)
    ]
    document = assemble(found, "ofd")
    document.issues = [*container.package.issues, *document.issues, *misgivings(document)]
    return document
