"""Other people's programs, run with a limit on time and output."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import Timer


def output(
    words: Sequence[str], *, seconds: float, size: int, environment: Mapping[str, str] | None = None
) -> bytes | None:
    """What a program writes to its standard output, at most `size` bytes; None if it cannot start.

    It reads nothing, and is ended with all its children when it takes longer than `seconds`,
    writes more than `size`, or leaves children behind. Should we be killed meanwhile, `timeout`
    (where the system has it) ends it soon after its time.
    """
    guard = shutil.which("timeout")
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
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)
