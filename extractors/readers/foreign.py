"""Reads what only LibreOffice understands: OpenDocument, 标文通."""

from __future__ import annotations

from extractors.document import Document, Limits
from extractors.readers import office_bridge
from extractors.sniffing import sniff

_SUFFIXES = {"odt": "odt", "flat-odf": "fodt", "uof": "uot"}
_SHEETS = (b"opendocument.spreadsheet", "uof:电子表格".encode())


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes by way of docx, or of xlsx for a table.

    Raises Rejected: `office-missing` where LibreOffice is not installed, `damaged`.
    """
    format_id = sniff(data, "")
    sheet = any(mark in data[:65_536] for mark in _SHEETS) and format_id != "odt"
    suffix = {"flat-odf": "fods", "uof": "uos"}[format_id] if sheet else _SUFFIXES.get(format_id, "odt")
    return office_bridge.read(data, format_id, limits, suffix=suffix, target="xlsx" if sheet else "docx")
