"""Members of a zip file."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

from extractors.archives import names
from extractors.archives.budget import Budget
from extractors.archives.member import Member, damaged, encrypted, refused
from extractors.document import Rejected

_UTF8, _ENCRYPTED = 0x800, 0x1
_UNICODE_PATH = 0x7075  # Info-ZIP's extra field: the name in UTF-8
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error, MemoryError)


def members(data: bytes, name: str, budget: Budget) -> Iterator[Member]:
    """Every file of a zip, with its name as the office's Windows or Mac wrote it."""
    try:
        archive, data = _opened(data)
    except Rejected as verdict:
        yield from _salvaged(data, budget, verdict)
        return
    with archive:
        infos = archive.infolist()
        for info, spelled in zip(infos, _names(infos), strict=True):
            if not spelled.endswith(("/", "\\")):
                yield _member(archive, data, info, spelled, budget)


def _opened(data: bytes) -> tuple[zipfile.ZipFile, bytes]:
    try:
        try:
            return zipfile.ZipFile(io.BytesIO(data)), data
        except UnicodeDecodeError:  # says UTF-8, is not: take the claim away
            data = _without_utf8_claim(data)
            return zipfile.ZipFile(io.BytesIO(data)), data
    except (*_FAULTS, RuntimeError) as fault:
        if len(data) == 22 or data.startswith(b"PK\x07\x08"):
            raise Rejected("archive-volume", "这是分卷压缩包的一卷，请合并为一个压缩包后报送。") from fault
        raise Rejected("damaged", "压缩包已损坏或不完整，请重新打包报送。") from fault


def _salvaged(data: bytes, budget: Budget, verdict: Rejected) -> Iterator[Member]:
    """The members of a zip cut short that are whole, then one refusal for the rest; else the verdict."""
    from extractors.readers.ooxml.salvage import salvaged

    found = salvaged(data, budget.limits)
    for raw, body in found.items():
        path, unsafe = names.safe(_spelled(raw))
        if not raw.endswith("/"):
            yield unsafe or budget.refuse(path, len(body), 0) or Member(path=path, data=body)
    if not found:
        raise verdict
    yield refused("(其余部分)", "damaged", "压缩包从这里起已损坏或不完整，请重新打包报送。")


def _spelled(name: str) -> str:
    """A name that was taken for cp437; one that was marked as UTF-8 is right already."""
    try:
        return names.decode([name.encode("cp437")])[0]
    except UnicodeEncodeError:
        return name


def _without_utf8_claim(data: bytes) -> bytes:
    out = bytearray(data)
    entry = out.find(b"PK\x01\x02")
    while entry >= 0:
        local = int.from_bytes(out[entry + 42 : entry + 46], "little")
        for flags in (entry + 9, local + 7):
            if flags < len(out):
                out[flags] &= ~(_UTF8 >> 8) & 0xFF
        entry = out.find(b"PK\x01\x02", entry + 46)
    return bytes(out)


def _names(infos: list[zipfile.ZipInfo]) -> list[str]:
    """The names of all entries; those without the UTF-8 mark are decoded together."""
    unmarked = [info for info in infos if not info.flag_bits & _UTF8]
    raws = [info.orig_filename.encode("cp437") for info in unmarked]
    decoded = {id(info): name for info, name in zip(unmarked, names.decode(raws), strict=True)}
    return [_unicode_path(info) or decoded.get(id(info), info.orig_filename) for info in infos]


def _unicode_path(info: zipfile.ZipInfo) -> str | None:
    at = 0
    while at + 4 <= len(info.extra):
        kind, size = struct.unpack_from("<HH", info.extra, at)
        if kind == _UNICODE_PATH and size > 5:
            return info.extra[at + 9 : at + 4 + size].decode("utf-8", "replace")
        at += 4 + size
    return None


def _member(
    archive: zipfile.ZipFile, data: bytes, info: zipfile.ZipInfo, name: str, budget: Budget
) -> Member:
    path, unsafe = names.safe(name)
    if unsafe:
        return unsafe
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return names.special(path, link=stat.S_ISLNK(mode))
    if info.flag_bits & _ENCRYPTED:
        return encrypted(path)
    over = budget.refuse(path, info.file_size, info.compress_size)
    return over or _read(archive, data, info, path)


def _read(archive: zipfile.ZipFile, data: bytes, info: zipfile.ZipInfo, path: str) -> Member:
    _agree(data, info)
    try:
        with archive.open(info) as stream:
            body = stream.read(info.file_size + 1)
    except RuntimeError:  # zipfile: a method that it does not know
        return refused(path, "archive-method", "压缩方法不受支持，请改用普通 ZIP 压缩后重新报送。")
    except _FAULTS:
        return damaged(path)
    return Member(path=path, data=body) if len(body) == info.file_size else damaged(path)


def _agree(data: bytes, info: zipfile.ZipInfo) -> None:
    """Some packers spell a name otherwise in the local header, for which zipfile refuses to read."""
    at = info.header_offset
    length = int.from_bytes(data[at + 26 : at + 28], "little")
    encoding = "utf-8" if int.from_bytes(data[at + 6 : at + 8], "little") & _UTF8 else "cp437"
    info.orig_filename = data[at + 30 : at + 30 + length].decode(encoding, "replace")
