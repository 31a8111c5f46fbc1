"""The page of a submission: what to take away, every finding, the papers themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import groupby, takewhile
from typing import Any

import msgspec

from extractors import places
from extractors.records import SEVERITIES, Evidence, Finding
from pipeline.reports.deciding import decided, is_explained, spelled
from pipeline.reports.differing import twice
from pipeline.reports.glance import glance
from pipeline.reports.html.drawing import Mark, papers
from pipeline.reports.html.pieces import Marks, anchor
from pipeline.reports.material import Dossier
from pipeline.reports.naming import short
from pipeline.reports.takeaways import related, takeaways
from pipeline.reports.wording import ISSUES, KINDS, RESULTS, STATES
from rules.submission import Submission

_SUM = 8  # a finding with so much evidence is a sum: its total is shown, its parts are folded
_QUOTES = 6  # pieces of evidence shown at once; the rest is folded
_ALIKE = 3  # so many findings of one rule share a card
_NAMED = 6  # subjects named on a folded card


class Quote(msgspec.Struct, frozen=True):
    """One piece of evidence with the element that it stands in."""

    role: str
    text: str
    where: str
    target: str


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One finding as the page shows it."""

    number: int
    finding: Finding
    title: str
    quotes: list[Quote]
    more: list[Quote]
    state: str
    decision: str
    explained: bool
    related: list[int]


class Group(msgspec.Struct, frozen=True):
    """The cards of one rule that stand together; `folded` shows how many there are and what of."""

    title: str
    rule: dict[str, str]
    cards: list[Card]
    folded: bool
    subjects: str


class Chapter(msgspec.Struct, frozen=True):
    """The findings of one severity, or of one result that is no discrepancy."""

    title: str
    severity: str
    count: int
    groups: list[Group]
    folded: bool


def page(dossier: Dossier, lies: dict[str, str], index: str) -> dict[str, Any]:
    """What the template needs."""
    view = dossier.submission
    prefix = {d.document_id or "": f"d{i}" for i, d in enumerate(view.documents, start=1)}
    held = _elements(view, prefix)
    cards = _cards(dossier, prefix, lies, held)
    numbers: dict[str, list[Mark]] = defaultdict(list)
    for card in cards:
        total = len(card.quotes) + len(card.more)
        for quote in card.quotes if total > _SUM else card.quotes + card.more:  # of a sum only the total
            mark = Mark(
                card.number, card.finding.severity if card.finding.result == "fail" else SEVERITIES[-1]
            )
            if quote.target and mark not in numbers[quote.target]:
                numbers[quote.target].append(mark)
    marks = Marks(view, prefix)
    passed = dossier.silent("pass")
    skipped = dossier.silent("not_applicable")
    return {
        "unit": view.unit_name or "（未识别单位）",
        "year": view.year,
        "supervisor": view.record.supervisor_name,
        "index": index,
        "forms": _counted(KINDS[form.form_kind] for form in view.forms),
        "files": [lies.get(d.document_id or "", d.path) for d in view.documents],
        "counts": [(severity, *_counts(dossier, severity)) for severity in SEVERITIES],
        "leads": len(dossier.loud("review")),
        "undecided": len(dossier.loud("open")),
        "glance": glance(dossier),
        "takeaways": takeaways(dossier),
        "gone": _gone(dossier),
        "decided": {f.finding_id: word for f in dossier.findings if (word := decided(dossier, f))},
        "twice": twice(view, lies),
        "number": {card.finding.finding_id: card.number for card in cards},
        "chapters": _chapters(cards),
        "papers": papers(view, marks, prefix, numbers, lies),
        "issues": [
            {
                "severity": ISSUES[i.severity],
                "message": i.message,
                "text": i.text or "",
                "where": places.chinese(i.at),
                "target": _target(prefix, i.document_id, i.at, held),
            }
            for i in view.issues
            if i.severity != "note"
        ],
        "passed": [(rule, _title(rule), count) for rule, count in sorted(passed.items())],
        "skipped": [(rule, _title(rule), count) for rule, count in sorted(skipped.items())],
        "results": RESULTS,
    }


def _counted(names: Iterable[str]) -> list[str]:
    """Each name once, with its number where it stands more than once."""
    return [f"{name}×{count}" if count > 1 else name for name, count in Counter(names).items()]


