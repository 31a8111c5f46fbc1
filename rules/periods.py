"""The amounts of all quarters or halves before that of the year: 上半年38场、下半年45场，全年83场."""

from __future__ import annotations

from itertools import pairwise

import regex

from extractors.records import Figure
from rules.passages import Passage

_YEAR = regex.compile(
    r"^[，,、；;]\s*(?:全年|年度|年内|本年度?)(?:共|累计|合计|总计|总共)?(?P<what>\p{Han}{0,6})$"
)
_PERIODS = (
    tuple(regex.compile(rf"第?[{n}]季度") for n in ("一1", "二2", "三3", "四4")),
    (regex.compile("上半年"), regex.compile("下半年")),
)
_LEVEL = regex.compile(r"末|累计|平均|均|每|率|存量|保有|在[库册校岗园]|目标|计划|任务|上年|去年")
_NO_SUM = frozenset({"%", "百分点", None})
_STOP = regex.compile(r"[。！？\n]")
_PEOPLE = frozenset({"人", "户", "家", "名"})  # the same ones may be counted in several quarters


def of_year(passage: Passage, i: int) -> list[Figure]:
    """The amounts of the periods in order, where the figure at this place is the year's; empty for none."""
    whole = passage.figures[i]
    year = (
        _YEAR.match(passage.gap(passage.figures[i - 1], whole)) if i and whole.unit not in _NO_SUM else None
    )
    if year is None:
        return []
    for names in _PERIODS:
        parts = passage.figures[max(0, i - len(names)) : i]
        if len(parts) != len(names) or year["what"] not in passage.clause_before(parts[0]):
            continue  # 全年不合格72批次 is of something else
        if _are(passage, parts, whole, names):
            return parts
    return []


def _are(passage: Passage, parts: list[Figure], whole: Figure, names: tuple[regex.Pattern[str], ...]) -> bool:
    labels = [passage.clause_before(parts[0])]
    labels += [passage.gap(a, b) for a, b in pairwise(parts)]
    told = [*labels, passage.gap(parts[-1], whole)]
    plain = all(x.unit == whole.unit and x.value is not None and not x.qualifier for x in [*parts, whole])
    fit = all(name.search(label) for name, label in zip(names, labels, strict=True))
    return (
        plain
        and fit
        and whole.unit not in _PEOPLE
        and not any(_LEVEL.search(x) or _STOP.search(x) for x in told)
    )
