"""What a report says of each submission: its records with its findings."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

from extractors.records import RESULTS, SEVERITIES, Decision, Document, Finding, FindingState, Link
from pipeline.checker import submissions
from pipeline.gathering import chunks
from pipeline.store import Dataset
from rules.submission import Submission

_GRAVITY = {severity: rank for rank, severity in enumerate(SEVERITIES)}
_CERTAINTY = {result: rank for rank, result in enumerate(RESULTS)}
_LOUD = {"fail", "review", "open"}


class Dossier(msgspec.Struct, kw_only=True):
    """One submission with its findings, gravest first; subsumed ones are left out."""

    submission: Submission
    findings: list[Finding]
    states: dict[str, FindingState] = {}  # by finding
    decisions: dict[str, Decision] = {}  # by finding

    def loud(self, *results: str) -> list[Finding]:
        """Findings that somebody has to look at: of these results, by default all but passes."""
        wanted = set(results) or _LOUD
        return [finding for finding in self.findings if finding.result in wanted]

    def count(self, severity: str, result: str = "fail") -> int:
        """How many findings of a severity."""
        return sum(f.severity == severity and f.result == result for f in self.findings)


def dossiers(dataset: Dataset, *, whole: bool = False) -> Iterator[Dossier]:
    """Every submission of the dataset by id, a bounded number in memory.

    `whole` brings the text as read, too: blocks and cells of its documents.
    """
    findings: dict[str | None, list[Finding]] = defaultdict(list)
    for finding in dataset.records("findings"):
        assert isinstance(finding, Finding)
        if finding.subsumed_by is None:
            findings[finding.submission_id].append(finding)
    states = {
        each.finding_id: each for each in dataset.records("finding_states") if isinstance(each, FindingState)
    }
    decisions = {each.finding_id: each for each in dataset.records("decisions") if isinstance(each, Decision)}
    links: dict[str, list[Link]] = defaultdict(list)
    for link in dataset.records("links"):
        assert isinstance(link, Link)
        links[link.document_id].append(link)
    with tempfile.TemporaryDirectory() as spool:
        for chunk in chunks(dataset, Path(spool), whole=whole):
            for submission in submissions(chunk):
                ids = {document.document_id for document in submission.documents}
                submission.links = [link for key in ids if key for link in links.get(key, [])]
                found = sorted(findings.get(submission.record.submission_id, []), key=gravity)
                yield Dossier(
                    submission=submission,
                    findings=found,
                    states={f.finding_id: states[f.finding_id] for f in found if f.finding_id in states},
                    decisions={
                        f.finding_id: decisions[f.finding_id] for f in found if f.finding_id in decisions
                    },
                )


def gravity(finding: Finding) -> tuple[int, int, str, str]:
    """Sorts findings: result, severity, rule, id."""
    return _CERTAINTY[finding.result], _GRAVITY[finding.severity], finding.rule_id, finding.finding_id


def paths(dataset: Dataset) -> dict[str, str]:
    """Where each document lies: its path by its id."""
    out: dict[str, str] = {}
    for document in dataset.records("documents"):
        assert isinstance(document, Document)
        if document.document_id and document.status != "duplicate":
            out[document.document_id] = document.path
    return out
