"""Family F: the narrative against itself. The list is its table of contents."""

from rules.rule import Rule

RULES: tuple[Rule, ...] = ()
