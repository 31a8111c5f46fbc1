"""What a form says beside its labels: goals, reasons; whether it says anything at all."""

from __future__ import annotations

from extractors import records
from extractors.forms import vocabulary
from extractors.forms.labels import Pair
from extractors.forms.normalise import key
from extractors.forms.reading import Reading


def goals(reading: Reading) -> None:
    """Goals printed as label and value, where no goal table is: 年度绩效目标 | …, 实际完成情况 | …

    A completion belongs to the goal before it.
    """
    if reading.read.goals:
        return
    out: list[records.Goal] = []
    for pair in reading.pairs:
        if pair.role == "goal_target" and _said(pair):
            out.append(_goal(len(out) + 1, pair.at))
            out[-1].target_text, out[-1].target_at = pair.text, pair.at
        elif pair.role == "goal_actual" and _said(pair):
            if not out or out[-1].actual_text is not None:
                out.append(_goal(len(out) + 1, pair.at))
            out[-1].actual_text, out[-1].actual_at = pair.text, pair.at
    reading.read.goals.extend(out)


def _said(pair: Pair) -> bool:
    return pair.text is not None and not vocabulary.is_placeholder(pair.text)


def _goal(row: int, at: str) -> records.Goal:
    return records.Goal(form_id="", document_id="", row=row, at=at)


def reason(reading: Reading) -> str | None:
    """The one text in which some forms give the reasons for all rows together."""
    texts = [
        pair.text
        for pair in reading.pairs
        if pair.role == "text" and pair.text and "原因" in key(pair.label) and _said(pair)
    ]
    return "\n".join(texts) or None


def is_blank(form: records.Form, reading: Reading) -> bool:
    """True for a template that nobody filled: no name, no amount, no completion, no score."""
    read = reading.read
    if form.unit_name or form.project_name or read.summary_rows or read.goals:
        return False
    if any(fund.budget_text or fund.executed_text for fund in read.funds):
        return False
    return not any(row.actual_kind not in ("empty", None) or row.score_text for row in read.indicators)
