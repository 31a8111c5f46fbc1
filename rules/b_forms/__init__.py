"""Family B: one form against another. The list is its table of contents."""

from rules.b_forms import b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13
from rules.rule import Rule

RULES: tuple[Rule, ...] = (
    b01.RULE,
    b02.RULE,
    b03.RULE,
    b04.RULE,
    b05.RULE,
    b06.RULE,
    b07.RULE,
    b08.RULE,
    b09.RULE,
    b10.RULE,
    b11.RULE,
    b12.RULE,
    b13.RULE,
)
