"""Match figures of paragraphs with table rows, JSON lines in, JSON lines out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

import msgspec
import regex

from extractors.numerals.fraction import Fraction
from extractors.records import Figure, Indicator

if TYPE_CHECKING:
    from extractors.values import CellValue


class _Row(msgspec.Struct):
    row: int
    indicator: str
    target: str | None = None
    actual: str | None = None
    level2: str | None = None
    unit: str | None = None


class _Figure(msgspec.Struct):
    span: tuple[int, int]
    text: str | None = None
    value: str | None = None
    value_low: str | None = None
    value_high: str | None = None
    unit: str | None = None
    qualifier: str | None = None
    kind: str | None = None
    subject: str | None = None
    direction: str | None = None


class _Line(msgspec.Struct):
    id: Any
    rows: list[_Row]
    paragraph: str
    figures: list[_Figure] | None = None


def align_lines(lines: Iterable[str | bytes]) -> Iterator[str]:
    """One answer a line (`figures.md` 4): `{"id", "alignments": [{"span", "row", "column", "consistent"}]}`.

    A line that cannot be read gets `{"id": null, "error": "…"}`. Streams; never raises for a line.
    """
    for line in lines:
        if line.strip():
            try:
                answer = _answer(msgspec.json.decode(line, type=_Line))
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                answer = {"id": None, "error": f"读不懂这一行：{_why(error)}"}
            yield msgspec.json.encode(answer).decode()


_FAULTS = (
    (regex.compile(r"Object missing required field `([^`]+)`"), r"缺少字段 \1"),
    (regex.compile(r"Expected `([^`]+)`, got `([^`]+)`"), r"类型应为 \1，实为 \2"),
    (regex.compile(r"JSON is malformed: .*|Input data was truncated"), "不是合法的 JSON"),
    (regex.compile(r" - at `\$\.?([^`]*)`"), r"（位置 \1）"),
)


def _why(error: Exception) -> str:
    """What the decoder complains of, in the user's language where it is known."""
    told = "不是 UTF-8 编码" if isinstance(error, UnicodeDecodeError) else str(error)
    for pattern, words in _FAULTS:
        told = pattern.sub(words, told)
    return told


def _answer(line: _Line) -> dict[str, Any]:
    from rules.linking.assigning import align

    rows = [_indicator(row) for row in line.rows]
    figures = _found(line.paragraph) if line.figures is None else _given(line)
    return {
        "id": line.id,
        "alignments": [
            {
                "span": [found.figure.start, found.figure.end],
                "row": found.row.row,
                "column": found.column,
                "consistent": found.consistent,
            }
            for found in align(rows, line.paragraph, figures)
        ],
    }


def _indicator(row: _Row) -> Indicator:
    target, actual = _value(row.target, row.unit), _value(row.actual, row.unit)
    return Indicator(
        form_id="",
        document_id="",
        row=row.row,
        level2=row.level2,
        level3=row.indicator,
        target_text=row.target,
        target_sign=target.sign,
        target_value=target.value,
        target_value_high=target.high,
        target_unit=target.unit,
        target_kind=target.kind,
        actual_text=row.actual,
        actual_sign=actual.sign,
        actual_value=actual.value,
        actual_value_high=actual.high,
        actual_unit=actual.unit,
        actual_kind=actual.kind,
        at="",
    )


def _value(text: str | None, unit: str | None) -> CellValue:
    """A cell, with the unit that stands in a column of its own where the cell has none."""
    from extractors.values import parse_value

    value = parse_value(text or "")
    if value.kind == "number" and value.unit is None and unit:
        with_unit = parse_value(f"{text}{unit}")
        return with_unit if with_unit.kind == "number" else value
    return value


def _found(paragraph: str) -> list[Figure]:
    from extractors.figuring import figures_of

    return figures_of(paragraph)


def _given(line: _Line) -> list[Figure]:
    return [_figure(given, number, line.paragraph) for number, given in enumerate(line.figures or [])]


def _figure(given: _Figure, number: int, paragraph: str) -> Figure:
    """A figure as the line gives it; its last printed place is read from its text."""
    start, end = given.span
    text = given.text or paragraph[start:end]
    return Figure(
        document_id="",
        form_id="",
        figure_id=str(number),
        text=text,
        start=start,
        end=end,
        value=_decimal(given.value),
        value_low=_decimal(given.value_low),
        value_high=_decimal(given.value_high),
        value_exact=given.value,
        unit=given.unit or None,
        qualifier=given.qualifier,
        kind=given.kind,
        subject=given.subject,
        direction=given.direction,
        step=_step(text),
        at="",
    )


def _decimal(text: str | None) -> Decimal | None:
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        return None


def _step(text: str) -> Decimal:
    from extractors import numerals

    found = next((n for at in range(min(len(text), 4)) if (n := numerals.match(text, at))), None)
    step = found.step if found else Fraction(1)
    return Decimal(step.numerator) / Decimal(step.denominator)
