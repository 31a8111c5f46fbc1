"""What is read from one file, for a person or as JSON."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from extractors.document import Limits
from extractors.records import Document, Extract
from pipeline import verdicts, worker
from pipeline.codeprint import reader_version
from pipeline.files import identify
from pipeline.jobs import Job, Receipt
from pipeline.parts import RECORDS
from pipeline.refusal import Refused, reason
from pipeline.upkeep import TooLong, at_most
from pipeline.walking import is_litter


def read_file(
    file: Path, seconds: float = 900.0, slow: Callable[[str], None] = lambda _: None
) -> Iterator[tuple[Document, Extract]]:
    """The row and the records of a file, or of each member of an archive, nested ones included.

    Scans are recognised, which may take `seconds` each; `slow` is told their paths before.
    Raises Refused where there is no such file.
    """
    if not file.is_file():
        raise Refused(f"{file} 不是文件或不存在。")
    try:
        document_id, size = identify(file.resolve())
    except OSError as error:
        raise Refused(f"{file} 无法打开：{reason(error)}。") from error
    with tempfile.TemporaryDirectory(prefix="hedui-") as spool:
        job = Job(path=file.name, document_id=document_id, size=size, file=str(file.resolve()), spool=spool)
        yield from _read(job, Limits(), seconds, slow)


def as_json(document: Document, extract: Extract) -> bytes:
    """An object with a list for each table that a file fills; decimals as strings."""
    from extractors.submissions import group

    submissions, forms = group([document], extract.forms)
    held: dict[str, Any] = {"documents": [document], "submissions": submissions}
    held |= {table: getattr(extract, table) for table in RECORDS} | {"forms": forms}
    return msgspec.json.encode(held)


def _recognised(job: Job, limits: Limits, seconds: float) -> tuple[Receipt, Extract]:
    """Read a scan, within its time."""
    try:
        with at_most(seconds):
            return worker.read_one(msgspec.structs.replace(job, scan=True), limits, reader_version())
    except TooLong:
        code, message = verdicts.TIMEOUT
        row = Document(path=job.path, document_id=job.document_id, bytes=job.size, status="rejected")
        row.error_code, row.error_message = code, message.format(seconds=seconds).replace("--", "--scan-")
        return Receipt(document=row), Extract()


def _read(
    job: Job, limits: Limits, seconds: float, slow: Callable[[str], None]
) -> Iterator[tuple[Document, Extract]]:
    receipt, extract = worker.read_one(job, limits, reader_version())
    if receipt.postponed == "scan":
        slow(job.path)
        receipt, extract = _recognised(job, limits, seconds)
    if not receipt.members:
        yield receipt.document, extract
        return
    for member in receipt.members:
        path = f"{job.path}!/{member.path}"
        row = Document(path=path, document_id=member.document_id, bytes=member.size, status="rejected")
        if member.code:
            row.error_code, row.error_message = member.code, member.message
            yield row, Extract()
        elif is_litter(path):
            row.error_code, row.error_message = verdicts.LITTER
            yield row, Extract()
        else:
            inner = msgspec.structs.replace(
                job, path=path, document_id=member.document_id or "", size=member.size or 0, file=member.file
            )
            yield from _read(inner, limits, seconds, slow)
