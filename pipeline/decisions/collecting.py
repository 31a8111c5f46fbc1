"""Find what people decided since the last run: in the reports' workbook, in files beside the data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from extractors.records import Decision
from pipeline.decisions.reading import WRITTEN, Statement, statements
from pipeline.decisions.settling import settle
from pipeline.store import Dataset

WORKBOOK = "核对结果.xlsx"
FOLDER = "decisions"  # CSV files or workbooks that people put beside the dataset
_LOCKS = ("~$", ".")  # what office programs leave beside an open file


def pending(out: Path, dataset: Dataset, folders: Iterable[Path] = ()) -> list[Decision]:
    """Decisions that the dataset does not hold yet, each as it has to stand now.

    Read are the files of `decisions` in name order, then the workbooks of `folders` and of `reports`.
    Raises Refused where a file cannot be read: what people wrote is never passed over.
    """
    known = {each.finding_id: each for each in dataset.records("decisions") if isinstance(each, Decision)}
    said: dict[str, list[Statement]] = defaultdict(list)
    for file in [*_files(out), *_workbooks([*folders, out / "reports"])]:
        for statement in statements(file):
            said[statement.said.finding_id].append(statement)
    unsettled = {key for key, decision in known.items() if decision.note}
    settled = [settle(known.get(key), said[key], WORKBOOK) for key in sorted(said.keys() | unsettled)]
    return [decision for decision in settled if _differs(decision, known.get(decision.finding_id))]


def _files(out: Path) -> list[Path]:
    """The files that people put beside the data."""
    held = (path for path in (out / FOLDER).glob("*") if path.suffix.lower() in {".csv", ".xlsx"})
    return sorted(path for path in held if not path.name.startswith(_LOCKS))


def _workbooks(folders: Iterable[Path]) -> list[Path]:
    """The workbooks that were written into these folders, each once."""
    paths = {(folder / WORKBOOK).resolve(): folder / WORKBOOK for folder in folders}
    return [path for path in paths.values() if path.exists()]


def _differs(fresh: Decision, known: Decision | None) -> bool:
    return known is None or any(
        getattr(fresh, field) != getattr(known, field) for field in (*WRITTEN, "note")
    )
