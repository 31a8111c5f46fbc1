"""The subject that a figure's own clause states: in front of it, behind it, or before a colon."""

from __future__ import annotations

import msgspec
import regex

from extractors.figures import nouns, subject_text
from extractors.figures.cores import Core

BOUNDARY = regex.compile(r"[，,。；;：:！？\n（(→]|——|[）)](?=[^数率])")
ITEMS = regex.compile("、|和|与|及|以及")
_BRACKETED = regex.compile("[（(][^（）()]{0,20}[）)]|【[^】]{0,20}】")
_NAMED = regex.compile(r"([\p{Han}A-Za-z“”（）()]{2,24})[：:][ ]?$")
_LABEL = regex.compile(r"(?:^|[，,。；;！？\n—])([^，,。；;：:！？\n—]{2,24})[：:][^，,。；;：:\n]{0,10}$")
_STATEMENT = regex.compile("[。；;！？\n]")
_SUM = regex.compile("[共合总]?(?:计|共|有|达|为)*")
_MARK = regex.compile("[得扣]$")
_MARKED = regex.compile(
    r"(?:^|[，。；、和与及]|[要中现]在)((?:(?![要中现]在|[和与及])\p{Han}){2,14})[（(][得扣]$"
)
_INSTITUTION = regex.compile(
    r"^(?:[\p{Han}]{0,4}(?:学校|医院|街道|园区|景区|场馆|小区|机构)|[\p{Han}]{1,5}[校院馆所站局镇乡村区县市场][上里内]?|[镇乡村县区市][上里内])$"
)
_AIM = regex.compile("的(?:年度|年初|全年|省定|市定|既定)?(?:目标|计划|任务|要求|标准|指标|控制)")
_ADJUSTED = regex.compile("(?:^|[，。；年])(?:全年)?(调[整增减]后|追加后)(?:为|共)?$")
_INVESTED = regex.compile("(?:(完成投资)(?:额|约|达|为)?|(投资完成率)[为达]?)$")
_NAMES_MEASURE = regex.compile("(?:(?<![进力速])度|[率数量额积长值费比人户次])$")
_ITEM = r"(?:(?![对为在由从向和与及])[\p{Han}A-Za-z0-9（）()]){1,12}"
_ENUMERATED = regex.compile(rf"((?:{_ITEM}(?:、|和|与|及)){{1,8}}{_ITEM})$")
_COUNTED = frozenset({"counter", "people", "measure"})


class Own(msgspec.Struct, frozen=True):
    """What a clause states: the name ('' to inherit), the noun behind the figure and what stood in front
    of it, the clause itself, and the members of a list that the figure counts."""

    name: str
    left: str = ""
    noun: str = ""
    prefix: str = ""
    members: tuple[str, ...] = ()


def own(core: Core, gap: str, right: str, kind: str, *, first: bool, prefix: str) -> Own:
    """The subject in the clause of a figure; `first` where its sentence has named nothing yet.

    `prefix` stood in front of the noun of the figure before (下辖|9个社区、3个|行政村).
    """
    gap = _BRACKETED.sub("", gap)
    noun = _noun(core, right)
    if (
        core.unit_kind == "counter" and len(core.unit_text) > 2 and core.unit_text.startswith("个")
    ):  # 三|个标段
        return Own(core.unit_text[1:])
    share = (
        (core.unit_kind == "share" or core.form == "fraction")
        and right.startswith("的")
        and (not (scope := BOUNDARY.split(gap)[-1].strip()) or subject_text.is_scope(scope))
    )
    if share and not _AIM.match(right) and (those := nouns.those_of(right)):
        return Own(scope + those)
    left = _stated(gap, kind, first=first, noun=noun)
    text = subject_text.stripped(left, kind)
    last = BOUNDARY.split(gap)[-1].rstrip() if core.unit == "分" else ""
    if (mark := _MARK.search(last)) is not None:
        left, text = last, subject_text.stripped(last, kind)
        thing = text.removesuffix(mark[0])
        if not thing and (marked := _MARKED.search(gap)) is not None:  # 时效指标（扣|1.6分）
            thing = subject_text.stripped(marked[1], kind)
        return Own(("" if subject_text.is_generic(thing) else thing) + mark[0] + "分", left)
    if core.unit_kind == "money" and "后" in left[-4:] and (adjusted := _ADJUSTED.search(left)) is not None:
        return Own(adjusted[1] + "预算", left)
    return (noun and _with_noun(core, left, text, noun, prefix)) or _without_noun(
        core, gap, left, text, right, kind, first
    )


