"""What a reader takes away from a submission: by subject, findings of one matter together."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from extractors.records import SEVERITIES, Finding
from pipeline.reports.deciding import is_explained
from pipeline.reports.material import Dossier, gravity
from pipeline.reports.topics import topic, topics

_TOPICS, _MATTERS, _WITH = 6, 3, 4  # subjects, matters of one, further findings of one


class Matter(msgspec.Struct, frozen=True):
    """A finding that says most, those that belong to it, how many more do."""

    head: Finding
    others: list[Finding]
    more: int


class Takeaway(msgspec.Struct, frozen=True):
    """One subject: its gravest severity, its matters, how many findings are left for below."""

    title: str
    severity: str
    matters: list[Matter]
    more: int


def takeaways(dossier: Dossier) -> list[Takeaway]:
    """The subjects with discrepancies that are 严重 or 重要, gravest first, what was explained last."""
    done = {f.finding_id for f in dossier.findings if is_explained(dossier, f)}
    by_topic: dict[str, list[Finding]] = defaultdict(list)
    for finding in dossier.loud("fail"):
        if finding.severity in SEVERITIES[:2]:
            by_topic[topic(finding.rule_id)].append(finding)
    order = list(topics())
    titles = sorted(by_topic, key=lambda title: (_weight(by_topic[title], done), order.index(title)))
    return [_takeaway(title, by_topic[title], done) for title in titles[:_TOPICS]]


def related(findings: list[Finding]) -> dict[str, set[str]]:
    """By finding those of the list that belong to the same matter, whichever of the two says so."""
    here = {finding.finding_id for finding in findings}
    out: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        for other in finding.related:
            if other in here and other != finding.finding_id:
                out[finding.finding_id].add(other)
                out[other].add(finding.finding_id)
    return out


def _weight(findings: list[Finding], done: set[str]) -> tuple[bool, int, int]:
    """Sorts subjects: whether all is explained, the gravest severity, then how many findings have it."""
    findings = [finding for finding in findings if finding.finding_id not in done] or findings
    explained = all(finding.finding_id in done for finding in findings)
    ranks = [SEVERITIES.index(finding.severity) for finding in findings]
    return explained, min(ranks), -ranks.count(min(ranks))


def _takeaway(title: str, findings: list[Finding], done: set[str]) -> Takeaway:
    groups = sorted(_matters(findings), key=lambda group: all(f.finding_id in done for f in group))
    shown = groups[:_MATTERS]
    severity = min((finding.severity for finding in findings), key=SEVERITIES.index)
    return Takeaway(
        title,
        severity,
        [_matter(group, done) for group in shown],
        sum(map(len, groups)) - sum(map(len, shown)),
    )


def _matters(findings: list[Finding]) -> list[list[Finding]]:
    """The findings in groups of one matter: related, or of one rule; the group with the gravest first."""
    ties = related(findings)
    for finding in findings:
        for other in findings:
            if other.rule_id == finding.rule_id and other is not finding:
                ties[finding.finding_id].add(other.finding_id)
    known = {finding.finding_id: finding for finding in findings}
    groups: list[list[Finding]] = []
    while known:
        todo, group = [next(iter(known))], []
        while todo:
            found = known.pop(todo.pop(), None)
            if found is not None:
                group.append(found)
                todo += ties[found.finding_id]
        groups.append(sorted(group, key=gravity))
    return sorted(groups, key=lambda group: gravity(group[0]))


def _matter(group: list[Finding], done: set[str]) -> Matter:
    """Of the gravest not explained the one that most others hang on; one that says the same stays below it."""
    ties = related(group)
    held = [finding for finding in group if finding.finding_id not in done] or group
    gravest = [finding for finding in held if finding.severity == held[0].severity]
    head = max(gravest, key=lambda finding: (len(ties[finding.finding_id]), -gravest.index(finding)))
    others = [finding for finding in group if finding is not head]
    return Matter(head, others[:_WITH], len(others[_WITH:]))
