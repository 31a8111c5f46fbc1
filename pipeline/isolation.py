"""Documents read in worker processes, so that one that hangs, starves or crashes costs itself alone."""

from __future__ import annotations

import os
import tempfile
from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, wait
from concurrent.futures import TimeoutError as PoolTimeout
from pathlib import Path
from typing import Any

import msgspec

from extractors.records import Document
from pipeline import pool, upkeep, verdicts
from pipeline.jobs import Batch, Job, Reading, Receipt
from pipeline.worker import begin, read_batch

_FILES, _BYTES = 16, 8 << 20  # of one batch at most
_BACKSTOP = 30.0  # seconds beyond a batch's deadlines, where the system itself keeps none


class Readers:
    """A pool of reading processes, which `end` ends.

    `read` takes jobs from a queue that may grow while its results are used, and yields batches as they
    complete, in any order. Every job comes back exactly once.
    """

    def __init__(self, reading: Reading, version: str, workers: int) -> None:
        """`workers` processes at once; `version` is written into the parts."""
        self.reading, self.version, self.workers = reading, version, workers
        self._pools: dict[str, Any] = {}
        self._markers = tempfile.TemporaryDirectory(prefix="hedui-")
        self._count = 0

    def read(self, jobs: deque[Job]) -> Iterator[Batch]:
        """Read until the queue is empty and nothing is under way."""
        flight: dict[Any, tuple[list[Job], Path]] = {}
        while jobs or flight:
            while jobs and len(flight) < 2 * self.workers:
                self._submit(self._chunk(jobs), flight)
            done, _ = wait(flight, return_when=FIRST_COMPLETED)
            for future in done:
                chunk, marker = flight.pop(future)
                batches, again = self._result(future, chunk, marker)
                jobs.extendleft(reversed(again))
                yield from batches

    def end(self, well: bool) -> None:
        """End the workers; at once where it did not go well."""
        for running in self._pools.values():
            pool.end(running, well)
        self._markers.cleanup()

    def _chunk(self, jobs: deque[Job]) -> list[Job]:
        """The next jobs for one worker: few enough to share the work, small enough to hold."""
        chunk = [jobs.popleft()]
        many = min(_FILES, len(jobs) // (3 * self.workers) + 1) if upkeep.keeps_deadlines() else 1
        size = chunk[0].size
        while jobs and len(chunk) < many and _joins(chunk[0]) and _joins(jobs[0]):
            size += jobs[0].size
            if size > _BYTES:
                break
            chunk.append(jobs.popleft())
        return chunk

    def _submit(self, chunk: list[Job], flight: dict[Any, tuple[list[Job], Path]]) -> None:
        self._count += 1
        marker = Path(self._markers.name) / str(self._count)
        first, reading = chunk[0], self.reading
        seconds = reading.scan_seconds if first.scan else reading.seconds
        future = self._pool(first).schedule(
            read_batch,
            args=[chunk, reading, self.version, str(marker)],
            timeout=seconds * len(chunk) + _BACKSTOP if upkeep.keeps_deadlines() else seconds,
        )
        flight[future] = (chunk, marker)

    def _pool(self, job: Job) -> Any:
        """The pool for a job: everyday files, scans (fewer, larger), suspects (a fresh process each)."""
        upkeep.settle_threads()
        kind = ("scan" if job.scan else "plain") + ("-lone" if job.lone else "")
        if kind not in self._pools:
            memory = self.reading.scan_memory if job.scan else self.reading.memory
            many = 1 if job.lone else max(1, self.workers // 2) if job.scan else self.workers
            self._pools[kind] = pool.started(many, begin, memory, 1 if job.lone else self.reading.tasks)
        return self._pools[kind]

    def _result(self, future: Any, chunk: list[Job], marker: Path) -> tuple[list[Batch], list[Job]]:
        """What a chunk gave, and which of its jobs must run again."""
        from pebble import ProcessExpired

        try:
            return self._sorted_out(future.result(), chunk)
        except PoolTimeout:
            return self._blame(chunk, marker, None)
        except ProcessExpired as end:
            return self._blame(chunk, marker, end.exitcode)
        finally:
            marker.unlink(missing_ok=True)

    def _sorted_out(self, batches: list[Batch], chunk: list[Job]) -> tuple[list[Batch], list[Job]]:
        """Scans go on to where scans are read; all else is done."""
        jobs = {job.document_id: job for job in chunk}
        done, scans = [], []
        for batch in batches:
            receipts = [receipt for receipt in batch.receipts if receipt.postponed != "scan"]
            late = [jobs[r.document.document_id or ""] for r in batch.receipts if r.postponed == "scan"]
            scans += [msgspec.structs.replace(job, scan=True) for job in late]
            done.append(msgspec.structs.replace(batch, receipts=receipts))
        return done, scans

    def _blame(self, chunk: list[Job], marker: Path, exitcode: int | None) -> tuple[list[Batch], list[Job]]:
        """The verdict on the document whose worker died; its neighbours run again.

        A crash may be the fault of what came before it in the same process, so a suspect is asked once more
        alone in a fresh one. A deadline is the document's own.
        """
        index = _marked(marker, len(chunk))
        suspect, others = chunk[index], chunk[:index] + chunk[index + 1 :]
        seconds = self.reading.scan_seconds if suspect.scan else self.reading.seconds
        code, message = verdicts.of_exit(exitcode if exitcode is not None else _alarm(), seconds)
        if code != verdicts.TIMEOUT[0] and not suspect.lone:
            return [], [msgspec.structs.replace(suspect, lone=True), *others]
        document = Document(
            document_id=suspect.document_id,
            path=suspect.path,
            bytes=suspect.size,
            status="rejected",
            error_code=code,
            error_message=message,
        )
        return [Batch(receipts=[Receipt(document=document, seconds=seconds)])], others


def _joins(job: Job) -> bool:
    """Whether a job may share a batch: neither a suspect nor a scan."""
    return not (job.lone or job.scan)


def _alarm() -> int:
    import signal

    return -getattr(signal, "SIGALRM", signal.SIGTERM)


def _marked(marker: Path, size: int) -> int:
    """Which document of a batch was being read."""
    try:
        return min(int(marker.read_text(encoding="ascii")), size - 1)
    except (OSError, ValueError):
        return 0  # died before its first document


def default_workers() -> int:
    """As many workers as this process may use cores."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
