"""Family C: the narrative against the tables. The list is its table of contents."""

from rules.rule import Rule

RULES: tuple[Rule, ...] = ()
