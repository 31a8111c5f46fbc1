"""The walk over an input folder: every entry once, in a fixed order, links never followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import msgspec

from pipeline import verdicts

_LITTER = {"thumbs.db", "ehthumbs.db", ".ds_store", "desktop.ini"}
_PREFIXES = ("~$", ".~lock.", "._", "~wrl")


class Entry(msgspec.Struct, frozen=True):
    """One entry of the folder: a file to read, or why it is none."""

    path: str  # relative to the folder, `/` separators, fit for a table
    file: Path | str  # a string where it is an address
    refused: tuple[str, str] | None = None  # code, sentence
    readable: bool = True  # has bytes that can be hashed


def walk(folder: Path, without: Path | None = None) -> Iterator[Entry]:
    """Every file below `folder` by name, the folder `without` (the output) left out.

    What is no readable file comes too, refused with its code. Raises OSError where `folder` itself cannot
    be opened.
    """
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        yield from _entry(entry, entry.name, without)


def is_litter(path: str) -> bool:
    """Whether a name is one that office software and systems leave behind."""
    name = path.rpartition("/")[2].lower()
    return name in _LITTER or name.startswith(_PREFIXES)


def printable(name: str) -> str:
    """A file name as text: bytes that are no UTF-8 read as GB18030 or written as \\xNN."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        raw = os.fsencode(name)
        try:
            return raw.decode("gb18030")
        except UnicodeDecodeError:
            return raw.decode("utf-8", "backslashreplace")
    return name


def _entry(entry: os.DirEntry[str], path: str, without: Path | None) -> Iterator[Entry]:
    file, shown = Path(entry.path), printable(path)
    try:
        mode = entry.stat(follow_symlinks=False).st_mode
    except OSError:
        yield Entry(shown, file, verdicts.UNREADABLE, readable=False)
        return
    if stat.S_ISLNK(mode) or _is_junction(entry):
        yield Entry(shown, file, verdicts.LINK, readable=False)
    elif stat.S_ISDIR(mode):
        yield from _folder(file, path, without)
    elif not stat.S_ISREG(mode):
        yield Entry(shown, file, verdicts.SPECIAL, readable=False)
    else:
        yield Entry(shown, file, verdicts.LITTER if is_litter(shown) else None)


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Windows' other kind of link; Python 3.12 and later can tell."""
    check = getattr(entry, "is_junction", None)
    return bool(check and check())


def _folder(folder: Path, path: str, without: Path | None) -> Iterator[Entry]:
    if without is not None and without.exists() and folder.samefile(without):
        return
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        yield Entry(printable(path) + "/", folder, verdicts.FOLDER, readable=False)
        return
    for entry in found:
        yield from _entry(entry, f"{path}/{entry.name}", without)
