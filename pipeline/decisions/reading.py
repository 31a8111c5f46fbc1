"""Read decisions from a workbook's 整改台账 or from a CSV file with the same headings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from extractors.records import Decision
from pipeline.commas import rows
from pipeline.decisions.dates import iso
from pipeline.refusal import Refused, reason

LEDGER = "整改台账"
WITHDRAWN = "撤销"
DECISIONS = ("认定", "解释成立", "待核实", WITHDRAWN)
SEEN = "上次读回"  # hidden column of the ledger: what a row said when it was written
FIELDS = {
    "问题编号": "finding_id",
    "处理决定": "decision",
    "理由": "reason",
    "决定人": "decided_by",
    "决定日期": "decided_on",
    "单位回复": "reply",
}
WRITTEN = ("decision", "reason", "decided_by", "decided_on", "reply")


class Statement(msgspec.Struct, frozen=True):
    """What a row says of a finding, where it stands, what it said when hedui wrote it (None: unknown)."""

    said: Decision
    place: str
    seen: str | None = None


def statements(path: Path) -> list[Statement]:
    """The rows in which somebody wrote something since hedui wrote them, in file order.

    A decision that was there and has been cleared is `撤销`. Raises Refused, in Chinese, with the row, where
    the file cannot be read, lacks a column, or holds a decision or a date that is none.
    """
    held = _csv(path) if path.suffix.lower() == ".csv" else _workbook(path)
    return list(_statements(path, held))


def read_decisions(path: Path) -> list[Decision]:
    """What `statements` says, alone."""
    return [statement.said for statement in statements(path)]


def written(decision: Decision | None) -> str:
    """What stands in the cells that people fill, as one text; '' where nothing does."""
    values = [getattr(decision, field) or "" for field in WRITTEN] if decision else []
    return "｜".join(values) if any(values) else ""


def _statements(path: Path, held: Iterable[list[str]]) -> Iterator[Statement]:
    columns: dict[str, int] | None = None
    for number, row in enumerate(held, start=1):
        if columns is None:
            columns = _heading(row)
            continue
        place = f"{path.name} 第{number}行"
        values = {field: row[at].strip() or None for field, at in columns.items() if at < len(row)}
        seen = (values.pop("seen", None) or "") if "seen" in columns else None
        said = _said(values, place, path.name, seen)
        if said is not None and written(said) != (seen or ""):
            yield Statement(said, place, seen)
    if columns is None:
        raise Refused(f"{path.name} 中没有“问题编号”与“处理决定”两栏，读不到处理决定。")


def _said(values: dict[str, str | None], place: str, source: str, seen: str | None) -> Decision | None:
    if not values.get("finding_id"):
        return None
    decision, day = values.get("decision"), values.get("decided_on")
    if decision is not None and decision not in DECISIONS:
        raise Refused(
            f"{place}的处理决定“{decision}”无法识别，请填“认定”“解释成立”“待核实”，撤销原决定填“撤销”。"
        )
    if day is not None and (date := iso(day)) is None:
        raise Refused(f"{place}的决定日期“{day}”无法识别，请写成 2022-04-15 或 2022年4月15日。")
    if decision is None and (seen or "").split("｜")[0] not in ("", WITHDRAWN):
        decision = WITHDRAWN
    values |= {"decision": decision, "decided_on": date if day is not None else None}
    return Decision(status="current", source=source, **values)  # type: ignore[arg-type]


def _heading(row: list[str]) -> dict[str, int] | None:
    fields = FIELDS | {SEEN: "seen"}
    found = {fields[text.strip()]: at for at, text in enumerate(row) if text.strip() in fields}
    return found if {"finding_id", "decision"} <= set(found) else None


def _csv(path: Path) -> Iterator[list[str]]:
    try:
        return rows(path)
    except OSError as error:
        raise Refused(f"{path} 无法读取：{reason(error)}。") from error


def _workbook(path: Path) -> Iterator[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(str(path))
        if LEDGER not in book.sheet_names:
            raise Refused(f"{path.name} 中没有“{LEDGER}”工作表。")
        held = book.get_sheet_by_name(LEDGER).to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        raise Refused(f"{path} 无法作为工作簿打开，请在 Excel 中另存为 xlsx 后再试。") from error
    return ([_text(value) for value in row] for row in held)


def _text(value: Any) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
