"""Writes that outlive a power cut: files and directories forced to disk, links where the system has them."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

_SYNCED = os.O_RDWR if sys.platform == "win32" else os.O_RDONLY  # Windows flushes only what may be written


def sync(path: Path) -> None:
    """Force a file or a directory to disk; directories only where the system can."""
    try:
        handle = os.open(path, _SYNCED)
    except PermissionError:  # Windows opens no directories
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write(path: Path, text: str) -> None:
    """Write a text file and force it to disk."""
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def replace(path: Path, text: str) -> None:
    """Put a text file in the place of another in one step."""
    fresh = path.with_name(f".{path.name}-{os.getpid()}")
    write(fresh, text)
    fresh.replace(path)
    sync(path.parent)


def share(source: Path, target: Path) -> None:
    """The same file under a second name: a hard link, a copy where there are none."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
        sync(target)


def share_tree(source: Path, target: Path) -> None:
    """A folder's files under a second name, one level of folders deep or more."""
    target.mkdir()
    for entry in sorted(source.iterdir()):
        (share_tree if entry.is_dir() else share)(entry, target / entry.name)
    sync(target)


def remove(path: Path) -> None:
    """Remove a file or a whole folder; what is already gone is no error."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
