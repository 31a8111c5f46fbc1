"""Rows on their way into a leaf: sorted tables from which the rows of some ids are sliced."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from pipeline.store import tree

if TYPE_CHECKING:
    import pyarrow as pa


class Source:
    """A table in canonical order (its key first), opened only when its rows are needed."""

    def __init__(
        self, key: pa.ChunkedArray, rows: Callable[[], pa.Table], without: Collection[str] = ()
    ) -> None:
        """`key` is the key column, `rows` gives the table, ids in `without` are left out."""
        self._rows = rows
        runs = ((tree.bits(value), value or "", start, stop) for value, start, stop in _runs(key))
        self._runs = sorted(run for run in runs if run[1] not in without)

    def entries(self) -> Iterator[tuple[str, str, int]]:
        """The bits, the id and the number of rows of each id."""
        for bits, key, start, stop in self._runs:
            yield bits, key, stop - start

    def under(self, prefix: str) -> list[pa.Table]:
        """The rows of the ids under a node of the tree, as slices."""
        first = bisect_left(self._runs, (prefix,))
        last = bisect_left(self._runs, (prefix + "2",))  # after every string of 0 and 1 below it
        spans: list[list[int]] = []
        for _, _, start, stop in self._runs[first:last]:
            if spans and spans[-1][1] == start:
                spans[-1][1] = stop
            else:
                spans.append([start, stop])
        if not spans:
            return []
        rows = self._rows()
        return [rows.slice(start, stop - start) for start, stop in spans]


def _runs(column: pa.ChunkedArray) -> list[tuple[str | None, int, int]]:
    """(value, first row, one past the last) of each run of equal values."""
    import pyarrow.compute as pc

    runs: list[tuple[str | None, int, int]] = []
    offset = 0
    for chunk in column.chunks:
        if not len(chunk):
            continue
        encoded = pc.run_end_encode(chunk)
        start = offset
        for value, end in zip(encoded.values.to_pylist(), encoded.run_ends.to_pylist(), strict=True):
            if runs and runs[-1][0] == value and runs[-1][2] == start:
                runs[-1] = (value, runs[-1][1], offset + end)
            else:
                runs.append((value, start, offset + end))
            start = offset + end
        offset += len(chunk)
    return runs
