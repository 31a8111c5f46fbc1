"""Members of a tar file, and the one file inside a gz, bz2 or xz."""

from __future__ import annotations

import bz2
import io
import lzma
import tarfile
import zlib
from collections.abc import Iterator

from extractors.archives import names
from extractors.archives.budget import Budget
from extractors.archives.member import Member, damaged, refused
from extractors.document import Rejected

_CHUNK = 1024 * 1024
_SUFFIXES = (".gz", ".gzip", ".bz2", ".xz", ".tgz", ".tbz", ".txz")
_DAMAGED = (zlib.error, OSError, EOFError, lzma.LZMAError, ValueError)
_Decompressor = bz2.BZ2Decompressor | lzma.LZMADecompressor


def members(data: bytes, name: str, budget: Budget) -> Iterator[Member]:
    """Every file of a tar, compressed or not; a compressed single file under its inner name."""
    plain = _expanded(data, budget)
    if plain[257:262] != b"ustar" and not _is_old_tar(plain):
        yield budget.refuse(_inner(name), len(plain), 0) or Member(path=_inner(name), data=plain)
        return
    try:
        yield from _from_tar(plain, budget)
    except (tarfile.TarError, *_DAMAGED):
        yield _lost()


def _from_tar(plain: bytes, budget: Budget) -> Iterator[Member]:
    with tarfile.open(
        fileobj=io.BytesIO(plain), mode="r:", encoding="utf-8", errors="surrogateescape"
    ) as tar:
        for info in tar:
            if info.isdir():
                continue
            raw = info.name.encode("utf-8", "surrogateescape")
            path, unsafe = names.safe(names.decode([raw])[0])
            if unsafe:
                yield unsafe
            elif not info.isfile():
                yield names.special(path, link=info.issym() or info.islnk())
            else:
                yield budget.refuse(path, info.size, 0) or _read(tar, info, path)
        if plain[tar.offset : tar.offset + 512].strip(b"\x00"):  # tarfile stops there without a word
            yield _lost()


def _lost() -> Member:
    return refused("(其余部分)", "damaged", "压缩包从这里起已损坏或不完整，请重新打包报送。")


def _read(tar: tarfile.TarFile, info: tarfile.TarInfo, path: str) -> Member:
    stream = tar.extractfile(info)
    body = stream.read(info.size) if stream else b""
    return Member(path=path, data=body) if len(body) == info.size else damaged(path)


def _expanded(data: bytes, budget: Budget) -> bytes:
    """The bytes under the compression, never more than the budget. Raises Rejected beyond it."""
    limit = budget.limits.expanded_bytes
    try:
        if data.startswith(b"\x1f\x8b"):
            return _gunzip(data, limit)
        if data.startswith(b"BZh"):
            return _stream(bz2.BZ2Decompressor(), data, limit)
        if data.startswith(b"\xfd7zXZ"):
            return _stream(lzma.LZMADecompressor(memlimit=1 << 28), data, limit)
    except _DAMAGED as fault:
        raise Rejected("damaged", "压缩文件已损坏或不完整，请重新打包报送。") from fault
    return data


def _gunzip(data: bytes, limit: int) -> bytes:
    out = bytearray()
    while data.startswith(b"\x1f\x8b"):  # a gz file may be several, one after another
        engine = zlib.decompressobj(31)
        while not engine.eof:
            part = engine.decompress(data, _CHUNK)
            data = engine.unconsumed_tail
            out += part
            _check(len(out), limit)
            if not part and not data and not engine.eof:
                raise EOFError
        data = engine.unused_data
    return bytes(out)


def _stream(engine: _Decompressor, data: bytes, limit: int) -> bytes:
    out = bytearray()
    while not engine.eof:
        part = engine.decompress(data, _CHUNK)
        data = b""
        out += part
        _check(len(out), limit)
        if not part and engine.needs_input:
            raise EOFError
    return bytes(out)


def _check(size: int, limit: int) -> None:
    if size > limit:
        raise Rejected("bomb", f"解压后超过 {limit >> 20} MB，疑似压缩炸弹，未读；请分批报送。")


def _is_old_tar(plain: bytes) -> bool:
    """A tar of before 1988 has no mark; its first header's checksum tells it."""
    try:
        return len(plain) >= 512 and bool(tarfile.TarInfo.frombuf(plain[:512], "utf-8", "replace").name)
    except tarfile.TarError:
        return False


def _inner(name: str) -> str:
    base = name.replace("\\", "/").rpartition("/")[2]
    for suffix in _SUFFIXES:
        if base.lower().endswith(suffix):
            return base[: -len(suffix)] or "(无名)"
    return base or "(无名)"
