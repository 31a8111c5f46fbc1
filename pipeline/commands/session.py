"""What `run`, `ingest` and `check` have in common: lock, log, progress, closing summary, exit status."""

from __future__ import annotations

import json as jsonlib
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer

from pipeline import ingest as ingesting
from pipeline import run as running
from pipeline import scope
from pipeline.codeprint import reader_version
from pipeline.ingest import Wish
from pipeline.isolation import default_workers
from pipeline.jobs import Reading
from pipeline.refusal import from_os
from pipeline.remote import Place, place
from pipeline.runlog import RunLog, run_log
from pipeline.store import open_dataset, writer
from pipeline.summary import Summary, tables
from pipeline.terminal import out as terminal
from pipeline.terminal import safe
from pipeline.upkeep import give_back_memory

if TYPE_CHECKING:
    from extractors.records import Document, Form, Submission
    from pipeline.checker import Wanted

INTERRUPTED = 130


class Session:
    """One command at work on one dataset."""

    def __init__(
        self, name: str, raw: Place | None, out: Path, *, wait: float, quiet: bool, json: bool
    ) -> None:
        give_back_memory()
        self.name, self.raw, self.out = name, raw and place(raw), out
        self.wait, self.quiet, self.json = wait, quiet or json, json
        self.workers = default_workers()

    def reads(
        self,
        reading: Reading,
        engine: str,
        scheduler: str | None,
        workers: int | None,
        force: bool,
        keep_missing: bool,
        pause: float,
    ) -> None:
        """Set up what reads documents. Raises Refused where the folders or the engine cannot be used."""
        from pipeline.engines import engine as made

        assert self.raw is not None
        ingesting.check_places(self.raw, self.out)
        self.workers = workers or default_workers()
        version = reader_version()
        self._engine = made(engine, reading, version, workers, scheduler)
        self._wish = Wish(
            version=version,
            group=_group,
            reading=reading,
            force=force,
            keep_missing=keep_missing,
            pause=pause,
        )

    def preview(self) -> None:
        """Tell what would be read."""
        assert self.raw is not None
        files, jobs = ingesting.preview(self.raw, self.out, self._wish)
        paths = [job.path for job in jobs]
        if self.json:
            print(jsonlib.dumps({"files": files, "to_read": paths}, ensure_ascii=False))
            return
        for path in paths:
            terminal().print(safe(path))
        terminal().print(f"共 {files} 个文件，其中 {len(paths)} 个需要读取；未写入任何内容。")

    def ingest(self) -> None:
        """Read, and say what was read."""
        with self._at_work() as log:
            found = self._ingest(log)
        self._close(found)

    def run(self, wanted: Wanted) -> None:
        """Read, check, report, and say what was found."""
        from pipeline import check as checking

        checking.validate(wanted)
        began, past = time.monotonic(), scope.before(self.out)
        with self._at_work() as log:
            found = self._ingest(log)
            found.notes += filter(None, [scope.change(past, wanted)])
            if not found.interrupted:
                found.defects += running.check(self.out, wanted, self.workers, log, self.quiet, always=False)
                self._report(found, log)
            found.seconds = time.monotonic() - began
        self._close(running.conclude(found, self.out))

    def check(self, wanted: Wanted) -> None:
        """Check what is in the dataset, and say what was found."""
        from pipeline import check as checking

        checking.validate(wanted)
        open_dataset(self.out)
        began, past = time.monotonic(), scope.before(self.out)
        with self._at_work() as log:
            found = Summary(dataset=str(self.out / "current"), log=str(log.path))
            found.notes += filter(None, [scope.change(past, wanted)])
            found.defects = running.check(self.out, wanted, self.workers, log, self.quiet)
            found.seconds = time.monotonic() - began
        self._close(running.conclude(found, self.out))

    def _ingest(self, log: RunLog) -> Summary:
        assert self.raw is not None
        return running.ingest(self.raw, self.out, self._engine, self._wish, log, self.quiet)

    def _report(self, found: Summary, log: RunLog) -> None:
        folder = self.out / "reports"
        try:
            if running.report(self.out, folder, self.workers, self.quiet):
                found.reports = str(folder)
                log.event("报告已就绪", folder=found.reports)
        except OSError as error:
            raise from_os(error, folder) or error from error

    @contextmanager
    def _at_work(self) -> Iterator[RunLog]:
        """The lock and the log; a request to end (SIGTERM) is treated like Ctrl-C."""
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with writer(self.out, self.wait), run_log(self.out, self.name) as log:
            try:
                yield log
            except OSError as error:
                raise from_os(error, self.out) or error from error

    def _close(self, found: Summary) -> None:
        """Say it, and end with the status that the contract names."""
        if self.json:
            print(msgspec.json.encode(found).decode())
        elif not self.quiet:
            for part in tables(found):
                terminal().print(part)
        if found.interrupted:
            raise typer.Exit(INTERRUPTED)
        raise typer.Exit(1 if found.defects else 0)


def _group(documents: list[Document], forms: list[Form]) -> tuple[list[Submission], list[Form]]:
    """Bring forms together; what that takes is loaded when something was read."""
    from extractors.submissions import group

    return group(documents, forms)
