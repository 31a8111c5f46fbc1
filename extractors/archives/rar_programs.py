"""The programs that can unpack rar, run with a limit on time and output."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from threading import Timer

_SECONDS = 120
_COMMANDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("unrar", ("p", "-inul", "-p-", "--")),
    ("unar", ("-q", "-o", "-", "-p", "", "--")),
    ("7zz", ("e", "-so", "-bb0", "-p", "--")),
    ("7z", ("e", "-so", "-bb0", "-p", "--")),
    ("bsdtar", ("-x", "--to-stdout", "-f")),
)


@cache
def found() -> tuple[str, ...] | None:
    """The command of the first such program on PATH, None where there is none."""
    for program, arguments in _COMMANDS:
        path = shutil.which(program)
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

    None where there is no program or it cannot be started. It is ended with its children when it
    takes longer than two minutes or writes more than was promised.
    """
    command = found()
    if command is None:
        return None
    words = [*command, path, *([member] if member is not None else [])]
    try:
        process = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError):
        return None
    timer = Timer(_SECONDS, _end, [process.pid])
    timer.start()
    try:
        return process.stdout.read(size + 1) if process.stdout else None
    finally:
        timer.cancel()
        _end(process.pid)
        if process.stdout:
            process.stdout.close()
        process.wait()


def _end(pid: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
