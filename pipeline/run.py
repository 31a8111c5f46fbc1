"""The main job: ingest, check, report."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from pipeline import ingest as ingesting
from pipeline import store, summary
from pipeline.codeprint import codeprint
from pipeline.decisions import pending, unsettled
from pipeline.ingest import Engine, Wish
from pipeline.jobs import Receipt
from pipeline.progress import Bar, bar
from pipeline.remote import Place
from pipeline.roots import remember
from pipeline.runlog import RunLog
from pipeline.scope import scope, told
from pipeline.summary import Summary

if TYPE_CHECKING:
    from pipeline.checker import Wanted

_MARK = ".made-from"


class Told(msgspec.Struct):
    """Tells the run log and the progress bar what an ingest does."""

    log: RunLog
    shown: Bar

    def found(self) -> None:
        """One file was found and hashed."""
        self.shown.advance()

    def planned(self, files: int, jobs: int) -> None:
        """So many files were found, so many have to be read."""
        self.log.event("开始读取", files=files, to_read=jobs)
        self.shown.begin("读取", jobs)

    def read(self, receipt: Receipt) -> None:
        """One document was read."""
        row = receipt.document
        self.shown.advance()
        self.shown.grow(sum(member.file is not None for member in receipt.members))
        facts: dict[str, Any] = {
            "path": row.path,
            "document_id": row.document_id,
            "status": row.status,
            "code": row.error_code,
            "seconds": round(receipt.seconds, 3),
        }
        if receipt.traceback:
            facts["traceback"] = receipt.traceback
        self.log.event("软件缺陷" if receipt.traceback else "读取文件", **facts)

    def committed(self, number: int, documents: int) -> None:
        """A snapshot became current."""
        self.log.event("提交", snapshot=number, documents=documents)


def ingest(raw: Place, out: Path, engine: Engine, wish: Wish, log: RunLog, quiet: bool) -> Summary:
    """Ingest a folder under the lock that the caller holds, with its progress shown and logged."""
    began = time.monotonic()
    remember(out, raw)
    with bar("查找", "个", quiet) as shown:
        done = ingesting.ingest(raw, out, engine, wish, Told(log, shown))
    statuses, codes = summary.files(done.rows)
    found = Summary(
        dataset=str(out / "current"),
        log=str(log.path),
        files=statuses,
        rejected=codes,
        troubles=summary.troubles(done.rows),
        read=done.read,
        forms=sum(row.form_count for row in done.rows),
        defects=sum(row.error_code == "defect" for row in done.rows),
        interrupted=done.interrupted,
        seconds=time.monotonic() - began,
    )
    log.event(
        "读取结束", **{k: v for k, v in msgspec.to_builtins(found).items() if k not in {"dataset", "log"}}
    )
    return found


def check(out: Path, wanted: Wanted, workers: int, log: RunLog, quiet: bool, always: bool = True) -> int:
    """Check the dataset under the lock that the caller holds; the number of defects met.

    Without `always` a dataset whose findings are current is left as it is.
    """
    from pipeline import check as checking

    dataset = store.open_dataset(out)
    decided = pending(out, dataset)
    if not always and not decided and checking.is_current(dataset, wanted):
        log.event("核对结果仍然有效，未重新核对")
        return 0
    with bar("核对", "份", quiet) as shown:
        shown.total(dataset.rows("submissions"))
        done = checking.check(out, wanted, workers, shown.advance, decided)
    if decided:
        log.event("读回处理决定", decisions=len(decided))
    for issue in done.defects:
        log.event("软件缺陷", message=issue.message, document_id=issue.document_id, traceback=issue.text)
    checked = scope(wanted)
    log.event(
        "核对结束",
        submissions=done.submissions,
        defects=len(done.defects),
        limits=checked.limits,
        profile=checked.profile,
        profile_file=checked.profile_file,
    )
    return len(done.defects)


def reporter() -> Callable[[Path, Path, int, Callable[[int], None]], Any] | None:
    """What writes the auditors' reports, where it is installed."""
    from importlib import import_module
    from importlib.util import find_spec

    if find_spec("pipeline.reports") is None:
        return None
    write: Callable[[Path, Path, int, Callable[[int], None]], Any] = import_module("pipeline.reports").write
    return write


def report(out: Path, folder: Path, workers: int = 1, quiet: bool = True) -> bool:
    """Write the reports where they are not current; False where nothing writes any."""
    write = reporter()
    if write is None:
        return False
    snapshot = store.open_dataset(out).path
    mark = folder / _MARK
    made_from = f"{snapshot.name} {snapshot.stat().st_mtime_ns} {codeprint('pipeline', 'rules')}"
    lines = mark.read_text(encoding="utf-8").splitlines() if mark.is_file() else [""]
    if lines[0] == made_from and all((folder / name).is_file() for name in lines[1:]):
        return True
    with bar("生成报告", "份", quiet) as shown:
        shown.total(store.open_dataset(out).rows("submissions"))
        files = [
            Path(file).relative_to(folder).as_posix() for file in write(out, folder, workers, shown.advance)
        ]
    mark.write_text("\n".join([made_from, *files]) + "\n", encoding="utf-8")
    return True


def conclude(found: Summary, out: Path) -> Summary:
    """The summary with what the findings say now; an interrupted run has nothing to say of them."""
    if found.interrupted:
        return found
    dataset = store.open_dataset(out)
    found.submissions = dataset.rows("submissions")
    found.notes += told(dataset)
    found.findings, found.worst_units = summary.findings(dataset)
    found.missing_units, found.unknown_units = summary.register(dataset)
    found.changed = summary.states(dataset)
    found.decisions = list(unsettled(dataset))
    return found
