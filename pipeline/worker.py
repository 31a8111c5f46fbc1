"""Reading in a worker process: jobs in, receipts and packed records out."""

from __future__ import annotations

import hashlib
import os
import time
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from extractors import records as r
from extractors.archives import is_archive, members
from extractors.document import Document, Limits, Rejected, Table
from extractors.sniffing import sniff
from pipeline import parts, upkeep, verdicts
from pipeline.files import read_bytes
from pipeline.jobs import Batch, Found, Job, Reading, Receipt
from pipeline.walking import is_litter

_WARMING = "附件4：\n2021年度自评情况汇总表\n\t单位\n\t预算数\n\n\t甲\n\t1.5万元\n\n一、概况\n完成3项。\n"


def begin(memory: int) -> None:
    """Set up a fresh worker: what every document needs is loaded before its limits begin to count.

    `memory` is what reading may take beyond that, in bytes.
    """
    upkeep.do_without_pandas()
    upkeep.give_back_memory()
    data = _WARMING.encode()
    job = Job(path="warming.txt", document_id=hashlib.sha256(data).hexdigest(), size=len(data), data=data)
    with suppress(Exception):  # a defect that every document will show, each with its issue
        _packed([read_one(job, Limits(), "")], "")
    upkeep.begin(memory)


def read_batch(jobs: Sequence[Job], reading: Reading, version: str, marker: str) -> list[Batch]:
    """Read some documents one after the other, each under its own deadline.

    The file `marker` always tells which of them is being read, so that whoever finds this process dead
    knows whom to ask.
    """
    read = []
    for index, job in enumerate(jobs):
        Path(marker).write_text(str(index), encoding="ascii")
        with upkeep.deadline(reading.scan_seconds if job.scan else reading.seconds):
            read.append(read_one(job, reading.limits, version))
    try:
        return [_packed(read, version)]
    except MemoryError:
        os._exit(verdicts.MEMORY_EXIT)
    except Exception:  # noqa: BLE001 - records of one document that make no rows: find it, keep the others
        _end_if_starved()
        return [_packed_alone(receipt, extract, version) for receipt, extract in read]


def read_one(job: Job, limits: Limits, version: str) -> tuple[Receipt, r.Extract]:
    """Read one document, whatever it holds: the place where any exception of a reader ends."""
    began = time.perf_counter()
    document = r.Document(document_id=job.document_id, path=job.path, bytes=job.size, status="complete")
    document.reader_version = version
    extract, found, trace, postponed = r.Extract(), [], None, None
    try:
        data = _data(job, limits)
        document.format = sniff(data, job.path)
        if not is_archive(document.format):
            extract = _extracted(_read(data, job, limits), document)
            trace = _partly(extract, document)
        elif job.spool is None:
            postponed = "archive"
        else:
            found = _expanded(data, job, limits)
    except Rejected as verdict:
        _end_if_starved()
        postponed = "scan" if verdict.code == "scan" and not job.scan else None
        _reject(document, verdict.code, verdict.message)
    except MemoryError:
        os._exit(verdicts.MEMORY_EXIT)
    except RecursionError:
        _reject(document, *verdicts.DEEP)
    except Exception as error:  # noqa: BLE001 - a defect of ours costs one document
        _end_if_starved()
        trace, extract = _defect(document, error)
    if any(member.code for member in found):
        document.status = "partial"
    seconds = time.perf_counter() - began
    receipt = Receipt(document=document, members=found, postponed=postponed, traceback=trace, seconds=seconds)
    return receipt, extract


def _data(job: Job, limits: Limits) -> bytes:
    """The job's bytes, still those that were planned for."""
    if job.size > limits.file_bytes:
        raise Rejected(verdicts.LARGE[0], verdicts.LARGE[1].format(size=limits.file_bytes >> 20))
    if job.data is not None:
        return job.data
    try:
        data = read_bytes(job.file or "")
    except OSError as error:
        raise Rejected(*verdicts.UNREADABLE) from error
    if hashlib.sha256(data).hexdigest() != job.document_id:
        raise Rejected(*verdicts.CHANGED)
    return data


