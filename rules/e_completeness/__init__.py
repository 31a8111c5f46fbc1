"""Family E: completeness of forms. The list is its table of contents."""

from rules.e_completeness import e01, e02
from rules.rule import Rule

RULES: tuple[Rule, ...] = (
    e01.RULE,
    e02.RULE,
)
