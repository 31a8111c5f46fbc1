"""Figures that stand in one list before a word that speaks of all of them: 上半年38场、下半年45场，其中…"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import regex
from msgspec.structs import replace

from extractors.records import Figure
from rules.passages import Passage
from rules.scaling import like

_JOINT = regex.compile(
    r"(?:（[^（）]{0,20}）)?(?P<mark>[、，,]|和|及|与|以及)(?P<name>[^、，,；;。：:\n]{0,16})"
)
_SAME = regex.compile(r"、|和|及|与|以及")


def listed(passage: Passage, last: Figure, before: list[Figure], *, tight: bool) -> list[Figure]:
    """The figures that `last` ends a list of, in order; `tight`: of one kind, joined by 、 or 和 only.

    `before` are the figures of its sentence in its unit. No list: `last` alone.
    """
    out = [last]
    for figure in reversed(before):
        found = _JOINT.fullmatch(passage.gap(figure, out[0]))
        apart = tight and (found is None or figure.kind != last.kind or not _SAME.fullmatch(found["mark"]))
        if found is None or apart:
            break
        out.insert(0, figure)
    return out


def sums(passage: Passage, last: Figure, before: list[Figure]) -> list[Figure]:
    """Every sum of a list that `last` ends, from two members on, as figures of their own."""
    members = listed(passage, last, before, tight=False)
    return [_sum(members[-n:]) for n in range(2, len(members) + 1)]


def enumerated(passage: Passage, last: Figure, before: list[Figure]) -> Figure | None:
    """The sum of a plain list (甲、乙和丙); None where `last` ends none."""
    members = listed(passage, last, before, tight=True)
    return _sum(members) if len(members) > 1 else None


def _sum(members: list[Figure]) -> Figure:
    whole = sum((x.value for x in members if x.value is not None), Decimal(0))
    steps = [x.step for x in members if x.step is not None]
    subjects = {x.subject for x in members if x.subject}
    return replace(
        members[-1],
        value=whole,
        step=min(steps) if steps else None,
        text=f"{'＋'.join(x.text for x in members)}＝{like(members[-1], Fraction(whole))}",
        start=members[0].start,
        subject=subjects.pop() if len(subjects) == 1 else None,
    )
