"""Formats that tell their name in fixed bytes."""

from __future__ import annotations

# (offset, bytes, format id); the first that fits wins
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "pdf"),
    (0, b"{\\rt", "rtf"),
    (0, b"Rar!\x1a\x07", "rar"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z"),
    (0, b"\x1f\x8b\x08", "gzip"),
    (0, b"BZh", "bzip2"),
    (0, b"\xfd7zXZ\x00", "xz"),
    (0, b"\x28\xb5\x2f\xfd", "zstd"),
    (257, b"ustar", "tar"),
    (0, b"MSCF\x00\x00\x00\x00", "cab"),
    (2, b"-lh", "lzh"),
    (0x8001, b"CD001", "iso"),
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"\xff\xd8\xff", "jpeg"),
    (0, b"II*\x00", "tiff"),
    (0, b"MM\x00*", "tiff"),
    (0, b"II+\x00", "tiff"),
    (0, b"MM\x00+", "tiff"),
    (0, b"GIF87a", "gif"),
    (0, b"GIF89a", "gif"),
    (8, b"WEBP", "webp"),
    (0, b"\x00\x00\x01\x00\x01\x00", "icon"),
    (40, b" EMF\x00\x00\x01\x00", "metafile"),
    (0, b"\xd7\xcd\xc6\x9a", "metafile"),
    (0, b"8BPS", "photoshop"),
    (0, b"AC10", "cad"),
    (0, b"\xdb\xa5", "word-old"),  # Word 2 and WinWord 1
    (0, b"\x9b\xa5", "word-old"),
    (0, b"1\xbe\x00\x00\x00\xab", "word-old"),  # Windows Write
    (0, b"\x09\x04\x06\x00\x00\x00\x10\x00", "xls-old"),  # BIFF 2-4 without a container
    (0, b"\x09\x02\x06\x00\x00\x00\x10\x00", "xls-old"),
    (0, b"\x09\x00\x04\x00", "xls-old"),
    (0, b"\x00\x00\x00\x01Bud1", "ds-store"),
    (0, b"\x00\x05\x16\x07", "apple-double"),
    (0, b"L\x00\x00\x00\x01\x14\x02\x00", "shortcut"),
    (0, b"SQLite format 3\x00", "database"),
    (4, b"Standard Jet DB", "database"),
    (4, b"Standard ACE DB", "database"),
    (0, b"\x7fELF", "program"),
    (0, b"OggS", "sound"),
    (0, b"ID3", "sound"),
    (0, b"#!AMR", "sound"),
    (8, b"WAVEfmt", "sound"),
    (8, b"AVI LIST", "video"),
    (0, b"\x1a\x45\xdf\xa3", "video"),
    (0, b"FLV\x01", "video"),
    (0, b"\x00\x00\x01\xba", "video"),
    (0, b"\x00\x00\x01\xb3", "video"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video"),
    (0, b"%!PS", "postscript"),
    (0, b"SEP\x00", "sep"),  # 书生电子公文
    (0, b"CAJ", "caj"),
    (0, b"HN", "caj"),
)
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")


def by_magic(data: bytes) -> str | None:
    """The format id that the fixed bytes tell, None where they tell none."""
    for offset, magic, format_id in _SIGNATURES:
        if data.startswith(magic, offset) and _confirmed(data, format_id):
            return format_id
    if data[4:8] == b"ftyp":
        return "heic" if data[8:12] in _HEIC else "video"
    if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0":
        return "bmp"
    if data.startswith(b"MZ") and b"\x00\x00" in data[2:64]:
        return "program"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return "rtf" if data[:64].lstrip(b"\xef\xbb\xbf\r\n\t \x00").startswith(b"{\\rt") else None


def _confirmed(data: bytes, format_id: str) -> bool:
    """Signatures short enough to begin a plain text need a second look."""
    if format_id in ("caj", "cad", "lzh", "bzip2", "sound"):
        return b"\x00" in data[:512] or (format_id == "bzip2" and data[4:10] == b"1AY&SY")
    return True
