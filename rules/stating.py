"""Rates as a text states them, with the two figures that they come from.

A rate belongs to the figures right before it: nothing but words of linking stands between
(完成率, 占任务的). Kinds of the figures say which is part, which is whole.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from extractors.records import Figure
from rules.passages import Passage, Span

_PARTS = {"actual": "target", "executed": "budget"}
_FILLER = regex.compile(
    r"任务数?|目标值?|计划数?|年初|年度|全年|指标值?|完成|执行|支出|支付|到位|使用|预算|资金|决算|实际|实现|达到?|达成|"
    r"进度|比例|比率|率|数|为|是|占|的|仅|已|只|约|近|共|总|应|其|较|比|与|上年|上一年|去年|同期|同比|增长|增加|增幅|增速|"
    r"上升|上涨|攀升|回升|增至|增到|下滑|回落|降至|降到|下降|减少|降低|降幅|提高|提升|由|从|到|至|超额|超|指标|值|量|额|实|成功|顺利|度|净增|净减|末"
)
_NOISE = regex.compile(r"[\s\p{P}\p{S}]++")
_BREAK = regex.compile(r"[；;。！？!?\n]")
_WHOLE_PICTURE = regex.compile(r"总体|整体|综合|平均|累计|其中|合计|总|均为|分别")
_OTHER_WHOLE = ("年初", "调整", "上年", "序时", "上级", "省定", "市定")
EARLIER = regex.compile(
    r"[，,（(]\s*(?:比|较|与|同|相比)?(?:上年|去年|上一年|上年同期|20\d\d年)(?:度|同期)?的?(?:数|值)?(?:为|是|仅|：|:)?\s*"
)
_COMPARED = regex.compile(r"同比|比上年|比去年|较上年|较去年|比上一年")
_NAMED_RATE = regex.compile(r"^[^；;。]{0,16}?(?P<stem>\p{Han}{2})[率度](?:为|达到?|是|约)?$")
_SURVEY = regex.compile(r"满意[度率](?:问卷)?(?:调查|测评|评议|评价|回访|问卷|调研)")
_SAME_DEED = {  # what a rate is named for, how its count may be told
    "合格": ("合格", "通过"),
    "通过": ("通过", "合格"),
    "参与": ("参与", "参加"),
    "参加": ("参加", "参与"),
    "参训": ("参训", "参加培训", "参加了培训"),
    "参会": ("参会", "参加会议"),
    "办结": ("办结", "办理完毕"),
    "及格": ("及格",),
}
_DENIED = regex.compile(r"[不未没非]|基本|较|比较|部分|上年|去年|目标|计划|任务")
_AGAINST = regex.compile(r"[，,（(]?\s?(?:比|较|低于|高于)[^，,；;。！\n]{1,20}")
_BY = regex.compile(r"[）)]?(?:降?低|提?高|多|少|短|长|快|慢|早|晚|减少|缩短|延长|提前)了?")
_ALL = regex.compile(r"全部|均|都")
_GROWN = regex.compile(
    r"(?:增加|增长|上升|提高|提升|减少|下降|降低|压减|净增|净减|(?<![最至])多|(?<!至)少)了?$"
)
_OVER_BASE = regex.compile(r"(?:比|较|与|同|相比|对比|相对于?)(?:[^，,；;。：:\d]|20\d\d年|19\d\d年){0,16}$")
_CHANGED = regex.compile(
    r"^(?:相比|相较|比较)?[，,]?\s*(?:\p{Han}{0,6})(?:增加|增长|上升|提高|提升|减少|下降|降低|压减|多|少|增|减)\p{Han}{0,3}$"
)
_BARE = regex.compile(r"(?:同比|[比较](?:上年|去年)(?:同期)?)(?:为|约)?$")
_PLANNED = regex.compile(r"预算|计划|目标|任务|年初|预期|预计|指标|限额|控制数|概算|批复|平均")
_YEARLY = regex.compile(r"同比|上年|去年|上一年|前年|同期|20\d\d年")
_LEAD = 12  # characters before a figure that say which one it is
_FEW = 2  # characters that may remain between two figures of one statement


class Rated(msgspec.Struct, frozen=True, kw_only=True):
    """A rate in percent with its part and whole, as they stand in one statement."""

    passage: Passage
    part: Figure
    whole: Figure
    rate: Figure

    @property
    def others(self) -> list[Figure]:
        """All figures of the sentence in the unit of part and whole."""
        found = [x for x in _sentence(self.passage, self.rate) if x.unit == self.part.unit]
        return found if self.whole.start < self.rate.start else [*found, self.whole]


def completion_rates(passage: Passage) -> Iterator[Rated]:
    """`a（任务数t）完成率p`, `计划t，完成a，完成率p`, `预算b，支出e，执行率p`."""
    for i, rate in enumerate(passage.figures):
        if rate.kind != "completion_rate" or not _plain_percent(rate) or i < 2:
            continue
        first, second = passage.figures[i - 2 : i]
        if not _one_statement(passage, first, second, rate):
            continue
        for part, whole in ((first, second), (second, first)):
            if _PARTS.get(part.kind or "") == whole.kind and _of_that_whole(passage, whole, rate):
                yield Rated(passage=passage, part=part, whole=whole, rate=rate)


def shares(passage: Passage) -> Iterator[Rated]:
    """`抽检530份，合格514份，合格率97%`: the rate is named for what the second count counts."""
    for i, rate in enumerate(passage.figures):
        if rate.kind not in {"actual", "completion_rate"} or not _plain_percent(rate) or i < 2:
            continue
        whole, part = passage.figures[i - 2 : i]
        named = _NAMED_RATE.search(passage.gap(part, rate))
        if named is None or not is_one_quantity(whole, part) or _not_counts(whole, part):
            continue
        counted = f"{passage.gap(whole, part)}{passage.gap(part, rate)[: named.start('stem')]}"
        base = _SURVEY.sub("", passage.text[max(0, whole.start - _LEAD) : whole.start])
        stem = named["stem"]
        apart = _BREAK.search(counted) or _WHOLE_PICTURE.search(counted.replace("其中", ""))
        told = any(word in counted for word in _SAME_DEED.get(stem, (stem,)))
        told = told and (stem not in base or regex.search(f"应(?:当|该)?{stem}", base) is not None)
        whole_of_part = rate.value == 100 and _ALL.search(counted)  # 19名全部安置，安置率100%
        if told and not whole_of_part and not apart and not _DENIED.search(counted):
            yield Rated(passage=passage, part=part, whole=whole, rate=rate)


def _not_counts(whole: Figure, part: Figure) -> bool:
    """Not two plain counts, the second within the first."""
    if whole.unit in {"%", "元", None} or whole.value is None or part.value is None:
        return True
    return bool(whole.qualifier or part.qualifier) or not 0 < part.value <= whole.value


def growth_rates(passage: Passage) -> Iterator[Rated]:
    """`A，比上年B增长p`, `由B增长到A，增长p`: part is this year's figure, whole the earlier one."""
    for i, rate in enumerate(passage.figures):
        if rate.kind != "growth" or not _plain_percent(rate) or i < 2:
            continue
        first, second = passage.figures[i - 2 : i]
        if not _one_statement(passage, first, second, rate):
            continue
        for now, before in ((first, second), (second, first)):
            if before.kind == "previous" and now.kind in {"actual", "executed", "budget"}:
                yield Rated(passage=passage, part=now, whole=before, rate=rate)


