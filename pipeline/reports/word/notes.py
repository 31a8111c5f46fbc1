"""What is noted at which place of a document."""

from __future__ import annotations

import msgspec

from extractors.records import Finding
from pipeline.reports.material import Dossier
from pipeline.reports.wording import RESULTS

AUTHOR, INITIALS = "核对", "核"
_SUM = 5  # a finding that quotes more cells than this is noted at its first place only


class Note(msgspec.Struct, frozen=True):
    """One comment: `lines` at the place `at`."""

    at: str
    lines: list[str]


def notes(dossier: Dossier, document_id: str) -> list[Note]:
    """The notes of a document, in order of the findings: all of a finding at its first place, a pointer at the others."""
    out: list[Note] = []
    for number, finding in enumerate(dossier.loud(), start=1):
        places = list(dict.fromkeys(e.at for e in finding.evidence if e.at and e.document_id == document_id))
        for rank, at in enumerate(places[:1] if len(places) > _SUM else places):
            out.append(Note(at, _lines(number, finding, full=rank == 0)))
    return out


def _lines(number: int, finding: Finding, full: bool) -> list[str]:
    head = f"[{number}] {finding.severity} · {finding.rule_id} · {RESULTS[finding.result]}"
    if not full:
        return [head, f"参见第{number}项：{finding.message}"]
    facts = [
        f"{name}：{text}"
        for name, text in (
            ("应为", finding.expected), ("实为", finding.observed), ("差额", finding.difference),
            ("计算", finding.computation), ("可能的原因", finding.diagnosis),
        )
        if text
    ]  # fmt: skip
    return [head, finding.message, *facts]
