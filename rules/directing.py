"""Which way an indicator counts: more is better, less is better, or exactly so much."""

from __future__ import annotations

from extractors.records import Indicator
from rules.expecting import EQUAL, HIGHER, LOWER
from rules.text import has, norm

_TIMES = frozenset({"天", "工作日", "小时", "分钟", "秒", "月", "周", "季度"})
_SIGNS = {">=": HIGHER, ">": HIGHER, "<=": LOWER, "<": LOWER, "=": EQUAL}


def direct(row: Indicator) -> tuple[str | None, str]:
    """(direction, "") by the printed sign and, where none is printed, by the name.

    (None, why) where neither decides; a sign against the nature of the name decides nothing.
    """
    if row.target_value_high is not None:
        return EQUAL, ""
    reverse = is_reverse(row)
    if row.target_sign is None:
        return _unsigned(row, reverse)
    direction = _SIGNS[row.target_sign]
    if reverse and direction == HIGHER:
        return None, "指标名称与比较符号方向相反"
    return (LOWER if reverse else direction), ""


def operator(row: Indicator, direction: str) -> str:
    """The comparison to make: the printed sign where it goes that way."""
    if row.target_sign and _SIGNS[row.target_sign] == direction:
        return row.target_sign
    return "<=" if direction == LOWER else ">="


def is_reverse(row: Indicator) -> bool:
    """The less the better, by its name: 成本, 控制率, 投诉 … but not 投诉办结率."""
    name = norm(f"{row.level2 or ''}{row.level3 or ''}")
    return has(name, "reverse") and not has(name, "not_reverse")


def _unsigned(row: Indicator, reverse: bool) -> tuple[str | None, str]:
    unit, name = row.target_unit or "", norm(row.level3 or "")
    if reverse and has(name, "reverse"):
        return LOWER, ""
    if reverse or "元" in unit or unit in _TIMES or has(name, "either_way"):
        return None, "指标值未印比较符号，方向不明"
    return HIGHER, ""
