"""How a worker process is held within bounds by the system itself."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_ceiling = 0  # bytes of address space; 0 where the system does not hold it


def settle_threads() -> None:
    """One thread and plain memory for the libraries of the processes started from here on.

    They share the machine by processes; pools of threads and reserved memory would count against each one's
    ceiling.
    """
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")


_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # of mallopt(3)
_KEPT, _APART = 16 << 20, 4 << 20  # less makes every document fault its pages in anew


def give_back_memory() -> None:
    """Let what is freed go back to the system, where glibc would keep it for later in an arena a thread."""
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    if sys.platform == "linux" and hasattr(ctypes.CDLL(None), "mallopt"):
        libc = ctypes.CDLL(None)
        libc.mallopt(_M_ARENA_MAX, 2)
        libc.mallopt(_M_TRIM_THRESHOLD, _KEPT)
        libc.mallopt(_M_MMAP_THRESHOLD, _APART)


class _WithoutPandas(MetaPathFinder):
    """Says that there is no pandas."""

    def find_spec(self, name: str, path: object, target: object = None) -> None:
        """Raises ModuleNotFoundError for pandas; leaves all else to the others."""
        if name == "pandas":
            raise ModuleNotFoundError(name)


def do_without_pandas() -> None:
    """Keep pyarrow from loading pandas with the first list that it converts: a second for nothing.

    For processes that are ours alone; what runs in a notebook stays as it is.
    """
    if not any(isinstance(finder, _WithoutPandas) for finder in sys.meta_path):
        sys.meta_path.insert(0, _WithoutPandas())


def begin(memory: int | None) -> None:
    """Set up a fresh worker: bounded memory, no core files, dead with its parent, deaf to Ctrl-C.

    `memory` is what its work may take beyond what the loaded program occupies; None: no bound.
    """
    do_without_pandas()
    give_back_memory()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if memory is not None:
        _bound(memory)
    calm_collector()


def calm_collector() -> None:
    """Have the collector look less often: records are trees, it finds next to nothing."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Let the system end the process when the time is up, be it stuck in C code or not."""
    if not keeps_deadlines():  # there the pool's own limit must do
        yield
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


class TooLong(BaseException):
    """The time is up; it passes through whatever catches the errors of readers."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TooLong when the time is up, in a process that has to live on; no limit without timers."""
    if not keeps_deadlines():
        yield
        return
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _too_long(*_: object) -> None:
    raise TooLong


def keeps_deadlines() -> bool:
    """Whether the system can end a process in time by itself."""
    return hasattr(signal, "setitimer")


def short_of_memory() -> bool:
    """Whether the process has come near its ceiling: an error is then no verdict on a file."""
    return bool(_ceiling) and _status("VmPeak") > 0.9 * _ceiling


def _bound(memory: int) -> None:
    global _ceiling  # noqa: PLW0603 - one number a process, set once
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    occupied = _status("VmSize")
    if occupied:
        _ceiling = occupied + memory
        resource.setrlimit(resource.RLIMIT_AS, (_ceiling, _ceiling))


def _status(field: str) -> int:
    """A line of this process's memory status, in bytes; 0 where the system has none."""
    try:
        text = Path("/proc/self/status").read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return 0
    line = next((line for line in text.splitlines() if line.startswith(field)), "0 0")
    return int(line.split()[1]) * 1024
