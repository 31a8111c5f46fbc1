"""Where documents are read: processes on this machine, or a cluster."""

from __future__ import annotations

from pipeline.ingest import Engine
from pipeline.isolation import Readers, default_workers
from pipeline.jobs import Reading
from pipeline.refusal import Refused


def engine(
    name: str, reading: Reading, version: str, workers: int | None, scheduler: str | None = None
) -> Engine:
    """The engine of that name (`local` or `dask`). Raises Refused for wrong use."""
    if name == "local":
        if scheduler:
            raise Refused("--scheduler 只能与 --engine dask 一起使用。")
        return Readers(reading, version, workers or default_workers())
    from pipeline.engines.cluster import Cluster

    return Cluster(reading, version, workers, scheduler)
