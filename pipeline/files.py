"""Bytes of input files, here or elsewhere: read whole or hashed, never through a link, never from a pipe."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO

from pipeline import remote

_BLOCK = 1 << 20
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


def read_bytes(where: Path | str) -> bytes:
    """The bytes of a regular file or of an object. Raises OSError for anything else."""
    with _opened(where) as file:
        return file.read()


def identify(where: Path | str) -> tuple[str, int]:
    """sha256 of a file's or an object's bytes in hex, and their number. Raises OSError for anything else."""
    digest, size = hashlib.sha256(), 0
    with _opened(where) as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return digest.hexdigest(), size


def _opened(where: Path | str) -> AbstractContextManager[IO[bytes]]:
    if remote.is_remote(where):
        return remote.opened(str(where))
    return os.fdopen(_open(Path(where)), "rb", buffering=0)


def _open(path: Path) -> int:
    handle = os.open(path, _FLAGS)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(f"{path}: not a regular file")
    return handle