def _with_noun(core: Core, left: str, text: str, noun: str, prefix: str) -> Own | None:
    """A figure in front of its noun: 3个职能科室."""
    items = _ENUMERATED.search(left.strip()) if core.unit_kind == "counter" else None
    if items is not None and core.value is not None and core.value <= 20:
        return Own(noun, left, noun, members=tuple(item for item in ITEMS.split(items[1]) if item))
    if subject_text.gives(left):
        return Own(noun, left, noun)
    if left.rstrip().endswith("的"):  # 参训的320名学员
        return Own(text + noun if len(text) <= 6 and not subject_text.is_generic(text) else noun, left, noun)
    if subject_text.takes_object(text):
        front = subject_text.prefix(text) or ("" if text else prefix)
        return Own(front + noun, left, noun, front)
    if core.unit_kind in ("counter", "people") and _INSTITUTION.fullmatch(text):
        return Own((text if text[-1] in "上里内" else "") + noun, left, noun)  # 学校|36个教学班
    return None


def _without_noun(core: Core, gap: str, left: str, text: str, right: str, kind: str, first: bool) -> Own:
    """A figure behind its noun, or whose noun stands before a colon or behind 的."""
    text = subject_text.without_holding(text, kind)
    label = _LABEL.search(gap)
    if label is not None and subject_text.is_follow_up(text):
        return Own(subject_text.composed(subject_text.stripped(label[1], kind), text), left)
    if text == "投资" and (invested := _INVESTED.search(left)) is not None:
        return Own(invested[1] or invested[2], left)
    if not subject_text.is_generic(text):
        return Own(subject_text.completed(subject_text.shortened(text), kind), left)
    starts = not text and kind == "actual" and first and core.unit_kind in (*_COUNTED, "share")
    return Own(nouns.those_of(right) if starts else "", left)


def _stated(gap: str, kind: str, *, first: bool, noun: str) -> str:
    """The text that holds the subject: the clause, a label before a colon, or an earlier clause."""
    *earlier, gap = _STATEMENT.split(gap)
    first = first or bool(earlier)
    parts = BOUNDARY.split(gap)
    left = parts[-1]
    if noun and subject_text.is_scope(left):
        return left
    if not left.strip():
        label = _NAMED.search(gap)
        label = None if label is not None and _is_empty(label[1], kind) else label
        if noun or label is not None:
            return left if noun or label is None else label[1]
    held = len(parts) > 1 and subject_text.is_holding(subject_text.stripped(left, kind))
    if not held and not _is_empty(left, kind):
        return left
    thing = subject_text.object_of(parts[-2]) if _SUM.fullmatch(left) and len(parts) > 1 else ""
    if not thing and (first or held or gap.rstrip().endswith(("（", "("))):
        earlier = parts[-3:-1] if held else parts[-3:]
        return next((part for part in reversed(earlier) if not _is_empty(part, kind)), left)
    label = _LABEL.search(gap)
    if not thing and label is not None and not _is_empty(label[1], kind):
        return label[1]
    return thing or _topic_clause(gap, kind) or left


def _topic_clause(gap: str, kind: str) -> str:
    """A clause between the figures that only names what comes: 发放准确率，目标100%."""
    parts = [part for part in BOUNDARY.split(_STATEMENT.split(gap)[-1])[:-1] if not _is_empty(part, kind)]
    return parts[-1] if parts and len(parts[-1]) <= 14 and _NAMES_MEASURE.search(parts[-1]) else ""


def _is_empty(left: str, kind: str) -> bool:
    return subject_text.is_generic(subject_text.stripped(left, kind))


def _noun(core: Core, right: str) -> str:
    """The noun behind a figure that counts or measures, or funds behind an amount."""
    money = core.unit_kind == "money"
    return nouns.noun_behind(right, money=money) if money or core.unit_kind in _COUNTED else ""
