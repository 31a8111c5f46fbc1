"""Names of files that every system takes."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LONGEST = 80


def fit(name: str) -> str:
    """The name without what Windows or a file system refuses; never empty."""
    plain = _UNFIT.sub("_", name).strip(" .")
    return f"_{plain}" if _RESERVED.fullmatch(plain) else plain or "_"


def free(folder: Path, name: str, suffix: str, taken: set[Path]) -> Path:
    """A path in the folder that is not in `taken`, where it then stands; long names are cut, not lost.

    Upper and lower case count as one, as on Windows.
    """
    number, plain = 2, name[:_LONGEST].rstrip(" .")
    path = folder / f"{plain}{suffix}"
    while _folded(path) in taken:
        path = folder / f"{plain[: _LONGEST - 6]}({number}){suffix}"
        number += 1
    taken.add(_folded(path))
    return path


def short(paths: dict[str, str]) -> dict[str, str]:
    """Paths without the folders that all of them have in common."""
    folders = [path.split("/")[:-1] for path in paths.values()]
    common = takewhile(lambda names: len(set(names)) == 1, zip(*folders, strict=False))
    depth = sum(1 for _ in common)
    return {key: "/".join(path.split("/")[depth:]) for key, path in paths.items()}


def _folded(path: Path) -> Path:
    return path.with_name(path.name.casefold())
