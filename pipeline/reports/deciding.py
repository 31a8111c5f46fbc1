"""What reports say of decisions: whether one settles a finding, whether it stands, what it lacks."""

from __future__ import annotations

from extractors.records import Decision, Finding
from pipeline.decisions.reading import WITHDRAWN
from pipeline.decisions.telling import UNKNOWN, is_unknown
from pipeline.reports.material import Dossier
from pipeline.reports.wording import DECIDED

EXPLAINED = "解释成立"


def decided(dossier: Dossier, finding: Finding) -> str:
    """The decision that holds for a finding as it now reads; '' where it has to be decided (again)."""
    decision = dossier.decisions.get(finding.finding_id)
    if decision is None or decision.status != "current" or decision.decision == WITHDRAWN:
        return ""
    return decision.decision or ""


def is_explained(dossier: Dossier, finding: Finding) -> bool:
    """Whether the unit has nothing more to answer: its explanation was accepted, of what it says now."""
    return decided(dossier, finding) == EXPLAINED


def standing(decision: Decision) -> str:
    """What to know of a decision besides its words; '' where it simply holds."""
    words = (
        []
        if decision.status == "current"
        else [UNKNOWN if is_unknown(decision) else DECIDED[decision.status]]
    )
    return "；".join([*words, *([decision.note] if decision.note else [])])


def spelled(decision: Decision | None) -> str:
    """A decision on a line: word, reason, name, day, what to know of it."""
    if decision is None:
        return ""
    words = [decision.decision, decision.reason, decision.decided_by, decision.decided_on, standing(decision)]
    return " · ".join(word for word in words if word)