def growth_before_base(passage: Passage) -> Iterator[Rated]:
    """`A，同比增长p，上年为B`: the earlier figure follows the rate in a clause of its own."""
    for i, rate in enumerate(passage.figures):
        if rate.kind != "growth" or not _plain_percent(rate) or not 1 <= i < len(passage.figures) - 1:
            continue
        now, before = passage.figures[i - 1], passage.figures[i + 1]
        stands = before.kind == "previous" and now.kind in {"actual", "executed", "budget"}
        alone = EARLIER.fullmatch(passage.gap(rate, before)) and _COMPARED.search(passage.gap(now, rate))
        if stands and alone and is_one_quantity(now, before) and now.value and _adjoin(passage, now, rate):
            yield Rated(passage=passage, part=now, whole=before, rate=rate)


def bare_rates(passage: Passage) -> Iterator[Rated]:
    """`A，上年B，同比p`, `A，同比p（上年B）`: a rate that does not say which way it goes."""
    for i, rate in enumerate(passage.figures):
        bare = rate.kind in {"actual", "previous", None} and _plain_percent(rate) and not rate.qualifier
        if not bare or i < 1 or not _BARE.search(passage.gap(passage.figures[i - 1], rate)):
            continue
        first, after = passage.figures[i - 1], passage.figures[i + 1 : i + 2]
        behind = after and EARLIER.fullmatch(passage.gap(rate, after[0])) and _adjoin(passage, first, rate)
        pair = [first, after[0]] if behind else passage.figures[max(0, i - 2) : i]
        if len(pair) == 2 and not behind and not _one_statement(passage, pair[0], pair[1], rate):
            continue
        old = [x for x in pair if x.kind == "previous"]
        new = [x for x in pair if x.kind in {"actual", "executed"}]
        if len(old) == len(new) == 1 and is_one_quantity(new[0], old[0]) and new[0].value and old[0].value:
            yield Rated(passage=passage, part=new[0], whole=old[0], rate=rate)


