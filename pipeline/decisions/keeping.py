"""Decisions kept from run to run, none of them lost, each saying whether it still applies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from extractors.records import Decision, Finding, FindingState
from pipeline.decisions.reading import WRITTEN

_OF = ("submission_id", "rule_id", "severity", "fiscal_year", "unit_name")


def absorb(
    known: Iterable[Decision], read: Iterable[Decision], messages: Mapping[str, str]
) -> list[Decision]:
    """What is known with what was read now laid over it, by finding.

    A blank cell takes nothing away from the same decision. A decision that is new, or differs, remembers
    what its finding says now (`messages`: finding id -> message).
    """
    out = {decision.finding_id: decision for decision in known}
    for fresh in read:
        old, key = out.get(fresh.finding_id), fresh.finding_id
        says = messages.get(key, old.message if old is not None else None)
        if old is None or (fresh.decision and fresh.decision != old.decision):
            of = {} if old is None else {field: getattr(old, field) for field in _OF}
            out[key] = msgspec.structs.replace(fresh, **of, message=says)
            continue
        filled = {field: getattr(fresh, field) for field in WRITTEN if getattr(fresh, field) is not None}
        if any(getattr(old, field) != value for field, value in filled.items()):
            filled |= {"source": fresh.source, "message": says}
        out[key] = msgspec.structs.replace(old, **filled, note=fresh.note)
    return kept(out.values(), messages)


def kept(decisions: Iterable[Decision], messages: Mapping[str, str]) -> list[Decision]:
    """The same decisions with their status against the findings as they stand now, by id."""
    return sorted(
        (msgspec.structs.replace(each, status=_status(each, messages)) for each in decisions),
        key=lambda each: each.finding_id,
    )


def described(decisions: Iterable[Decision], found: Mapping[str, Finding | FindingState]) -> list[Decision]:
    """The same decisions, each with rule, unit, year of its finding; as they were where it is not there."""
    return [
        msgspec.structs.replace(each, **{field: getattr(found[each.finding_id], field) for field in _OF})
        if each.finding_id in found
        else each
        for each in decisions
    ]


def _status(decision: Decision, messages: Mapping[str, str]) -> str:
    now = messages.get(decision.finding_id)
    if now is None:
        return "gone"
    return "current" if decision.message in (None, now) else "changed"
