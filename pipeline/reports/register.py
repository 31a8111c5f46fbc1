"""What the comparison with the register of units found."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Finding
from pipeline.store import Dataset

_RULE = "H10"


def registered(dataset: Dataset) -> list[Finding]:
    """A finding for each unit of the register that sent nothing, one for each submission; none without one."""
    found = [finding for finding in _found(dataset) if finding.result != "not_applicable"]
    return sorted(found, key=lambda f: (f.submission_id is not None, f.result, f.subject or ""))


def missing(found: list[Finding]) -> list[str]:
    """The units that sent nothing, of what `registered` gave."""
    return [finding.subject or "" for finding in found if finding.submission_id is None]


def _found(dataset: Dataset) -> Iterator[Finding]:
    """The findings of the one rule; all others stay on the disk."""
    import pyarrow.compute as pc

    for finding in dataset.records("findings", filters=pc.field("rule_id") == _RULE):
        assert isinstance(finding, Finding)
        yield finding
