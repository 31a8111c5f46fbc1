"""One writer at a time: a lock that the system frees when its holder dies."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pipeline.refusal import Refused, from_os

NAME = ".lock"


@contextmanager
def writer(root: Path, wait: float = 5.0) -> Iterator[None]:
    """Hold the dataset's lock, waiting up to `wait` seconds for another run to end.

    A lock file left by a killed run holds nothing back: the system freed its lock.
    Raises Refused where another run keeps it, or where the folder cannot be written.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
        file = (root / NAME).open("a+", encoding="utf-8")
    except OSError as error:
        raise from_os(error, root) or error from error
    with file:
        deadline = time.monotonic() + wait
        while not _try(file):
            if time.monotonic() > deadline:
                raise Refused(f"{_holder(file)}正在写入 {root}，请等它结束后再运行。")
            time.sleep(0.1)
        _sign(file)
        try:
            yield
        finally:
            file.truncate(0)
            _free(file)


def _sign(file: IO[str]) -> None:
    file.truncate(0)
    since = time.strftime("%Y-%m-%d %H:%M:%S")
    json.dump({"pid": os.getpid(), "host": socket.gethostname(), "since": since}, file)
    file.flush()


def _holder(file: IO[str]) -> str:
    """Who holds the lock, in words."""
    try:
        file.seek(0)
        who = json.loads(file.read())
        return f"另一个 hedui（进程 {who['pid']}，主机 {who['host']}，{who['since']} 开始）"
    except (OSError, ValueError, KeyError, TypeError):
        return "另一个 hedui "


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # beyond the text, which stays readable for the others

    def _try(file: IO[str]) -> bool:
        try:
            os.lseek(file.fileno(), _FAR, os.SEEK_SET)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _free(file: IO[str]) -> None:
        os.lseek(file.fileno(), _FAR, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _free(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
