"""All rules, family by family: the catalogue's table of contents."""

from __future__ import annotations

from rules import (
    a_arithmetic,
    b_forms,
    c_narrative,
    d_scores,
    e_completeness,
    f_text,
    g_years,
    h_units,
)
from rules.rule import Rule

FAMILIES: dict[str, tuple[str, tuple[Rule, ...]]] = {
    "A": ("表内计算", a_arithmetic.RULES),
    "B": ("表间一致", b_forms.RULES),
    "C": ("叙述与表格", c_narrative.RULES),
    "D": ("得分与完成情况", d_scores.RULES),
    "E": ("完整性与填报规范", e_completeness.RULES),
    "F": ("叙述自身", f_text.RULES),
    "G": ("跨年度", g_years.RULES),
    "H": ("跨单位", h_units.RULES),
}
"""A letter, its Chinese title, its rules."""

ALL_RULES: tuple[Rule, ...] = tuple(rule for _, rules in FAMILIES.values() for rule in rules)
_BY_ID = {rule.id: rule for rule in ALL_RULES}


def find(rule_id: str) -> Rule:
    """The rule with this id, whatever its case. Raises KeyError for an unknown one."""
    return _BY_ID[rule_id.upper()]
