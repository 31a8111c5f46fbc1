"""The reports of some submissions at a time, written here or in a worker process."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from extractors.records import Decision
from pipeline.checker import packed, unpacked
from pipeline.reports import excel
from pipeline.reports.excel.sheet import Row
from pipeline.reports.html import href, write_page
from pipeline.reports.html.index import Entry, entry
from pipeline.reports.material import decisions, gathered, of_chunk, paths
from pipeline.reports.word import Namer, Names, Word
from pipeline.store import Dataset, open_snapshot

if TYPE_CHECKING:
    import pyarrow as pa


class Task(msgspec.Struct, frozen=True):
    """What all pieces of a batch share: the dataset's place, the snapshot, the reports' folder."""

    data: Path
    snapshot: Path
    folder: Path
    template: bytes  # of the letters
    now: datetime.datetime
    told: list[str]  # what to know of the check


class Piece(msgspec.Struct, frozen=True):
    """Some submissions, what was decided of them, the names of their Word files."""

    tables: dict[str, bytes]
    decided: dict[str, Decision]
    names: dict[str, Names]  # by submission


class Told(msgspec.Struct, frozen=True):
    """What the index and the workbook say of a submission."""

    entry: Entry
    rows: list[list[Row]]


def pieces(dataset: Dataset, spool: Path) -> Iterator[Piece]:
    """The dataset in pieces of whole submissions, ordered by id."""
    decided, namer = decisions(dataset), Namer()
    for chunk in gathered(dataset, spool):
        yield Piece(packed(chunk), _decided(chunk, decided), _names(chunk, namer))


def work(piece: Piece, task: Task) -> list[Told]:
    """Write the pages and the Word files of a piece; returns what index and workbook say of each submission."""
    lies, word = _paths(task.snapshot), _word(task.data, task.folder, task.template, task.now)
    out = []
    for dossier in of_chunk(unpacked(piece.tables), piece.decided):
        write_page(dossier, task.folder, lies, task.told)
        word.write(dossier, piece.names[dossier.submission.record.submission_id])
        out.append(Told(entry(dossier, href(dossier), lies), excel.rows(dossier, lies)))
    return out


def _decided(chunk: dict[str, pa.Table], decided: dict[str, Decision]) -> dict[str, Decision]:
    """What was decided of a chunk's findings, those that are gone among them."""
    if not decided:
        return {}
    held = set(chunk["findings"]["finding_id"].to_pylist()) if "findings" in chunk else set()
    units = set(chunk["submissions"]["submission_id"].to_pylist())
    return {
        key: decision
        for key, decision in decided.items()
        if key in held or (decision.status == "gone" and decision.submission_id in units)
    }


def _names(chunk: dict[str, pa.Table], namer: Namer) -> dict[str, Names]:
    """Names for whatever may be written of a chunk's submissions."""
    by_order = {}
    for row in (
        chunk["submissions"].select(["_order", "submission_id", "unit_name", "fiscal_year"]).to_pylist()
    ):
        letter = namer.letter(row["unit_name"] or row["submission_id"], row["fiscal_year"])
        by_order[row["_order"]] = row["submission_id"], Names(letter)
    rows = chunk["documents"].select(["_order", "document_id", "path"]).to_pylist()
    for row in sorted(rows, key=lambda row: (row["_order"], row["path"])):
        by_order[row["_order"]][1].annotated[row["document_id"] or ""] = namer.annotated(row["path"])
    return dict(by_order.values())


@cache
def _paths(place: Path) -> dict[str, str]:
    return paths(open_snapshot(place))


@cache
def _word(data: Path, folder: Path, template: bytes, now: datetime.datetime) -> Word:
    return Word(data, folder, template, now)
