"""Run the rules on a submission or a dataset: outcomes become findings."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, TypeVar

from extractors.records import Finding, Issue
from rules.doubting import Doubts
from rules.families import ALL_RULES
from rules.findings import findings
from rules.ordering import in_order
from rules.profile import Profile
from rules.rule import FAIL, OPEN, REVIEW, Outcome, Rule
from rules.submission import Dataset, Submission

_V = TypeVar("_V")
_UNITS = 50  # units whose records, findings are held at once


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
    chosen, ordered = _every() if rules is None else _ordered(rules)
    doubts = Doubts(submission)
    for rule in ordered:
        outcomes = _merged(_run(rule, submission, submission, profile, defects))
        for outcome in outcomes:
            _temper(rule, outcome, lambda: doubts)
            _name_source(rule, outcome, submission, profile)
        submission.outcomes[rule.id] = outcomes
    pairs = [(rule, outcome) for rule in chosen for outcome in submission.outcomes[rule.id]]
    return findings(pairs, [submission] * len(pairs))


def _ordered(rules: Sequence[Rule]) -> tuple[list[Rule], list[Rule]]:
    """The rules of one submission: those chosen, and all that must run, in the order in which they run."""
    chosen = [rule for rule in rules if rule.scope == "submission"]
    return chosen, in_order(chosen, ALL_RULES)


@cache
def _every() -> tuple[list[Rule], list[Rule]]:
    return _ordered(ALL_RULES)


def check_dataset(
    dataset: Dataset,
    profile: Profile,
    rules: Sequence[Rule] | None = None,
    defects: list[Issue] | None = None,
) -> list[Finding]:
    """Findings of the rules across years and units; doubt in a submission's files keeps them open."""
    return [finding for part in check_in_parts(dataset, profile, rules, defects) for finding in part]


def check_in_parts(
    dataset: Dataset,
    profile: Profile,
    rules: Sequence[Rule] | None = None,
    defects: list[Issue] | None = None,
) -> Iterator[list[Finding]]:
    """The same in parts, so that nobody has to hold them all: some units at a time, then rule by rule.

    Rules that look at one unit's years run unit by unit; the others take what they compare meanwhile. So
    the records of a submission are read once.
    """
    chosen = [rule for rule in (ALL_RULES if rules is None else rules) if rule.scope == "dataset"]
    owners = {submission.record.submission_id: submission for submission in dataset.submissions}
    for group in _groups(dataset):
        for submission in (each for unit in group for each in unit.submissions):
            _note(dataset, submission, chosen)
        of_unit = [rule for rule in chosen if rule.each_unit]
        yield _found(of_unit, group, owners, profile, defects)
    for rule in chosen:
        if not rule.each_unit:
            yield _found([rule], [dataset], owners, profile, defects)


def _groups(dataset: Dataset) -> Iterator[list[Dataset]]:
    """Some units at a time, each with all its years."""
    keys = dataset.unit_keys
    for start in range(0, len(keys), _UNITS):
        yield [
            Dataset(submissions=dataset.of_unit(key), register=dataset.register)
            for key in keys[start : start + _UNITS]
        ]


def gathered(submission: Submission, rules: Sequence[Rule] | None = None) -> dict[str, Any]:
    """What rules across years and units will compare of a submission, by rule, as `Dataset.notes` keeps it.

    Where that breaks it is left out, and the rule will break when it asks for it.
    """
    takers = {rule.id: rule.gather for rule in (ALL_RULES if rules is None else rules) if rule.gather}
    taken = {rule: _tried(partial(gather, submission)) for rule, gather in takers.items()}
    return {rule: note for rule, note in taken.items() if not isinstance(note, Exception)}


def _note(dataset: Dataset, submission: Submission, rules: Sequence[Rule]) -> None:
    """Let rules take what they compare while a submission's records are open, where that is not done yet."""
    key = submission.record.submission_id
    missing = {x.id: x.gather for x in rules if x.gather and (x.gather, key) not in dataset.notes}
    taken = gathered(submission, [rule for rule in rules if rule.id in missing])
    dataset.notes |= {(missing[rule], key): note for rule, note in taken.items()}


def _found(
    rules: Sequence[Rule],
    datasets: Iterable[Dataset],
    owners: Mapping[str, Submission],
    profile: Profile,
    defects: list[Issue] | None,
) -> list[Finding]:
    doubts: dict[str, Doubts] = {}
    pairs: list[tuple[Rule, Outcome]] = []
    for dataset in datasets:
        for rule in rules:
            for outcome in _merged(_run(rule, dataset, None, profile, defects)):
                owner = owners.get(outcome.submission_id or "")
                if owner is not None:
                    _temper(rule, outcome, partial(_doubts, owner, doubts))
                pairs.append((rule, outcome))
    return findings(pairs, [owners.get(outcome.submission_id or "") for _, outcome in pairs])


def _run(
    rule: Rule, subject: Any, submission: Submission | None, profile: Profile, defects: list[Issue] | None
) -> list[Outcome]:
    """A rule's outcomes; its defect loses no other result."""
    outcomes = _tried(lambda: list(rule.check(subject, profile)))
    if isinstance(outcomes, Exception):
        error = outcomes
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
    return outcomes


def _name_source(rule: Rule, outcome: Outcome, submission: Submission, profile: Profile) -> None:
    """An accusation by a place's own norm says where that norm stands, so that the unit can look it up."""
    if outcome.result not in {FAIL, REVIEW}:
        return
    kind = outcome.form.form_kind if outcome.form else "report"
    sources = profile.own_sources(outcome.norms or rule.norms, submission.year, kind)
    if told := "；".join(source for source in sources if source not in outcome.message):
        outcome.message += f"（口径依据：{told}）"


def _tried(call: Callable[[], _V]) -> _V | Exception:
    """The single place that catches every exception of a rule."""
    try:
        return call()
    except Exception as error:  # noqa: BLE001
        return error


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


def _doubts(owner: Submission, known: dict[str, Doubts]) -> Doubts:
    key = owner.record.submission_id
    known[key] = known.get(key) or Doubts(owner)
    return known[key]


def _temper(rule: Rule, outcome: Outcome, doubts: Callable[[], Doubts]) -> None:
    """A lead stays a lead, and doubt never accuses. Later rules read the outcome as it is then."""
    outcome.severity = outcome.severity or rule.severity
    outcome.confidence = outcome.confidence or rule.confidence
    if outcome.result == FAIL and outcome.confidence == "线索":
        outcome.result = REVIEW
    if outcome.result not in {FAIL, REVIEW}:
        return
    doubt = doubts().about(outcome)
    if doubt:
        outcome.result = OPEN
        outcome.diagnosis = f"所依据的内容读取存疑，暂不作判断：{doubt}"
