"""Never write over what people wrote: an edited report is kept under another name first."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path

KEPT = "已填写"  # folder beside the reports


def sign(path: Path) -> None:
    """Remember a file as we wrote it."""
    _signature(path).write_text(_hash(path), encoding="ascii")


def keep_edited(path: Path) -> Path | None:
    """Move a file that differs from what we wrote into `已填写`; returns where it is now."""
    if not path.exists():
        return None
    signature = _signature(path)
    if signature.exists() and signature.read_text(encoding="ascii") == _hash(path):
        return None
    changed = datetime.datetime.fromtimestamp(path.stat().st_mtime).strftime("%Y%m%d-%H%M%S")
    target = path.parent / KEPT / f"{path.stem}-{changed}{path.suffix}"
    target.parent.mkdir(exist_ok=True)
    path.replace(target)
    return target


def _signature(path: Path) -> Path:
    return path.parent / f".{path.name}.sha256"


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
