"""A rule as a declared value, with what its check yields."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from extractors.records import Evidence, Form

FAIL, REVIEW, PASS, NOT_APPLICABLE, OPEN = "fail", "review", "pass", "not_applicable", "open"


class Outcome(msgspec.Struct, kw_only=True):
    """The result of one rule on one subject, before it becomes a finding.

    `key` names the subject inside its form (level and row names, an aspect); it makes the
    finding's id, so it holds no values. `fact` are the figures compared: outcomes of one rule
    that state the same fact in several places become one finding with all the evidence.
    `uses` are further places that the result rests on without being quoted (the 29 cells of a sum).
    """

    result: str  # fail review pass not_applicable
    message: str
    key: tuple[str, ...] = ()
    fact: tuple[str, ...] = ()
    form: Form | None = None
    subject: str | None = None
    evidence: list[Evidence] = []
    uses: list[tuple[str | None, str | None]] = []  # (document_id, at)
    expected: str | None = None
    observed: str | None = None
    difference: str | None = None
    diagnosis: str | None = None
    computation: str | None = None
    severity: str | None = None  # where it differs from the rule's; filled in when the rule has run
    confidence: str | None = None
    covers: tuple[tuple[str, ...], ...] = ()  # (rule, *key) of findings of this form that this one says
    related: tuple[str, ...] = ()  # rules whose findings belong to the same matter
    norms: tuple[
        str, ...
    ] = ()  # what it rests on of a profile, where that is not the same for all of the rule
    submission_id: str | None = None  # of a dataset rule: the submission that it speaks of


Check = Callable[..., Iterator[Outcome]]
"""`check(submission, profile)`, or `check(dataset, profile)` for a rule of scope dataset."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One rule of the catalogue. Its page is the docstring of the module that holds `check`."""

    id: str
    title: str  # Chinese
    severity: str
    confidence: str
    check: Check
    scope: str = "submission"  # submission | dataset
    each_unit: bool = False  # of scope dataset: it compares nothing but one unit's own submissions
    gather: Callable[[Any], Any] | None = None  # of scope dataset: what it takes from each, to be pickled
    version: str = "1.0.0"
    after: tuple[str, ...] = ()  # rules whose outcomes it reads
    norms: tuple[str, ...] = ()  # of a profile, on which each of its accusations rests
    subsumes: tuple[str, ...] = ()  # rules whose findings with the same form and key it replaces

    @property
    def family(self) -> str:
        """Its letter, A to H."""
        return self.id[0]

    @property
    def page(self) -> str:
        """What the rule is about, for people."""
        return inspect.cleandoc(sys.modules[self.check.__module__].__doc__ or "")


def failed(message: str, **more: Any) -> Outcome:
    """A discrepancy."""
    return Outcome(result=FAIL, message=message, **more)


def lead(message: str, **more: Any) -> Outcome:
    """Something that a person has to look at: it proves nothing."""
    return Outcome(result=REVIEW, message=message, **more)


def passed(message: str, **more: Any) -> Outcome:
    """The comparison ran and agrees."""
    return Outcome(result=PASS, message=message, **more)


def inapplicable(message: str, **more: Any) -> Outcome:
    """The comparison cannot run; the message says what is missing."""
    return Outcome(result=NOT_APPLICABLE, message=message, **more)


def undecided(message: str, **more: Any) -> Outcome:
    """The comparison could not be decided, as where a link is too weak to rest on."""
    return Outcome(result=OPEN, message=message, **more)


def or_inapplicable(outcomes: Iterable[Outcome], message: str) -> Iterator[Outcome]:
    """The outcomes; where there are none, one that says why the rule had nothing to compare."""
    empty = True
    for outcome in outcomes:
        empty = False
        yield outcome
    if empty:
        yield inapplicable(message)
