"""What the index says of the batch as a whole: who sent nothing, who is unknown, what changed since."""

from __future__ import annotations

from typing import Any

from extractors.records import Decision, FindingState
from pipeline.reports.deciding import spelled
from pipeline.reports.material import Dossier, decisions
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
    past = {each.finding_id: each for each in gone if isinstance(each, FindingState)}
    held = {key: each for key, each in decisions(dataset).items() if each.status == "gone"}
    listed = [_gone(past.get(key), held.get(key)) for key in past.keys() | held.keys()]
    shown = sorted(listed, key=lambda row: (not row[4], *row))[:_GONE]
    return {
        "counts": [
            (state, list(STATES).index(state), STATES[state], counts.get(state, 0)) for state in _ORDER
        ],
        "gone": shown,
        "more": len(listed) - len(shown),
    }


def _gone(state: FindingState | None, decision: Decision | None) -> tuple[str, str, str, str, str]:
    """Unit, severity, rule, what it said, what was decided of it."""
    of = state or decision
    said = (state.message_before if state else None) or (decision.message if decision else None)
    unit = (of.unit_name if of else None) or "（未识别单位）"
    return unit, (of and of.severity) or "", (of and of.rule_id) or "", said or "", spelled(decision)
