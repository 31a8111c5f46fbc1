"""Family B: one form against another. The list is its table of contents."""

from rules.rule import Rule

RULES: tuple[Rule, ...] = ()
