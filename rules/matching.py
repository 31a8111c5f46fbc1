"""Which rows of a summary table speak of a form's unit."""

from __future__ import annotations

from extractors.records import Form
from rules.money import Line, summary_lines
from rules.submission import Submission
from rules.unitnames import core, same_unit


def own_lines(submission: Submission, form: Form) -> list[Line]:
    """The summary rows that may print this form's unit: its own row, then 合计 of several rows.

    A table with a single unit row speaks of the form's unit, whatever it calls it.
    """
    out: list[Line] = []
    for summary in submission.of_kind("summary"):
        lines = summary_lines(submission, summary)
        rows = [line for line in lines if line.name != "合计"]
        totals = [line for line in lines if line.name == "合计"]
        own = [row for row in rows if named(row, form)]
        if not own and len(rows) == 1:
            own = rows
        if own or not rows:
            out += own[:1] if len(rows) == 1 else [*own[:1], *totals]
    return out


def named(line: Line, form: Form) -> bool:
    """True where a summary row and a form name one unit."""
    if not form.unit_name or not core(line.name):
        return False
    return same_unit(line.name, form.unit_name)
