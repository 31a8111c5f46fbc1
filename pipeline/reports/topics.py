"""The subjects under which a reader first meets the findings."""

from __future__ import annotations

from functools import cache

# fmt: off
_TOPICS = (
    ("总分与各行得分", "A05 A06 A07 A08 A09 A10 A11 A19 A20 B02 B06 B07 C20 D15 D17 E01 G08 H04 H05"),
    ("预算与执行", "A01 A02 A03 A04 A12 A13 A14 A15 A16 A17 A18 B01 B08 B12 D08 D09 D10 D19 G01 G02 G09 H03"),
    ("报告与表格的数字", "C01 C02 C03 C04 C05 C06 C08 C14 C17 F01 F02 F03 F04 F05 F06 F14 F17 F18 F22 F23 H06"),
    ("完成情况与得分",
     "C10 C11 C12 C13 C15 C18 C19 C21 D01 D02 D03 D04 D05 D06 D07 D11 D12 D16 D18 E02 E03 F08 F09 F21 F24 G07 H08 H09 H13"),
    ("单位、人员与机构", "B03 B04 B05 B11 C07 C09 E04 E05 E18 F10 F19 F20 G05 H02 H07 H10"),
    ("指标怎么定的", "C16 D13 D14 E07 E08 E14 E16 E19 E20 E23 F12 F13 G03 G04 G10"),
    ("材料是否齐全、文字是否可靠",
     "B09 B10 B13 C22 E06 E09 E10 E11 E12 E13 E15 E17 E21 E22 F07 F11 F15 F16 G06 G11 H01 H11 H12"),
)
# fmt: on


@cache
def topics() -> dict[str, tuple[str, ...]]:
    """The rules of each subject, in the order in which subjects of equal weight are shown."""
    return {title: tuple(rules.split()) for title, rules in _TOPICS}


def topic(rule_id: str) -> str:
    """The subject of a rule. Raises KeyError for a rule that nobody placed."""
    return _by_rule()[rule_id]


@cache
def _by_rule() -> dict[str, str]:
    return {rule: title for title, rules in topics().items() for rule in rules}
