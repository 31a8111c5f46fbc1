"""The index of a batch: counts, charts, every unit, every grave finding to filter and search."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from extractors.records import RESULTS as ALL_RESULTS
from extractors.records import SEVERITIES, Document, Finding
from pipeline import scope
from pipeline.reports.differing import Twice, twice
from pipeline.reports.excel.overview import scores
from pipeline.reports.html import charts
from pipeline.reports.html.overall import is_unknown, sending, since
from pipeline.reports.html.partial import partly_read
from pipeline.reports.html.templating import render
from pipeline.reports.material import Dossier
from pipeline.reports.money import whole_money
from pipeline.reports.wording import RESULTS, STATES, STATUSES
from pipeline.store import Dataset
from rules.families import FAMILIES, find

_MOST = 10_000  # findings that an index lists, gravest first
_LONGEST = 80  # characters of a message
_ALL = list(STATES)
_SENT = {"summary": "汇总表", "department": "整体表", "project": "项目表", "transfer": "转移支付表", "report": "报告", "review": "复核表"}  # fmt: skip


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What the index says of one submission; each finding is a row without its unit."""

    unit: dict[str, Any]
    point: charts.Point
    findings: list[list[Any]]
    counts: Counter[tuple[str, str]]  # by severity, result
    rules: Counter[str]  # discrepancies by rule
    passed: Counter[str]
    why: Counter[str]  # what could not be checked, by reason
    unknown: bool  # to the register
    twice: list[Twice]


def entry(dossier: Dossier, href: str, lies: dict[str, str]) -> Entry:
    """The entry of a submission whose page lies at `href`; `lies` are the documents' paths."""
    view = dossier.submission
    name = view.unit_name or "（未识别单位）"
    printed, summed, _ = scores(view)
    money = whole_money(view)
    counts = Counter((finding.severity, finding.result) for finding in dossier.findings)
    for (result, severity, _), count in dossier.quiet.items():
        counts[severity, result] += count
    return Entry(
        unit={
            "name": name,
            "year": view.year or "",
            "href": href,
            "score": str(printed) if printed is not None else "",
            "sum": str(summed) if summed is not None else "",
            "counts": [dossier.count(severity) for severity in SEVERITIES],
            "leads": len(dossier.loud("review")),
            "open": len(dossier.loud("open")),
            "sent": _sent(dossier),
        },
        point=charts.Point(
            name=name, printed=printed, summed=summed, rate=money.rate_percent if money else None
        ),
        findings=[_row(dossier, place, each) for place, each in enumerate(dossier.loud(), start=1)],
        counts=counts,
        rules=Counter(finding.rule_id for finding in dossier.loud("fail")),
        passed=dossier.silent("pass"),
        why=Counter(finding.message[:60] for finding in dossier.loud("open")),
        unknown=is_unknown(dossier),
        twice=twice(view, lies),
    )


def _sent(dossier: Dossier) -> str:
    """The kinds of forms that came, each with its number where that is more than one."""
    kinds = Counter(form.form_kind for form in dossier.submission.forms)
    return "、".join(
        f"{word}{f'×{kinds[kind]}' if kinds[kind] > 1 else ''}" for kind, word in _SENT.items() if kinds[kind]
    )


def _row(dossier: Dossier, place: int, finding: Finding) -> list[Any]:
    decided, state = dossier.decisions.get(finding.finding_id), dossier.states.get(finding.finding_id)
    return [
        SEVERITIES.index(finding.severity),
        ALL_RESULTS.index(finding.result),
        finding.rule_id,
        finding.message[:_LONGEST] + ("…" if len(finding.message) > _LONGEST else ""),
        (decided.decision or "") if decided else "",
        place,
        _ALL.index(state.state) if state else 0,
    ]


class Index:
    """Filled submission by submission; holds only what its page shows."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.units: list[dict[str, Any]] = []
        self.findings: list[list[Any]] = []
        self.counts: Counter[tuple[str, str]] = Counter()
        self.rules: Counter[str] = Counter()
        self.passed: Counter[str] = Counter()
        self.why: Counter[str] = Counter()
        self.cut = False  # findings were left out of the list
        self.points: list[charts.Point] = []
        self.unknown: list[tuple[str, str]] = []  # unit, page
        self.twice: list[tuple[str, str, Twice]] = []

    def add(self, entry: Entry) -> None:
        """Add a submission."""
        if len(self.findings) > 4 * _MOST:
            self._gravest()
        number = len(self.units)
        self.findings += [[number, *row] for row in entry.findings]
        self.units.append(entry.unit)
        self.points.append(entry.point)
        self.counts.update(entry.counts)
        self.rules.update(entry.rules)
        self.passed.update(entry.passed)
        self.why.update(entry.why)
        name, href = entry.unit["name"], entry.unit["href"]
        self.unknown += [(name, href)] * entry.unknown
        self.twice += [(name, href, each) for each in entry.twice]

    def write(self, target: Path) -> Path:
        """Write the page; returns where it is."""
        target.write_text(render("index.html", **self.context()), encoding="utf-8")
        return target

    def _gravest(self) -> list[list[Any]]:
        """The findings to list: discrepancies before leads, by severity, then by unit; the rest is cut."""
        self.findings.sort(key=lambda row: (row[2] != 0, row[1], row[0]))
        self.cut = self.cut or len(self.findings) > _MOST
        del self.findings[_MOST:]
        return self.findings

    def context(self) -> dict[str, Any]:
        """What the template needs."""
        documents = [d for d in self.dataset.records("documents") if isinstance(d, Document)]
        rows = self._gravest()
        used = sorted({row[3] for row in rows})
        return {
            "data": {
                "units": [
                    [
                        u["name"],
                        u["year"],
                        u["href"],
                        u["score"],
                        u["sum"],
                        *u["counts"],
                        u["leads"],
                        u["open"],
                        u["sent"],
                    ]
                    for u in self.units
                ],
                "findings": rows,
                "severities": list(SEVERITIES),
                "results": [RESULTS[result] for result in ALL_RESULTS],
                "states": list(STATES.values()),
                "rules": {rule: find(rule).title for rule in used},
            },
            "told": scope.told(self.dataset),
            "cut": len(rows) if self.cut else 0,
            "units": len(self.units),
            "years": sorted({u["year"] for u in self.units if u["year"]}),
            "statuses": [
                (status, word, sum(d.status == status for d in documents))
                for status, word in STATUSES.items()
            ],
            "table": [(s, [self.counts[s, r] for r in ALL_RESULTS]) for s in SEVERITIES],
            "results": [RESULTS[r] for r in ALL_RESULTS],
            "severities": list(SEVERITIES),
            "families": [(letter, title) for letter, (title, _) in FAMILIES.items()],
            "partial": partly_read(self.dataset, documents),
            "rejected": [d for d in documents if d.status == "rejected"],
            "passed": [(rule, find(rule).title, count) for rule, count in sorted(self.passed.items())],
            "why": [(words, count) for words, count in self.why.most_common(12) if count],
            "charts": charts.draw(self.points, self.rules, self.units),
            "sending": sending(self.dataset),
            "unknown": self.unknown,
            "twice": self.twice,
            "since": since(self.dataset),
        }
