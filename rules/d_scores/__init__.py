"""Family D: scores against achievement. The list is its table of contents."""

from rules.rule import Rule

RULES: tuple[Rule, ...] = ()
