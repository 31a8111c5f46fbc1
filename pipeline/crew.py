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


class Crew:
    """Workers that come when there is more than one piece to work on, and stay for what comes after."""

    def __init__(self, workers: int) -> None:
        """`workers` processes, once they are wanted."""
        self.workers = workers
        self._pool: Any = None

    def each(
        self, function: Callable[[T], R], pieces: Iterable[T], seconds: float
    ) -> Iterator[tuple[T, R | None]]:
        """(piece, result) for each piece in order; None where its process hung, starved or crashed.

        Pieces are taken as they are needed, so that no more than a few are held. A single piece is worked on
        here where nobody has come yet, which is quicker than a process is started.
        """
        waiting = iter(pieces)
        first = list(islice(waiting, 2))
        if len(first) < 2 and self._pool is None:
            yield from ((piece, function(piece)) for piece in first)
            return
        self._pool = self._pool or pool.started(self.workers, upkeep.begin, None)
        under_way: deque[tuple[T, Any]] = deque()
        for piece in chain(first, waiting):
            under_way.append((piece, self._pool.schedule(function, args=[piece], timeout=seconds)))
            if len(under_way) > 2 * self.workers:
                yield _settled(*under_way.popleft())
        while under_way:
            yield _settled(*under_way.popleft())

    def end(self, well: bool) -> None:
        """Let them go; at once where something went wrong."""
        if self._pool is not None:
            pool.end(self._pool, well)


@contextmanager
def hired(workers: int) -> Iterator[Crew]:
    """A crew that is let go at the end."""
    crew, well = Crew(workers), False
    try:
        yield crew
        well = True
    finally:
        crew.end(well)


def each(
    function: Callable[[T], R], pieces: Iterable[T], workers: int, seconds: float
) -> Iterator[tuple[T, R | None]]:
    """The same with a crew of its own."""
    with hired(workers) as crew:
        yield from crew.each(function, pieces, seconds)


def _settled(piece: T, future: Any) -> tuple[T, Any]:
    from pebble import ProcessExpired

    try:
        return piece, future.result()
    except (PoolTimeout, ProcessExpired, MemoryError):
        return piece, None
