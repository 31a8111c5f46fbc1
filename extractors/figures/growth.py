"""Values that state a change: 增长11%, 提高2.1个百分点, 由12家增至15家."""

from __future__ import annotations

import regex

from extractors.figures import vocabulary
from extractors.figures.aims import aimed, of_target
from extractors.figures.context import Context, Kind, cue, last

_any = vocabulary.any_of
_VERBS = (
    "提高|增加|上升|提升|上调|下调|提标|调|下降|降低|降|减少|压缩|压减|缩短|扩大|增长|扩展|跃升|攀升|恢复|调整|优化|延长|拓展"
    "|增|减|升|涨|缩减|改善|发展|扩|精简|提|前移|跨越|翻|缩小|收窄|缩|变|加密"
)
_ADVERBS = regex.compile(
    "(?:了|约|近|达|达到|为|有|是|将|已|均|共|合计|共计|超过?|也|仅|均为|：|:|[ ]|的|再|又|各"
    "|分别为?|分别达到?|总计|净|至少|不少于|不低于|幅度|比例|数|到了){0,4}"
)
_NOT_GROWN = "加?值|产|负|设|补|配|派|殖|绿|排|免|税|贫|费|灾|震|水|雨|容|聘|资|项|员|班"
# The last growth verb of a clause; 增加值 and 新增 are none.
_GROWTH = regex.compile(
    rf"(?r)(?:(?P<up>(?<![新倍激研]|改造|改建|巩固|整治|治理){_any('cues', 'growth_up')})"
    rf"|(?P<down>(?<![升审核削]){_any('cues', 'growth_down')}))(?!{_NOT_GROWN})"
)
_RATE_NOUN = regex.compile("率|幅度?|速度?|比例")
_OWN_RATE = regex.compile("(?<!自然增长|压缩|压减|缩短|提取|回落|精简|延长|扩大|提升|调整)率")
_LEVEL = regex.compile("了?[到至为成](?!位)")
_MORE_OR_LESS = regex.compile("(?:[高低快慢长短大小]|[多少]\\p{Han}{0,2}?)了?出?$")
_UP = regex.compile(_any("cues", "growth_up") + "|高于|高出|高|多|超过|超出|领先|好于|优于")
_DOWN = regex.compile(_any("cues", "growth_down") + "|低于|低|少|不及|落后|差")
_MADE_MORE = regex.compile("(?P<up>增[收产值效支亏]|改善)$|减[收产支亏排耗负]$")  # 增收|18%
_CUT = regex.compile(  # 压减一般性支出|15%
    r"(?:^|[，、]|共|已|均)(?:(?P<up>提高|增加|提升|扩大)|(?P<down>压减|压缩|削减|减少|降低|核减|节约|节省))"
    r"(?![到至为了]|[^，。；]*(?:[率度比占例]|比例|比重|控制|提[高升]|增长|下降)(?:$|[到至为]))(?:\p{Han}|[“”]){2,10}$"
)
_MORE_THAN_PLANNED = regex.compile(
    "^(?:超额|超出|(?:较|比)?(?:超出?|多于)(?:年度|年初|全年)?(?:计划|目标|任务)数?)了?$"
)
_MORE_THAN = regex.compile(r"超出?(?:年度|年初|全年)?(?:计划|目标|任务)数?[0-9][0-9,.]{0,12}[\p{Han}]{1,4}$")
_WORSE_IF_MORE = regex.compile("PM|浓度|排放|污染|化学需氧|氨氮|差错|投诉|事故|能耗|漏损")
_JUST_COMPARED = regex.compile("(?:同比|环比|比上年|较上年|比去年|较去年)$")
_COMPARED = regex.compile(_any("cues", "comparison"))
_FROM = regex.compile("(?:由|从|自|把|将)(?!上级|中央|省级|市级|财政)[^，。；\n]{0,24}$")
_TO = regex.compile(
    rf"(?:[（(][^）)]{{0,12}}[）)])?[^，。；\n]{{0,10}}?，?(?:{_VERBS})?了?(?:到|至|为|成)了?(?![位账今])"
)
_PLANNED = regex.compile("(?:计划|目标|任务|年初计划|原计划|规划)(?:数|值)?的?$")
_ARROW = regex.compile("[ ]?(?:→|->|—>)[ ]?")
_WHEN = (
    "(?:今年|本年|当年|年末|年底|目前|现在|第?[0-9一二三四]季度末?|[0-9]{1,2}月[末底]?"
    "|(?:20[0-9]{2}年|上年|去年)(?:同期)?)?"
)
_CHANGE = regex.compile(
    rf"(?:超额)?(?:完成|实现|力争|目标)?(?:[（(][^）)]{{0,12}}[）)])?[，,]?[到至]?{_WHEN}的?"
    rf"(?:再|又|逐步|已)?(?:{_VERBS})了?[到至为成]?了?{_WHEN}的?[ ]?"
)


