"""Score what was read from a drawn document against what it says."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

import msgspec

from corpus.layouts.truth import Drawn, FormTruth, RowTruth
from extractors.records import Extract, Form, Fund, Indicator, SummaryRow


class Score(msgspec.Struct):
    """Counts over documents; a cell is right when its text and its parsed value are."""

    forms: list[int] = msgspec.field(default_factory=lambda: [0, 0, 0])  # right, extra, missed
    rows: list[int] = msgspec.field(default_factory=lambda: [0, 0, 0])
    cells: list[int] = msgspec.field(default_factory=lambda: [0, 0])  # right, of
    wrong: list[str] = []

    def add(self, other: Score) -> None:
        """Sum up."""
        for name in ("forms", "rows", "cells"):
            mine, theirs = getattr(self, name), getattr(other, name)
            for i, count in enumerate(theirs):
                mine[i] += count
        self.wrong = [*self.wrong, *other.wrong]

    @property
    def cell_share(self) -> float:
        """Cells right of all."""
        return self.cells[0] / self.cells[1] if self.cells[1] else 1.0

    def recall(self, name: str) -> float:
        """Of forms or rows."""
        right, _, missed = getattr(self, name)
        return right / (right + missed) if right + missed else 1.0

    def precision(self, name: str) -> float:
        """Of forms or rows."""
        right, extra, _ = getattr(self, name)
        return right / (right + extra) if right + extra else 1.0


def score(drawn: Drawn, read: Extract) -> Score:
    """One document."""
    out = Score()
    found = sorted(read.forms, key=lambda form: form.order)
    pairs = _paired([form.kind for form in drawn.forms], [form.form_kind for form in found])
    out.forms = [len(pairs), len(found) - len(pairs), len(drawn.forms) - len(pairs)]
    matched = {i: found[j] for i, j in pairs}
    for i, truth in enumerate(drawn.forms):
        _form(out, truth, matched.get(i), read)
    return out


def _form(out: Score, truth: FormTruth, form: Form | None, read: Extract) -> None:
    heads = [
        ("year", truth.year, form and form.fiscal_year),
        ("unit", truth.unit_name, form and form.unit_name),
        ("project", truth.project_name, form and form.project_name),
        ("total weight", truth.total_weight, form and form.total_weight_points),
        ("total score", truth.total_score, form and form.total_score_points),
    ]
    _cells(out, "form", [head for head in heads if head[1] is not None])
    of_form = form.form_id if form else ""
    _indicators(out, truth, [row for row in read.indicators if row.form_id == of_form])
    _funds(out, truth, [fund for fund in read.funds if fund.form_id == of_form])
    _summary(out, truth, [row for row in read.summary_rows if row.form_id == of_form])
    goals = [goal for goal in read.goals if goal.form_id == of_form]
    for number, (target, actual) in enumerate(truth.goals):
        goal = goals[number] if number < len(goals) else None
        _cells(
            out,
            f"goal {number}",
            [("target", target, goal and goal.target_text), ("actual", actual, goal and goal.actual_text)],
        )


def _indicators(out: Score, truth: FormTruth, rows: list[Indicator]) -> None:
    asked = truth.rows
    if truth.any_order:
        asked = sorted(asked, key=lambda row: _plain(row.level3))
        rows = sorted(rows, key=lambda row: _plain(row.level3 or ""))
    pairs = _paired([_plain(row.level3) for row in asked], [_plain(row.level3 or "") for row in rows])
    out.rows[0] += len(pairs)
    out.rows[1] += len(rows) - len(pairs)
    out.rows[2] += len(asked) - len(pairs)
    matched = {i: rows[j] for i, j in pairs}
    for i, row in enumerate(asked):
        _indicator(out, row, matched.get(i))
    out.wrong += [f"extra row {row.level3}" for j, row in enumerate(rows) if j not in {b for _, b in pairs}]


def _indicator(out: Score, truth: RowTruth, row: Indicator | None) -> None:
    checks: list[tuple[str, Any, Any]] = [("level3", _plain(truth.level3), row and _plain(row.level3 or ""))]
    for name in ("level1", "level2"):
        if getattr(truth, name) is not None:
            checks.append((name, _plain(getattr(truth, name)), row and _plain(getattr(row, name) or "")))
    if truth.target_text:
        checks.append(("target_text", True, row is not None and _among(row.target_text, truth.target_text)))
        checks += [
            (f"target_{part}", getattr(truth, f"target_{part}"), row and getattr(row, f"target_{part}"))
            for part in ("value", "sign", "unit")
            if part != "unit" or truth.target_unit is not None
        ]
    if truth.actual_text:
        checks.append(("actual_text", True, row is not None and _among(row.actual_text, truth.actual_text)))
        checks.append(("actual_value", truth.actual_value, row and row.actual_value))
    checks += [
        ("weight", truth.weight, row and row.weight_points),
        ("score", truth.score, row and row.score_points),
        ("reason", truth.reason, row and row.reason_text),
    ]
    if truth.review_score is not None:
        checks.append(("review score", truth.review_score, row and row.review_score_points))
    _cells(out, truth.level3, checks, truth.unsure)


def _funds(out: Score, truth: FormTruth, funds: list[Fund]) -> None:
    by_item = {fund.item: fund for fund in reversed(funds)}
    if len(truth.funds) > 0 and len(funds) > len(truth.funds):
        out.wrong.append(f"{len(funds)} money rows, not {len(truth.funds)}")
    for want in truth.funds:
        fund = by_item.get(want.item)
        _cells(
            out,
            f"money {want.item}",
            [
                ("initial", want.initial, fund and fund.initial_yuan),
                ("budget", want.budget, fund and fund.budget_yuan),
                ("executed", want.executed, fund and fund.executed_yuan),
                ("rate", want.rate, fund and fund.rate_percent),
                ("weight", want.weight, fund and fund.weight_points),
                ("score", want.score, fund and fund.score_points),
            ],
            want.unsure,
        )


def _summary(out: Score, truth: FormTruth, rows: list[SummaryRow]) -> None:
    out.rows[0] += min(len(rows), len(truth.summary))
    out.rows[1] += max(0, len(rows) - len(truth.summary))
    out.rows[2] += max(0, len(truth.summary) - len(rows))
    for number, want in enumerate(truth.summary):
        row = rows[number] if number < len(rows) else None
        _cells(
            out,
            f"summary {number + 1}",
            [
                ("unit", want.unit_name, row and (None if want.is_total else row.unit_name)),
                ("total", want.is_total, row and row.is_total),
                ("budget", want.budget, row and row.budget_yuan),
                ("executed", want.executed, row and row.executed_yuan),
                ("rate", want.rate, row and row.rate_percent),
                ("self score", want.self_score, row and row.self_score_points),
                ("review score", want.review_score, row and row.review_score_points),
            ],
            want.unsure,
        )


def _cells(
    out: Score, where: str, checks: Iterable[tuple[str, Any, Any]], unsure: Sequence[str] = ()
) -> None:
    for name, want, got in checks:
        if name in unsure:
            continue
        right = _same(want, got)
        out.cells[0] += right
        out.cells[1] += 1
        if not right:
            out.wrong.append(f"{where}.{name}: {got!r}, not {want!r}")


def _same(want: Any, got: Any) -> bool:
    if isinstance(want, str) and isinstance(got, str):
        return _plain(want) == _plain(got)
    if isinstance(want, Decimal) and isinstance(got, Decimal):
        return want == got
    return (want is None and got is None) or (want == got and type(want) is type(got))


def _among(got: str | None, right: list[str]) -> bool:
    return _plain(got or "") in {_plain(text) for text in right}


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _paired(want: list[str], got: list[str]) -> list[tuple[int, int]]:
    """Pairs of equal entries in order."""
    blocks = SequenceMatcher(None, want, got, autojunk=False).get_matching_blocks()
    return [(block.a + i, block.b + i) for block in blocks for i in range(block.size)]
