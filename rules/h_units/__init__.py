"""Family H: units beside each other. The list is its table of contents."""

from rules.h_units import h01, h02, h03, h04, h05, h06, h07, h08, h09, h10, h11, h12, h13
from rules.rule import Rule

RULES: tuple[Rule, ...] = (
    h01.RULE, h02.RULE, h03.RULE, h04.RULE, h05.RULE, h06.RULE, h07.RULE, h08.RULE, h09.RULE, h10.RULE, h11.RULE,
    h12.RULE, h13.RULE,
)  # fmt: skip
