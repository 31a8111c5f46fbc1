"""A commit: a new snapshot of all tables beside the old one, then one rename."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from extractors.records import TABLES
from pipeline.refusal import from_os
from pipeline.rows import ordered
from pipeline.schema import KEYS, fingerprint, schema
from pipeline.store import durable, manifest, pointer, tree
from pipeline.store.sources import Source

if TYPE_CHECKING:
    import pyarrow as pa

KEPT = 3
_ROW_GROUP = 1 << 16


class Change(msgspec.Struct):
    """What becomes of a table: the rows of `keys` (or all) leave, `rows` come.

    `rows` are Arrow tables, or functions that open one (called anew for each file, so that no more than a
    file's rows are held); each stands in the canonical order. Null keys are named by ''.
    """

    rows: list[Any] = []
    keys: set[str] = set()
    whole: bool = False


def commit(root: Path, changes: dict[str, Change], state: dict[str, Any], links: bool = True) -> int:
    """Write the next snapshot and make it current; the caller holds the lock. Returns its number.

    Tables not named stay as they are. Raises Refused on a full disk or a read-only place; the dataset then
    is what it was before.
    """
    with _writing(root) as fresh:
        old = pointer.find(root)
        was = manifest.read(old)
        anew = was.layout != _layout()
        made = manifest.Manifest(number=was.number + 1, layout=_layout(), state=state)
        for table in TABLES:
            (fresh / table).mkdir()
            before = _Before(table, old and old / table, was.tables.get(table, {}))
            made.tables[table] = _table(before, changes.get(table, Change()), fresh / table, anew)
            durable.sync(fresh / table)
        manifest.write(fresh, made)
        durable.sync(fresh)
        name = f"{made.number:08d}"
        durable.remove(root / pointer.SNAPSHOTS / name)  # left by a run killed before its switch
        fresh.rename(root / pointer.SNAPSHOTS / name)
        durable.sync(root / pointer.SNAPSHOTS)
        pointer.switch(root, name, links)
    sweep(root)
    return made.number


def _layout() -> str:
    """How tables are laid out: what was laid out otherwise is written anew as a whole."""
    return f"{fingerprint()} {tree.LEAF_ROWS} {tree.LARGE_ROWS}"


def sweep(root: Path) -> None:
    """Remove leftovers of killed runs, and snapshots older than the last three; the lock is held."""
    pointer.sweep(root)
    now = pointer.find(root)
    folder = root / pointer.SNAPSHOTS
    if not folder.is_dir():
        return
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.isdigit())
    past = [name for name in names if now is not None and name <= now.name]
    for entry in folder.iterdir():
        if entry.name not in past[-KEPT:]:
            durable.remove(entry)


@contextmanager
def _writing(root: Path) -> Iterator[Path]:
    """A folder for the snapshot in the making, gone again if it fails."""
    fresh = root / pointer.SNAPSHOTS / f".tmp-{uuid.uuid4().hex}"
    try:
        fresh.mkdir(parents=True)
        yield fresh
    except OSError as error:
        raise from_os(error, root) or error from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)  # after a commit it stands elsewhere


class _Before(msgspec.Struct):
    """A table in the old snapshot: its folder, and the rows of its leaves."""

    table: str
    folder: Path | None
    leaves: dict[str, int]

    def path(self, leaf: str) -> Path:
        return (self.folder or Path()) / tree.file_name(leaf)

    def source(self, leaf: str, without: Collection[str] = ()) -> Source:
        """The rows of a leaf, those of some ids left out."""
        import pyarrow.parquet as pq

        key = pq.read_table(self.path(leaf), columns=[KEYS[self.table]], partitioning=None)
        return Source(key.column(0), lambda: _read(self.table, self.path(leaf)), without)

    def leaves_of(self, keys: Collection[str]) -> set[str]:
        """The leaves in which the rows of some ids may stand."""
        found = {tree.leaf_of(self.leaves, key) for key in keys}
        return {leaf for leaf in found if leaf is not None}


def _table(before: _Before, change: Change, target: Path, anew: bool) -> dict[str, int]:
    """Write one table's files into `target`; the rows of each leaf by its bits."""
    key = KEYS[before.table]
    openers = [rows if callable(rows) else partial(_same, rows) for rows in change.rows]
    sources = [Source(rows()[key], rows) for rows in openers]
    keys = change.keys | {key for source in sources for _, key, _ in source.entries()}
    touched = set(before.leaves) if change.whole or anew else before.leaves_of(keys)
    if not change.whole:
        sources += [before.source(leaf, change.keys) for leaf in sorted(touched)]
    quiet = [tree.Entry(leaf, rows, leaf=True) for leaf, rows in before.leaves.items() if leaf not in touched]
    quiet = [entry for entry in quiet if entry.rows]
    leaves = list(tree.leaves(_entries(sources) + quiet, tree.limit(before.table))) or [tree.Leaf("", 0)]
    for leaf in leaves:
        path = target / tree.file_name(leaf.bits)
        if leaf.same is not None:
            durable.share(before.path(leaf.same), path)
        else:
            joined = [before.source(entry.bits) for entry in quiet if entry.bits.startswith(leaf.bits)]
            _write(
                before.table, [rows for source in sources + joined for rows in source.under(leaf.bits)], path
            )
    return {leaf.bits: leaf.rows for leaf in leaves}


def _same(rows: pa.Table) -> pa.Table:
    return rows


def _read(table: str, path: Path) -> pa.Table:
    """A file's rows under the present schema: columns added since are null."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = pq.read_table(path, partitioning=None)
    if rows.schema.equals(schema(table)):
        return rows.cast(schema(table))
    columns = [
        rows[field.name].cast(field.type)
        if field.name in rows.column_names
        else pa.nulls(rows.num_rows, field.type)
        for field in schema(table)
    ]
    return pa.Table.from_arrays(columns, schema=schema(table))


def _entries(sources: list[Source]) -> list[tree.Entry]:
    """Each id of the sources with all its rows."""
    counts: dict[tuple[str, str], int] = {}
    for source in sources:
        for bits, key, rows in source.entries():
            counts[bits, key] = counts.get((bits, key), 0) + rows
    return [tree.Entry(bits, rows) for (bits, _), rows in sorted(counts.items())]


def _write(table: str, slices: list[pa.Table], path: Path) -> None:
    """One file, rows in canonical order, on disk when this returns."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = ordered(table, pa.concat_tables(slices)) if slices else schema(table).empty_table()
    pq.write_table(
        rows.cast(schema(table)), path, compression="zstd", row_group_size=_ROW_GROUP, write_statistics=True
    )
    durable.sync(path)
