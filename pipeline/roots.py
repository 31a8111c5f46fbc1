"""Where the ingested folders lie on this machine, so that reports can go back to the originals."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from extractors.document import Limits, Rejected
from extractors.records import Document
from pipeline import remote
from pipeline.files import read_bytes
from pipeline.remote import Place
from pipeline.store import durable

_FILE = "roots.json"


def remember(out: Path, raw: Place) -> None:
    """Note where a folder lies; the dataset itself knows only its name."""
    known = _known(out)
    name, place = remote.name(raw), str(raw if isinstance(raw, str) else raw.resolve())
    if known.get(name) != place:
        out.mkdir(parents=True, exist_ok=True)
        durable.replace(out / _FILE, json.dumps(known | {name: place}, ensure_ascii=False, indent=1))


def original(out: Path, document: Document) -> bytes | None:
    """The bytes of a document where they still lie unchanged, also inside archives; else None."""
    root = _known(out).get(document.root)
    if root is None or document.document_id is None:
        return None
    try:
        data = _read(root, document.path)
    except (OSError, Rejected):
        return None
    return data if data is not None and hashlib.sha256(data).hexdigest() == document.document_id else None


def _read(root: str, path: str) -> bytes | None:
    outer, _, inner = path.partition("!/")
    data: bytes | None = read_bytes(f"{root}/{outer}")
    while inner and data is not None:
        from extractors.archives import members

        data, inner = _member(list(members(data, outer, Limits())), inner)
    return data


def _member(found: list[object], inner: str) -> tuple[bytes | None, str]:
    """The member that a path inside an archive begins with, and what is left of the path."""
    for member in found:
        name, data = getattr(member, "path", ""), getattr(member, "data", None)
        if isinstance(data, bytes) and (inner == name or inner.startswith(f"{name}!/")):
            return data, inner[len(name) + 2 :]
    return None, ""


def _known(out: Path) -> dict[str, str]:
    try:
        known = json.loads((out / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
