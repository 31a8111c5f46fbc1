"""Where the time of a run goes, stage by stage, in this one process.

    python -m benchmarks.stages                    64 copies of a sample docx
    python -m benchmarks.stages --model FILE --count 200

The very functions that the workers call, on varied copies of one docx; processor time in ms a document, what
the first documents pay for (imports, caches) left out. The floor is what nobody can undercut: inflating each
docx and parsing its XML parts. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.ingest import MODEL, floor_seconds
from corpus.copies import write
from extractors import extract as extracting
from extractors import figuring
from extractors.submissions import group
from pipeline import check as checking
from pipeline import checker, gathering, store, upkeep, worker
from pipeline import ingest as ingesting
from pipeline.checker import Wanted
from pipeline.jobs import Batch, Job, Reading
from rules import checking as ruling
from rules.families import ALL_RULES
from rules.linking import link as linking

_WARM, _FILES = 8, 16  # documents that pay for imports and caches; of a batch, as in a run
_FIND, _WIDE = "find, hash, plan", "rules over all units"


class Clock:
    """Processor seconds by stage, what a stage calls of another one left out."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._open: list[str] = []
        self._last = 0.0

    def timed(self, owner: Any, name: str, stage: str | Callable[..., str]) -> None:
        """Have a function count for a stage from here on; `stage` may be told by its first argument."""
        inner = getattr(owner, name)

        def counted(*arguments: Any, **more: Any) -> Any:
            self._enter(stage if isinstance(stage, str) else stage(arguments[0]))
            try:
                return inner(*arguments, **more)
            finally:
                self._leave()

        setattr(owner, name, counted)

    def _enter(self, stage: str) -> None:
        self._count()
        self._open.append(stage)

    def _leave(self) -> None:
        self._count()
        self._open.pop()

    def _count(self) -> None:
        now = time.process_time()
        if self._open:
            self.spent[self._open[-1]] = self.spent.get(self._open[-1], 0.0) + now - self._last
        self._last = now


class Here:
    """An engine that reads in this process; `floor` is that of the same files, measured between them."""

    def __init__(self) -> None:
        self.floor = 0.0

    def read(self, jobs: deque[Job]) -> Iterator[Batch]:
        """Batches as a worker makes them."""
        while jobs:
            chunk = [jobs.popleft() for _ in range(min(_FILES, len(jobs)))]
            with tempfile.NamedTemporaryFile() as marker:
                batches = worker.read_batch(chunk, Reading(), "bench", marker.name)
            self.floor += floor_seconds(Path(job.file or "") for job in chunk)
            yield from batches

    def end(self, well: bool) -> None:
        """It has nothing to end."""


class Silent:
    """Looks on and says nothing."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_: None


def watched() -> Clock:
    """A clock on every stage of an ingest and a check."""
    clock = Clock()
    clock.timed(ingesting, "ingest", _FIND)
    clock.timed(worker, "read_batch", "hand over")
    clock.timed(worker, "_read", "read: package to document")
    clock.timed(extracting, "extract", "forms, sections, rows")
    clock.timed(figuring, "figures", "figures")
    clock.timed(worker, "_packed", "records to Arrow")
    clock.timed(ingesting, "changes", "group, changes")
    clock.timed(store, "commit", "Parquet, snapshot, fsync")
    clock.timed(checking, "check", "gather, states, the rest of a check")
    clock.timed(gathering._Index, "placed", "gather, states, the rest of a check")
    clock.timed(checker, "_by_order", "Arrow to records")
    clock.timed(linking, "link", "links")
    clock.timed(ruling, "check", "rules: doubts, findings")
    clock.timed(ruling, "_run", lambda rule: _WIDE if rule.scope == "dataset" else f"rules {rule.family}")
    clock.timed(checker, "_pack", "findings to Arrow")
    return clock


def once(raw: Path, out: Path) -> float:
    """Ingest and check a folder in this process; the floor of its files in seconds."""
    wish, engine = ingesting.Wish(version="bench", group=group), Here()
    out.mkdir()
    ingesting.ingest(raw, out, engine, wish, Silent())
    checking.check(out, Wanted(), 1, lambda _: None)
    return engine.floor


def here(_: Any, function: Callable[..., Any], pieces: Any, __: float) -> Iterator[tuple[Any, Any]]:
    """In the place of what a crew of processes does."""
    for piece in pieces:
        yield piece, function(piece)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--count", type=int, default=64)
    wished = parser.parse_args()
    upkeep.do_without_pandas()
    checking.crew.Crew.each = here  # type: ignore[method-assign]
    with tempfile.TemporaryDirectory() as folder:
        raw, warm, count = Path(folder) / "raw", Path(folder) / "warm", wished.count
        write(wished.model, warm, _WARM)
        write(wished.model, raw, count)
        once(warm, Path(folder) / "warm-parsed")
        upkeep.calm_collector()
        clock = watched()
        floor = once(raw, Path(folder) / "parsed")
    print(f"{count} copies of `{wished.model.name}`, {len(ALL_RULES)} rules.\n")
    print("| stage | ms a document | × floor |\n|---|---|---|")
    clock.spent[_FIND] -= floor  # counted meanwhile
    whole = sum(clock.spent.values())
    for name, seconds in [
        ("floor", floor),
        *clock.spent.items(),
        ("**reading, records, rules, Parquet**", whole),
    ]:
        print(f"| {name} | {seconds / count * 1000:.2f} | {seconds / floor:.2f} |")


if __name__ == "__main__":
    main()
