"""Reads Excel workbooks: .xlsx, .xlsm, .xltx, Transitional or Strict."""

from __future__ import annotations

from extractors.document import Document, Limits
from extractors.readers.ooxml.package import open_package
from extractors.readers.sheets.tables import sheets_document
from extractors.readers.xlsx.workbook import Workbook

_MAIN = "xl/workbook.xml"


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes of a workbook: what its visible sheets show, one table a sheet.

    Raises Rejected: encrypted, truncated, damaged, hostile, bomb, too-large.
    """
    limits = limits or Limits()
    package = open_package(data, limits, _MAIN)
    workbook = Workbook(package, package.main_part(_MAIN), limits)
    document = sheets_document("xlsx", workbook.sheets(), [], limits)
    document.issues[:0] = [*package.issues, *workbook.issues]
    return document
