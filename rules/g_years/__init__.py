"""Family G: one unit across years. The list is its table of contents."""

from rules.rule import Rule

RULES: tuple[Rule, ...] = ()
