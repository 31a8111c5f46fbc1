"""Run the rules on a submission or a dataset: outcomes become findings."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Sequence
from typing import Any

from extractors.records import Finding, Issue
from rules.doubting import Doubts
from rules.families import ALL_RULES
from rules.findings import findings
from rules.ordering import in_order
from rules.profile import Profile
from rules.rule import FAIL, OPEN, REVIEW, Outcome, Rule
from rules.submission import Dataset, Submission


def check(
    submission: Submission,
    profile: Profile,
    rules: Sequence[Rule] | None = None,
    defects: list[Issue] | None = None,
) -> list[Finding]:
    """All findings of one submission, in catalogue order.

    With `rules` only those and the rules that they run after are run, and only their findings
    returned. A rule that breaks gives one `open` finding, and an issue with its traceback in `defects`.
    """
    chosen = [rule for rule in (ALL_RULES if rules is None else rules) if rule.scope == "submission"]
    doubts = Doubts(submission)
    for rule in in_order(chosen, ALL_RULES):
        outcomes = _merged(_run(rule, submission, submission, profile, defects))
        for outcome in outcomes:
            _temper(rule, outcome, doubts)
        submission.outcomes[rule.id] = outcomes
    pairs = [(rule, outcome) for rule in chosen for outcome in submission.outcomes[rule.id]]
    return findings(pairs, [submission] * len(pairs))


def check_dataset(
    dataset: Dataset,
    profile: Profile,
    rules: Sequence[Rule] | None = None,
    defects: list[Issue] | None = None,
) -> list[Finding]:
    """Findings of the rules across years and units; doubt in a submission's files keeps them open."""
    chosen = [rule for rule in (ALL_RULES if rules is None else rules) if rule.scope == "dataset"]
    by_id = {submission.record.submission_id: submission for submission in dataset.submissions}
    doubts: dict[str, Doubts] = {}
    pairs: list[tuple[Rule, Outcome]] = []
    owners: list[Submission | None] = []
    for rule in in_order(chosen, chosen):
        for outcome in _merged(_run(rule, dataset, None, profile, defects)):
            owner = by_id.get(outcome.submission_id or "")
            if owner is not None:
                key = owner.record.submission_id
                doubts[key] = doubts.get(key) or Doubts(owner)
                _temper(rule, outcome, doubts[key])
            pairs.append((rule, outcome))
            owners.append(owner)
    return findings(pairs, owners)


def _run(
    rule: Rule, subject: Any, submission: Submission | None, profile: Profile, defects: list[Issue] | None
) -> list[Outcome]:
    """The single place that catches every exception of a rule: its defect loses no other result."""
    try:
        return list(rule.check(subject, profile))
    except Exception as error:  # noqa: BLE001
        document = submission.documents[0].document_id if submission and submission.documents else None
        if defects is not None:
            trace = "".join(traceback.format_exception(error)[-6:])
            message = f"规则{rule.id}未能执行，属软件缺陷，请反馈：{error!r}"
            defects.append(
                Issue(document_id=document, code="defect", severity="note", message=message, text=trace)
            )
        return [
            Outcome(result=OPEN, message=f"规则{rule.id}未能执行（软件缺陷），本项未核对", key=("defect",))
        ]


def _merged(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Outcomes that state one fact in several places become one, with all their evidence."""
    out: list[Outcome] = []
    first: dict[tuple[str, ...], Outcome] = {}
    for outcome in outcomes:
        known = first.get((outcome.result, *outcome.fact)) if outcome.fact else None
        if known is None:
            first[(outcome.result, *outcome.fact)] = outcome
            out.append(outcome)
            continue
        seen = {(evidence.document_id, evidence.at, evidence.role) for evidence in known.evidence}
        extra = [x for x in outcome.evidence if (x.document_id, x.at, x.role) not in seen]
        known.evidence = [*known.evidence, *extra]
        known.uses = [*known.uses, *outcome.uses]
    return out


def _temper(rule: Rule, outcome: Outcome, doubts: Doubts) -> None:
    """A lead stays a lead, and doubt never accuses. Later rules read the outcome as it is then."""
    outcome.severity = outcome.severity or rule.severity
    outcome.confidence = outcome.confidence or rule.confidence
    if outcome.result == FAIL and outcome.confidence == "线索":
        outcome.result = REVIEW
    if outcome.result not in {FAIL, REVIEW}:
        return
    doubt = doubts.about(outcome)
    if doubt:
        outcome.result = OPEN
        outcome.diagnosis = f"所依据的内容读取存疑，暂不作判断：{doubt}"
