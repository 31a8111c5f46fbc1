"""Outcomes become findings: ids, subsumption, what belongs together."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.records import Finding
from rules.fingerprints import fingerprint, numbered, of
from rules.rule import FAIL, REVIEW, Outcome, Rule
from rules.submission import Submission

Pair = tuple[Rule, Outcome]


def findings(pairs: Sequence[Pair], owners: Sequence[Submission | None]) -> list[Finding]:
    """A finding for each outcome; `owners` are the submissions that they speak of."""
    distinct = {id(owner): owner for owner in owners}
    whose = {key: of(owner) for key, owner in distinct.items()}
    prints = [fingerprint(*pair, whose[id(owner)]) for pair, owner in zip(pairs, owners, strict=True)]
    out = [
        _finding(*pair, owner, finding_id)
        for pair, owner, finding_id in zip(pairs, owners, numbered(prints), strict=True)
    ]
    _subsume(pairs, out)
    _relate(pairs, out)
    return out


def _finding(rule: Rule, outcome: Outcome, owner: Submission | None, finding_id: str) -> Finding:
    form = outcome.form
    first = outcome.evidence[0] if outcome.evidence else None
    return Finding(
        finding_id=finding_id,
        rule_id=rule.id,
        rule_version=rule.version,
        result=outcome.result,
        severity=outcome.severity or rule.severity,
        confidence=outcome.confidence or rule.confidence,
        submission_id=owner.record.submission_id if owner else outcome.submission_id,
        document_id=form.document_id if form else first.document_id if first else None,
        form_id=form.form_id if form else first.form_id if first else None,
        fiscal_year=owner.year if owner else None,
        unit_name=(owner.unit_name if owner else None) or (form.unit_name if form else None),
        message=outcome.message,
        expected=outcome.expected,
        observed=outcome.observed,
        difference=outcome.difference,
        diagnosis=outcome.diagnosis,
        computation=outcome.computation,
        subject=outcome.subject,
        evidence=outcome.evidence,
    )


def _subsume(pairs: Sequence[Pair], out: list[Finding]) -> None:
    """One defect is one line: a rule's finding replaces those of the rules that it covers."""
    by_place = {
        (rule.id, finding.form_id, outcome.key): finding
        for (rule, outcome), finding in zip(pairs, out, strict=True)
        if finding.result in {FAIL, REVIEW}
    }
    for (rule, outcome), finding in zip(pairs, out, strict=True):
        if finding.result not in {FAIL, REVIEW}:
            continue
        covered = [(other, *outcome.key) for other in rule.subsumes] + list(outcome.covers)
        for other, *key in covered:
            replaced = by_place.get((other, finding.form_id, tuple(key)))
            if replaced is not None and replaced is not finding:
                replaced.subsumed_by = finding.finding_id


def _relate(pairs: Sequence[Pair], out: list[Finding]) -> None:
    reported = [other for other in out if other.result in {FAIL, REVIEW}]
    for (_, outcome), finding in zip(pairs, out, strict=True):
        if outcome.related:
            finding.related = [
                other.finding_id
                for other in reported
                if other.rule_id in outcome.related
                and other.submission_id == finding.submission_id
                and other is not finding
            ]
