"""Which snapshot is current: `current` leads to it, switched in one step.

Where the system has symbolic links, `current` is one, and replacing it is the commit. Elsewhere the text
file `CURRENT` names the snapshot, replacing that file is the commit, and `current` is a junction to the
snapshot or, failing that, a folder of hard links or copies, made anew right after; `find` always goes by
the text file.
"""

from __future__ import annotations

import os
import sys
import uuid
from pathlib import Path

from pipeline.store import durable

LINK, TEXT, SNAPSHOTS, MANIFEST = "current", "CURRENT", "snap", "manifest.json"


def find(root: Path) -> Path | None:
    """The folder of the current snapshot, resolved; None where there is none yet."""
    link = root / LINK
    if link.is_symlink():
        target = root / link.readlink()
        return target.resolve() if (target / MANIFEST).is_file() else None
    if (root / TEXT).is_file():
        target = root / (root / TEXT).read_text(encoding="utf-8").strip()
        return target.resolve() if (target / MANIFEST).is_file() else None
    for folder in (link, root):  # a dataset copied without its links; a snapshot itself
        if (folder / MANIFEST).is_file():
            return folder.resolve()
    return None


def switch(root: Path, name: str, links: bool = True) -> None:
    """Make the snapshot `name` (a folder under SNAPSHOTS) the current one, in one step."""
    target = f"{SNAPSHOTS}/{name}"
    fresh = root / f".{LINK}-{uuid.uuid4().hex}"
    if links and _symlink(target, fresh):
        if (root / LINK).is_dir() and not (root / LINK).is_symlink():
            durable.remove(root / LINK)
        fresh.replace(root / LINK)
        (root / TEXT).unlink(missing_ok=True)
        durable.sync(root)
        return
    durable.replace(root / TEXT, target + "\n")
    _mirror(root, target, fresh)


def sweep(root: Path) -> None:
    """Remove what a killed `switch` left behind."""
    for entry in root.glob(f".{LINK}-*"):
        durable.remove(entry)
    for entry in root.glob(f".{TEXT}-*"):
        durable.remove(entry)


def _symlink(target: str, link: Path) -> bool:
    if sys.platform == "win32":  # where links to folders cannot be replaced in one step
        return False
    try:
        link.symlink_to(target, target_is_directory=True)
    except (OSError, NotImplementedError):
        return False
    return True


def _mirror(root: Path, target: str, fresh: Path) -> None:
    """`current` as a junction, or as a folder of the snapshot's files under second names."""
    if not _junction(root / target, fresh):
        durable.share_tree(root / target, fresh)
    old = root / f".{LINK}-{uuid.uuid4().hex}"
    if os.path.lexists(root / LINK):
        (root / LINK).rename(old)
    fresh.rename(root / LINK)
    durable.sync(root)
    _discard(old)


def _junction(target: Path, link: Path) -> bool:
    if sys.platform != "win32":
        return False
    import _winapi

    try:
        _winapi.CreateJunction(str(target.resolve()), str(link))
    except OSError:
        return False
    return True


def _discard(entry: Path) -> None:
    """Remove a junction without what it leads to, or a folder with its content."""
    if not os.path.lexists(entry):
        return
    try:
        entry.rmdir()  # a junction; a folder with content refuses
    except OSError:
        durable.remove(entry)
