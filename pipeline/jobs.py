"""What travels between the run and its workers: jobs there, receipts back."""

from __future__ import annotations

import msgspec

from extractors.document import Limits
from extractors.records import Document


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """How documents are read: the limits of one document and the workers' upkeep."""

    limits: Limits = Limits()
    seconds: float = 60.0  # one document
    memory: int = 1 << 30  # bytes that reading may take, where the system can hold it to that
    scan_seconds: float = 900.0  # one scanned document, recognised page by page
    scan_memory: int = 3 << 30
    tasks: int = 200  # batches after which a worker is replaced


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One document to read: a file, or the bytes of an archive's member."""

    path: str  # as in documents.path
    document_id: str
    size: int
    file: str | None = None
    data: bytes | None = None
    spool: str | None = None  # folder for the members of an archive; None: archives are left alone
    scan: bool = False  # read where recognising pages is allowed
    lone: bool = False  # a suspect: alone in a fresh process
    expanded_bytes: int | None = None  # what an archive within an archive may still expand to


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A member of an archive: where its bytes lie, or why it was refused."""

    path: str  # inside the archive
    file: str | None = None
    document_id: str | None = None
    size: int | None = None
    code: str | None = None
    message: str | None = None


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a job. `document` has no root yet; `postponed` names what the job needs first."""

    document: Document
    members: list[Found] = []
    postponed: str | None = None  # archive | scan
    traceback: str | None = None
    seconds: float = 0.0


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """Receipts of some jobs with their records, packed (see pipeline.parts)."""

    receipts: list[Receipt]
    part: bytes = b""