def differences(passage: Passage) -> Iterator[Rated]:
    """`A，比上年B增加D`, `由B增加到A，增加D`: the rate is the amount of growth, part now, whole before."""
    for i, more in enumerate(passage.figures):
        if more.kind != "growth" or more.unit in {"%", None} or more.value is None or i < 2:
            continue
        first, second = passage.figures[i - 2 : i]
        unit = "%" if more.unit == "百分点" else more.unit
        worded = _GROWN.search(passage.gap(second, more))
        if not worded or first.unit != unit or not _one_statement(passage, first, second, more):
            continue
        for now, before in ((first, second), (second, first)):
            if before.kind == "previous" and now.kind in {"actual", "executed", "budget"}:
                yield Rated(passage=passage, part=now, whole=before, rate=more)


def compared_levels(passage: Passage) -> Iterator[Rated]:
    """`A，比全省平均B少D`: the rate is the difference, part and whole the two levels."""
    for i, gap in enumerate(passage.figures):
        if i < 2 or gap.value is None or gap.unit is None or gap.qualifier:
            continue
        level, other = passage.figures[i - 2 : i]
        if other.kind == "previous" and gap.kind == "growth":
            continue  # a growth: see `differences`
        units = {level.unit, other.unit, "%" if gap.unit == "百分点" else gap.unit}
        first, second = passage.gap(level, other), passage.gap(other, gap)
        plain = not (level.qualifier or other.qualifier) and None not in (level.value, other.value)
        if len(units) == 1 and plain and _AGAINST.fullmatch(first) and _BY.fullmatch(second):
            yield Rated(passage=passage, part=level, whole=other, rate=gap)


def differences_before_base(passage: Passage) -> Iterator[Rated]:
    """`A，比上年增加D（上年B）`: the earlier figure follows the amount of growth."""
    for i, more in enumerate(passage.figures):
        if (
            more.kind != "growth"
            or more.unit in {"%", "百分点", None}
            or not 1 <= i < len(passage.figures) - 1
        ):
            continue
        now, before = passage.figures[i - 1], passage.figures[i + 1]
        stands = before.kind == "previous" and now.kind in {"actual", "executed", "budget"}
        one = (
            stands
            and now.unit == before.unit == more.unit
            and None not in (now.value, before.value, more.value)
        )
        words = passage.gap(now, more)
        told = (
            _GROWN.search(words) and _COMPARED.search(words) and EARLIER.fullmatch(passage.gap(more, before))
        )
        if one and told and _adjoin(passage, now, more):
            yield Rated(passage=passage, part=now, whole=before, rate=more)


