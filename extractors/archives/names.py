"""Names of archive members: decoding as offices wrote them, refusing what leaves the archive."""

from __future__ import annotations

import regex

from extractors.archives.member import Member, refused

_DRIVE = regex.compile(r"^[A-Za-z]:")
_CONTROL = regex.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_HAN = regex.compile(r"[\u3400-\u9fff]")


def decode(raws: list[bytes]) -> list[str]:
    """Names without a declared encoding: UTF-8 (macOS) or GB18030 (Windows), one for the archive.

    A short GBK name may by chance be UTF-8 of some other script, so UTF-8 is taken only where
    it is right for every name and gives Chinese at least as often as GB18030 does.
    """
    utf8, gbk = _decoded(raws, "utf-8"), _decoded(raws, "gb18030")
    if utf8 is not None and (gbk is None or _han(utf8) or not _han(gbk)):
        return utf8
    if gbk is not None:
        return gbk
    return [_one(raw) for raw in raws]


def _decoded(raws: list[bytes], encoding: str) -> list[str] | None:
    try:
        return [raw.decode(encoding) for raw in raws]
    except UnicodeDecodeError:
        return None


def _one(raw: bytes) -> str:
    for encoding in ("utf-8", "gb18030", "big5", "cp437"):
        found = _decoded([raw], encoding)
        if found is not None:
            return found[0]
    return raw.decode("latin-1")  # never reached: cp437 knows all bytes


def _han(names: list[str]) -> bool:
    return any(_HAN.search(name) for name in names)


def safe(name: str) -> tuple[str, Member | None]:
    """A member's path with `/`, and its refusal where the name is absolute or climbs out.

    The path returned is always harmless: no root, no drive, no `..`, no control characters.
    """
    plain = _CONTROL.sub("\ufffd", name.replace("\\", "/"))
    outside = plain.startswith("/") or ".." in plain.split("/") or _DRIVE.match(plain) is not None
    parts = [part for part in _DRIVE.sub("", plain).split("/") if part not in ("", ".", "..")]
    path = "/".join(parts) or "(无名)"
    if outside:
        message = "压缩包内的文件名指向包外的位置，已拒绝读取；请重新打包。"
        return path, refused(path, "unsafe-name", message)
    return path, None


def special(path: str, *, link: bool) -> Member:
    """The refusal of a link (`link`) or of a device, pipe or socket."""
    if link:
        return refused(path, "link", "压缩包内是一个链接而不是文件，未读；请报送文件本身。")
    return refused(path, "special-file", "压缩包内是一个设备或管道而不是文件，未读。")
