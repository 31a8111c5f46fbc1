"""Whether a numeral with its unit counts something: what keeps set speech out of the figures.

An Arabic numeral with a unit counts. A Chinese numeral below ten with a one-character counter
needs a verb before it, a counted noun or a list; 一 needs a verb of building and a concrete thing;
a bare 百 or 万 needs a bound. A numeral without a unit needs the word that introduces a value.
"""

from __future__ import annotations

import regex

from extractors.figures import vocabulary
from extractors.figures.cores import Core

_NEVER = frozenset({"级", "届", "番"})
_NOT_AFTER_CHINESE = frozenset(
    {"期", "类", "线", "千瓦时", "立方米", "里", "角", "兆", "瓦", "层", "面", "道", "段", "路", "代"}
)
_VERB = vocabulary.any_of("subject_words", "build")
_BUILD = regex.compile(rf"(?r){_VERB}{vocabulary.any_of('subject_words', 'adverb')}{{0,2}}[ ]?$")
_BUILD_FAR = regex.compile(_VERB)
_ABSTRACT = regex.compile(vocabulary.any_of("subject_words", "abstract"))
_ASPECT = regex.compile(
    "方面|层面|维度|角度|层次|意识|自信|维护|确立|全面|不变|结合|统一|坚持|确保|必须|务必|聚焦|带头|到位|转变"
)
_CONCRETE = regex.compile(rf"[^，。；、：（）\n]{{0,8}}?{vocabulary.any_of('subject_words', 'concrete')}")
_LISTED = regex.compile(
    r"[\p{Han}）)]{2,12}(?:、[^，。；：、\n]{1,14}){0,8}(?:、|和|与|及|以及)[^，。；：、\n]{1,14}$"
)
_CLOSED = regex.compile(r"$|[，。；、：（）(),;\n\"”]")
_TENTHS_END = regex.compile(rf"多?(?:以上|以下|左右)?(?:{_CLOSED.pattern})")  # 下降一成多
_SOLID = frozenset("座栋台辆套所间处艘架部口眼幅块盏名家")
_BOUND = regex.compile(
    "(?:突破|超|超过|逾|过|近|达|达到|上|首破|破|跨越|迈过|接近|不足|不到|约|至少|不少于|不低于|翻)了?[ ]?$"
)
_DURATION = regex.compile(rf"{vocabulary.any_of('cues', 'duration')}(?:了|为|至|到|期)?[ ]?$")
_SCORE = regex.compile(
    "(?:得|评|扣|加|满|计|为|总|减|打|分值|自评)分?[为是：:了]?[ ]?$|得分|评分|自评|扣分|加分|满分|分值"
)
_VALUE = regex.compile(
    rf"(?r)(?:{vocabulary.any_of('cues', 'value_word')}"
    r"|(?<=[数率值量额度分比差次成际标])(?:[是至到约]|[：:＝=])"
    r"|数|值|(?<=\p{Han})为)(?:了|约|近|超)?[ ]?$"
)
_NO_VALUE = regex.compile(rf"(?r){vocabulary.any_of('cues', 'no_value')}(?:为|是|：|:)?[ ]?$")
_ABOUT = regex.compile("(?:(?<![节签合公])约|(?<![附最])近|逾|已破)[ ]?$")
_SHARE_OF = regex.compile("(?:占比?|达到?|近|超过?|约|完成|的|为|比)$")
_OF_ALL = regex.compile("的|以上|左右")
_RISING = regex.compile(r"[数率值量额度分比]原?[由从]$")
_RISES = regex.compile(r"(?:提高|增加|上升|提升|下降|降低|降|减少|缩小|扩大|增长|优化|调整|改善)[到至为]")
_HELD = regex.compile("(?:举办|开办|办|开展|组织|培训班?|讲座|刊物?|编发|印发|出版)[^，。；、]{0,10}$")
_BY = regex.compile(
    "(?:占|约|近|超过?|突破|不到|不足|幅|增|增长|下降|减少|节约|节省|提高|降低|上升|压缩)了?[ ]?$"
)
_BY_OF = regex.compile("(?:节约|节省|压减|压缩|减少|下降|降低|增加|提高)[^，。；、]{1,6}$")  # 节约燃油|一成
_IS = regex.compile("(?:为|达到|达|是)[ ]?$")
_DEVICE = regex.compile(r"\p{Han}[A-Z]{2,4}$")  # 布设AED|40台
_CODE = 6  # digits without a unit: a code
_CLAUSE = regex.compile("[，。；：\n]")
_DISCOUNTED = ("打", "按", "价", "的", "为", "享受", "享")
_CODE_AFTER = regex.compile(
    r"[0-9A-Za-z\-—–/:：×*x~～_#°]|[ ]?(?:版|号|级|型|室|房|科|栋|幢|年|月|日|时|代|届|线|路"
    r"|\+|＋|、|元|期|批|等)"
)


def counts(core: Core, folded: str) -> bool:
    """Whether the core is a figure by the words around it."""
    before = folded[max(0, core.start - 24) : core.start]
    if core.form in ("rank", "ratio"):
        return True
    if not core.unit:
        return _is_value(core, folded, before)
    never = core.unit in _NEVER and core.form != "doubling"
    if never or (core.unit == "个" and _ASPECT.match(folded, core.end)):
        return False
    return _TESTS.get(core.form, _chinese)(core, folded, before)


