"""Other people's programs, run with a limit on time and output."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer

_WINDOWS_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")


def find(names: Sequence[str], windows: Sequence[str] = ()) -> str | None:
    """The first program of these names on the PATH, else of these places below Windows' program folders."""
    on_path = next((path for name in names if (path := shutil.which(name))), None)
    if on_path or sys.platform != "win32":
        return on_path
    folders = [Path(place) for name in _WINDOWS_FOLDERS if (place := os.environ.get(name))]
    found = (folder / place for place in windows for folder in folders)
    return next((str(path) for path in found if path.is_file()), None)


def output(
    words: Sequence[str], *, seconds: float, size: int, environment: Mapping[str, str] | None = None
) -> bytes | None:
    """What a program writes to its standard output, at most `size` bytes; None if it cannot start.

    It reads nothing, and is ended with all its children when it takes longer than `seconds`,
    writes more than `size`, or leaves children behind. Should we be killed meanwhile, `timeout`
    (where the system has it) ends it soon after its time.
    """
    guard = shutil.which("timeout") if os.name == "posix" else None  # Windows has another of that name
    words = [guard, "-s", "KILL", str(int(seconds) + 5), *words] if guard else list(words)
    try:
        process = subprocess.Popen(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=None if environment is None else dict(environment),
        )
    except (OSError, ValueError):
        return None
    timer = Timer(seconds, _end, [process.pid])
    timer.start()
    try:
        return process.stdout.read(size) if process.stdout else None
    finally:
        timer.cancel()
        _end(process.pid)
        if process.stdout:
            process.stdout.close()
        process.wait()


def _end(group: int) -> None:
    """End a program with its children."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(group)], capture_output=True, check=False)
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)