def stated_from(context: Context) -> Kind | None:
    """The first value of 由 X 到 Y belongs to an earlier period."""
    if context.right.startswith(("→", "->", "—>")) and context.core.unit_kind != "money":
        return Kind("previous", cues=("→", "→"))
    found = _FROM.search(context.clause)
    to = _TO.match(context.right) if found else None
    if found is None or to is None:
        return None
    planned = _PLANNED.search(context.clause) is not None
    return Kind("target" if planned else "previous", cues=(found[0], to[0]))


def leads_to(gap: str) -> bool:
    """Whether a gap leads from the first value of 由 X 到 Y to the second."""
    return _TO.fullmatch(gap) is not None or _ARROW.fullmatch(gap) is not None


def is_change(gap: str) -> bool:
    """Whether a gap holds a verb of change and no subject: 提高到, 增至."""
    return _CHANGE.fullmatch(gap) is not None or _ARROW.fullmatch(gap) is not None


def growth(context: Context) -> Kind | None:
    """Growth and its direction, or None where a level is stated (提高到98%) or aimed at."""
    clause, core = context.clause, context.core
    if aimed(context):
        return None
    found = _GROWTH.search(clause)
    kind = (_grown(context, found) if found is not None else None) or _made(context) or _exceeds(context)
    if kind is not None:
        return kind
    if core.value is not None and core.value < 0 and _JUST_COMPARED.search(clause):
        return Kind("growth", "down", cue(_COMPARED, clause))
    if core.unit == "百分点":
        up, down = last(_UP, clause), last(_DOWN, clause)
        falls = down is not None and (up is None or down.start() > up.start())
        return Kind("growth", "down" if falls else "up", tuple(x[0] for x in (up, down) if x))
    share = core.unit_kind == "share" and core.unit != "分"
    if (more := _MORE_OR_LESS.search(clause)) and (
        _COMPARED.search(context.whole) or ("了" in more[0] and (share or core.unit_kind == "measure"))
    ):
        return Kind("growth", "up" if more[0][0] in "多高快长大" else "down", (more[0],))
    times = core.unit == "倍" and of_target(context) is None
    return Kind("growth", "up", cue(_UP, clause)) if times else None


def _exceeds(context: Context) -> Kind | None:
    """超额|13人, 超计划|12次, 超出年度任务2,800人|250人: how much more than planned."""
    if context.core.unit_kind not in ("counter", "people", "measure") or context.right[:1].isdigit():
        return None
    if "超" not in context.whole and "多" not in context.clause:
        return None
    alone = not context.gap.strip()
    more = _MORE_THAN.search(context.whole) if alone else _MORE_THAN_PLANNED.search(context.clause)
    return Kind("growth", "up", (more[0],)) if more is not None else None


def _made(context: Context) -> Kind | None:
    """增收|18%, 减排|12%, 压减一般性支出|15%: a share by which something was made more or less."""
    if context.core.unit != "%":
        return None
    made = _MADE_MORE.search(context.clause) or _CUT.search(context.clause)
    if made is None:
        return None
    falls = made["up"] == "改善" and _WORSE_IF_MORE.search(context.before) is not None
    return Kind("growth", "up" if made["up"] and not falls else "down", (made[0],))


def _grown(context: Context, found: regex.Match[str]) -> Kind | None:
    """Growth if its verb stands right before the figure, or a share grows in comparison."""
    behind = context.clause[found.end() :]
    noun = _RATE_NOUN.match(behind)
    if noun and noun[0] == "率" and not _OWN_RATE.match(context.clause, found.end()):
        return None
    behind = behind[noun.end() :] if noun else behind
    if behind == "比" or (context.core.unit_kind == "counter" and found[0] == "提升"):
        return None  # 时限压缩比|83.4%, 特色村寨保护提升|5个
    if not noun and not found[0].endswith(("率", "幅", "速", "幅度")) and _LEVEL.match(behind):
        return None
    share = context.core.unit_kind == "share" and context.core.unit != "分"
    compared = share and len(behind) <= 12 and _COMPARED.search(context.whole) is not None
    if compared or context.core.unit == "百分点" or _ADVERBS.fullmatch(behind) is not None:
        return Kind("growth", "up" if found["up"] else "down", (found[0],))
    return None
