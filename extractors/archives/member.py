"""One file inside an archive, or the reason why it is refused."""

from __future__ import annotations

import msgspec

from extractors.document import Rejected


class Member(msgspec.Struct, kw_only=True):
    """`path` uses `/` and never leaves the archive; `data` is empty where it is refused."""

    path: str
    data: bytes = b""
    rejected: Rejected | None = None


def damaged(path: str) -> Member:
    """A member whose bytes do not come out whole."""
    return refused(path, "damaged", "压缩包中的这个文件已损坏，请重新打包报送。")


def encrypted(path: str) -> Member:
    """A member that needs a password."""
    return refused(path, "encrypted", "压缩包中的这个文件设有密码，请取消密码后重新报送。")


def refused(path: str, code: str, message: str) -> Member:
    """A member that is named but not read."""
    return Member(path=path, rejected=Rejected(code, message))
