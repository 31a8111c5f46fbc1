"""What a snapshot says of itself: its tables' files with their rows, and what made it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from extractors.records import VERSION
from pipeline.refusal import Refused
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
    """The manifest of a snapshot, an empty one for none.

    Raises Refused where it is damaged, or of a version of the dataset that this software does not know.
    """
    if snapshot is None:
        return Manifest()
    try:
        made = msgspec.json.decode((snapshot / MANIFEST).read_bytes(), type=Manifest)
    except msgspec.DecodeError as error:
        raise Refused(
            f"数据集 {snapshot} 的清单 {MANIFEST} 已损坏，不能使用；"
            "请换一个输出文件夹，由报送材料重新运行 hedui run。"
        ) from error
    if made.dataset_version != VERSION:
        raise Refused(_other_version(snapshot, made.dataset_version))
    return made


def _other_version(snapshot: Path, version: int) -> str:
    remedy = "请用较新的 hedui 打开" if version > VERSION else "请用当时的 hedui 打开"
    return (
        f"数据集 {snapshot} 是第 {version} 版格式，此 hedui 只认第 {VERSION} 版，未作任何改动；"
        f"{remedy}，或换一个输出文件夹，由报送材料重新运行 hedui run。"
    )


def write(snapshot: Path, manifest: Manifest) -> None:
    """Write it into a snapshot that is being made."""
    text = msgspec.json.format(msgspec.json.encode(manifest), indent=1).decode()
    durable.write(snapshot / MANIFEST, text + "\n")
