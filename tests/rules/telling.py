"""Narratives for tests of rules: figures as they stand in a text, links to rows."""

from __future__ import annotations

from decimal import Decimal
from itertools import count

from extractors import numerals, records, units

_ids = count(1)


def said(where, text, kind="actual", *, nth=1, value=None, unit=None, source="text", **more):
    """The figure `text` where it stands (the `nth` time) in a section's text, or in a goal cell.

    Number, last place, unit are read from the text itself unless given.
    """
    whole = _text(where, source)
    start = -1
    for _ in range(nth):
        start = whole.index(text, start + 1)
    first = 1 if text[0] in "第前¥" else 0
    number = numerals.match(text, first)
    known = units.match(text, number.end) if number else None
    if number is not None and value is None:
        value = Decimal(number.value.numerator) / Decimal(number.value.denominator)
    step = Decimal(number.step.numerator) / Decimal(number.step.denominator) if number else None
    if unit is None:
        unit = (
            "名次" if first and text[0] != "¥" else known.canonical if known else "%" if "%" in text else None
        )
    sentences = whole[: start + len(text)].rsplit("。", 1)[-1] + whole[start + len(text) :].split("。", 1)[0]
    section = where if isinstance(where, records.Section) else None
    more.setdefault("sentence", sentences)
    return records.Figure(
        document_id="d",
        form_id=where.form_id,
        section_id=section.section_id if section else None,
        figure_id=f"f{next(_ids)}",
        source=source,
        row=None if section else where.row,
        text=text,
        start=start,
        end=start + len(text),
        value=None if value is None else Decimal(str(value)),
        unit=unit,
        step=step,
        kind=kind,
        at=f"{where.at}:{start}-{start + len(text)}",
        **more,
    )


def _text(where, source):
    if isinstance(where, records.Section):
        return where.heading if source == "heading" else where.text
    if isinstance(where, records.Goal):
        return where.target_text if source == "goal_target" else where.actual_text
    return getattr(where, f"{source}_text", None) or getattr(where, source)


def linked(figure, row, column="actual", relation="equal", confidence=0.9, **more):
    """A link from a figure to a cell of an indicator or money row."""
    table = {records.Indicator: "indicators", records.Fund: "funds", records.SummaryRow: "summary_rows"}
    return records.Link(
        submission_id="s1",
        figure_id=figure.figure_id,
        document_id="d",
        form_id=row.form_id,
        table=table[type(row)],
        row=row.row,
        column=column,
        relation=relation,
        confidence=confidence,
        **more,
    )
