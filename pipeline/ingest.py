"""Ingest: a folder's new and changed files into the dataset, batch by batch."""

from __future__ import annotations

import shutil
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

import msgspec

from extractors.records import Document
from pipeline import remote, store, verdicts
from pipeline.changes import Forms, Group, changes
from pipeline.jobs import Batch, Job, Reading, Receipt
from pipeline.ledger import Ledger
from pipeline.planning import Plan, inputs
from pipeline.refusal import Refused, from_os
from pipeline.remote import Place
from pipeline.walking import walk

SPOOL = ".spool"
_SHARE = 10.0  # between commits lie at least so many times the seconds that the last one took


class Engine(Protocol):
    """What reads documents: processes here, or a cluster."""

    def read(self, jobs: deque[Job]) -> Iterator[Batch]:
        """Yield batches until the queue, which may grow meanwhile, is empty; each job exactly once."""

    def end(self, well: bool) -> None:
        """End its workers; at once where it did not go well."""


class Watch(Protocol):
    """Who looks on: progress bar and run log."""

    def found(self) -> None:
        """One file was found and hashed."""

    def planned(self, files: int, jobs: int) -> None:
        """So many files were found, so many jobs are to do (archives may add more)."""

    def read(self, receipt: Receipt) -> None:
        """One document was read."""

    def committed(self, number: int, documents: int) -> None:
        """A snapshot with so many documents became current."""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What the user asked for, and what reads: `version` is that of the readers."""

    version: str
    group: Group
    reading: Reading = Reading()
    force: bool = False
    keep_missing: bool = False
    pause: float = 15.0  # seconds between commits at least


class Outcome(msgspec.Struct, kw_only=True):
    """What an ingest did. `rows` are the root's rows of `documents`, in the order of their paths."""

    rows: list[Document] = []
    read: int = 0
    changed: bool = False
    interrupted: bool = False


def ingest(raw: Place, out: Path, engine: Engine, wish: Wish, watch: Watch) -> Outcome:
    """Bring the dataset under `out` up to date with the folder or address `raw`; the caller holds the lock.

    Ctrl-C ends it cleanly: what is read is committed, the next run goes on from there.
    Raises Refused for wrong use and for places that cannot be used.
    """
    check_places(raw, out)
    outcome = Outcome()
    with _spool(out) as spool:
        run = _Run(raw, out, wish, spool, watch.found)
        watch.planned(run.found, len(run.plan.jobs))
        try:
            with _ending(engine):
                for batch in engine.read(run.plan.jobs):
                    run.take(batch)
                    for receipt in batch.receipts:
                        watch.read(receipt)
                    outcome.read += len(batch.receipts)
                    if run.is_due():
                        watch.committed(*run.commit())
        except KeyboardInterrupt:
            outcome.interrupted = True
        if run.has_news():
            watch.committed(*run.commit())
    outcome.changed = run.commits > 0
    outcome.rows = [row for row in run.rows if row.root == run.plan.root]
    return outcome


def preview(raw: Place, out: Path, wish: Wish) -> tuple[int, list[Job]]:
    """How many files the folder holds, and what would be read; writes nothing."""
    check_places(raw, out)
    run = _Run(raw, out, wish, out / SPOOL, lambda: None)
    return run.found, list(run.plan.jobs)


def check_places(raw: Place, out: Path) -> None:
    """Raises Refused where the folders cannot be used with each other."""
    if remote.was_address(out):
        raise Refused(f"输出位置 {out} 须是本机或共享盘上的文件夹，不能是网络存储的地址。")
    if isinstance(raw, str):
        if not remote.is_folder(raw):
            raise Refused(f"{raw} 不是文件夹，或其中没有文件；请检查地址和访问权限。")
        return
    if not raw.is_dir():
        raise Refused(f"{raw} 不是文件夹；请给出存放报送材料的文件夹。")
    if raw.resolve() == out.resolve() or out.resolve() in raw.resolve().parents:
        raise Refused(f"报送文件夹 {raw} 不能放在输出文件夹 {out} 之内，请换一个输出位置。")


