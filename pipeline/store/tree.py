"""How a table is cut into files: a binary tree over the ids, a leaf a file.

Ids are hashes, so their leading bits are even. A node is a leaf while it holds at most `LEAF_ROWS` rows (or
one id alone), so files stay bounded while a table grows, a change of one document touches one leaf, and the
cut depends on the content only: the same rows give the same files, whatever commits led to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

LEAF_ROWS = 1 << 17
LARGE_ROWS = {"findings": 1 << 15, "sections": 1 << 15}  # rows that hold much
_DEPTH = 32


class Entry(msgspec.Struct, frozen=True):
    """Rows that stay together: those of one id, or those of a leaf that nothing touches."""

    bits: str
    rows: int
    leaf: bool = False


class Leaf(msgspec.Struct, frozen=True):
    """A file of the new tree; `same` is the old leaf whose file it can share."""

    bits: str
    rows: int
    same: str | None = None


def bits(key: str | None) -> str:
    """The leading 32 bits of a hex id; null stands with zero. Raises ValueError for other ids."""
    return f"{int((key or '')[:8].ljust(8, '0'), 16):032b}"


def leaf_of(leaves: Iterable[str], key: str | None) -> str | None:
    """The leaf that holds an id."""
    path = bits(key)
    known = leaves if isinstance(leaves, set | dict | frozenset) else set(leaves)
    return next((path[:depth] for depth in range(_DEPTH + 1) if path[:depth] in known), None)


def limit(table: str) -> int:
    """The most rows of a file of this table."""
    return min(LARGE_ROWS.get(table, LEAF_ROWS), LEAF_ROWS)


def leaves(entries: list[Entry], most: int, prefix: str = "") -> Iterator[Leaf]:
    """The leaves over the entries, in order; nothing for an empty subtree."""
    if not entries:
        return
    total = sum(entry.rows for entry in entries)
    if total <= most or len(entries) == 1 or len(prefix) == _DEPTH:
        same = entries[0].bits if len(entries) == 1 and entries[0].leaf else None
        yield Leaf(prefix, total, same)
        return
    depth = len(prefix)
    for bit in "01":
        half = [entry for entry in entries if entry.bits[depth] == bit]
        yield from leaves(half, most, prefix + bit)


def file_name(prefix: str) -> str:
    """The file of a leaf: `all.parquet` or `part-0110.parquet`."""
    return f"part-{prefix}.parquet" if prefix else "all.parquet"