def increments(passage: Passage) -> Iterator[Rated]:
    """`A，比上年增加D，增长p`: part is this year's figure, whole the amount that it grew by."""
    for i, rate in enumerate(passage.figures):
        if rate.kind != "growth" or not _plain_percent(rate) or i < 2:
            continue
        now, more = passage.figures[i - 2 : i]
        grown = more.kind == "growth" and now.kind in {"actual", "executed", "budget"}
        grown = grown and not is_base(passage, now) and not _of_plan(passage, now.end, more, rate)
        same_way = more.direction == rate.direction == "up"
        if grown and same_way and more.unit != "%" and _one_statement(passage, now, more, rate):
            yield Rated(passage=passage, part=now, whole=more, rate=rate)


def over_base(passage: Passage) -> Iterator[Rated]:
    """`较上年支出B增加D，增长p`: part is the amount of growth, whole the earlier figure."""
    for i, rate in enumerate(passage.figures):
        if rate.kind != "growth" or not _plain_percent(rate) or i < 2:
            continue
        before, more = passage.figures[i - 2 : i]
        apart = more.unit in {"%", "百分点", None} or more.qualifier or before.qualifier
        same_way = more.direction == rate.direction and more.kind == "growth"
        if apart or not same_way or not _one_statement(passage, more, before, rate, in_turn=False):
            continue
        start = passage.sentence_start(before.start)
        previous = passage.last_before(before.start)
        start = max(start, previous.end) if previous else start
        if _of_plan(passage, start, more, rate):
            continue
        if is_base(passage, before) and _CHANGED.match(passage.gap(before, more)):
            yield Rated(passage=passage, part=more, whole=before, rate=rate)


def _of_plan(passage: Passage, start: int, more: Figure, rate: Figure) -> bool:
    """`比预算15万元减少3万元，比上年下降8%`: more than planned, while the rate is over last year."""
    gap = passage.gap(more, rate)
    return bool(_PLANNED.search(passage.text[start : more.start]) and _YEARLY.search(gap))


def is_base(passage: Passage, figure: Figure) -> bool:
    """What another figure is compared with: 较上年支出265.10万元, 与2020年决算1756.20万元相比."""
    previous = passage.last_before(figure.start)
    start = max(previous.end if previous else 0, passage.sentence_start(figure.start))
    return bool(_OVER_BASE.search(passage.text[start : figure.start]))


def only_growth(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """A figure and its growth where no earlier figure is given: `55.73亿元，同比增长11%`."""
    for i, rate in enumerate(passage.figures):
        if rate.kind != "growth" or not _plain_percent(rate) or i < 1:
            continue
        now = passage.figures[i - 1]
        given = any(x.kind == "previous" for x in _sentence(passage, rate))
        if now.kind == "actual" and now.unit != "%" and not given and _adjoin(passage, now, rate):
            yield now, rate


def is_one_quantity(a: Figure, b: Figure) -> bool:
    """Two figures in one unit with a value each."""
    return (a.unit or "") == (b.unit or "") and a.value is not None and b.value is not None


def _of_that_whole(passage: Passage, whole: Figure, rate: Figure) -> bool:
    """`完成年初预算的103.5%` is of another budget than the one stated before, unless that is 年初 too."""
    before = passage.last_before(rate.start)
    gap = passage.gap(before, rate) if before else ""
    said = passage.text[max(0, whole.start - _LEAD) : whole.start]
    return all(word in said for word in _OTHER_WHOLE if word in gap)


def _plain_percent(figure: Figure) -> bool:
    return figure.unit == "%" and figure.value is not None


def _one_statement(
    passage: Passage, first: Figure, second: Figure, rate: Figure, *, in_turn: bool = True
) -> bool:
    return (
        is_one_quantity(first, second)
        and bool(first.value and second.value)
        and (not in_turn or _adjoin(passage, first, second))
        and _adjoin(passage, second if in_turn else first, rate)
    )


def _adjoin(passage: Passage, first: Figure, second: Figure) -> bool:
    gap = passage.gap(first, second)
    if _BREAK.search(gap) or _WHOLE_PICTURE.search(gap):
        return False
    return len(_FILLER.sub("", _NOISE.sub("", gap))) < _FEW


def _sentence(passage: Passage, figure: Figure) -> list[Figure]:
    return passage.within(Span("", passage.sentence_start(figure.start), figure.end))
