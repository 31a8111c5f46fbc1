"""Family G: one unit across years. The list is its table of contents."""

from rules.g_years import g01, g02, g03, g04, g05, g06, g07, g08, g09, g10, g11
from rules.rule import Rule

RULES: tuple[Rule, ...] = (
    g01.RULE, g02.RULE, g03.RULE, g04.RULE, g05.RULE, g06.RULE, g07.RULE, g08.RULE, g09.RULE, g10.RULE,
    g11.RULE,
)  # fmt: skip
