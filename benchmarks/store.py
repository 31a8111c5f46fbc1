"""A dataset of a million documents, simulated: how long it takes to open, to query, to change a little.

    python -m benchmarks.store                      1,000,000 documents, in a temporary folder (some 3 GB)
    python -m benchmarks.store --documents 100000

Rows are made up but have the schema and the ids of real ones; tables are as long as `ROWS` says for a
document.
Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from extractors.records import TABLES, Document
from pipeline import querying, store
from pipeline.ledger import Ledger
from pipeline.rows import ordered
from pipeline.schema import KEYS, schema
from pipeline.store import Change

ROWS = {
    "documents": 1,
    "submissions": 1,
    "forms": 3,
    "funds": 4,
    "indicators": 12,
    "figures": 10,
    "findings": 20,
}
"""Rows for a document; a third of what a full submission has, so that a million fit on a desk."""
_PART = 20_000  # documents made at once
_VALUES = {
    "path": "年度/单位/自评.docx",
    "root": "2021",
    "status": "complete",
    "severity": "一般",
    "result": "pass",
    "rule_id": "A09",
    "message": "各项得分之和与总分一致",
}


def main() -> None:
    """Build, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path)
    wished = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=wished.folder) as folder:
        measure(Path(folder), wished.documents)


def measure(root: Path, count: int) -> None:
    """Print a line for each thing measured."""
    ids = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(count)]
    print("| measured | |\n|---|---|")
    with tempfile.TemporaryDirectory(dir=root) as folder:
        changes = _laid(Path(folder), ids)
        with _timed(f"first commit of {count:,} documents"):
            store.commit(root, changes, {})
    dataset = store.open_dataset(root)
    files = [file for table in TABLES for file in dataset.files(table)]
    sizes = [file.stat().st_size for file in files]
    print(f"| rows | {sum(map(dataset.rows, TABLES)):,} |")
    print(f"| files; largest; together | {len(files)}; {max(sizes) >> 20} MB; {sum(sizes) >> 20} MB |")
    with _timed("open the dataset"):
        store.open_dataset(root)
    one = ids[count // 2]
    with _timed("all indicators of one document"):
        found = [
            pq.read_table(f, filters=[("document_id", "=", one)])
            for f in dataset.files_of("indicators", [one])
        ]
    assert sum(part.num_rows for part in found) == ROWS["indicators"]
    for sql in (
        "select severity, result, count(*) from findings group by all",
        "select count(*) from indicators where actual_value > 900",
        f"select * from forms where document_id = '{one}'",  # noqa: S608 - ours
    ):
        with _timed(f"`{sql[:60]}`"):
            querying.query(root, sql)
    with _timed("load the ledger (what an ingest knows before it begins)"):
        Ledger(row for row in dataset.records("documents") if isinstance(row, Document)).rows()
    with _timed("commit one changed document in every table"):
        store.commit(root, {table: Change([_made(table, [one])], {one}) for table in ROWS}, {})
    anew = [f.stat() for f in store.open_dataset(root).path.rglob("*.parquet") if f.stat().st_nlink == 1]
    written = sum(found.st_size for found in anew) >> 20
    print(f"| files that this wrote | {len(anew)} of {len(files)}, {written} MB |")
    print(f"| peak memory | {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB |")


def _laid(folder: Path, ids: list[str]) -> dict[str, Change]:
    """The first commit: rows laid down in parts, as an ingest does."""
    changes = {table: Change() for table in ROWS}
    for start in range(0, len(ids), _PART):
        for table, change in changes.items():
            path = folder / f"{table}-{start}"
            with pa.OSFile(str(path), "w") as file, pa.ipc.new_stream(file, schema(table)) as stream:
                stream.write_table(_made(table, ids[start : start + _PART]))
            change.rows.append(partial(_mapped, path))
    return changes


def _mapped(path: Path) -> pa.Table:
    return pa.ipc.open_stream(pa.memory_map(str(path))).read_all()


def _made(table: str, ids: list[str]) -> pa.Table:
    """Rows of some documents in the canonical order."""
    times = ROWS[table]
    keys = pa.array(sorted(ids), pa.string()).take(
        pa.array([n for n in range(len(ids)) for _ in range(times)])
    )
    columns = []
    for number, field in enumerate(schema(table)):
        if field.name == KEYS[table]:
            columns.append(keys)
        elif field.name.endswith("_id") and pa.types.is_string(field.type):
            columns.append(pa.array([f"{field.name}{key[:12]}" for key in keys.to_pylist()]))
        elif pa.types.is_string(field.type) and field.name in _VALUES:
            columns.append(pa.array([_VALUES[field.name]] * len(keys)))
        elif pa.types.is_integer(field.type):
            columns.append(pa.array([index % times + 1 for index in range(len(keys))], field.type))
        elif pa.types.is_decimal(field.type):
            columns.append(
                pa.array([index * 7919 % 1000 for index in range(len(keys))], pa.int64()).cast(field.type)
            )
        else:
            columns.append(pa.nulls(len(keys), field.type))
        assert len(columns) == number + 1
    return ordered(table, pa.Table.from_arrays(columns, schema=schema(table)))


@contextmanager
def _timed(what: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    print(f"| {what} | {time.perf_counter() - began:.2f} s |", flush=True)


if __name__ == "__main__":
    main()
