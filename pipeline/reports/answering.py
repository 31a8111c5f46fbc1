"""What a unit has to answer, with the places that it looks up in its own papers."""

from __future__ import annotations

from extractors import places
from extractors.records import SEVERITIES, Evidence, Finding
from pipeline.reports.deciding import is_explained
from pipeline.reports.material import Dossier
from pipeline.reports.naming import short

_OF_THE_BUREAU = {"H10"}  # the register of units is the bureau's to mend


def concerns(dossier: Dossier) -> list[Finding]:
    """Discrepancies that the unit can speak of, gravest first: no hints, nothing of the bureau's register."""
    return [
        finding
        for finding in dossier.loud("fail")
        if finding.severity != SEVERITIES[-1] and finding.rule_id not in _OF_THE_BUREAU
    ]


def demanded(dossier: Dossier) -> list[Finding]:
    """Those that it still has to answer: its explanation was not accepted, or not of what is found now."""
    return [finding for finding in concerns(dossier) if not is_explained(dossier, finding)]


def files(dossier: Dossier) -> dict[str, str]:
    """The unit's own files by id, named as short as they differ; '' where it sent a single one."""
    own = {key: d.path for d in dossier.submission.documents if (key := d.document_id)}
    return short(own) if len(own) > 1 else dict.fromkeys(own, "")


def where(evidence: Evidence, names: dict[str, str]) -> str:
    """The place of a quote, its file first where there are several."""
    name = names.get(evidence.document_id or "")
    return (f"《{name}》" if name else "") + (places.chinese(evidence.at) or "")
