"""Sums of printed amounts, with what a blank part may mean."""

from __future__ import annotations

from typing import Any

import msgspec

from extractors.numerals.fraction import Fraction
from rules.comparing import EXACT, TRUNCATED, Comparison, derived, total
from rules.denotation import Printed


class Sum(msgspec.Struct, frozen=True, kw_only=True):
    """A printed total against its parts. `blanks` parts print nothing and were read as 0."""

    comparison: Comparison
    blanks: int
    difference: Fraction  # parts minus total

    @property
    def closes(self) -> bool:
        """True where the sum agrees, blanks read as 0."""
        return self.comparison.agrees

    @property
    def may_close(self) -> bool:
        """True where a blank part could hold what is missing."""
        return self.closes or (self.blanks > 0 and self.difference < 0)

    @property
    def note(self) -> str:
        """How it closes, in words; empty for an exact sum."""
        words = []
        if self.comparison.verdict == TRUNCATED:
            words.append("末位去尾")
        elif self.comparison.verdict != EXACT:
            words.append("末位四舍五入之差")
        if self.blanks:
            words.append("空白按0计")
        return f"（{'，'.join(words)}）" if words else ""


def add(whole: Printed, parts: list[Printed | None]) -> Sum | None:
    """Compare a total with its parts; None where no part is printed."""
    known = [part for part in parts if part is not None]
    if not known:
        return None
    comparison = total(whole, known)
    return Sum(
        comparison=comparison,
        blanks=len(parts) - len(known),
        difference=sum((part.value for part in known), Fraction(0)) - whole.value,
    )


def balance(left: list[Printed | None], right: list[Printed | None]) -> Sum | None:
    """Compare two sums of the same money; None where one side prints nothing."""
    lefts, rights = ([x for x in side if x is not None] for side in (left, right))
    if not lefts or not rights:
        return None

    def rest(*terms: Any) -> Any:
        """What the first left part must be: the right side less the other left parts."""
        return sum(terms[others:], Fraction(0)) - sum(terms[:others], Fraction(0))

    others = len(lefts) - 1
    comparison = derived(lefts[0], rest, *lefts[1:], *rights, cut_operands=True)
    difference = sum((x.value for x in lefts), Fraction(0)) - sum((x.value for x in rights), Fraction(0))
    blanks = left.count(None) + right.count(None)
    return Sum(comparison=comparison, blanks=blanks, difference=difference)
