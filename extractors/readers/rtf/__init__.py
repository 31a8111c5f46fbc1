"""Reads RTF documents, as Word, WPS and LibreOffice write them."""

from __future__ import annotations

from extractors.document import Document, Limits
from extractors.readers.assembly import assemble
from extractors.readers.rtf.reading import Reader

__all__ = ["read"]


def read(data: bytes, limits: Limits | None = None) -> Document:
    """Read the bytes of an RTF document: tables with merges, lists, text boxes, notes.

    A file cut short is read as far as it goes, with an issue of severity doubt.
    Raises Rejected (too-large) beyond the limit of cells.
    """
    reader = Reader()
    start = max(data.find(b"{\\rt"), 0)
    return assemble("rtf", reader.read(data[start:]), reader.issues, limits)
