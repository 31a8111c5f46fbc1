"""One invented unit, as its TOML file declares it."""

from __future__ import annotations

import tomllib
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import msgspec

UNITS = Path(__file__).parent / "units"

IndicatorRow = tuple[str, str, str, str, str, str, str]  # 二级, 三级, 分值, 指标值, 完成值, 得分, 原因


class Unit(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Amounts in 万元 as printed, scores in points as printed, narrative paragraphs as written."""

    name: str
    short: str
    format: str
    budget: dict[str, tuple[str, str]]
    staff: tuple[int, int]
    rates: dict[str, str]
    goal: str
    done: str
    duties: str
    targets: str
    management: list[str]
    quantity: str
    quality: str
    timing: str
    economic: str
    social: str
    satisfaction: str
    problems: str
    measures: list[str]
    outputs: list[IndicatorRow]
    effects: list[IndicatorRow]
    satisfied: tuple[str, str, str, str, str, str]
    file: str = ""
    folder: str = ""
    copy: str = ""
    encoding: str = "utf-8"
    finance: str = ""
    planted: list[str] = []
    subordinates: list[tuple[str, str, str, str]] = []
    overrides: dict[str, str] = {}

    def amount(self, item: str, stage: int) -> Decimal:
        """基本, 项目, 其他 or 合计 in 万元; stage 0 is the budget, 1 what was spent."""
        if item == "total":
            return self.amount("basic", stage) + self.amount("project", stage)
        if item == "fiscal":
            return self.amount("total", stage) - self.amount("other", stage)
        return Decimal(self.budget[item][stage])

    def rate(self, item: str) -> str:
        """执行率 as printed, two decimals, unless a discrepancy is planted."""
        planted = self.overrides.get(f"rate_{item}")
        return planted or percent(self.amount(item, 1), self.amount(item, 0))


def percent(part: Decimal, whole: Decimal) -> str:
    """`part / whole` in percent, two decimals rounded half up; empty where the whole is 0."""
    if not whole:
        return ""
    return f"{(100 * part / whole).quantize(Decimal('0.01'), ROUND_HALF_UP)}%"


def units() -> list[Unit]:
    """All units of the sample year, in file order."""
    return [_load(path) for path in sorted(UNITS.glob("*.toml"))]


def _load(path: Path) -> Unit:
    declared: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return msgspec.convert(declared, Unit)
