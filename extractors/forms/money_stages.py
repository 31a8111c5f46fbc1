"""The stage of money that a label names: 预算安排, 实际支付, 支付率."""

from __future__ import annotations

from functools import lru_cache

from extractors.forms import vocabulary
from extractors.forms.columns import MONEY
from extractors.forms.morphemes import scores

_SAID = 0.85  # how much the parts of a label must say


@lru_cache(maxsize=4096)
def stage(text: str) -> vocabulary.Match | None:
    """As listed or put together so, else by the parts of its words where they speak for one stage alone."""
    found = vocabulary.match("funds", text)
    if found is not None:
        return found
    said = {role: score for role, score in scores("funds", text).items() if role in MONEY and score >= _SAID}
    if len(said) != 1:
        return None
    best = next(iter(said))
    return vocabulary.Match(role=best, known=vocabulary.model("funds", best), exact=False)
