"""Reading on a dask cluster: it hands out batches of files, and each of its workers isolates every file.

The cluster's retries are for lost machines only: a batch is read again as a whole, which gives the same
result. A file that hangs, starves or crashes is dealt with inside the batch, as on one machine. Workers
started by hand need `DASK_DISTRIBUTED__WORKER__DAEMON=False` (they start processes), and must see the input
folder under the same path. The driver alone writes the dataset.
"""

from __future__ import annotations

import atexit
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from pipeline.isolation import Readers, default_workers
from pipeline.jobs import Batch, Job, Reading
from pipeline.refusal import Refused

_FILES, _BYTES = 40, 32 << 20  # of one batch at most
_SETTINGS = {
    "distributed.worker.daemon": False,
    "distributed.scheduler.allowed-failures": 3,
    "distributed.worker.memory.terminate": False,
}
_readers: dict[str, Readers] = {}  # in a worker of the cluster: its own pool, kept between batches


class Cluster:
    """The engine `dask`: a scheduler that is running, or workers of its own on this machine."""

    def __init__(self, reading: Reading, version: str, workers: int | None, scheduler: str | None) -> None:
        """Connects, or starts `workers` processes. Raises Refused where that fails."""
        self.reading, self.version = reading, version
        self._here = Readers(reading, version, 1)  # archives, and batches that the cluster gave up
        self._cluster, self._client = _connected(workers or default_workers(), scheduler)

    def read(self, jobs: deque[Job]) -> Iterator[Batch]:
        """Read until the queue is empty and nothing is under way."""
        import distributed

        flight: dict[Any, list[Job]] = {}
        done: Any = distributed.as_completed([], raise_errors=False)  # type: ignore[no-untyped-call]
        while jobs or flight:
            while jobs and len(flight) < 3 * self._hands():
                batch = _next(jobs, len(jobs) // (3 * self._hands()) + 1)
                sent = [_travelling(job) for job in batch]
                future = self._client.submit(
                    read_there, sent, self.reading, self.version, pure=False, retries=2
                )
                flight[future] = batch
                done.add(future)
            future = next(done)
            batch = flight.pop(future)
            yield from self._arrived(future, batch)

    def end(self, well: bool) -> None:
        """Let go of the cluster, and end what was started for it."""
        self._here.end(well)
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()

    def _sent(self, batch: list[Job]) -> Any:
        return self._client.submit(read_there, batch, self.reading, self.version, pure=False, retries=2)

    def _hands(self) -> int:
        return max(1, len(self._client.scheduler_info(n_workers=-1)["workers"]))

    def _arrived(self, future: Any, batch: list[Job]) -> Iterator[Batch]:
        """The results of a batch; archives in it are opened here, where their members can be laid down."""
        if future.status != "finished":
            yield from self._here.read(deque(batch))
            return
        jobs = {job.document_id: job for job in batch}
        archives: deque[Job] = deque()
        for part in future.result():
            late = [r for r in part.receipts if r.postponed == "archive"]
            archives.extend(jobs[r.document.document_id or ""] for r in late)
            yield msgspec.structs.replace(part, receipts=[r for r in part.receipts if r not in late])
        yield from self._here.read(archives)


def read_there(batch: list[Job], reading: Reading, version: str) -> list[Batch]:
    """Runs in a worker of the cluster: the same isolation as on one machine."""
    key = repr((reading, version))
    if key not in _readers:
        for old in _readers.values():
            old.end(False)
        _readers.clear()
        _readers[key] = Readers(reading, version, 1)
        atexit.register(_readers[key].end, False)
    return list(_readers[key].read(deque(batch)))


def _next(jobs: deque[Job], many: int) -> list[Job]:
    batch = [jobs.popleft()]
    size = batch[0].size
    while jobs and len(batch) < min(many, _FILES) and size + jobs[0].size < _BYTES:
        size += jobs[0].size
        batch.append(jobs.popleft())
    return batch


def _travelling(job: Job) -> Job:
    """A job for another machine: members of archives, which lie here, travel with their bytes."""
    if job.spool is None or job.file is None or Path(job.spool) not in Path(job.file).parents:
        return msgspec.structs.replace(job, spool=None)
    return msgspec.structs.replace(job, spool=None, data=Path(job.file).read_bytes())


def _connected(workers: int, scheduler: str | None) -> tuple[Any, Any]:
    """(cluster of our own or None, client)."""
    try:
        import dask
        import distributed as dd
    except ImportError:
        raise Refused("此安装不含集群组件，请安装：pip install 'hedui[cluster]'") from None
    dask.config.set(_SETTINGS)
    if scheduler is None:
        cluster = dd.LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=workers, threads_per_worker=1, memory_limit=0, dashboard_address=None, silence_logs=50
        )
        return cluster, dd.Client(cluster)  # type: ignore[no-untyped-call]
    try:
        return None, dd.Client(scheduler, timeout=10)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise Refused(f"无法连接 dask 调度器 {scheduler}：{error}") from error
