"""What only the person at the keyboard can put right: one Chinese line, exit status 2."""

from __future__ import annotations

import errno
from pathlib import Path

_CAUSES = {
    errno.ENOSPC: "磁盘空间已满，请清理磁盘或换一个输出位置后重新运行",
    errno.EDQUOT: "磁盘配额已用完，请清理后重新运行",
    errno.EFBIG: "文件大小超过系统限制，请调整限制后重新运行",
    errno.EROFS: "所在磁盘是只读的，请换一个可以写入的输出位置",
    errno.EACCES: "没有写入权限，请换一个可以写入的输出位置或请管理员授权",
    errno.EPERM: "没有写入权限，请换一个可以写入的输出位置或请管理员授权",
    errno.ENOTDIR: "路径中有一段不是文件夹，请检查路径",
    errno.EEXIST: "同名文件已存在，请换一个输出位置",
    errno.EMFILE: "打开的文件过多，请提高系统的文件数限制后重新运行",
}


class Refused(Exception):  # noqa: N818 - a wish that cannot be granted, not an error of ours
    """Wrong use, or a place that cannot be used. `str()` is one line for people.

    `detail` is what an engine said, on lines of its own.
    """

    def __init__(self, line: str, detail: str = "") -> None:
        super().__init__(line)
        self.detail = detail


_WORDS = {
    errno.ENOENT: "没有这个文件",
    errno.EACCES: "没有读取权限",
    errno.EPERM: "没有读取权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EIO: "磁盘读写出错",
    errno.ENAMETOOLONG: "名称过长",
    errno.EMFILE: "打开的文件过多",
}


def reason(error: OSError) -> str:
    """Why something could not be opened, in the user's language."""
    return _WORDS.get(error.errno or 0) or f"系统报告 {error.strerror}"


def from_os(error: OSError, place: Path) -> Refused | None:
    """The refusal for an operating-system error that the user can put right, else None."""
    cause = _CAUSES.get(error.errno or 0)
    if cause is None:
        return None
    return Refused(f"无法写入 {place}：{cause}。已有的数据集未受影响。")
