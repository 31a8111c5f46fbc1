"""Decisions kept from run to run, none of them lost, each saying whether it still applies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from extractors.records import Decision

_WRITTEN = ("decision", "reason", "decided_by", "decided_on", "reply")


def absorb(
    known: Iterable[Decision], read: Iterable[Decision], messages: Mapping[str, str]
) -> list[Decision]:
    """What is known with what was read now laid over it, by finding.

    A blank cell takes nothing away. A decision that is new, or differs, remembers what its finding
    says now (`messages`: finding id -> message).
    """
    out = {decision.finding_id: decision for decision in known}
    for fresh in read:
        old = out.get(fresh.finding_id)
        written = {field: getattr(fresh, field) for field in _WRITTEN if getattr(fresh, field) is not None}
        if old is None:
            out[fresh.finding_id] = msgspec.structs.replace(fresh, message=messages.get(fresh.finding_id))
        elif any(getattr(old, field) != value for field, value in written.items()):
            out[fresh.finding_id] = msgspec.structs.replace(
                old, **written, source=fresh.source, message=messages.get(fresh.finding_id, old.message)
            )
    return kept(out.values(), messages)


def kept(decisions: Iterable[Decision], messages: Mapping[str, str]) -> list[Decision]:
    """The same decisions with their status against the findings as they stand now, by id."""
    return sorted(
        (msgspec.structs.replace(each, status=_status(each, messages)) for each in decisions),
        key=lambda each: each.finding_id,
    )


def _status(decision: Decision, messages: Mapping[str, str]) -> str:
    now = messages.get(decision.finding_id)
    if now is None:
        return "gone"
    return "current" if decision.message in (None, now) else "changed"
