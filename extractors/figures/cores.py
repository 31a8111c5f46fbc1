"""Numerals with their units, as they stand in a text: what may be a figure."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from extractors import numerals, units
from extractors.figures import vocabulary
from extractors.figures.masks import Masks
from extractors.figures.torn import FILLER
from extractors.numerals.fraction import Fraction

_CANDIDATE = regex.compile(
    "[0-9第前¥￥$负几数半翻对百千万亿零〇○一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾廿卅-]"
)
_CURRENCY = {"¥": "元", "￥": "元", "$": "美元"}
_SPACE = regex.compile(rf"{FILLER}{{0,12}}+[ \u00a0\u2002\u2009\u3000]{{0,2}}")
_DASH = regex.compile(r"[ \u00a0\u3000]?(?:[-—–~～―]{1,2}|至|到)[ \u00a0\u3000]?")
_FROM = regex.compile(r"(?:由|从|自)[^，。；：\n]{0,24}$")
_NOUN_NUMBER = regex.compile(
    r"[人户件次家总指参分系编基算任位行额目单份岁倍常函多少无个招班床书字页车卷机学票栋套间频天里量名底戊点期项算度号复奇偶有实个整读]数$"
)
_SMALLER = {"小时": ("分钟", "分"), "分钟": ("秒",), "分": ("秒",)}
_SECOND_TIME = regex.compile("(?P<n>[1-5]?[0-9])(?P<unit>分钟|分(?![0-9])|秒)钟?")
_RANK_VERB = "|".join(
    word for word in vocabulary.words("cues", "rank") if len(word) > 1 or word in "列居排进"
)
_RANK_CUE = regex.compile(rf"(?:(?:{_RANK_VERB})[^，。；\n]{{0,10}}|[省市区县州国镇])$")
_NTH = "[0-9]{1,3}|[一二三四五六七八九十]{1,3}"
_RANK = regex.compile(
    rf"第[ ]?(?P<nth>{_NTH})(?![一二三四五六七八九十0-9]|[.．][0-9])"
    r"(?:[ ]?(?:名|位)(?![于列置])|(?=$|[^\p{L}\p{N}]|的|和|及|与|并|较|比|在|等|且|好))"
    rf"|前[ ]?(?P<top>{_NTH}|百)(?:(?:名|位|强)(?![于列置])|(?=$|[^\p{{L}}\p{{N}}]|的|和|及|与|并|行列|之列))"
)
_ORDINAL = regex.compile(
    r"[第前][ ]?(?:[0-9]{1,5}(?:[.．][0-9]{1,3}){0,4}|[一二两三四五六七八九十百〇零]{1,6})"
    "(?:[、至到—-](?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})){0,12}+"
)
_NOT_BEFORE_TOP = frozenset("目当此之以年月底日提截事赛会班课餐岗生术产婚孕")
_MOVED = regex.compile("(?:前移|后移|前进|后退|进位|上升|下降|提升|跃升|晋升|下滑|提高|退)了?[ ]?$")
_PLACE_NUMBER = regex.compile(r"(?:排名|位列|名列|位居|位次)(?:全[省市县区国州]|为|在)?[ ]?$")


class Core(msgspec.Struct, kw_only=True):
    """A numeral with its unit: `text[start:end]`. Values in base units, scale multiplied out."""

    start: int
    end: int
    form: str  # arabic, chinese, range, rank …: part of the rule's name
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    exact: str = ""  # as text where no decimal says it: 2/3, 5:3:2
    unit: str = ""
    unit_text: str = ""
    unit_kind: str = ""
    step: Fraction = Fraction(1)
    number: str = ""
    scale: str = ""
    more: str = ""
    number_end: int = 0  # where the numeral ends and the unit begins
    listed: bool = False  # took its unit from the next member of a list


def cores(text: str, folded: str, masks: Masks) -> Iterator[Core]:
    """Every numeral outside masks, with or without unit, in order."""
    at = 0
    while (candidate := _CANDIDATE.search(folded, at)) is not None:
        start = candidate.start()
        masked_until = masks.end(start)
        if masked_until is not None:
            at = masked_until
            continue
        core, at = _at(text, folded, start, masks)
        if core is not None:
            yield core


def _at(text: str, folded: str, start: int, masks: Masks) -> tuple[Core | None, int]:
    """The core at `start` with the place to go on from."""
    character = folded[start]
    if character in "第前":
        return _ordinal(text, folded, start)
    at = start + 1 if character in _CURRENCY else start
    if at > start:
        at = _space(folded, at)
    if character == "数" and _NOUN_NUMBER.search(folded, max(0, start - 1), start + 1):
        return None, start + 1
    numeral = _numeral(text, folded, at, masks)
    if numeral is None:
        return None, at if at > start and at < len(folded) and folded[at].isdigit() else start + 1
    core = _with_unit(text, folded, numeral, masks)
    if at > start:
        core.start, core.unit, core.unit_kind = start, _CURRENCY[character], "money"
    core = _range(text, folded, core, masks) or _clock(text, folded, core) or core
    return core, max(core.end, start + 1)


def _space(folded: str, at: int) -> int:
    found = _SPACE.match(folded, at)
    return found.end() if found else at


def _numeral(text: str, folded: str, at: int, masks: Masks) -> numerals.Numeral | None:
    found = numerals.match(text, at)
    if found is None:
        return None
    if found.form == "range" and (masks.overlaps(found.start, found.end) or _is_from_to(folded, found)):
        found = numerals.match(text, at, ranges=False)
    return None if found is None or masks.overlaps(found.start, found.end) else found


def _is_from_to(folded: str, found: numerals.Numeral) -> bool:
    """由12到15家 states two values, no range."""
    dash = regex.search("[至到]", found.text)
    return dash is not None and _FROM.search(folded, max(0, found.start - 30), found.start) is not None


def _with_unit(text: str, folded: str, numeral: numerals.Numeral, masks: Masks) -> Core:
    core = Core(
        start=numeral.start, end=numeral.end, form=numeral.form, value=numeral.value, low=numeral.low,
        high=numeral.high, unit=numeral.unit, step=numeral.step, number=numeral.number, scale=numeral.scale,
        more=numeral.more, number_end=numeral.end,
        exact=numeral.exact,
        unit_kind="money" if numeral.unit == "元" else "share" if numeral.unit else "",
    )  # fmt: skip
    if numeral.unit:
        return core
    unit = units.match(text, _space(folded, numeral.end)) if numeral.form != "fraction" else None
    if unit is not None and not masks.overlaps(unit.start, unit.end):
        core.end, core.unit, core.unit_text, core.unit_kind = unit.end, unit.canonical, unit.text, unit.kind
    elif folded.startswith(FILLER, numeral.end):
        core.end = _space(folded, numeral.end)
    return core


def _range(text: str, folded: str, first: Core, masks: Masks) -> Core | None:
    """20个至30个, 10%—15%, 8万元—10万元: both ends with the same unit."""
    dash = _DASH.match(folded, first.end) if first.unit and first.value is not None else None
    if dash is None or dash.end() >= len(folded):
        return None
    at = dash.end() + (folded[dash.end()] in _CURRENCY)
    numeral = numerals.match(text, at, ranges=False)
    if numeral is None or numeral.value is None or masks.overlaps(at, numeral.end):
        return None
    if dash[0].strip() in ("至", "到") and _FROM.search(folded, max(0, first.start - 30), first.start):
        return None
    second = _with_unit(text, folded, numeral, masks)
    assert first.value is not None and second.value is not None
    same = (second.unit or first.unit) == first.unit or second.unit.startswith(first.unit + "/")
    if not same or first.value >= second.value or second.more:
        return None
    return Core(
        start=first.start, end=second.end, form="range", low=first.value, high=second.value,
        unit=second.unit or first.unit, unit_text=second.unit_text or first.unit_text,
        unit_kind=second.unit_kind or first.unit_kind,
        step=min(first.step, second.step), number=text[first.start : second.number_end],
        number_end=second.number_end,
    )  # fmt: skip


def _clock(text: str, folded: str, first: Core) -> Core | None:
    """1小时30分钟, 2分40秒: one length of time, in the smaller unit."""
    names = _SMALLER.get(first.unit, ())
    found = _SECOND_TIME.match(folded, first.end) if names and first.form == "arabic" else None
    if found is None or found["unit"] not in names or first.value is None:
        return None
    of = "秒" if found["unit"] == "秒" else "分钟"
    return Core(
        start=first.start, end=found.end(), form="arabic", value=first.value * 60 + Fraction(int(found["n"])),
        unit=of, unit_text=found["unit"], unit_kind="time", number=text[first.start : found.end("n")],
        number_end=found.end("n"),
    )  # fmt: skip


def _ordinal(text: str, folded: str, start: int) -> tuple[Core | None, int]:
    """A rank, or past an ordinal that is none (第三批)."""
    found = _RANK.match(folded, start)
    top = folded[start] == "前"
    if top and start and folded[start - 1] in _NOT_BEFORE_TOP:
        return None, start + 1
    if found is not None and _RANK_CUE.search(folded, max(0, start - 24), start):
        numeral = numerals.parse(found["nth"] or found["top"])
        if numeral is not None and numeral.value:
            return Core(
                start=start, end=found.end(), form="rank", value=numeral.value, unit="名次", unit_kind="rank",
                number=numeral.text, number_end=found.end(),
            ), found.end()  # fmt: skip
    skipped = _ORDINAL.match(folded, start)
    if skipped is None:
        return None, start + 1
    unit = units.match(text, skipped.end())
    return None, unit.end if unit is not None else skipped.end()


def is_move(folded: str, core: Core) -> bool:
    """前移2位: places in a ranking, not people."""
    return core.unit_text == "位" and bool(_MOVED.search(folded, max(0, core.start - 8), core.start))


def is_plain_rank(folded: str, core: Core) -> bool:
    """排名5 without 第: a rank in figures."""
    return (
        core.form == "arabic"
        and not core.scale
        and core.unit in ("", "人")
        and bool(_PLACE_NUMBER.search(folded, max(0, core.start - 10), core.start))
    )
