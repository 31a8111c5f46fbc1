"""Reads Excel 97-2003 workbooks (.xls, WPS .et) and Excel 5/95, after [MS-XLS]."""

from __future__ import annotations

from extractors.document import Document, Limits, Rejected
from extractors.readers import office_bridge
from extractors.readers.sheets.tables import sheets_document
from extractors.readers.xls.container import workbook_stream
from extractors.readers.xls.workbook import Workbook

_FOR_LIBREOFFICE = ("damaged", "encrypted")  # encrypted: it knows the password that Excel uses unasked


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes of a workbook: what its visible sheets show, one table a sheet.

    What cannot be read so is left to LibreOffice where it is installed.
    Raises Rejected: encrypted, damaged, too-large.
    """
    try:
        return _read(data, limits or Limits())
    except Rejected as verdict:
        if verdict.code not in _FOR_LIBREOFFICE or not office_bridge.available():
            raise
        return office_bridge.read(data, "xls", limits, verdict, target="xlsx")


def _read(data: bytes, limits: Limits) -> Document:
    workbook = Workbook(workbook_stream(data), limits)
    document = sheets_document("xls", workbook.sheets(), [], limits)
    document.issues[:0] = workbook.issues
    return document