class _Run:
    """One ingest under way: the plan, and what was read since the last commit."""

    def __init__(self, raw: Place, out: Path, wish: Wish, spool: Path, found: Callable[[], None]) -> None:
        self.out, self.wish, self.spool = out, wish, spool
        self.dataset = store.open_dataset(out) if store.exists(out) else None
        rows = self.dataset.records("documents") if self.dataset else ()
        ledger = Ledger(row for row in rows if isinstance(row, Document))
        self.rows = ledger.rows()
        self.plan = Plan(remote.name(raw), ledger, self._holds, wish.reading.limits, spool)
        self.found = self._look(raw, found)
        self.commits = 0
        self._forms: Forms | None = None
        self._read: dict[Path, set[str]] = {}
        self._last, self._took = time.monotonic(), 0.0

    def take(self, batch: Batch) -> None:
        """A batch came back: its records wait in the spool, its inputs enter the ledger."""
        for receipt in batch.receipts:
            self.plan.settle(receipt.document, receipt.members)
        if batch.part:
            path = self.spool / f"{len(list(self._read)):08d}-{self.commits}.part"
            path.write_bytes(batch.part)
            self._read[path] = {receipt.document.document_id or "" for receipt in batch.receipts}

    def is_due(self) -> bool:
        """Whether a commit is worth its time: what it costs stays a small share of the whole run."""
        return time.monotonic() - self._last > max(self.wish.pause, _SHARE * self._took)

    def has_news(self) -> bool:
        """Whether the dataset is not yet what the ledger says."""
        return bool(self._read) or self.dataset is None or self.rows != self.plan.ledger.rows()

    def commit(self) -> tuple[int, int]:
        """Switch the dataset to what the ledger says now. Returns the snapshot's number and documents."""
        began = time.monotonic()
        rows = self.plan.ledger.rows()
        self._forms = self._forms or Forms(self.dataset)
        change = changes(self.dataset, self.rows, rows, self._forms, self._read, self.wish.group)
        number = store.commit(self.out, change, {"reading": msgspec.to_builtins(self.wish.reading)})
        self.dataset, self.rows = store.open_dataset(self.out), rows
        for path in self._read:
            path.unlink()
        self._read = {}
        self.commits += 1
        self._last = time.monotonic()
        self._took = self._last - began
        return number, len(rows)

    def _look(self, raw: Place, found: Callable[[], None]) -> int:
        """Walk the folder; the number of its files."""
        seen = set()
        for entry, held in inputs(remote.walk(raw) if isinstance(raw, str) else walk(raw, without=self.out)):
            seen.add(entry.path)
            found()
            self.plan.add(entry.path, held, entry.file)
        if not self.wish.keep_missing:
            self.plan.vanish(seen)
        self.plan.renamed()
        return len(seen)

    def _holds(self, reading: Document) -> bool:
        """Whether a reading in the dataset is still good."""
        before = self.dataset.manifest.state.get("reading") if self.dataset else None
        relaxed = before != msgspec.to_builtins(self.wish.reading)
        return not (
            self.wish.force
            or reading.reader_version != self.wish.version
            or reading.error_code in verdicts.AGAIN
            or (relaxed and reading.error_code in verdicts.LIMITED)
        )


@contextmanager
def _ending(engine: Engine) -> Iterator[None]:
    well = False
    try:
        yield
        well = True
    finally:
        engine.end(well)


class _spool(AbstractContextManager[Path]):  # noqa: N801 - used like a function
    """A folder for what waits for the next commit, empty at the beginning, gone at the end."""

    def __init__(self, out: Path) -> None:
        self.path, self.out = out / SPOOL, out

    def __enter__(self) -> Path:
        shutil.rmtree(self.path, ignore_errors=True)
        self.path.mkdir()
        return self.path

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        shutil.rmtree(self.path, ignore_errors=True)
        if isinstance(error, OSError) and (refused := from_os(error, self.out)):
            raise refused from error
