"""The codes with which the pipeline rejects a file, each with its sentence."""

from __future__ import annotations

import signal

LITTER = ("litter", "办公软件或操作系统的临时文件，不是报送材料，可删除。")
LINK = ("link", "这是一个链接，未跟随；请把文件本身放进报送文件夹。")
SPECIAL = ("special-file", "这是管道、套接字或设备文件，不是报送材料，未读取。")
UNREADABLE = ("unreadable", "文件无法打开（没有读取权限或磁盘出错），请检查权限后重新运行。")
FOLDER = ("unreadable", "文件夹无法打开（没有读取权限或磁盘出错），其中的文件未读，请检查权限后重新运行。")
CHANGED = ("changed", "读取过程中文件内容发生了变化，请待其保存完毕后重新运行。")
TIMEOUT = (
    "timeout",
    "读取超过 {seconds:.0f} 秒仍未完成，已停止；可用 --seconds 放宽，或另存为 docx 后重新报送。",
)
MEMORY = ("memory", "读取所需内存超过限制，已停止；可用 --memory 放宽，或拆分、另存为 docx 后重新报送。")
CRASH = ("crash", "读取时进程异常退出（{exit}），文件可能已损坏，请用办公软件打开并另存为 docx 后重新报送。")
NESTED = ("nested-archives", "压缩包层层嵌套超过 {levels} 层，其余未展开；请解压后报送其中的文件。")
DEEP = ("too-deep", "文件内部结构嵌套过深，无法读取；请另存为 docx 后重新报送。")
LARGE = ("too-large", "文件超过 {size} MB，未读取；请压缩图片或拆分后重新报送。")
CELLS = ("too-many-cells", "表格单元格超过 {cells} 个，未读取；请删去无关内容后重新报送。")
_TELL = "详见运行日志，请连同文件反馈给维护人员。"
DEFECT = ("defect", "本软件读取此文件时出错（软件缺陷），未能读取；" + _TELL)
PARTLY = ("defect", "本软件读取此文件中的表格时出错（软件缺陷），出错的未读出，其余照常；" + _TELL)

AGAIN = frozenset({"unreadable", "changed", "defect", "ocr-missing", "office-missing", "tool-missing"})
"""Codes that may pass without the file changing: such files are read again in every run."""

LIMITED = frozenset({"timeout", "memory", "crash", "too-large", "too-many-cells", "too-many-pages"})
"""Codes that depend on the limits: read again when these are others than last time."""

MEMORY_EXIT = 77
_ALARMS = {
    getattr(signal, name) for name in ("SIGALRM", "SIGXCPU", "SIGVTALRM", "SIGPROF") if hasattr(signal, name)
}


def of_exit(exitcode: int | None, seconds: float) -> tuple[str, str]:
    """The verdict on a document whose worker ended with `exitcode` (negative: by that signal)."""
    code = exitcode or 0
    if -code in _ALARMS:
        return TIMEOUT[0], TIMEOUT[1].format(seconds=seconds)
    if code == MEMORY_EXIT or -code == getattr(signal, "SIGKILL", None):
        return MEMORY
    name = signal.Signals(-code).name if code < 0 and -code in set(signal.Signals) else f"退出码 {code}"
    return CRASH[0], CRASH[1].format(exit=name)
