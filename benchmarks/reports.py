"""What the reports of a large batch cost: two thousand submissions made of the sample year.

    python -m benchmarks.reports                     2,000 submissions, in a temporary folder
    python -m benchmarks.reports --submissions 200 --profile

The sample year is read and checked once; its rows are copied under new ids and unit names, its files beside
them, so that comments go into real Word files. Prints seconds, memory, the size of the index.
"""

from __future__ import annotations

import argparse
import cProfile
import hashlib
import pstats
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from corpus.sample_year.__main__ import write
from extractors.records import TABLES
from pipeline import store
from pipeline.isolation import default_workers
from pipeline.reports import write as write_reports
from pipeline.roots import remember
from pipeline.rows import ordered
from pipeline.store import Change
from pipeline.upkeep import give_back_memory

_UNITS = 10  # of the sample year
_IDS = {"related", "subsumed_by"}


def main() -> None:
    """Make the batch, report it in a process of its own, print what that cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--submissions", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=default_workers())
    parser.add_argument("--profile", action="store_true", help="of the process that leads, with one worker")
    parser.add_argument("--dataset", type=Path, help="report what is there")
    wished = parser.parse_args()
    if wished.dataset:
        _report(wished.dataset, wished.workers, wished.profile)
        return
    with tempfile.TemporaryDirectory() as place:
        root = _batch(Path(place), -(-wished.submissions // _UNITS))
        words = ["--dataset", str(root), "--workers", str(wished.workers), *(["--profile"] * wished.profile)]
        subprocess.run([sys.executable, "-m", "benchmarks.reports", *words], check=True)


def _report(root: Path, workers: int, profiled: bool) -> None:
    dataset = store.open_dataset(root)
    print(f"{dataset.rows('submissions')} submissions, {dataset.rows('findings')} findings", flush=True)
    give_back_memory()
    profile = cProfile.Profile()
    began, worked = time.perf_counter(), _processor()
    if profiled:
        profile.enable()
    write_reports(root, root / "reports", workers)
    profile.disable()
    wall, cpu = time.perf_counter() - began, _processor() - worked
    print(f"reports written in {wall:.1f} s, {cpu:.1f} s of the processor, {workers} workers")
    if profiled:
        pstats.Stats(profile).sort_stats("cumulative").print_stats(60)
    print(f"peak memory {_peak(resource.RUSAGE_SELF)} MB, of a worker {_peak(resource.RUSAGE_CHILDREN)} MB")
    for path in sorted((root / "reports").iterdir()):
        if not path.name.startswith("."):
            files = [path] if path.is_file() else list(path.iterdir())
            print(f"{path.name}: {len(files)} files, {sum(f.stat().st_size for f in files) / 1e6:.1f} MB")


def _processor() -> float:
    """Seconds of the processor that this process and the ended ones it started have used."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _peak(who: int) -> int:
    return resource.getrusage(who).ru_maxrss // 1024


def _batch(place: Path, copies: int) -> Path:
    from typer.testing import CliRunner

    from pipeline.cli import app

    write(place / "year")
    done = CliRunner().invoke(app, ["run", str(place / "year"), "--out", str(place / "one"), "--quiet"])
    if done.exit_code:
        raise SystemExit(done.output)
    one = store.open_dataset(place / "one")
    changes: dict[str, Change] = {table: Change() for table in TABLES}
    for number in range(copies):
        ids = _files(place / "year", place / "raw" / f"{number:04d}", number)
        for table, change in changes.items():
            change.rows.append(_copy(table, one.read_table(table), number, ids))
    store.commit(place / "all", changes, one.manifest.state)
    remember(place / "all", place / "raw")
    return place / "all"


def _files(year: Path, folder: Path, number: int) -> dict[str, str]:
    """The year's files with bytes of their own; their ids by the ids they had."""
    shutil.copytree(year, folder)
    ids = {}
    for path in sorted(folder.rglob("*.docx")):
        before = hashlib.sha256(path.read_bytes()).hexdigest()
        with zipfile.ZipFile(path, "a") as package:
            package.comment = f"{number:04d}".encode()
        ids[before] = hashlib.sha256(path.read_bytes()).hexdigest()
    return ids


def _copy(table: str, rows: pa.Table, number: int, ids: dict[str, str]) -> pa.Table:
    """The rows of one more set of units: ids, names, paths of their own."""
    mark = hashlib.sha256(str(number).encode()).hexdigest()[:6]
    rows = rows.combine_chunks()
    columns = []
    for field in rows.schema:
        column = rows[field.name].combine_chunks()
        if field.name == "path":
            column = pc.binary_join_element_wise(f"{number:04d}/", column, "")
        elif field.name == "unit_name" and number:
            column = pc.binary_join_element_wise(column, f"第{number}分局", "")
        else:
            column = _renewed(field.name, column, mark, ids)
        columns.append(column.cast(field.type))
    return ordered(table, pa.Table.from_arrays(columns, schema=rows.schema))


def _renewed(name: str, column: Any, mark: str, ids: dict[str, str]) -> Any:
    """Ids with another beginning, in lists and structures, too."""
    if isinstance(column, pa.MapArray):
        return column
    if isinstance(column, pa.ListArray):
        inner = _renewed(name, column.values, mark, ids)
        return pa.ListArray.from_arrays(column.offsets, inner, mask=column.is_null())
    if isinstance(column, pa.StructArray):
        fields = [column.type.field(index) for index in range(column.type.num_fields)]
        return pa.StructArray.from_arrays(
            [_renewed(f.name, column.field(f.name), mark, ids) for f in fields], fields=fields
        )
    if name == "document_id":
        known = pc.index_in(column, value_set=pa.array(list(ids), "string"))
        named = pa.array(list(ids.values()), "string").take(known)
        return pc.coalesce(named, pc.utf8_replace_slice(column, 0, len(mark), mark))
    if (name.endswith("_id") and name != "rule_id") or name in _IDS:
        return pc.utf8_replace_slice(column, 0, len(mark), mark)
    return column


if __name__ == "__main__":
    main()
