"""Family A: arithmetic inside a form. The list is its table of contents."""

from rules.rule import Rule

RULES: tuple[Rule, ...] = ()
