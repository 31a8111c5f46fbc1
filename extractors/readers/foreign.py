"""Reads OpenDocument, which LibreOffice understands."""

from __future__ import annotations

from extractors.document import Document, Limits
from extractors.readers import office_bridge
from extractors.sniffing import sniff

_SHEETS = b"opendocument.spreadsheet"


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes by way of docx, or of xlsx for a table.

    Raises Rejected: `office-missing` where LibreOffice is not installed, `damaged`.
    """
    format_id = sniff(data, "")
    if format_id == "flat-odf" and _SHEETS in data[:65_536]:
        return office_bridge.read(data, format_id, limits, suffix="fods", target="xlsx")
    suffix = "fodt" if format_id == "flat-odf" else "odt"
    return office_bridge.read(data, format_id, limits, suffix=suffix)
