"""Whether a numeral with its unit counts something: what keeps set speech out of the figures.

An Arabic numeral with a unit counts. A Chinese numeral below ten with a one-character counter
needs a verb before it, a counted noun or a list; 一 needs a verb of building and a concrete thing;
a bare 百 or 万 needs a bound. A numeral without a unit needs the word that introduces a value.
"""

from __future__ import annotations

import regex

from extractors.figures import vocabulary
from extractors.figures.cores import Core

_ARABIC = frozenset({"arabic", "mixed", "range", "money", "rank"})
_NEVER = frozenset({"级", "届", "番"})
_NOT_AFTER_CHINESE = frozenset(
    {"期", "类", "线", "千瓦时", "立方米", "里", "角", "兆", "瓦", "层", "面", "道", "段", "路", "代"}
)
_BUILD = regex.compile(
    rf"{vocabulary.any_of('subject_words', 'build')}(?:{vocabulary.any_of('subject_words', 'adverb')}){{0,2}}[ ]?$"
)
_BUILD_FAR = regex.compile(vocabulary.any_of("subject_words", "build"))
_ABSTRACT = regex.compile(vocabulary.any_of("subject_words", "abstract"))
_ASPECT = regex.compile(
    "方面|层面|维度|角度|层次|意识|自信|维护|确立|全面|不变|结合|统一|坚持|确保|必须|务必|聚焦|带头|到位|转变"
)
_CONCRETE = regex.compile(rf"[^，。；、：（）\n]{{0,8}}?{vocabulary.any_of('subject_words', 'concrete')}")
_LISTED = regex.compile(
    r"[\p{Han}）)]{2,12}(?:、[^，。；：、\n]{1,14}){0,8}(?:、|和|与|及|以及)[^，。；：、\n]{1,14}$"
)
_CLOSED = regex.compile(r"$|[，。；、：（）(),;\n\"”]")
_BOUND = regex.compile(
    "(?:突破|超|超过|逾|过|近|达|达到|上|首破|破|跨越|迈过|接近|不足|不到|约|至少|不少于|不低于|翻)了?[ ]?$"
)
_DURATION = regex.compile(
    "(?:连续|为期|历时|质保|质保期|保修|保质|任期|期限|延长|有效期|工期|缩短|提前|压缩|用时|不到|超过|满|达|长达|至少|不少于|仅|集中|历经|累计|推迟|超期|合同期|服务期|试用期|保修期|养护期|管护期|租期|为|近|约)(?:了|为|至|到|期)?[ ]?$"
)
_SCORE = regex.compile(
    "(?:得|评|扣|加|满|计|为|总|减|打|分值|自评)分?[为是：:了]?[ ]?$|得分|评分|自评|扣分|加分|满分|分值"
)
_VALUE = regex.compile(
    r"(?:达到|达|强度|系数|指数|得分|评分|分数|总分|自评分|比值|比率|率|(?<=[数率值量额度分比差次])(?:为|是|至|到|：|:|达|约|:|＝|=)|(?:数|值)(?=$)"
    r"|(?:提高|增加|上升|提升|下降|降低|降|减少|增长)(?:到|至)|分别为|分别是|分别达|分别达到|(?<=\p{Han})为|≥|≤|＞|＜|>=|<=|>|<|不低于|不高于|不超过|不少于|高于|低于|超过|突破)(?:了|约|近|超)?[ ]?$"
)
_NO_VALUE = regex.compile(
    "(?:编码|代码|编号|电话|账号|邮编|文号|证号|版本|序号|型号|车牌|房号|页码|热线|附件|附表|说明|单位|地址|等级|名称|日期|时间|编制|日|月|年|第|附|注|表|图|因为|作为|成为|认为|称为|以为|设为|改为|更名为|简称)(?:为|是|：|:)?[ ]?$"
)
_CODE_AFTER = regex.compile(
    r"[0-9A-Za-z\-—–/:：×*x~～_#°]|[ ]?(?:版|号|级|型|年|月|日|时|代|届|线|路|\+|＋|、|元|期|批|等)"
)


