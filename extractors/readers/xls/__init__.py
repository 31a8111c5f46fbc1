"""Reads Excel 97-2003 workbooks (.xls, WPS .et) and Excel 5/95, after [MS-XLS]."""

from __future__ import annotations

import msgspec

from extractors.document import Document, Limits, ReadIssue, Rejected
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
        return _by_office(data, limits or Limits(), verdict)


def _read(data: bytes, limits: Limits) -> Document:
    workbook = Workbook(workbook_stream(data), limits)
    document = sheets_document("xls", workbook.sheets(), [], limits)
    document.issues[:0] = workbook.issues
    return document


def _by_office(data: bytes, limits: Limits, verdict: Rejected) -> Document:
    from extractors.readers import xlsx

    converted = office_bridge.convert([data], "xls", "xlsx")[0]
    if converted is None:
        raise verdict
    document = xlsx.read(converted, limits)
    damaged = verdict.code == "damaged"
    message = (
        "工作簿已损坏，经 LibreOffice 修复后读取，内容可能不全。"
        if damaged
        else "经 LibreOffice 转换后读取。"
    )
    issue = ReadIssue(code="converted", severity="doubt" if damaged else "note", message=message)
    return msgspec.structs.replace(document, format="xls", issues=[issue, *document.issues])
