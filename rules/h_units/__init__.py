"""Family H: units against each other. The list is its table of contents."""

from rules.rule import Rule

RULES: tuple[Rule, ...] = ()