def _is_value(core: Core, folded: str, before: str) -> bool:
    """A numeral without unit: 强度达到1.26, 占2/3, 13.97万."""
    if core.form == "fraction":
        slash = "/" in folded[core.start : core.end]
        return not slash or bool(_SHARE_OF.search(before) or _OF_ALL.match(folded, core.end))
    if core.form in ("zero", "point"):
        return bool(_IS.search(before))
    if core.form == "bare":
        return _is_millions(core, folded, before)
    return core.form in ("arabic", "range", "mixed") and _is_number(core, folded, before)


def _is_number(core: Core, folded: str, before: str) -> bool:
    """A bare number that a word introduces as a value, and that is no code."""
    if _NO_VALUE.search(before) or (core.number.isdigit() and len(core.number) >= _CODE):
        return False
    scaled = bool(core.scale) and core.form == "arabic"
    about = core.value is not None and core.value >= 100 and _ABOUT.search(before)
    if about and _CLOSED.match(folded, core.end):
        return True
    rising = _RISING.search(before) and _RISES.match(folded, core.end)
    return scaled or bool(rising) or (not _CODE_AFTER.match(folded, core.end) and bool(_VALUE.search(before)))


def _is_millions(core: Core, folded: str, before: str) -> bool:
    """突破百万 counts without a unit too."""
    large = core.value is not None and core.value >= 10**6
    return large and bool(_BOUND.search(before) and _CLOSED.match(folded, core.end))


def _sure(core: Core, folded: str, before: str) -> bool:
    return True


def _arabic(core: Core, folded: str, before: str) -> bool:
    if core.unit.startswith("/") and core.unit_kind == "rate":
        return bool(core.scale)
    numbered = folded[core.end : core.end + 1].isdigit() or before.endswith(("号", "路"))
    if core.unit in ("栋", "单元") and numbered:
        return False
    letter = before[-1:].isascii() and before[-1:].isalpha()
    return not (letter and core.unit_kind == "counter") or _DEVICE.search(before) is not None


def _tenths(core: Core, folded: str, before: str) -> bool:
    return core.number != "一成" or bool(
        (_BY.search(before) or _BY_OF.search(before)) and _TENTHS_END.match(folded, core.end)
    )


def _discount(core: Core, folded: str, before: str) -> bool:
    return before.endswith(_DISCOUNTED)


def _bare(core: Core, folded: str, before: str) -> bool:
    """百家, 千余: only with a bound."""
    bound = core.more or _BOUND.search(before) or folded.startswith("以上的", core.end)
    return bool(bound) and not _ABSTRACT.match(folded, core.end)


def _fuzzy(core: Core, folded: str, before: str) -> bool:
    return core.unit not in _NOT_AFTER_CHINESE


def _chinese(core: Core, folded: str, before: str) -> bool:
    if core.form == "digits":
        return False
    small = core.value is not None and core.value <= 10 and len(core.number) == 1 and not core.more
    if core.unit in _NOT_AFTER_CHINESE:
        held = core.unit == "期" and _CLOSED.match(folded, core.end) and _HELD.search(before)
        return bool(held) or (not small and core.unit in ("层", "路", "道", "里"))  # 举办培训班四期
    if (by_kind := _KINDS.get(core.unit_kind)) is not None:
        return by_kind(core, folded, before)
    if not small:
        return not _ABSTRACT.match(folded, core.end) or bool(_BUILD.search(before))
    if core.unit_kind in ("measure", "rate") and core.value != 1:
        return True
    return _one(core, folded, before) if core.value == 1 else _few(core, folded, before)


def _share(core: Core, folded: str, before: str) -> bool:
    return core.unit != "分" or bool(_SCORE.search(before))


def _time(core: Core, folded: str, before: str) -> bool:
    """连续三年, 压缩至五天; not 三年, 两天 alone."""
    if _DURATION.search(before):
        return True
    work = core.unit in ("工作日", "小时", "天", "学时") and core.unit_text != "日"
    return work and core.value != 1 and bool(_BUILD.search(before))


def _money(core: Core, folded: str, before: str) -> bool:
    return core.value != 1 or bool(core.scale)


def _few(core: Core, folded: str, before: str) -> bool:
    """Two to ten with a counter: a verb, a counted noun or a list must prove it."""
    listed = bool(_LISTED.search(before)) or len(core.unit_text) > 2  # 三|个标段 names what it counts
    if listed or _ABSTRACT.match(folded, core.end):
        return listed
    if _BUILD.search(before) or (core.unit != "次" and _CONCRETE.match(folded, core.end)):
        return True
    clause = _CLAUSE.split(before)[-1]
    return bool(_CLOSED.match(folded, core.end) and _BUILD_FAR.search(clause))


def _one(core: Core, folded: str, before: str) -> bool:
    """一 with a counter: something built or held, and concrete."""
    if core.unit in _SOLID and _CLOSED.match(folded, core.end):  # 新建综合楼一栋
        return _BUILD_FAR.search(_CLAUSE.split(before)[-1]) is not None
    if not _BUILD.search(before) or _ABSTRACT.match(folded, core.end) or core.unit in ("批", "种", "类"):
        return False
    if _CLOSED.match(folded, core.end):
        return core.unit not in ("次", "项", "个")
    return bool(_CONCRETE.match(folded, core.end))


_TESTS = {
    **dict.fromkeys(("arabic", "mixed", "range", "money"), _arabic),
    **dict.fromkeys(("percent", "half", "doubling", "capital", "point"), _sure),
    **dict.fromkeys(("several", "pair"), _fuzzy),
    "tenths": _tenths, "discount": _discount, "bare": _bare,
}  # fmt: skip
_KINDS = {"share": _share, "rank": _share, "time": _time, "money": _money}
