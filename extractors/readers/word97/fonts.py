"""The names of the file's fonts."""

from __future__ import annotations

_NAME = 40  # offset of the name in an entry


def read_fonts(table: bytes) -> list[str]:
    """SttbfFfn: count, then entries that each begin with their length less one."""
    count, at = int.from_bytes(table[:2], "little"), 4
    found: list[str] = []
    while at < len(table) and len(found) < count:
        entry = table[at : at + table[at] + 1]
        found.append(entry[_NAME:].decode("utf-16-le", "replace").partition("\0")[0])
        at += table[at] + 1
    return found