def counts(core: Core, folded: str) -> bool:
    """Whether the core is a figure by the words around it."""
    before = folded[max(0, core.start - 24) : core.start]
    if core.form in ("rank", "ratio"):
        return True
    if not core.unit:
        return _is_value(core, folded, before)
    if core.unit in _NEVER and core.form != "doubling":
        return False
    if core.unit == "个" and _ASPECT.match(folded, core.end):
        return False
    if core.form in _ARABIC:
        return _arabic(core, folded, before)
    if core.form in ("percent", "tenths", "half", "doubling", "capital", "point"):
        return core.form != "tenths" or core.number != "一成"
    if core.form == "bare":
        bound = core.more or _BOUND.search(before) or folded.startswith("以上的", core.end)
        return bool(bound) and not _ABSTRACT.match(folded, core.end)
    if core.form in ("several", "pair"):
        return core.unit not in _NOT_AFTER_CHINESE
    return _chinese(core, folded, before)


def _is_value(core: Core, folded: str, before: str) -> bool:
    if core.form == "fraction":
        return "/" not in folded[core.start : core.end] or bool(
            regex.search("(?:占比?|达到?|近|超过?|约|完成|的|为|比)$", before)
            or regex.match("的|以上|左右", folded[core.end :])
        )
    if core.form not in ("arabic", "range", "zero", "mixed", "point", "digits") or _NO_VALUE.search(before):
        return False
    if core.form in ("zero", "point", "digits"):
        return core.form != "digits" and bool(regex.search("(?:为|达到|达|是)[ ]?$", before))
    if core.scale and core.form == "arabic":
        return True
    return not _CODE_AFTER.match(folded, core.end) and bool(_VALUE.search(before))


def _arabic(core: Core, folded: str, before: str) -> bool:
    if core.unit == "分" and core.unit_text == "分":
        return True
    if core.unit.startswith("/") and core.unit_kind == "rate":
        return bool(core.scale)
    if core.unit in ("栋", "单元") and folded[core.end : core.end + 1].isdigit():
        return False
    return not (before[-1:].isascii() and before[-1:].isalpha() and core.unit_kind == "counter")


def _chinese(core: Core, folded: str, before: str) -> bool:
    small = core.value is not None and core.value <= 10 and len(core.number) == 1 and not core.more
    if core.unit_kind in ("share", "rank"):
        return core.unit != "分" or bool(_SCORE.search(before))
    if core.unit in _NOT_AFTER_CHINESE:
        return not small and core.unit in ("层", "路", "道", "里")
    if core.unit_kind == "time":
        return bool(_DURATION.search(before)) or (
            core.unit in ("工作日", "小时", "天", "学时")
            and core.unit_text != "日"
            and core.value != 1
            and bool(_BUILD.search(before))
        )
    if core.unit_kind == "money":
        return core.value != 1 or bool(core.scale)
    if not small:
        return not _ABSTRACT.match(folded, core.end) or bool(_BUILD.search(before))
    if core.unit_kind in ("measure", "rate") and core.value != 1:
        return True
    return _one(core, folded, before) if core.value == 1 else _few(core, folded, before)


def _few(core: Core, folded: str, before: str) -> bool:
    """Two to ten with a counter: a verb, a counted noun or a list must prove it."""
    listed = bool(_LISTED.search(before))
    if _ABSTRACT.match(folded, core.end):
        return listed
    if listed or _BUILD.search(before):
        return True
    if _CONCRETE.match(folded, core.end) and core.unit != "次":
        return True
    return bool(_CLOSED.match(folded, core.end) and _BUILD_FAR.search(_clause(before)))


def _one(core: Core, folded: str, before: str) -> bool:
    """一 with a counter: something built or held, and concrete."""
    if not _BUILD.search(before) or _ABSTRACT.match(folded, core.end) or core.unit in ("批", "种", "类"):
        return False
    if _CLOSED.match(folded, core.end):
        return core.unit not in ("次", "项", "个")
    return bool(_CONCRETE.match(folded, core.end))


def _clause(before: str) -> str:
    return regex.split("[，。；：\n]", before)[-1]
