"""Members of a 7z file."""

from __future__ import annotations

import io
import lzma
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from extractors.archives import names
from extractors.archives.budget import Budget
from extractors.archives.member import Member, damaged
from extractors.document import Rejected

_CODECS = (lzma.LZMAError, zlib.error, struct.error, ArithmeticError, AttributeError, RuntimeError)
_ENCRYPTED = Rejected("encrypted", "压缩包设有密码，请取消密码后重新报送。")


def members(data: bytes, name: str, budget: Budget) -> Iterator[Member]:
    """Every file of a 7z, unpacked to memory in one pass (its files are packed as one stream)."""
    import py7zr
    from py7zr.exceptions import ArchiveError, UnsupportedCompressionMethodError

    faults = (ArchiveError, *_CODECS, EOFError, OSError, ValueError, LookupError, MemoryError, TypeError)
    try:
        with py7zr.SevenZipFile(io.BytesIO(data)) as archive:
            if archive.needs_password():
                raise _ENCRYPTED
            yield from _members(archive, data, budget)
    except py7zr.exceptions.PasswordRequired as fault:
        raise _ENCRYPTED from fault
    except UnsupportedCompressionMethodError as fault:
        raise Rejected("archive-method", "压缩方法不受支持，请改用 ZIP 压缩后重新报送。") from fault
    except faults as fault:
        raise Rejected("damaged", "压缩包已损坏或不完整，请重新打包报送。") from fault


def _members(archive: Any, data: bytes, budget: Budget) -> Iterator[Member]:
    entries = [entry for entry in archive.list() if not entry.is_directory]
    judged = [(entry.filename, _judge(entry, len(data), budget)) for entry in entries]
    wanted = {name for name, member in judged if member.rejected is None}
    bodies = _unpacked(archive, wanted, budget)
    times: Counter[str] = Counter()
    for name, member in judged:
        if member.rejected:
            yield member
            continue
        body = bodies.get(f"{name}_{times[name] - 1}" if times[name] else name)
        times[name] += 1
        yield damaged(member.path) if body is None else Member(path=member.path, data=body)


def _judge(entry: Any, packed: int, budget: Budget) -> Member:
    """The member without its bytes, or refused. The ratio is that of the whole archive."""
    path, unsafe = names.safe(entry.filename)
    if unsafe:
        return unsafe
    if not entry.is_file:
        return names.special(path, link=entry.is_symlink)
    return budget.refuse(path, entry.uncompressed, packed) or Member(path=path)


def _unpacked(archive: Any, wanted: set[str], budget: Budget) -> dict[str, bytes]:
    """The bytes by name; py7zr names the second file of one name `name_0`, the third `name_1`."""
    from py7zr.io import BytesIOFactory

    factory = BytesIOFactory(budget.limits.file_bytes)
    archive.extract(targets=wanted, factory=factory)
    return {path: stream.read() for path, stream in factory.products.items()}
