"""What a zip file is, by the names in its directory."""

from __future__ import annotations

_MEMBERS: tuple[tuple[bytes, str], ...] = (
    (b"word/document", "docx"),
    (b"xl/workbook.bin", "xlsb"),
    (b"xl/workbook", "xlsx"),
    (b"ppt/presentation", "pptx"),
    (b"OFD.xml", "ofd"),
    (b"word/", "docx"),
    (b"xl/", "xlsx"),
    (b"ppt/", "pptx"),
    (b"content.xml", "odt"),
)
_MIMETYPES: tuple[tuple[bytes, str], ...] = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"application/vnd.oasis.opendocument.presentation", "odp"),
    (b"application/epub+zip", "epub"),
)
_ENTRY, _LOCAL, _END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
_WINDOW = 64 * 1024
_OFFICE = (".docx", ".docm", ".xlsx", ".xlsm", ".wps", ".doc", ".xls")


def by_members(data: bytes, file_name: str = "") -> str:
    """The format id of a zip: an office package or a plain archive.

    A file cut short has no directory; its first local headers speak instead, so that half
    a docx is called a damaged docx. Where not even a header can be read, its file name does.
    """
    head = data[:128]
    for mimetype, format_id in _MIMETYPES:
        if mimetype in head:
            return format_id
    end = data.rfind(_END, max(0, len(data) - 66_000))
    start = int.from_bytes(data[end + 16 : end + 20], "little") if end >= 0 else -1
    listing = data[start : start + _WINDOW] if start >= 0 else b""
    names = (listing, _ENTRY, 46) if listing.startswith(_ENTRY) else (data[:_WINDOW], _LOCAL, 30)
    packaged = _has(*names, b"[Content_Types].xml")
    for name, format_id in _MEMBERS:
        if _has(*names, name) and (packaged or not name.endswith(b"/")):
            return format_id
    unreadable = not listing.startswith(_ENTRY) and not _named(data)
    return "ooxml" if packaged or (unreadable and file_name.lower().endswith(_OFFICE)) else "zip"


def _named(data: bytes) -> bool:
    """Whether the first local header gives its member a name."""
    return data.startswith(_LOCAL) and int.from_bytes(data[26:28], "little") > 0


def _has(listing: bytes, signature: bytes, header: int, name: bytes) -> bool:
    """Whether an entry's name begins with `name` (`/` or `\\` between folders)."""
    for spelling in {name, name.replace(b"/", b"\\")}:
        at = listing.find(spelling, header)
        while at >= 0:
            if listing.startswith(signature, at - header):
                return True
            at = listing.find(spelling, at + 1)
    return False
