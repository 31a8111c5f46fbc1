"""Members of a rar file, unpacked by whichever program is installed."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from extractors.archives import names, rar_programs
from extractors.archives.budget import Budget
from extractors.archives.member import Member, damaged, encrypted, refused
from extractors.document import Rejected

_NO_PROGRAM = (
    "本机没有可用的 RAR 解压程序：请安装 unar（Debian/Ubuntu：apt install unar；macOS：brew install unar），"
    "或改用 ZIP 压缩后重新报送。"
)

_COPIES = (4, 5)  # RAR5 redirection records: hard link, file copy


def members(data: bytes, name: str, budget: Budget) -> Iterator[Member]:
    """Every file of a rar. The directory is read here; packed bytes come through a pipe.

    One call of the program unpacks all members to its standard output; where that does not give
    what the directory promises, each member is asked for by itself. Nothing is unpacked to disk.
    """
    infos, whole = _listed(data)
    judged = [(info, _judge(info, budget)) for info in infos]
    wanted = [info for info, member in judged if member.rejected is None]
    sources = {info.filename: info for info in wanted}
    if not whole:
        yield refused("(其余部分)", "damaged", "压缩包从这里起已损坏或不完整，请重新打包报送。")
    if not wanted:
        yield from (member for _, member in judged)
        return
    with rar_programs.on_disk(data) as path:
        bodies = _all_at_once(path, infos) if len(wanted) == len(infos) else None
        for info, member in judged:
            yield (
                member if member.rejected else _filled(member, sources.get(_copied(info), info), bodies, path)
            )


def _listed(data: bytes) -> tuple[list[Any], bool]:
    """The files of the directory and whether it was read to its end."""
    import rarfile

    faults = (rarfile.Error, OSError, ValueError, IndexError, struct.error, zlib.error)
    try:
        archive, whole = rarfile.RarFile(io.BytesIO(data), errors="strict"), True
    except rarfile.NeedFirstVolume as fault:
        raise Rejected("archive-volume", "这是分卷压缩包的一卷，请合并为一个压缩包后报送。") from fault
    except faults as fault:
        archive, whole = _tolerant(data, faults), False
        if archive is None or not archive.infolist():
            raise Rejected("damaged", "压缩包已损坏或不完整，请重新打包报送。") from fault
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if archive.needs_password() and not infos:
        raise Rejected("encrypted", "压缩包设有密码，请取消密码后重新报送。")
    return infos, whole


def _tolerant(data: bytes, faults: tuple[type[Exception], ...]) -> Any:
    import rarfile

    try:
        return rarfile.RarFile(io.BytesIO(data), errors="stop")
    except faults:
        return None


def _judge(info: Any, budget: Budget) -> Member:
    """The member without its bytes, or refused."""
    path, unsafe = names.safe(info.filename)
    if unsafe:
        return unsafe
    if not info.is_file() and _copied(info) is None:
        return names.special(path, link=info.is_symlink())
    if info.needs_password():
        return encrypted(path)
    return budget.refuse(path, info.file_size, info.compress_size) or Member(path=path)


def _copied(info: Any) -> str | None:
    """The name of the member that this one repeats (WinRAR stores identical files once)."""
    redirection = getattr(info, "file_redir", None)
    return redirection[2] if redirection and redirection[0] in _COPIES else None


def _all_at_once(path: str, infos: list[Any]) -> dict[int, bytes] | None:
    """The bytes of every member by the position of its header; None where they do not add up."""
    infos = [info for info in infos if _copied(info) is None]
    total = sum(info.file_size for info in infos)
    out = rar_programs.run(path, None, total)
    if out is None or len(out) != total:
        return None
    bodies, at = {}, 0
    for info in infos:
        bodies[info.header_offset] = out[at : at + info.file_size]
        at += info.file_size
    whole = all(_agrees(bodies[info.header_offset], info) for info in infos)
    return bodies if whole else None


def _filled(member: Member, info: Any, bodies: dict[int, bytes] | None, path: str) -> Member:
    if bodies is not None:
        return Member(path=member.path, data=bodies[info.header_offset])
    if rar_programs.found() is None:
        return refused(member.path, "tool-missing", _NO_PROGRAM)
    body = rar_programs.run(path, info.filename, info.file_size)
    whole = body is not None and len(body) == info.file_size and _agrees(body, info)
    return Member(path=member.path, data=body or b"") if whole else damaged(member.path)


def _agrees(body: bytes, info: Any) -> bool:
    """Whether the bytes have the checksum of the directory, where it gives one that we know."""
    return info.CRC is None or zlib.crc32(body) == info.CRC
