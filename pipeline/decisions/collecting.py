"""Find what people decided since the last run: in the reports' workbook, in files beside the data."""

from __future__ import annotations

from pathlib import Path

from extractors.records import Decision
from pipeline.decisions.reading import read_decisions
from pipeline.store import Dataset

WORKBOOK = "核对结果.xlsx"
FOLDER = "decisions"  # CSV files or workbooks that people put beside the dataset
_WRITTEN = ("decision", "reason", "decided_by", "decided_on", "reply")


def pending(out: Path, dataset: Dataset) -> list[Decision]:
    """Decisions that the dataset does not hold yet: files of `decisions` in name order, then the workbook.

    Raises Refused where a file cannot be read: what people wrote is never passed over.
    """
    known = {each.finding_id: each for each in dataset.records("decisions") if isinstance(each, Decision)}
    files = sorted(p for p in (out / FOLDER).glob("*") if p.suffix.lower() in {".csv", ".xlsx"})
    workbook = out / "reports" / WORKBOOK
    if workbook.exists():
        files.append(workbook)
    read = [decision for file in files for decision in read_decisions(file)]
    return [decision for decision in read if _differs(decision, known.get(decision.finding_id))]


def _differs(fresh: Decision, known: Decision | None) -> bool:
    written = [field for field in _WRITTEN if getattr(fresh, field) is not None]
    return known is None or any(getattr(fresh, field) != getattr(known, field) for field in written)