def _cards(dossier: Dossier, prefix: dict[str, str], lies: dict[str, str], held: list[str]) -> list[Card]:
    own = (
        short({key: lies[key] for key in prefix if key in lies})
        if len(prefix) > 1
        else dict.fromkeys(prefix, "")
    )
    names = lies | own  # of another unit's file the whole path
    out: list[Card] = []
    numbers = {finding.finding_id: number for number, finding in enumerate(dossier.loud(), start=1)}
    ties = related(dossier.loud())
    seen = any(state.state != "new" for state in dossier.states.values())  # else all is, which says nothing
    for number, finding in enumerate(dossier.loud(), start=1):
        quotes = [
            Quote(
                e.role,
                e.text,
                _where(e, names),
                _target(prefix, e.document_id, e.at, held),
            )
            for e in finding.evidence
        ]
        shown = 1 if len(quotes) > _SUM else _QUOTES
        state = dossier.states.get(finding.finding_id)
        out.append(
            Card(
                number=number,
                finding=finding,
                title=_title(finding.rule_id),
                quotes=quotes[:shown],
                more=quotes[shown:],
                state=STATES[state.state] if state and seen else "",
                decision=spelled(dossier.decisions.get(finding.finding_id)),
                explained=is_explained(dossier, finding),
                related=sorted(numbers[other] for other in ties[finding.finding_id]),
            )
        )
    return out


def _where(evidence: Evidence, names: dict[str, str]) -> str:
    return " ".join(filter(None, (names.get(evidence.document_id or ""), places.chinese(evidence.at))))


def _chapters(cards: list[Card]) -> list[Chapter]:
    """Discrepancies by severity, then leads, then what could not be checked; hints and leads folded."""
    made = [
        _chapter(
            severity,
            severity,
            [c for c in cards if (c.finding.result, c.finding.severity) == ("fail", severity)],
        )
        for severity in SEVERITIES
    ]
    for result in ("review", "open"):
        made.append(_chapter(RESULTS[result], "", [c for c in cards if c.finding.result == result]))
    return [chapter for chapter in made if chapter.count]


def _chapter(title: str, severity: str, cards: list[Card]) -> Chapter:
    groups = []
    for rule, alike in groupby(cards, key=lambda card: card.finding.rule_id):
        held = list(alike)
        parts = [held] if len(held) >= _ALIKE else [[card] for card in held]
        groups += [_group(rule, part, severity) for part in parts]
    folded = title in {SEVERITIES[-1], RESULTS["review"], RESULTS["open"]} and len(cards) >= _ALIKE
    return Chapter(title, severity, len(cards), groups, folded)


def _group(rule: str, cards: list[Card], severity: str) -> Group:
    """Cards of one rule, folded unless they are grave or few."""
    named = list(dict.fromkeys(card.finding.subject for card in cards if card.finding.subject))
    subjects = "、".join(named[:_NAMED]) + (" 等" if len(named) > _NAMED else "")
    folded = len(cards) >= _ALIKE and severity not in SEVERITIES[:2]
    return Group(_title(rule), _rule(rule), cards, folded, subjects)


def _counts(dossier: Dossier, severity: str) -> tuple[int, int]:
    """How many discrepancies of a severity, how many of them are explained."""
    held = [finding for finding in dossier.loud("fail") if finding.severity == severity]
    return len(held), sum(is_explained(dossier, finding) for finding in held)


def _gone(dossier: Dossier) -> list[tuple[str, str, str, str]]:
    """What stood at the last check, or was decided once, and does not stand now."""
    past = {s.finding_id: s for s in dossier.states.values() if s.state == "gone"}
    out = {
        key: (state.severity, state.rule_id, state.message_before or "", spelled(dossier.decisions.get(key)))
        for key, state in past.items()
    }
    for key, each in dossier.decisions.items():
        if each.status == "gone" and key not in out:
            out[key] = (each.severity or "", each.rule_id or "", each.message or "", spelled(each))
    return sorted(out.values(), key=lambda row: (row[1], row[2]))


def _elements(view: Submission, prefix: dict[str, str]) -> list[str]:
    """The element ids of everything that is drawn of the papers, sorted."""
    tables = {(block.document_id, block.at) for block in view.blocks if block.kind == "table"}
    cells = [(c.document_id, c.at) for c in view.cells if (c.document_id, c.table_at) in tables]
    paragraphs = [(b.document_id, b.at) for b in view.blocks if b.kind != "table" and b.text]
    return sorted(anchor(prefix[document], at) for document, at in [*cells, *paragraphs])


def _target(prefix: dict[str, str], document_id: str | None, at: str | None, held: list[str]) -> str:
    """The element of a place; of a row or a table its first; nothing where nothing is drawn."""
    if not at or document_id not in prefix:
        return ""
    wanted = anchor(prefix[document_id], at)
    place = bisect_left(held, wanted)
    if place < len(held) and held[place] == wanted:
        return wanted
    first = bisect_left(held, f"{wanted}-")
    within = takewhile(
        lambda each: each.startswith(f"{wanted}-"), (held[at] for at in range(first, len(held)))
    )
    return min(within, key=lambda each: (len(each), each), default="")


def _title(rule_id: str) -> str:
    from rules.families import find

    return find(rule_id).title


def _rule(rule_id: str) -> dict[str, str]:
    from rules.families import find

    rule = find(rule_id)
    return {"id": rule.id, "title": rule.title, "page": rule.page.partition("\n")[2].strip()}
