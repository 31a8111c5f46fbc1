"""Tables as files for office software, in which no text comes alive."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from extractors.columns import columns
from pipeline.refusal import Refused
from pipeline.saying import said
from pipeline.store import Dataset


class Shape(msgspec.Struct, frozen=True):
    """How an export looks."""

    labels: bool = False  # Chinese headings in CSV, too; codes in Chinese words
    redacted: bool = False  # personal data covered


_ALIVE = ("=", "+", "-", "@", "\t", "\r", "\n")
_SHEET_ROWS, _CELL = 1_048_575, 32_767


def to_csv(dataset: Dataset, table: str, path: Path, shape: Shape = Shape()) -> int:  # noqa: B008
    """Write a table as CSV (UTF-8 with a mark, so that Excel reads the Chinese); the number of rows.

    Text that a spreadsheet would take for a formula gets a `'` before it.
    """
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow([column.label if shape.labels else column.name for column in columns(table)])
        for row in _rows(dataset, table, shape):
            writer.writerow([_harmless(value) for value in row])
            count += 1
    return count


def to_xlsx(dataset: Dataset, tables: list[str], path: Path, shape: Shape = Shape()) -> int:  # noqa: B008
    """Write tables as sheets of one workbook; the number of rows. Raises Refused for a table too long."""
    import xlsxwriter

    for table in tables:
        if dataset.rows(table) > _SHEET_ROWS:
            raise Refused(f"{table} 超过 Excel 的 {_SHEET_ROWS} 行，请导出为 CSV。")
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    count = 0
    with xlsxwriter.Workbook(str(path), options) as book:
        bold = book.add_format({"bold": True})
        for table in tables:
            sheet = book.add_worksheet(table[:31])
            sheet.freeze_panes(1, 0)
            for number, column in enumerate(columns(table)):
                sheet.write_string(0, number, column.label, bold)
            for line, row in enumerate(_rows(dataset, table, shape), 1):
                for number, value in enumerate(row):
                    _write(sheet, line, number, value)
                count += 1
    return count


def _rows(dataset: Dataset, table: str, shape: Shape) -> Iterator[list[Any]]:
    names = [column.name for column in columns(table)]
    for record in dataset.records(table):
        values = {name: getattr(record, name) for name in names}
        if shape.redacted:
            values = _redacted(values)
        if shape.labels:
            values = {name: said(table, name, value) for name, value in values.items()}
        yield [_flat(value) for value in values.values()]


def _redacted(values: dict[str, Any]) -> dict[str, Any]:
    from pipeline.redacting import redact_person, redact_value

    if values.get("use") == "person":
        values["text"] = redact_person(values["text"])
    return {
        name: redact_value(name, msgspec.to_builtins(value) if isinstance(value, list) else value)
        for name, value in values.items()
    }


def _flat(value: Any) -> Any:
    """Lists, maps and structs as JSON text."""
    if isinstance(value, list | dict):
        return msgspec.json.encode(value).decode() if value else None
    return value


def _harmless(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str) and value.startswith(_ALIVE):
        return "'" + value
    return value


def _write(sheet: Any, line: int, number: int, value: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(line, number, value)
    elif isinstance(value, int | float) or (
        isinstance(value, Decimal) and len(value.as_tuple().digits) <= 15
    ):
        sheet.write_number(line, number, value)
    else:
        sheet.write_string(line, number, str(value)[:_CELL])
