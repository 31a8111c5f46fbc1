"""A mean with its total in one sentence, the count told elsewhere: 护林员人均管护1250亩，总面积775万亩."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec
import regex

from extractors.records import Figure
from rules import printed
from rules.comparing import derived
from rules.passages import Passage, passages
from rules.submission import Submission

_MEAN = regex.compile(r"(?P<who>\p{Han}{2,8})(?P<unit>[人户])均(?P<what>\p{Han}{0,8})$")
_TOTAL = regex.compile(r"^[，,]\s*\p{Han}{0,6}(?:总|合计|共)\p{Han}{0,6}$")
_POWERS = (Fraction(10), Fraction(1, 10), Fraction(100), Fraction(1, 100))
_KINDS = frozenset({"actual", "headcount", "executed", None})


class Magnitude(msgspec.Struct, frozen=True, kw_only=True):
    """A mean, its total that is a power of ten off, the count from elsewhere; what it ought to be."""

    passage: Passage
    mean: Figure
    total: Figure
    count: Figure
    expected: Fraction


def misplaced(submission: Submission) -> Iterator[Magnitude]:
    """Totals that mean times count gives but for the place of the point; no count fits as it stands."""
    texts = passages(submission)
    for passage in texts:
        if "均" not in passage.text:
            continue
        for mean, total in zip(passage.figures, passage.figures[1:], strict=False):
            named = _MEAN.search(passage.clause_before(mean))
            plain = mean.unit == total.unit and mean.unit not in {"%", None} and mean.value and total.value
            if not named or not plain or not _TOTAL.match(passage.gap(mean, total)):
                continue
            counts = [x for text in texts for x in text.figures if _counts(x, named["who"], named["unit"])]
            yield from _off(passage, mean, total, counts)


def _counts(figure: Figure, who: str, unit: str) -> bool:
    told = figure.kind in _KINDS and not figure.qualifier and figure.unit == unit and figure.value
    return bool(told) and (figure.subject or "").endswith(who)


def _off(passage: Passage, mean: Figure, total: Figure, counts: list[Figure]) -> Iterator[Magnitude]:
    each, whole = printed.figure(mean), printed.figure(total)
    if each is None or whole is None or each.qualifier or whole.qualifier:
        return
    known = [(x, value) for x in counts if (value := printed.figure(x)) is not None]
    if any(derived(whole, lambda a, b: a * b, each, n, cut_operands=True).agrees for _, n in known):
        return
    for count, n in known:
        for power in _POWERS:
            if Fraction(each.value) * Fraction(n.value) == Fraction(whole.value) * power:
                yield Magnitude(
                    passage=passage, mean=mean, total=total, count=count, expected=whole.value * power
                )
                return
