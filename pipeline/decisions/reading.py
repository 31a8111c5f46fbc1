"""Read decisions from a workbook's 整改台账 or from a CSV file with the same headings."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from extractors.records import Decision
from pipeline.refusal import Refused

LEDGER = "整改台账"
DECISIONS = ("认定", "解释成立", "待核实")
FIELDS = {
    "问题编号": "finding_id",
    "处理决定": "decision",
    "理由": "reason",
    "决定人": "decided_by",
    "决定日期": "decided_on",
    "单位回复": "reply",
}
_WRITTEN = ("decision", "reason", "decided_by", "decided_on", "reply")


def read_decisions(path: Path) -> list[Decision]:
    """The rows in which somebody wrote something, in file order.

    Raises Refused, in Chinese, with the row, where the file cannot be read, lacks a column,
    or holds a decision that is none of `DECISIONS`.
    """
    rows = _csv(path) if path.suffix.lower() == ".csv" else _workbook(path)
    return list(_decisions(path, rows))


def _decisions(path: Path, rows: Iterable[list[str]]) -> Iterator[Decision]:
    columns: dict[str, int] | None = None
    for number, row in enumerate(rows, start=1):
        if columns is None:
            columns = _heading(row)
            continue
        values = {field: row[at].strip() or None for field, at in columns.items() if at < len(row)}
        if not values.get("finding_id") or not any(values.get(field) for field in _WRITTEN):
            continue
        decision = values.get("decision")
        if decision is not None and decision not in DECISIONS:
            raise Refused(
                f"{path.name} 第{number}行的处理决定“{decision}”无法识别，请填“认定”“解释成立”或“待核实”。"
            )
        yield Decision(status="current", source=path.name, **values)  # type: ignore[arg-type]
    if columns is None:
        raise Refused(f"{path.name} 中没有“问题编号”与“处理决定”两栏，读不到处理决定。")


def _heading(row: list[str]) -> dict[str, int] | None:
    found = {FIELDS[text.strip()]: at for at, text in enumerate(row) if text.strip() in FIELDS}
    return found if {"finding_id", "decision"} <= set(found) else None


def _csv(path: Path) -> Iterator[list[str]]:
    from extractors.encodings import decode

    try:
        text = decode(path.read_bytes())
    except OSError as error:
        raise Refused(f"{path} 无法读取：{error.strerror}") from error
    return csv.reader(io.StringIO(text))


def _workbook(path: Path) -> Iterator[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(str(path))
        if LEDGER not in book.sheet_names:
            raise Refused(f"{path.name} 中没有“{LEDGER}”工作表。")
        rows = book.get_sheet_by_name(LEDGER).to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        raise Refused(f"{path} 无法作为工作簿打开，请在 Excel 中另存为 xlsx 后再试。") from error
    return ([_text(value) for value in row] for row in rows)


def _text(value: Any) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
