"""Say what is not settled of the decisions: what is missing, what contradicts, what has no finding."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.records import Decision
from pipeline.store import Dataset

UNKNOWN = "没有这个编号的问题，请核对编号"


def unsettled(dataset: Dataset) -> Iterator[str]:
    """A line for each decision of which something has to be said, by finding."""
    for decision in dataset.records("decisions"):
        assert isinstance(decision, Decision)
        notes = [UNKNOWN] if is_unknown(decision) else []
        notes += [decision.note] if decision.note else []
        if notes:
            of = " ".join(filter(None, (decision.unit_name, decision.rule_id)))
            named = f"{of}（{decision.finding_id}）" if of else decision.finding_id
            yield f"{named}：{'；'.join(notes)}"


def is_unknown(decision: Decision) -> bool:
    """Whether no check ever found what the decision is of."""
    return decision.status == "gone" and decision.message is None and decision.rule_id is None
