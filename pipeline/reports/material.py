"""What a report says of each submission: its records with its findings."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from extractors.records import RESULTS, SEVERITIES, Decision, Document, Finding, FindingState
from pipeline.checker import submissions
from pipeline.gathering import chunks
from pipeline.rows import from_arrow
from pipeline.store import Dataset
from rules.submission import Submission

if TYPE_CHECKING:
    import pyarrow as pa

_GRAVITY = {severity: rank for rank, severity in enumerate(SEVERITIES)}
_CERTAINTY = {result: rank for rank, result in enumerate(RESULTS)}
_LOUD = ("fail", "review", "open")
_HELD = 96  # submissions with all their text
CHECKED = ("findings", "finding_states", "links")


class Dossier(msgspec.Struct, kw_only=True):
    """One submission with what somebody has to look at, gravest first; subsumed findings are left out.

    `quiet` counts what nobody has to look at: (result, rule) of comparisons passed or not applicable.
    """

    submission: Submission
    findings: list[Finding]
    quiet: Counter[tuple[str, str, str]] = Counter()  # by result, severity, rule
    states: dict[str, FindingState] = {}  # by finding
    decisions: dict[str, Decision] = {}  # by finding, those of findings that are gone too

    def loud(self, *results: str) -> list[Finding]:
        """Findings of these results, by default all that somebody has to look at."""
        wanted = results or _LOUD
        return [finding for finding in self.findings if finding.result in wanted]

    def count(self, severity: str, result: str = "fail") -> int:
        """How many findings of a severity."""
        return sum(f.severity == severity and f.result == result for f in self.findings)

    def silent(self, result: str) -> Counter[str]:
        """How many comparisons passed, or were not applicable, by rule."""
        out: Counter[str] = Counter()
        for (kind, _, rule), count in self.quiet.items():
            if kind == result:
                out[rule] += count
        return out


def dossiers(dataset: Dataset) -> Iterator[Dossier]:
    """Every submission of the dataset by id with the text as read, a bounded number in memory."""
    known = decisions(dataset)
    with tempfile.TemporaryDirectory() as spool:
        for chunk in gathered(dataset, Path(spool)):
            yield from of_chunk(chunk, known)


def gathered(dataset: Dataset, spool: Path) -> Iterator[dict[str, pa.Table]]:
    """The dataset in chunks of whole submissions (see `pipeline.gathering.chunks`), with what was found."""
    return chunks(dataset, spool, whole=True, also=CHECKED, group=_HELD)


def decisions(dataset: Dataset) -> dict[str, Decision]:
    """What was decided, by finding."""
    return {each.finding_id: each for each in dataset.records("decisions") if isinstance(each, Decision)}


def of_chunk(chunk: dict[str, pa.Table], decided: Mapping[str, Decision]) -> Iterator[Dossier]:
    """The submissions of a chunk, each with its findings."""
    checked = {table: chunk[table] for table in CHECKED if table in chunk}
    found, quiet = _split(checked.get("findings"))
    states = _by_submission("finding_states", checked.get("finding_states"))
    links = _by_submission("links", checked.get("links"))
    past = [decision for decision in decided.values() if decision.status == "gone"]
    for submission in submissions({name: rows for name, rows in chunk.items() if name not in checked}):
        key = submission.record.submission_id
        submission.links = links.get(key, [])
        ours = sorted(found.get(key, []), key=gravity)
        yield Dossier(
            submission=submission,
            findings=ours,
            quiet=quiet.get(key, Counter()),
            states={state.finding_id: state for state in states.get(key, [])},
            decisions={f.finding_id: decided[f.finding_id] for f in ours if f.finding_id in decided}
            | {each.finding_id: each for each in past if each.submission_id == key},
        )


def _split(
    rows: pa.Table | None,
) -> tuple[dict[str, list[Finding]], dict[str, Counter[tuple[str, str, str]]]]:
    """Findings to look at as records, all others counted, both by submission."""
    import pyarrow as pa
    import pyarrow.compute as pc

    quiet: dict[str, Counter[tuple[str, str, str]]] = defaultdict(Counter)
    if rows is None:
        return {}, quiet
    rows = rows.filter(pc.is_null(rows["subsumed_by"]))
    loud = pc.is_in(rows["result"], value_set=pa.array(_LOUD))
    columns = ["submission_id", "result", "severity", "rule_id"]
    counts = rows.filter(pc.invert(loud)).group_by(columns).aggregate([([], "count_all")])
    for row in counts.to_pylist():
        quiet[row["submission_id"]][row["result"], row["severity"], row["rule_id"]] = row["count_all"]
    return _by_submission("findings", rows.filter(loud)), quiet


def _by_submission(table: str, rows: pa.Table | None) -> dict[str, list[Any]]:
    out: dict[str, list[Any]] = defaultdict(list)
    for record in from_arrow(table, rows) if rows is not None else ():
        out[record.submission_id].append(record)  # type: ignore[attr-defined]
    return out


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
