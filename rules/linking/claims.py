"""Figures that no cell repeats, yet speak of rows: head counts behind a ratio, claims that all was done."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Figure, Indicator, Link
from rules import printed
from rules.expecting import met

_STAFF_RATIO = regex.compile(r"(?:在职|人员|编制)[^率]{0,6}控制率")
_POSTS = regex.compile(r"编制|在编|在职|实有")
_ALL = regex.compile(
    r"(?:全部|全面|均|都|各项|所有|预期|圆满)[^，,。；;]{0,30}(?:完成|实现|达标|达到)|(?:各项|所有|全部|预期)[^，,。；;]{0,12}(?:任务|工作|目标|指标)"
)
_EXCEPT = regex.compile(r"除[^，,。；;]{1,30}外|基本完成|大部分|多数")


def inputs(figures: Sequence[Figure], rows: Sequence[Indicator]) -> list[Link]:
    """Posts and staff that 在职人员控制率 was computed from."""
    ratios = [row for row in rows if _STAFF_RATIO.search(row.level3 or "") and row.actual_value is not None]
    counted = [
        figure
        for figure in figures
        if figure.kind == "headcount" and figure.unit == "人" and _POSTS.search(figure.sentence or "")
    ]
    return [_link(figure, row, "input", 0.7) for row in ratios for figure in counted]


def contradicted(figures: Sequence[Figure], rows: Sequence[Indicator], text: str) -> list[Link]:
    """A universal 完成率100% against every row whose target was missed."""
    claims = [
        figure
        for figure in figures
        if figure.kind == "completion_rate"
        and figure.value == 100
        and figure.unit == "%"
        and _universal(figure)
    ]
    missed = [row for row in rows if claims and is_missed(row)]
    return [_link(figure, row, "contradicts", 0.6) for figure in claims for row in missed]


def is_missed(row: Indicator) -> bool:
    """The row has a numeric target with a sign and a value that does not meet it."""
    target, actual = printed.target(row), printed.actual(row)
    if (
        target is None
        or actual is None
        or row.is_detail
        or (row.target_unit or "") != (row.actual_unit or "")
    ):
        return False
    high = None if row.target_value_high is None else Fraction(row.target_value_high)
    return not met(actual.high or actual.value, row.target_sign or ">=", target.value, high, actual.value)


def _universal(figure: Figure) -> bool:
    sentence = figure.sentence or ""
    before = sentence[: sentence.find(figure.text)] if figure.text in sentence else sentence
    return _ALL.search(before) is not None and _EXCEPT.search(sentence) is None


def _link(figure: Figure, row: Indicator, relation: str, confidence: float) -> Link:
    return Link(
        figure_id=figure.figure_id,
        document_id=figure.document_id,
        form_id=row.form_id,
        table="indicators",
        row=row.row,
        column="actual",
        confidence=confidence,
        relation=relation,
    )
