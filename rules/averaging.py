"""An average beside the total and the count that it is of: 培训12期360人次，平均每期45人次."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from extractors import units
from extractors.records import Figure
from rules.passages import LONGEST, Passage

_MEAN = regex.compile(
    r"(?:平均每(?P<each>\p{Han}{1,2}?)|(?P<of>户|人|场|期|次|村|所|班|件|站|校|店|馆|队|台|辆)均)"
    r"(?:\p{Han}{0,6}?)(?:为|达|约)?$"
)
_BARE = regex.compile(r"平均(?:为|达)?$")
_BREAK = regex.compile(r"[；;。！？\n]")
_APART = regex.compile(r"其中|最高|最低|上年|去年|计划|目标|任务|增加|减少|以上|以下")
_PLAIN = frozenset({"actual", "headcount", "executed", None})
_NEAR, _LEAD = 16, 16


class Averaged(msgspec.Struct, frozen=True, kw_only=True):
    """A mean with its total and its count, as they stand side by side."""

    passage: Passage
    mean: Figure
    total: Figure
    count: Figure


def averaged(passage: Passage) -> Iterator[Averaged]:
    """All such statements of things other than money, with one total and one count right before the mean."""
    if "均" not in passage.text:
        return
    for i, mean in enumerate(passage.figures):
        per = _of_what(passage, mean) if i > 1 and mean.value and not mean.qualifier else None
        if per is None:
            continue
        own, each = per
        first, second = passage.figures[i - 2 : i]
        for total, count in ((first, second), (second, first)):
            if total.unit == own and count.unit == each and _stand_together(passage, first, second, mean):
                yield Averaged(passage=passage, mean=mean, total=total, count=count)


def _of_what(passage: Passage, mean: Figure) -> tuple[str, str] | None:
    """The unit of the total, the unit of the count: 人次, 期."""
    before = passage.text[max(0, mean.start - _LEAD) : mean.start]
    if mean.unit and "/" in mean.unit:
        own, _, per = mean.unit.partition("/")
        return (own, per) if _BARE.search(before) and own != "元" else None
    found = _MEAN.search(before)
    each = units.canonical(found["each"] or found["of"]) if found is not None else None
    return (mean.unit, each) if mean.unit and each and mean.unit not in {"元", "%"} else None


def _stand_together(passage: Passage, first: Figure, second: Figure, mean: Figure) -> bool:
    start = max(passage.sentence_start(first.start), first.start - LONGEST)
    between = passage.text[first.end : mean.start]
    words = f"{passage.text[max(start, first.start - _LEAD) : first.start]}{between}"
    near = len(passage.gap(first, second)) <= _NEAR and len(passage.gap(second, mean)) <= _NEAR
    plain = all(x.kind in _PLAIN and x.value and not x.qualifier for x in (first, second))
    return near and plain and not _BREAK.search(between) and not _APART.search(words)
