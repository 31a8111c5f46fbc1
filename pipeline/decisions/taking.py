"""Take what people decided into the dataset without a check, before their workbook is written anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from extractors.records import Decision, Finding, FindingState
from pipeline.decisions.collecting import pending
from pipeline.decisions.keeping import absorb, described
from pipeline.history import shown
from pipeline.rows import to_arrow
from pipeline.store import Change, Dataset, commit, open_dataset


def take(out: Path, folder: Path) -> int:
    """Read decisions back, `folder`'s workbook included, under the caller's lock; how many were new.

    Raises Refused where a file cannot be read.
    """
    dataset = open_dataset(out)
    read = pending(out, dataset, [folder])
    if not read:
        return 0
    known = [each for each in dataset.records("decisions") if isinstance(each, Decision)]
    found = _found(dataset, {each.finding_id for each in [*known, *read]})
    says = {key: each.message for key, each in found.items() if each.message}
    rows, _ = to_arrow("decisions", described(absorb(known, read, says), found))
    commit(out, {"decisions": Change([rows], whole=True)}, dataset.manifest.state)
    return len(read)


def _found(dataset: Dataset, keys: set[str]) -> dict[str, Finding | FindingState]:
    """What is found now, as people are shown it; of a finding that is gone its last state."""
    import pyarrow as pa
    import pyarrow.compute as pc

    named: Any = pc.field("finding_id").isin(pa.array(sorted(keys), pa.string()))
    out: dict[str, Finding | FindingState] = {}
    for record in [*dataset.records("finding_states", named), *dataset.records("findings", named)]:
        if isinstance(record, FindingState) or (isinstance(record, Finding) and shown(record)):
            out[record.finding_id] = record
    return out
