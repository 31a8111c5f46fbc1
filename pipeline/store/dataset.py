"""One consistent state of the dataset, for reading."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from extractors.records import Record
from pipeline.refusal import Refused
from pipeline.rows import from_arrow
from pipeline.schema import schema
from pipeline.store import pointer, tree
from pipeline.store.manifest import Manifest, read

if TYPE_CHECKING:
    import pyarrow as pa


class Dataset(msgspec.Struct, frozen=True):
    """A snapshot: `path` is its folder, which no later commit changes."""

    path: Path
    manifest: Manifest

    def files(self, table: str) -> list[Path]:
        """The Parquet files of a table. Raises KeyError for an unknown table."""
        return [self.path / table / tree.file_name(leaf) for leaf in sorted(self.manifest.tables[table])]

    def files_of(self, table: str, keys: Collection[str]) -> list[Path]:
        """The files in which the rows of some ids (of the table's key column) stand."""
        leaves = self.manifest.tables[table]
        found = {tree.leaf_of(leaves, key) for key in keys}
        return [
            self.path / table / tree.file_name(leaf) for leaf in sorted(x for x in found if x is not None)
        ]

    def rows(self, table: str) -> int:
        """How many rows a table has, without opening it."""
        return sum(self.manifest.tables[table].values())

    def read_table(self, table: str, columns: list[str] | None = None, filters: Any = None) -> pa.Table:
        """A table, or some of its columns and rows (`filters` as in pyarrow.parquet.read_table)."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        parts = [
            pq.read_table(f, columns=columns, filters=filters, partitioning=None) for f in self.files(table)
        ]
        return pa.concat_tables(parts) if parts else schema(table).empty_table()

    def records(self, table: str, filters: Any = None) -> Iterator[Record]:
        """The records of a table, file by file."""
        for file in self.files(table):
            yield from from_arrow(table, _read(file, filters))


def _read(file: Path, filters: Any) -> pa.Table:
    import pyarrow.parquet as pq

    if filters is not None:
        return pq.read_table(file, filters=filters, partitioning=None)
    with pq.ParquetFile(file) as opened:  # spares loading what datasets of many files need
        return opened.read()


def exists(root: Path | str) -> bool:
    """Whether there is a dataset under `root`."""
    return pointer.find(Path(root)) is not None


def open_dataset(root: Path | str) -> Dataset:
    """The current snapshot under `root`, resolved once: later commits do not change what it reads.

    The last three snapshots are kept; a reader slower than two further commits must open it again.
    Raises Refused where there is no dataset.
    """
    snapshot = pointer.find(Path(root))
    if snapshot is None:
        raise Refused(f"{root} 中没有数据集，请先运行 hedui run 或 hedui ingest。")
    return open_snapshot(snapshot)


def open_snapshot(place: Path) -> Dataset:
    """The snapshot in the folder `place`."""
    return Dataset(place, read(place))


def read_table(root: Path | str, table: str, columns: list[str] | None = None) -> pa.Table:
    """A table of the current snapshot under `root`."""
    return open_dataset(root).read_table(table, columns)
