"""Work on many pieces in worker processes, each piece under a time limit, results in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as PoolTimeout
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any, TypeVar

from pipeline import pool, upkeep

T = TypeVar("T")
R = TypeVar("R")


def each(
    function: Callable[[T], R], pieces: Iterable[T], workers: int, seconds: float, apart: bool = False
) -> Iterator[tuple[T, R | None]]:
    """(piece, result) for each piece in order; None where its process hung, starved or crashed.

    Pieces are taken as they are needed, so that no more than a few are held. A single piece is worked on
    here, which is quicker than a process is started, unless `apart` asks for one.
    """
    waiting = iter(pieces)
    first = list(islice(waiting, 2))
    if len(first) < 2 and not apart:
        yield from ((piece, function(piece)) for piece in first)
        return
    under_way: deque[tuple[T, Any]] = deque()
    with _crew(workers) as crew:
        for piece in chain(first, waiting):
            under_way.append((piece, crew.schedule(function, args=[piece], timeout=seconds)))
            if len(under_way) > 2 * workers:
                yield _settled(*under_way.popleft())
        while under_way:
            yield _settled(*under_way.popleft())


@contextmanager
def _crew(workers: int) -> Iterator[Any]:
    """A pool that ends its workers at once when something goes wrong."""
    running = pool.started(workers, upkeep.begin, None)
    well = False
    try:
        yield running
        well = True
    finally:
        pool.end(running, well)


def _settled(piece: T, future: Any) -> tuple[T, Any]:
    from pebble import ProcessExpired

    try:
        return piece, future.result()
    except (PoolTimeout, ProcessExpired, MemoryError):
        return piece, None
