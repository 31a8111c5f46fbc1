"""Checking a few submissions, here or in a worker process: records in, findings out."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from extractors.records import Document, Finding, Issue, Link, Record
from pipeline.rows import from_arrow, stream, to_arrow
from rules.submission import Submission

if TYPE_CHECKING:
    import pyarrow as pa

_ORDER = "_order"


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which rules run, by what norms, and which findings are kept."""

    rules: tuple[str, ...] | None = None  # ids; None: all
    severities: tuple[str, ...] = ()  # of findings; empty: all
    profile: str | None = None  # a shipped profile's name, or a bureau's own file
    register: str | None = None  # the officer's list of units


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What checking some submissions gave; findings and links packed.

    `notes`: what rules across years and units compare of each (`rules.checking.gathered`), pickled.
    """

    findings: bytes
    links: bytes
    notes: bytes = b""
    issues: list[Issue] = []
    submissions: int = 0


def check_packed(packed: Mapping[str, bytes], wanted: Wanted) -> Checked:
    """Check the submissions of a packed chunk (see `packed`)."""
    from rules.checking import check, gathered
    from rules.linking.link import link

    profile, rules = norms(wanted.profile), chosen(wanted)
    findings: list[Record] = []
    links: list[Record] = []
    defects: list[Issue] = []
    notes: list[tuple[str, dict[str, Any]]] = []
    for submission in submissions(unpacked(packed)):
        submission.links = link(submission)
        links += [_owned(each, submission) for each in submission.links]
        found = kept(check(submission, profile, rules, defects), wanted)
        findings += sorted(found, key=attrgetter("rule_id", "finding_id"))  # as they will stand in the table
        notes.append((submission.record.submission_id, gathered(submission, rules)))
    rows, issues = _pack("findings", findings)
    held, more = _pack("links", links)
    return Checked(
        findings=rows,
        links=held,
        notes=pickle.dumps(notes, pickle.HIGHEST_PROTOCOL),
        issues=[*defects, *issues, *more],
        submissions=len(notes),
    )


def looks_wide(wanted: Wanted) -> bool:
    """Whether a rule across years and units is to run."""
    return wanted.rules is None or any(rule.scope == "dataset" for rule in chosen(wanted))


def of_findings(findings: Sequence[Finding], issues: list[Issue], count: int = 0) -> Checked:
    """A result that holds findings alone, of `count` submissions."""
    rows, lost = _pack("findings", findings)
    return Checked(findings=rows, links=_pack("links", [])[0], issues=[*issues, *lost], submissions=count)


def kept(findings: list[Finding], wanted: Wanted) -> list[Finding]:
    """The findings of the severities asked for."""
    if not wanted.severities:
        return findings
    return [finding for finding in findings if finding.severity in wanted.severities]


def norms(path: str | None) -> Any:
    """The profile of this name or file. Raises rules.profile.BadProfile where it is at fault."""
    from rules import profile

    return profile.find(path) if path else profile.default()


def norms_text(path: str | None) -> str:
    """A bureau's own profile as it stands now; nothing for a shipped one, which is part of our code."""
    if not path or not Path(path).is_file():
        return ""
    return Path(path).read_bytes().decode("utf-8-sig", "replace")


def chosen(wanted: Wanted) -> Any:
    """The rules to run; None for all. Raises KeyError for an unknown id."""
    if wanted.rules is None:
        return None
    from rules.families import find  # which loads them all

    return [find(rule) for rule in wanted.rules]


def submissions(tables: Mapping[str, pa.Table]) -> Iterator[Submission]:
    """The views of a chunk's submissions, in order; within one, documents by path."""
    held = {name: _by_order(name, rows) for name, rows in tables.items() if name != "submissions"}
    for order, records in _by_order("submissions", tables["submissions"]).items():
        parts: dict[str, list[Any]] = {name: rows.get(order, []) for name, rows in held.items()}
        in_file_order(parts["documents"], parts["documents"])
        for rows in parts.values():
            in_file_order(rows, parts["documents"])
        yield Submission(record=records[0], **parts)  # type: ignore[arg-type]


def in_file_order(rows: list[Any], documents: list[Document]) -> None:
    """Sort rows by the place of their document, rows of one document as they stood."""
    places = {document.document_id: (document.root, document.path) for document in documents}
    rows.sort(key=lambda row: places.get(row.document_id, ("\uffff", "")))


def packed(tables: Mapping[str, pa.Table]) -> dict[str, bytes]:
    """A chunk of `pipeline.gathering.chunks` as bytes, for another process."""
    return {name: stream(rows) for name, rows in tables.items()}


def unpacked(packed: Mapping[str, bytes]) -> dict[str, pa.Table]:
    """The tables of a packed chunk."""
    import pyarrow as pa

    return {name: pa.ipc.open_stream(data).read_all() for name, data in packed.items()}


def _by_order(table: str, rows: pa.Table) -> dict[int, list[Any]]:
    orders = rows[_ORDER].to_pylist()
    pairs = zip(orders, from_arrow(table, rows.drop_columns([_ORDER])), strict=True)
    return {
        order: [record for _, record in group] for order, group in groupby(pairs, key=lambda pair: pair[0])
    }


def _owned(link: Link, submission: Submission) -> Link:
    return msgspec.structs.replace(link, submission_id=submission.record.submission_id)


def _pack(table: str, records: Sequence[Record]) -> tuple[bytes, list[Issue]]:
    rows, issues = to_arrow(table, records)
    return stream(rows), issues
