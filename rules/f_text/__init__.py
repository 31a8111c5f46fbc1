"""Family F: the narrative against itself. The list is its table of contents."""

from rules.f_text import (
    f01,
    f02,
    f03,
    f04,
    f05,
    f06,
    f07,
    f08,
    f09,
    f10,
    f11,
    f12,
    f13,
    f14,
    f15,
    f16,
    f17,
    f18,
)
from rules.rule import Rule

RULES: tuple[Rule, ...] = (
    f01.RULE,
    f02.RULE,
    f03.RULE,
    f04.RULE,
    f05.RULE,
    f06.RULE,
    f07.RULE,
    f08.RULE,
    f09.RULE,
    f10.RULE,
    f11.RULE,
    f12.RULE,
    f13.RULE,
    f14.RULE,
    f15.RULE,
    f16.RULE,
    f17.RULE,
    f18.RULE,
)
