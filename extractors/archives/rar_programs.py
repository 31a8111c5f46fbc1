"""The programs that can unpack rar."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from extractors.programs import find, output

_SECONDS = 120
_COMMANDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("unrar", ("p", "-inul", "-p-", "--")),
    ("unar", ("-q", "-o", "-", "-p", "", "--")),
    ("7zz", ("e", "-so", "-bb0", "-p", "--")),
    ("7z", ("e", "-so", "-bb0", "-p", "--")),
    ("bsdtar", ("-x", "--to-stdout", "-f")),
)
_ON_WINDOWS = {"unrar": ("WinRAR/UnRAR.exe",), "7z": ("7-Zip/7z.exe",)}


@cache
def found() -> tuple[str, ...] | None:
    """The command of the first such program on PATH, None where there is none."""
    for program, arguments in _COMMANDS:
        path = find([program], _ON_WINDOWS.get(program, ()))
        if path:
            return (path, *arguments)
    return None


@contextmanager
def on_disk(data: bytes) -> Iterator[str]:
    """The archive itself in a private temporary file: the programs cannot read it from a pipe."""
    with tempfile.TemporaryDirectory(prefix="hedui-") as folder:
        path = Path(folder) / "archive.rar"
        path.write_bytes(data)
        yield str(path)


def run(path: str, member: str | None, size: int) -> bytes | None:
    """What the program writes for one member (all where None), at most `size` + 1 bytes.

    None where there is no program or it cannot be started.
    """
    command = found()
    if command is None:
        return None
    words = [*command, path, *([member] if member is not None else [])]
    return output(words, seconds=_SECONDS, size=size + 1)
