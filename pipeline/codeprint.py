"""A hash of our own code: what was made by other code is made anew."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def codeprint(*packages: str) -> str:
    """Sixteen hex digits over the sources and data files of some packages."""
    digest = hashlib.sha256()
    for package in packages:
        _add(files(package), package, digest)
    return digest.hexdigest()[:16]


def reader_version() -> str:
    """What `documents.reader_version` says: documents of another one are read again."""
    from extractors.reading import READER_VERSION

    return f"{READER_VERSION}+{codeprint('extractors')}"


def _add(entry: Traversable, path: str, digest: hashlib._Hash) -> None:
    if entry.is_dir():
        for child in sorted(entry.iterdir(), key=lambda child: child.name):
            if child.name != "__pycache__":
                _add(child, f"{path}/{child.name}", digest)
    elif path.endswith((".py", ".toml", ".json", ".txt", ".html", ".css", ".js")):
        digest.update(path.encode())
        digest.update(entry.read_bytes())