def _read(data: bytes, job: Job, limits: Limits) -> Document:
    from extractors.reading import READERS, read

    if not job.scan and READERS.get(sniff(data, job.path)) == "image":
        raise Rejected("scan", "图片，需要识别。")
    document = read(data, job.path, msgspec.structs.replace(limits, recognise=job.scan))
    if sum(len(block.cells) for block in document.blocks if isinstance(block, Table)) > limits.cells:
        raise Rejected(verdicts.CELLS[0], verdicts.CELLS[1].format(cells=limits.cells))
    return document


def _extracted(document: Document, row: r.Document) -> r.Extract:
    """The records of a document as read; `row` learns what became of it."""
    from extractors.extract import extract

    found = extract(document, row.document_id or "", row.path)
    if found.documents:
        row.form_count, row.fiscal_year = found.documents[0].form_count, found.documents[0].fiscal_year
    row.format = document.format
    if any(issue.severity != "note" for issue in found.issues):
        row.status = "partial"
    return found


def _expanded(data: bytes, job: Job, limits: Limits) -> list[Found]:
    """An archive's members, laid down under their hash."""
    levels = job.path.count("!/") + 1
    if levels > limits.nesting:
        raise Rejected(verdicts.NESTED[0], verdicts.NESTED[1].format(levels=limits.nesting))
    if job.expanded_bytes is not None:
        limits = msgspec.structs.replace(limits, expanded_bytes=job.expanded_bytes)
    found = []
    for member in members(data, job.path, limits):
        refused = member.rejected
        if refused:
            found.append(Found(path=member.path, code=refused.code, message=refused.message))
            continue
        name = hashlib.sha256(member.data).hexdigest()
        file = Path(job.spool or "") / name
        if not is_litter(member.path) and not file.exists():
            file.write_bytes(member.data)
        found.append(Found(path=member.path, file=str(file), document_id=name, size=len(member.data)))
    return found


def _reject(document: r.Document, code: str, message: str) -> None:
    document.status, document.error_code, document.error_message = "rejected", code, message
    document.form_count = 0


def _end_if_starved() -> None:
    """A library out of memory reports a damaged file: no verdict, this process ends instead."""
    if upkeep.short_of_memory():
        os._exit(verdicts.MEMORY_EXIT)


def _defect(document: r.Document, error: Exception) -> tuple[str, r.Extract]:
    """Note a defect of ours on its document: the whole traceback, and the issue with its last lines."""
    trace = "".join(traceback.format_exception(error))
    code, message = verdicts.DEFECT
    _reject(document, code, message)
    last = "\n".join(trace.strip().splitlines()[-6:])
    issue = r.Issue(document_id=document.document_id, code=code, severity="loss", message=message, text=last)
    return trace, r.Extract(issues=[issue])


def _partly(extract: r.Extract, document: r.Document) -> str | None:
    """Where a defect of ours cost a table, not the document: noted on it all the same; its last calls."""
    traces = [issue.text or "" for issue in extract.issues if issue.code == verdicts.PARTLY[0]]
    if traces:
        document.error_code, document.error_message = verdicts.PARTLY
    return "\n\n".join(traces) or None


def _packed_alone(receipt: Receipt, extract: r.Extract, version: str) -> Batch:
    try:
        return _packed([(receipt, extract)], version)
    except Exception as error:  # noqa: BLE001 - a defect of ours costs one document
        _end_if_starved()
        trace, extract = _defect(receipt.document, error)
        return _packed([(msgspec.structs.replace(receipt, traceback=trace), extract)], version)


def _packed(read: list[tuple[Receipt, r.Extract]], version: str) -> Batch:
    """All records of a batch as one part; a number that no column holds makes its document partial."""
    by_id = sorted(read, key=lambda pair: pair[0].document.document_id or "")  # as rows will stand
    records: dict[str, list[r.Record]] = {
        name: [row for _, extract in by_id for row in getattr(extract, name)] for name in parts.RECORDS
    }
    made, lost = parts.tables(records)
    doubtful = {issue.document_id for issue in lost}
    receipts = [receipt for receipt, _ in read]
    for receipt in receipts:
        if receipt.document.document_id in doubtful and receipt.document.status == "complete":
            receipt.document.status = "partial"
    return Batch(receipts=receipts, part=parts.pack(made, receipts, version))
