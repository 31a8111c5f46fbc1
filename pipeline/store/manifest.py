"""What a snapshot says of itself: its tables' files with their rows, and what made it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from extractors.records import VERSION
from pipeline.store import durable
from pipeline.store.pointer import MANIFEST


class Manifest(msgspec.Struct, kw_only=True):
    """`tables` holds the rows of each leaf by its bits; `state` is the pipeline's own memory."""

    number: int = 0
    dataset_version: int = VERSION
    layout: str = ""  # of columns and files
    tables: dict[str, dict[str, int]] = {}
    state: dict[str, Any] = {}


def read(snapshot: Path | None) -> Manifest:
    """The manifest of a snapshot, an empty one for none. Raises msgspec.DecodeError where it is damaged."""
    if snapshot is None:
        return Manifest()
    return msgspec.json.decode((snapshot / MANIFEST).read_bytes(), type=Manifest)


def write(snapshot: Path, manifest: Manifest) -> None:
    """Write it into a snapshot that is being made."""
    text = msgspec.json.format(msgspec.json.encode(manifest), indent=1).decode()
    durable.write(snapshot / MANIFEST, text + "\n")
