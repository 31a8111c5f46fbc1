"""The register of units that an officer supplies: CSV, workbook or TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

from pipeline.commas import rows
from pipeline.refusal import Refused, reason

if TYPE_CHECKING:
    from rules.register import Unit

NAMES = ("register.csv", "register.xlsx", "register.toml", "单位名录.csv", "单位名录.xlsx", "单位名录.toml")
_NAME, _ALIASES, _SUPERVISOR, _EXPECTED = "单位名称", "别名", "主管部门", "应报送"
_SEPARATORS = regex.compile(r"[、，,；;/\n]+")
_NO = {"否", "不", "n", "no", "0", "false"}


def find(out: Path) -> Path | None:
    """The register beside the dataset, where one lies there."""
    return next((out / name for name in NAMES if (out / name).is_file()), None)


def load(path: Path) -> list[Unit]:
    """The units of a register, in file order.

    Raises Refused where the file cannot be read, lacks the column 单位名称, names a unit twice.
    """
    try:
        match path.suffix.lower():
            case ".toml":
                units = [_entry(entry) for entry in _toml(path)]
            case ".xlsx":
                units = list(_table(path, _workbook(path)))
            case _:
                units = list(_table(path, rows(path)))
    except OSError as error:
        raise Refused(f"单位名录 {path} 无法读取：{reason(error)}。") from error
    seen: set[str] = set()
    for unit in units:
        if unit.name in seen:
            raise Refused(f"单位名录 {path.name} 中“{unit.name}”出现两次。")
        seen.add(unit.name)
    if not units:
        raise Refused(f"单位名录 {path.name} 中没有单位。")
    return units


def _table(path: Path, held: Iterable[list[str]]) -> Iterator[Unit]:
    heading: dict[str, int] | None = None
    for row in held:
        if heading is None:
            found = {text.strip(): at for at, text in enumerate(row)}
            heading = found if _NAME in found else None
            continue
        entry = {name: row[at].strip() for name, at in heading.items() if at < len(row)}
        if entry.get(_NAME):
            yield _entry(entry)
    if heading is None:
        raise Refused(f"单位名录 {path.name} 中没有“{_NAME}”一栏。")


def _entry(entry: dict[str, Any]) -> Unit:
    from rules.register import Unit

    aliases = entry.get(_ALIASES) or ""
    listed = aliases if isinstance(aliases, list) else _SEPARATORS.split(str(aliases))
    expected = str(entry.get(_EXPECTED, "是")).strip().lower()
    return Unit(
        name=str(entry[_NAME]).strip(),
        aliases=tuple(alias.strip() for alias in listed if alias.strip()),
        supervisor=entry.get(_SUPERVISOR) or None,
        expected=expected not in _NO,
    )


def _toml(path: Path) -> list[dict[str, Any]]:
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8-sig")).get("单位", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refused(f"单位名录 {path.name} 不是有效的 TOML：{error}") from error
    if not isinstance(entries, list) or not all(isinstance(e, dict) and e.get(_NAME) for e in entries):
        raise Refused(f'单位名录 {path.name} 应为若干 [["单位"]]，每个写明 "{_NAME}"（键名加引号）。')
    return entries


def _workbook(path: Path) -> list[list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        held = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise Refused(f"单位名录 {path.name} 无法作为工作簿打开。") from error
    return [["" if value is None else str(value) for value in row] for row in held]
