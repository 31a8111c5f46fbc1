"""What the index says of the batch as a whole: who sent nothing, who is unknown, what changed since."""

from __future__ import annotations

from typing import Any

from extractors.records import FindingState
from pipeline.reports.material import Dossier
from pipeline.reports.register import missing, registered
from pipeline.reports.wording import STATES
from pipeline.store import Dataset
from pipeline.summary import states

_GONE = 200  # findings that are gone and listed
_UNKNOWN = "H10"
_ORDER = ("new", "changed", "unchanged", "gone")


def is_unknown(dossier: Dossier) -> bool:
    """Whether the register does not know the unit."""
    return any(finding.rule_id == _UNKNOWN for finding in dossier.loud("fail"))


def sending(dataset: Dataset) -> dict[str, Any]:
    """Whether there is a register, and whom it misses."""
    found = registered(dataset)
    return {"known": bool(found), "missing": missing(found)}


def since(dataset: Dataset) -> dict[str, Any]:
    """How the findings stand against the check before; nothing where there was none."""
    import pyarrow.compute as pc

    counts = states(dataset)
    if not counts.keys() - {"new"}:
        return {"counts": [], "gone": [], "more": 0}
    gone = dataset.records("finding_states", filters=pc.field("state") == "gone")
    listed = [state for state in gone if isinstance(state, FindingState)]
    shown = sorted(listed, key=lambda s: (s.unit_name or "", s.rule_id, s.finding_id))[:_GONE]
    return {
        "counts": [
            (state, list(STATES).index(state), STATES[state], counts.get(state, 0)) for state in _ORDER
        ],
        "gone": [
            (s.unit_name or "（未识别单位）", s.severity, s.rule_id, s.message_before or s.message or "")
            for s in shown
        ],
        "more": len(listed) - len(shown),
    }
