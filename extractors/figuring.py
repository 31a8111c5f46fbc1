"""The figures of an extract's sections and cells, as records with their places."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from decimal import Decimal

import msgspec
import regex

from extractors import places, records
from extractors.figures import FoundFigure, find
from extractors.numerals.fraction import Fraction

_NUMERAL = frozenset(
    "0123456789０１２３４５６７８９一二三四五六七八九十百千万亿两半几数翻倍成壹贰叁肆伍陆柒捌玖拾"
)

_INTENDED = {"actual": "target", None: "target", "executed": "budget"}
_ALREADY = regex.compile(r"已|实际|上年|去年|同期|现有|原有|目前|截至|完成了|历年|累计完成|实有|在职|共有|辖")
_CLAUSE = regex.compile(r"[，,。；;：:\n]")
_LEAD = 24  # characters before a figure that tell what it is

_WHOLE = 10**28  # a decimal holds whole numbers below it exactly


class _Source(msgspec.Struct, frozen=True):
    """One text in which figures are looked for."""

    name: str  # text heading goal_target goal_actual level3 actual reason
    text: str
    spans: tuple[tuple[int, int, str], ...]  # text[start:end] stands at the place
    form_id: str
    section_id: str | None = None
    row: int | None = None


def figures(out: records.Extract) -> list[records.Figure]:
    """The figures of section bodies and headings, goal cells, indicator names, and of
    completion and reason cells that are text.

    A figure's span counts in the text named by its source; its place in the printed cell
    or paragraph.
    """
    leads = {cell.at: len(cell.text) - len(cell.text.lstrip()) for cell in out.cells}
    found: list[records.Figure] = []
    for source in [*_sections(out), *_cells(out, leads)]:
        if not _NUMERAL.isdisjoint(source.text):
            document_id = out.documents[0].document_id if out.documents else None
            found.extend(_record(source, figure, document_id or "") for figure in find(source.text))
    return found


def _sections(out: records.Extract) -> Iterator[_Source]:
    for section in out.sections:
        if section.heading and section.heading_at:
            offset = section.heading_start or 0
            span = (
                0,
                len(section.heading),
                places.span(section.heading_at, offset, offset + len(section.heading)),
            )
            yield _Source("heading", section.heading, (span,), section.form_id, section.section_id)
        spans = tuple((place.start, place.end, place.at) for place in section.text_places)
        yield _Source("text", section.text, spans, section.form_id, section.section_id)


def _cells(out: records.Extract, leads: dict[str, int]) -> Iterator[_Source]:
    for goal in out.goals:
        yield from _cell("goal_target", goal.target_text, goal.target_at, goal, leads)
        yield from _cell("goal_actual", goal.actual_text, goal.actual_at, goal, leads)
    for row in out.indicators:
        yield from _cell("level3", row.level3, row.places.get("level3"), row, leads, whole=False)
        if row.actual_kind == "text":
            yield from _cell("actual", row.actual_text, row.places.get("actual"), row, leads)
        yield from _cell("reason", row.reason_text, row.places.get("reason"), row, leads)


def _cell(
    name: str,
    text: str | None,
    at: str | None,
    row: records.Goal | records.Indicator,
    leads: dict[str, int],
    whole: bool = True,
) -> Iterator[_Source]:
    """A cell's text; a name without its label has no exact span and keeps the cell's place."""
    if text and at:
        lead = leads.get(at, 0)
        where = places.span(at, lead, lead + len(text)) if whole else at
        yield _Source(name, text, ((0, len(text), where),), row.form_id, None, row.row)


def _place(source: _Source, figure: FoundFigure) -> str:
    for start, end, at in source.spans:
        if start <= figure.start < end:
            if source.name == "level3":
                return at
            return places.span(at, figure.start - start, min(figure.end, end) - start)
    return source.spans[0][2]


def _decimal(value: Fraction | None) -> Decimal | None:
    if value is None:
        return None
    if value.denominator == 1 and abs(value.numerator) < _WHOLE:
        return Decimal(value.numerator)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact if Fraction(exact) == value else None


def _kind(source: _Source, figure: FoundFigure) -> str | None:
    """What 年初设定目标 states is a target, whatever its verb, unless its words tell what is so already."""
    if source.name != "goal_target" or figure.kind not in _INTENDED:
        return figure.kind
    clause = _CLAUSE.split(source.text[max(0, figure.start - _LEAD) : figure.start])[-1]
    return figure.kind if _ALREADY.search(clause) else _INTENDED[figure.kind]


def _record(source: _Source, figure: FoundFigure, document_id: str) -> records.Figure:
    owner = source.section_id or f"{source.form_id}:{source.row}"
    identity = f"{owner}\x1f{source.name}\x1f{figure.start}\x1f{figure.end}"
    value = _decimal(figure.value)
    begin, end = figure.sentence
    return records.Figure(
        document_id=document_id,
        form_id=source.form_id,
        section_id=source.section_id,
        figure_id=hashlib.sha256(identity.encode()).hexdigest()[:20],
        source=source.name,
        row=source.row,
        text=figure.text,
        start=figure.start,
        end=figure.end,
        value=value,
        value_low=_decimal(figure.low),
        value_high=_decimal(figure.high),
        value_exact=figure.exact
        or (str(figure.value) if figure.value is not None and value is None else None),
        unit=figure.unit or None,
        qualifier=figure.qualifier,
        step=_decimal(figure.step),
        direction=figure.direction,
        kind=_kind(source, figure),
        subject=figure.subject or None,
        sentence=source.text[begin:end].strip() or None,
        rule=figure.rule,
        cues=list(figure.cues),
        at=_place(source, figure),
    )


def figures_of(text: str) -> list[records.Figure]:
    """The figures of a text that belongs to no document, numbered in order."""
    source = _Source("text", text, ((0, len(text), "b1"),), "", None, None)
    return [_record(source, figure, "") for figure in find(text)]
