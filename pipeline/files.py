"""Bytes of input files: read whole or hashed, never through a link, never from a pipe."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

_BLOCK = 1 << 20
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file. Raises OSError for anything else."""
    with os.fdopen(_open(path), "rb") as file:
        return file.read()


def identify(path: Path) -> tuple[str, int]:
    """sha256 of a regular file's bytes in hex, and their number. Raises OSError for anything else."""
    digest, size = hashlib.sha256(), 0
    with os.fdopen(_open(path), "rb", buffering=0) as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return digest.hexdigest(), size


def _open(path: Path) -> int:
    handle = os.open(path, _FLAGS)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(f"{path}: not a regular file")
    return handle
