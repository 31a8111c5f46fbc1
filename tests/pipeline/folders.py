"""Folders of submissions for the tests, and the command line run on them."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq

from corpus.copies import copies, unit
from extractors.records import TABLES
from pipeline.store import open_dataset

ROOT = Path(__file__).parents[2]
SAMPLE_YEAR = ROOT / "data" / "raw" / "2021"
TEXT = SAMPLE_YEAR / "云溪区应急管理局.txt"
DOCX = SAMPLE_YEAR / "云溪区水利局2021年度整体支出绩效自评.docx"


def texts(numbers: range) -> dict[str, bytes]:
    """Submissions as tab-and-row text, by file name."""
    made = copies(TEXT.read_bytes(), TEXT.name, numbers)
    return {f"{number:04d}{unit(number)}.txt": data for number, data in zip(numbers, made, strict=True)}


def documents(numbers: range) -> dict[str, bytes]:
    """Submissions as docx, by file name."""
    made = copies(DOCX.read_bytes(), DOCX.name, numbers)
    return {f"{number:04d}{unit(number)}.docx": data for number, data in zip(numbers, made, strict=True)}


def lay(folder: Path, files: dict[str, bytes]) -> Path:
    """Write files below a folder; names may hold folders."""
    for name, data in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip archive of some files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


# As a prefix, root reads only what a file's mode lets its owner read.
AS_OWNER = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


def hedui(*arguments: object, prefix: Sequence[str] = (), **how: object) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    command = [*prefix, sys.executable, "-c", "from pipeline.cli import main; main()", *map(str, arguments)]
    return subprocess.run(  # type: ignore[call-overload]
        command, capture_output=True, text=True, cwd=ROOT, check=False, env=compiled(), **how
    )


def compiled() -> dict[str, str]:
    """The environment, with our modules compiled once and not in every process: tests start hundreds."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def started(*arguments: object) -> subprocess.Popen[str]:
    """The same, still running."""
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", *map(str, arguments)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, text=True, cwd=ROOT, start_new_session=True, env=compiled(), **pipes)  # type: ignore[call-overload]


def summary(done: subprocess.CompletedProcess[str]) -> dict[str, object]:
    """What a command with --json said."""
    assert done.stderr == "", done.stderr
    return json.loads(done.stdout)


def rows(out: Path, table: str) -> list[dict[str, object]]:
    """All rows of a table."""
    return open_dataset(out).read_table(table).to_pylist()


def files(out: Path) -> dict[str, dict[str, object]]:
    """The rows of `documents` by path; every path stands there once."""
    found = rows(out, "documents")
    by_path = {str(row["path"]): row for row in found}
    assert len(by_path) == len(found)
    return by_path


def statuses(out: Path) -> dict[str, tuple[object, object]]:
    """(status, error_code) of every input by path."""
    return {path: (row["status"], row["error_code"]) for path, row in files(out).items()}


def content(out: Path) -> dict[str, bytes]:
    """The bytes of all Parquet files of the current snapshot."""
    snapshot = open_dataset(out).path
    return {p.relative_to(snapshot).as_posix(): p.read_bytes() for p in sorted(snapshot.rglob("*.parquet"))}


def assert_consistent(out: Path) -> None:
    """Every reference of the dataset leads to a row, and files hold what the manifest says."""
    dataset = open_dataset(out)
    held = {table: dataset.read_table(table).to_pylist() for table in TABLES}
    for table in TABLES:
        assert len(held[table]) == dataset.rows(table)
        assert sum(pq.read_metadata(file).num_rows for file in dataset.files(table)) == dataset.rows(table)
    read = {row["document_id"] for row in held["documents"] if row["status"] in {"complete", "partial"}}
    everyone = {row["document_id"] for row in held["documents"]}
    forms = {row["form_id"] for row in held["forms"]}
    submissions = {row["submission_id"] for row in held["submissions"]}
    assert {row["submission_id"] for row in held["forms"]} == submissions
    for table in (
        "forms",
        "summary_rows",
        "funds",
        "goals",
        "indicators",
        "sections",
        "figures",
        "blocks",
        "cells",
    ):
        assert {row["document_id"] for row in held[table]} <= read, table
    assert {row["document_id"] for row in held["issues"]} <= everyone
    for table in ("summary_rows", "funds", "goals", "indicators", "sections", "figures"):
        assert {row["form_id"] for row in held[table]} <= forms, table
    figures = {row["figure_id"] for row in held["figures"]}
    assert {row["figure_id"] for row in held["links"]} <= figures
    assert {row["submission_id"] for row in held["links"]} <= submissions
    assert {row["submission_id"] for row in held["findings"]} - {None} <= submissions
    quoted = {quote["document_id"] for row in held["findings"] for quote in row["evidence"]}
    assert quoted - {None} <= everyone
    counts = {
        row["document_id"]: row["form_count"] for row in held["documents"] if row["document_id"] in read
    }
    firsts = {row["document_id"] for row in held["forms"]}
    assert {key for key, count in counts.items() if count} <= firsts | set()
