"""A pool of worker processes, ended without a word from any of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def started(workers: int, begin: Callable[[Any], None], memory: int | None, tasks: int = 0) -> Any:
    """A pool of `workers` processes: each begins by `begin(memory)` and does `tasks` (0: no end)."""
    import multiprocessing

    from pebble import ProcessPool

    context = multiprocessing.get_context("spawn")
    return ProcessPool(
        max_workers=workers, max_tasks=tasks, initializer=begin, initargs=[memory], context=context
    )


def end(pool: Any, well: bool) -> None:
    """End a pool when its work is done; at once, whatever is under way, where it did not go well."""
    _stop_workers_first(pool)
    pool.close() if well else pool.stop()
    pool.join()


def _stop_workers_first(pool: Any) -> None:
    """Have the pool stop its workers before it takes away the locks that they share.

    pebble 5 closes the channels first; a worker that was only just started then looks for a semaphore that is
    gone, and says so in a traceback. Where pebble has other insides it ends as it will.
    """
    workers = getattr(getattr(pool, "_pool_manager", None), "worker_manager", None)
    stop, close = (getattr(workers, name, None) for name in ("force_stop_workers", "close_channels"))
    if workers is None or stop is None or close is None:
        return

    def in_order() -> None:
        stop()
        close()

    workers.close_channels = in_order
