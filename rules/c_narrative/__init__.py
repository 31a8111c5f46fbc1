"""Family C: the narrative against the tables. The list is its table of contents."""

from rules.c_narrative import (
    c01,
    c02,
    c03,
    c04,
    c05,
    c06,
    c07,
    c08,
    c09,
    c10,
    c11,
    c12,
    c13,
    c14,
    c15,
    c16,
    c17,
)
from rules.rule import Rule

RULES: tuple[Rule, ...] = (
    c01.RULE,
    c02.RULE,
    c03.RULE,
    c04.RULE,
    c05.RULE,
    c06.RULE,
    c07.RULE,
    c08.RULE,
    c09.RULE,
    c10.RULE,
    c11.RULE,
    c12.RULE,
    c13.RULE,
    c14.RULE,
    c15.RULE,
    c16.RULE,
    c17.RULE,
)
