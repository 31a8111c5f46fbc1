"""Growth told away from its base: after a completion rate, by turns, of a result told before."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.records import Figure
from rules.passages import LONGEST, Passage, Span
from rules.stating import EARLIER, Rated, is_one_quantity

_YEAR = regex.compile(r"(?P<old>上一?年|去年|上年度)|(?P<new>今年|本年度?|当年)|(?P<year>20\d\d)年度?")
_NOW = regex.compile(
    r"^[，,、；;]\s*(?:而|至|到)?(?:今年|本年度?|当年|20\d\d年度?)(?:则|已|共)?(?:\p{Han}{0,8}?)(?:为|达到?|是)?$"
)
_CHANGE = regex.compile(
    r"^[，,（(]\s*(?:同比|[比较]上年(?:同期)?|[比较]去年(?:同期)?)?(?:实现)?(?:净)?(?:增长|增加|上升|提高|提升|减少|下降|降低|增|减)(?:了|率为)?$"
)
_RATED = regex.compile(
    r"^[，,（(]\s*(?:完成率|(?:超额)?完成)\p{Han}{0,8}(?:为|达到?)?$|^[，,（(]\s*占?\p{Han}{0,6}(?:目标|任务|计划)的$"
)
_COMPARED = regex.compile(
    r"^[）)]?[，,]?\s*(?:同比|[比较]上年(?:同期)?|[比较]去年(?:同期)?)(?:净)?(?:增加|增长|减少|下降|多|少)了?$"
)
_LATER = regex.compile(
    r"^[，,]\s*20\d\d年度?(?:\p{Han}{0,4})(?:同比|[比较]上年)?(?:增长|增加|上升|下降|减少|降低)了?$"
)
_RESULT = frozenset({"actual", "executed"})


def after_rate(passage: Passage) -> Iterator[Rated]:
    """`9.6万人次，完成80%，比上年增加1.4万人次，上年为11万人次`: the completion rate stands between."""
    for i, more in enumerate(passage.figures[:-1]):
        if i < 2 or more.kind != "growth" or more.unit == "百分点" or more.qualifier:
            continue
        now, rate, before = passage.figures[i - 2], passage.figures[i - 1], passage.figures[i + 1]
        told = rate.unit == "%" and now.kind in _RESULT and before.kind == "previous"
        worded = _RATED.match(passage.gap(now, rate)) and _COMPARED.match(passage.gap(rate, more))
        based = EARLIER.fullmatch(passage.gap(more, before)) and more.unit in {"%", now.unit}
        if told and worded and based and _same(now, before):
            yield Rated(passage=passage, part=now, whole=before, rate=more)


def by_turns(passage: Passage) -> Iterator[Rated]:
    """`上年接待11万人次，今年接待9.6万人次，增加1.4万人次` (or p%): one thing in two years."""
    for i, more in enumerate(passage.figures):
        if i < 2 or more.kind != "growth" or more.unit == "百分点" or more.qualifier or not more.value:
            continue
        before, now = passage.figures[i - 2 : i]
        between = passage.gap(before, now)
        plain = _same(before, now) and before.value and now.value and more.unit in {"%", now.unit}
        told = _NOW.match(between) and _CHANGE.match(passage.gap(now, more))
        if (
            plain
            and told
            and _follow(passage.clause_before(before), between)
            and _alike(passage, before, now)
        ):
            yield Rated(passage=passage, part=now, whole=before, rate=more)


def of_this_year(passage: Passage) -> Iterator[Rated]:
    """`支出11232万元……2021年支出10400万元，2022年增长6%`: this year's amount is told before."""
    for i, rate in enumerate(passage.figures):
        if i < 2 or rate.kind != "growth" or rate.unit != "%" or rate.qualifier or not rate.value:
            continue
        before = passage.figures[i - 1]
        gap, year = passage.gap(before, rate), passage.form.fiscal_year
        earlier = _year(passage.clause_before(before))
        if not _LATER.match(gap) or year is None or _year(gap) != year or earlier != year - 1:
            continue
        start = passage.sentence_start(before.start)
        told = passage.within(Span("", max(0, start - LONGEST), start))
        now = [x for x in told if x.kind in _RESULT and x.unit == before.unit and _same(x, before)]
        whole = [x for x in now if not _YEAR.search(passage.clause_before(x))]
        if len(now) == len(whole) == 1 and before.value and whole[0].value:
            yield Rated(passage=passage, part=whole[0], whole=before, rate=rate)


def _same(a: Figure, b: Figure) -> bool:
    """Two figures of one thing in one unit."""
    plain = not (a.qualifier or b.qualifier) and bool(a.subject) and a.unit not in {"%", None}
    return is_one_quantity(a, b) and plain and a.subject == b.subject


def _alike(passage: Passage, before: Figure, now: Figure) -> bool:
    """What the second clause says again was said in the first: 接待 of 接待游客."""
    said = _YEAR.sub("", passage.gap(before, now))
    words = regex.sub(r"[，,、；;\s]|^[而至到]|则|已|共|为|达到?|是", "", said)
    return words in passage.clause_before(before)


def _year(text: str) -> int | None:
    found = regex.findall(r"(20\d\d)年", text)
    return int(found[0]) if len(found) == 1 else None


def _follow(first: str, second: str) -> bool:
    """上年 with 今年, 2022年 with 2023年."""
    one, two = list(_YEAR.finditer(first)), list(_YEAR.finditer(second))
    if len(one) != 1 or len(two) != 1:
        return False
    if one[0]["year"] and two[0]["year"]:
        return int(one[0]["year"]) + 1 == int(two[0]["year"])
    return bool(one[0]["old"] and (two[0]["new"] or two[0]["year"]))


def is_rate(rated: Rated) -> bool:
    """The growth is told in percent."""
    return rated.rate.unit == "%"
