"""How the findings of a check stand against those of the check before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from extractors.records import Finding, FindingState

_SHOWN = {"fail", "review", "open"}


def shown(finding: Finding) -> bool:
    """Whether a finding is one that people are shown: no pass, none that another already says."""
    return finding.result in _SHOWN and finding.subsumed_by is None


def states(past: Iterable[FindingState], now: Mapping[str, Finding]) -> list[FindingState]:
    """One state for every finding shown now or before, by submission, rule and id.

    `past` are the states of the check before: ingest takes the findings of a changed file away at once,
    their states stay until the next check.

    A finding's id holds no values, so a corrected figure shows as `changed`.
    """
    before = {state.finding_id: state for state in past if state.state != "gone"}
    out = [_state(finding, before.get(key)) for key, finding in now.items()]
    out += [_gone(state) for key, state in before.items() if key not in now]
    return sorted(out, key=lambda state: (state.submission_id or "", state.rule_id, state.finding_id))


def _state(finding: Finding, before: FindingState | None) -> FindingState:
    same = before is not None and (before.message, before.result) == (finding.message, finding.result)
    return FindingState(
        finding_id=finding.finding_id,
        submission_id=finding.submission_id,
        state="new" if before is None else "unchanged" if same else "changed",
        rule_id=finding.rule_id,
        result=finding.result,
        severity=finding.severity,
        fiscal_year=finding.fiscal_year,
        unit_name=finding.unit_name,
        message=finding.message,
        message_before=before.message if before is not None and before.message != finding.message else None,
    )


def _gone(before: FindingState) -> FindingState:
    return msgspec.structs.replace(before, state="gone", message=None, message_before=before.message)
