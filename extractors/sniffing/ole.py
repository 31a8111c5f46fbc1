"""What an OLE compound file holds, by the streams of its root."""

from __future__ import annotations

import io
import struct

import olefile

_STREAMS: tuple[tuple[str, str], ...] = (
    ("encryptedpackage", "encrypted-ooxml"),
    ("worddocument", "doc"),  # Kingsoft .wps is the same
    ("workbook", "xls"),  # Kingsoft .et is the same
    ("book", "xls"),
    ("powerpoint document", "ppt"),  # Kingsoft .dps is the same
    ("catalog", "thumbs-db"),
    ("__properties_version1.0", "msg"),
    ("visiodocument", "visio"),
    ("matost", "works"),  # Microsoft Works .wps
    ("mm", "works"),
    ("hwpsummaryinformation", "hwp"),
)
_FAULTS = (OSError, ValueError, IndexError, struct.error, MemoryError)


def by_streams(data: bytes) -> str:
    """The format id of an OLE file; one too damaged to list is judged by the names it mentions."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            names = {entry[0].lower().lstrip("\x05") for entry in ole.listdir(storages=True)}
    except _FAULTS:
        return _by_mention(data)
    for stream, format_id in _STREAMS:
        if stream in names:
            return format_id
    if any(name.startswith("256_") for name in names):  # Thumbs.db of Windows Vista
        return "thumbs-db"
    return "ole"


def _by_mention(data: bytes) -> str:
    for stream, format_id in (
        ("EncryptedPackage", "encrypted-ooxml"),
        ("WordDocument", "doc"),
        ("Workbook", "xls"),
    ):
        if stream.encode("utf-16-le") in data:
            return format_id
    return "ole"
