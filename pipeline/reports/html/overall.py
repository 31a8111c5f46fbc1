"""What the index says of the batch as a whole: who sent nothing, what came twice, what changed since."""

from __future__ import annotations

from typing import Any

import msgspec

from extractors.records import FindingState
from pipeline.reports.material import Dossier
from pipeline.reports.register import missing, registered
from pipeline.reports.wording import KINDS, STATES
from pipeline.store import Dataset
from pipeline.summary import states
from rules.versions import versions

_GONE = 200  # findings that are gone and listed
_UNKNOWN, _TWICE = "H10", "H07"


class Twice(msgspec.Struct, frozen=True):
    """A form that a unit sent more than once: the versions' files, the last one counts; what changed."""

    form: str
    files: list[str]
    changes: list[str]


def twice(dossier: Dossier, lies: dict[str, str]) -> list[Twice]:
    """The forms of a submission that stand in several files."""
    view = dossier.submission
    said = [finding for finding in dossier.loud("fail", "review") if finding.rule_id == _TWICE]
    out = []
    for group in versions(view.forms, view.documents):
        last = group[-1]
        files = list(dict.fromkeys(lies.get(form.document_id, form.document_id) for form in group))
        changes = [finding.message for finding in said if finding.form_id in {f.form_id for f in group}]
        out.append(Twice(last.project_name or KINDS[last.form_kind], files, changes))
    return out


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
        "counts": [(state, word, counts.get(state, 0)) for state, word in STATES.items()],
        "gone": [
            (s.unit_name or "（未识别单位）", s.severity, s.rule_id, s.message_before or s.message or "")
            for s in shown
        ],
        "more": len(listed) - len(shown),
    }
