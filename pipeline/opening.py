"""The rows of single submissions, read from chunks that lie on the disk."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from extractors.records import Submission as Record
from pipeline import checker
from pipeline.rows import from_arrow

if TYPE_CHECKING:
    import pyarrow as pa

_ORDER = "_order"
_NOTHING = (0, 0, 0)


class Drawers:
    """The tables of all chunks, each in one file that is mapped; the rows of a submission are found in it.

    The files lie beside the first chunk.
    """

    def __init__(self, folders: Sequence[tuple[str, str]]) -> None:
        """`folders`: of each chunk that of its records, that of its links."""
        self._place = Path(tempfile.mkdtemp(dir=Path(folders[0][0]).parent, prefix="joined-"))
        self._folders = folders
        self._tables: dict[str, tuple[Any, dict[int, tuple[int, int, int]]]] = {}
        self.records: list[Record] = []
        self._orders: list[int] = []
        for records, _ in folders:
            rows = _read(Path(records) / "submissions").sort_by(_ORDER)
            self._orders += rows[_ORDER].to_pylist()
            self.records += cast("list[Record]", list(from_arrow("submissions", rows)))

    def rows(self, table: str, number: int) -> list[Any]:
        """The records of the submission of this number, as they stood."""
        if table not in self._tables:
            self._tables[table] = self._joined(table)
        reader, places = self._tables[table]
        batch, start, length = places.get(self._orders[number], _NOTHING)
        if not length:
            return []
        import pyarrow as pa

        rows = pa.Table.from_batches([reader.get_batch(batch).slice(start, length)])
        return list(from_arrow(table, rows.drop_columns([_ORDER])))

    def _joined(self, table: str) -> tuple[Any, dict[int, tuple[int, int, int]]]:
        import pyarrow as pa

        places: dict[int, tuple[int, int, int]] = {}
        parts = [
            part for part in map(self._part, [table] * len(self._folders), self._folders) if part.num_rows
        ]
        if not parts:
            return None, places
        path = str(self._place / table)
        with pa.ipc.new_file(path, parts[0].schema) as joined:
            for number, part in enumerate(parts):
                joined.write_batch(part)
                places |= _found(part[_ORDER].to_pylist(), number)
        return pa.ipc.open_file(pa.memory_map(path)), places

    def _part(self, table: str, folder: tuple[str, str]) -> pa.RecordBatch:
        """A chunk's rows of a table with their `_order`; links have none of their own."""
        import pyarrow as pa
        import pyarrow.compute as pc

        path = Path(folder[1] if table == "links" else folder[0]) / table
        if not path.exists():
            return pa.record_batch({})
        rows = _read(path)
        if table == "links":
            named = _read(Path(folder[0]) / "submissions")
            places = pc.index_in(rows["submission_id"], value_set=named["submission_id"].combine_chunks())
            rows = rows.append_column(_ORDER, named[_ORDER].take(places))
        batches = rows.combine_chunks().to_batches()
        return batches[0] if batches else pa.record_batch({})


def _read(path: Path) -> pa.Table:
    return checker.unpacked({"": path.read_bytes()})[""]


def _found(orders: list[int], batch: int) -> Iterator[tuple[int, tuple[int, int, int]]]:
    """(order, (batch, first row, rows)) of each run of equal orders."""
    start = 0
    for end in range(1, len(orders) + 1):
        if end == len(orders) or orders[end] != orders[start]:
            yield orders[start], (batch, start, end - start)
            start = end
