"""Values that were aimed at, that were reached of an aim, or that belong to an earlier period."""

from __future__ import annotations

import regex

from extractors.figures import vocabulary
from extractors.figures.context import Context, Kind, last

_any = vocabulary.any_of
_RATE = regex.compile(rf"(?<![期时策准同向]){_any('cues', 'rate')}")
_OF_TARGET = regex.compile(
    "(?:(?:完成|达到?|实现)[^，。；]{1,24}|占[^，。；]{0,12}(?:目标|任务|计划|(?<!公共)预算(?!支出|收入|内)|指标|总投资|进度)[^，。；]{0,10})的$"
    "|(?:为|是|相当于)[^，。；]{0,8}(?:目标|任务|计划|预算|设计值)[^，。；]{0,14}的$"
    "|(?<![）)期时])完成(?:比例|进度|任务|目标|计划|年度任务|全年任务|率)?(?:的|为|达到?)?$"
)
_RIGHT_RATE = regex.compile("地?(?:完成|到位|拨付|执行|落实|兑付|兑现|支付)")
_TARGET = regex.compile(
    rf"(?P<word>{_any('cues', 'target')}|(?<![供响适反效对感相])应|(?<![供急必])需|须)"
    "(?:数|值|量|为|是|：|:|应|达到|达|完成|新增|要|在|不|定|需)*$"
)
_WEAK = frozenset(
    {"任务", "计划", "规划", "应", "需", "须", "设计", "要求", "约定", "既定", "确保", "预计", "拟"}
)
_DONE = regex.compile("(?:完成|实际)[^，。；]{0,6}$")
_NEAR = regex.compile(
    r"(?:任务数|目标数|目标值|计划数|计划值|指标值|预期值|目标任务|年度指标值|年初目标|年度目标|[（(](?:任务|目标|计划|年度|年初)"
    r"|拟(?!订|定|稿|制)|(?<![供响适反效对感相])应(?![急用对收付届邀聘变援试力激该配])(?=\p{Han}{2})|力争|应完成|应达到|原计划|绩效目标|预期目标)(?:(?!完成)[^，。；、）：]){0,14}$"
)
_AIMED = regex.compile(
    "的?(?:年度|全年|年初|省定|市定|既定|预期|计划|绩效|原定|下达)?(?:目标任务|任务目标|目标值|目标|任务|计划数|指标值|任务数|要求|控制指标|控制目标|控制数|约束性指标|上限|底线|红线)"
    "(?![0-9]{1,2}(?![0-9.]*[ ]?(?:个百分点|%|‰)))"
    "|(?:为|是)(?:年度|年初)?(?:计划|目标|任务)(?:数|值)?(?=[，。；、）)]|$)|的指标(?!\\p{Han})"
)
_OF_SHARE = regex.compile("的[约近]?[0-9]{1,4}(?:[.][0-9]{1,2})?[ ]?%")
_COMPLETED = regex.compile("完成|实现|占(?!全[市县区省国镇乡州校院部局体]|总|应|同|在)")
# What a law, a promise or an order sets: 较法定10个工作日, 高于规定的32学时.
_AGAINST = regex.compile(
    "(?:[较比于]|超出|超过|按照?)(?:国家|省级?|市级?|县级?|上级|文件|合同)?(?:法定|规定|承诺|要求|标准|约定|限定|既定|定额)"
    "(?:的|办理|办结|时限|工期|时间|标准|值|量|学时)*$"
)
_SPENT_OF = regex.compile(
    "(?:仅|只)?占(?:年初|全年|调整后?)?(?:总?预算数?|总额|预算总额)?(?:的|比)?(?:为|达)?$"
)
_NOT_REACHED = regex.compile("未(?:能)?达到?$")
# 未超过|450元/人的标准
_LIMIT = regex.compile(
    "的(?:规定|法定|限定|最高|最低|控制)?(?:标准|要求|规定|限额|上限|下限|红线|限制)(?!化|的)"
)
_PLANNED = regex.compile(  # 计划入户调查|2000户
    r"^(?:(?:20\d\d年)?(?:年初|年度|全年)|20\d\d年|本年度?|原)?计划(?!任务|数|值|生育|内|外|中|的|单列|经济|免疫|完成率|到位|执行)\p{Han}{2,14}$(?<!完成|实际|已|率)"
)
_TASK = regex.compile(  # 征兵任务|8人
    r"^(?!.*(?:完成|承担|落实|实施|执行|安排|开展|部署|推进|分解|明确|交办|重点|各项|主要))\p{Han}{2,8}任务(?:数|量)?为?$"
)
_TASKS = frozenset("项个件条类")
_BRACKETED_AIM = regex.compile(  # 比预期目标（90%）高
    "(?:[比较]|[高低]于|超过?)[^，。；（(]{0,10}(?:目标|任务|计划)(?:数|值)?[（(]$"
)
_BRACKETED_PAST = regex.compile("[比较](?:(?:19|20)[0-9]{2}年度?|上年|去年)(?:同期|末|底)?[（(]$")
_LIMITED = regex.compile("(?:超过?|超出|[高低优好]于|突破|[达少多]于)$")
_KEPT_WITHIN = regex.compile("(?:均|严格|有效|成本)?(?:控制在|不超过|限定在|压控在|未超过)?")
_SIGNS = frozenset({"≥", "≤", ">=", "<=", "≧", "≦", "＞=", "＜="})
_THEN_ACTUAL = regex.compile(
    "[）)]?[，,；;（(]?(?:全年|最终|年末|年底|截至年末)?(?:实际(?!拨付|到位|支|使用|执行)|实[有为达](?!效))"
)
_MADE = regex.compile("完成|实际|达到|已|预算|安排|下达|到位|支出|编制")
# What is no aim in whatever mode: 推迟|4个月, 资金缺口|62万元.
_LATER = regex.compile("缺口(?:约|为|达)?$|(?:推迟|延期|提前|超期|滞后|延误|拖延)了?$")
_PARTED = regex.compile("[，。；、,;（(]")
_BASE = regex.compile(
    "(?r)(?:较|比|与|同)(?:19|20)[0-9]{2}年度?(?:同期|末|底|实际)?的?$|(?:较|比|与)[^，。；、]{1,8}(?:之前|以前|前)的?$|(?:[年期]初|上年|上年同期|去年|去年同期|基期)(?:的|为|数|存量|余额|实际)?$"
)
_COMPARING = regex.compile("[比较与][^，]?$")
_PAST_VALUE = regex.compile("(?:实际|同期|度)?(?:的|为|完成的?|数)?")
_WEAK_PAST = frozenset({"原", "过去", "历史", "之前", "原有", "同期"})
_PREVIOUS = regex.compile(_any("cues", "previous"))


def rate(context: Context) -> Kind | None:
    """完成率, 执行率, 到位率; 完成…的 N%; 100%到位."""
    if context.core.unit not in ("%", "‰", "倍", ""):
        return None
    if (found := last(_RATE, context.clause)) is not None:
        return target(context) or previous(context) or Kind("completion_rate", cues=(found[0],))
    if context.core.unit not in ("%", "倍") or _AIMED.match(context.right):
        return None
    spent = context.state.kind is not None and context.state.kind.name == "executed"
    if spent and _SPENT_OF.fullmatch(context.clause) and "预算" in context.before:
        return Kind("completion_rate", cues=(context.clause,))
    of = of_target(context) or _RIGHT_RATE.match(context.right)
    return Kind("completion_rate", cues=(of[0],)) if of is not None else None


def of_target(context: Context) -> regex.Match[str] | None:
    """The words that make a value a share of a target: 完成全年任务的, 为年计划的."""
    return _OF_TARGET.search(context.whole)


def target(context: Context) -> Kind | None:
    """A value to be reached, by the words beside it or by the sentence's mode."""
    if (named := named_target(context)) is not None:
        return named
    state, clause = context.state, context.clause
    if _LATER.search(clause):
        return None
    if context.bound in _SIGNS and (context.gap.rstrip().endswith(("（", "(")) or _is_alone(context)):
        return Kind("target", cues=(context.bound,))
    if _OF_SHARE.match(context.right) and _COMPLETED.search(clause) and "预算" not in clause:
        return Kind("target", cues=("的",))
    if state.aims:
        return Kind("target", cues=(state.mode,))
    return _by_neighbours(context)


def _by_neighbours(context: Context) -> Kind | None:
    """A bound that an actual value follows or a figure of the same unit stands before: 控制在3%以内."""
    state, clause = context.state, context.clause
    then = _THEN_ACTUAL.match(context.right) if context.bound and not _MADE.search(clause) else None
    if then is not None:
        return Kind("target", cues=(then[0],))
    same = state.unit == context.core.unit and state.kind is not None and state.kind.name == "actual"
    return Kind("target", cues=(clause,)) if same and clause and _KEPT_WITHIN.fullmatch(clause) else None


def _is_alone(context: Context) -> bool:
    """Whether a sentence is only a name with its bound: the cell 资助企业数≥15家."""
    return not _PARTED.search(context.before) and not context.right.strip(" 。；;")[:1].strip("\t")


def aimed(context: Context) -> regex.Match[str] | None:
    """What follows calls the value a target: 90%的目标值, 3万亩任务."""
    return _AIMED.match(context.right)


def named_target(context: Context) -> Kind | None:
    """A value that the words beside it call a target."""
    found = _TARGET.search(context.clause)
    if found is not None and found["word"] in _WEAK and _DONE.search(context.clause):
        found = None
    found = found or _NEAR.search(context.clause) or _AGAINST.search(context.clause)
    found = found or _BRACKETED_AIM.search(context.gap) if context.clause in ("（", "(") else found
    found = found or aimed(context) or _NOT_REACHED.search(context.clause) or _limit(context)
    if found is None and "计划" in context.clause:
        found = _PLANNED.search(context.clause)
    if found is None and "任务" in context.clause and context.core.unit not in _TASKS:
        found = _TASK.search(context.clause)
    return Kind("target", cues=(found[0],)) if found is not None else None


def _limit(context: Context) -> regex.Match[str] | None:
    """A standard that is kept or not: 未超过450元/人的标准."""
    if not context.right.startswith("的"):
        return None
    bound = context.bound or _LIMITED.search(context.clause)
    return _LIMIT.match(context.right) if bound else None


def previous(context: Context) -> Kind | None:
    """A value of an earlier period: 上年, 较去年的1210座, 年初1,204万元."""
    clause = context.clause
    base = _BRACKETED_PAST.search(context.gap) if clause in ("（", "(") else _BASE.search(clause)
    if base is not None:
        return Kind("previous", cues=(base[0],))
    found = last(_PREVIOUS, clause)
    if context.state.mode == "previous":
        return Kind("previous", cues=(found[0] if found else "previous",))
    carried = context.core.unit_kind == "money" and "结转" in clause
    if found is None or carried:
        return None
    if _COMPARING.search(clause[: found.start()]):
        return Kind("previous", cues=(found[0],)) if _PAST_VALUE.fullmatch(clause[found.end() :]) else None
    return None if found[0] in _WEAK_PAST else Kind("previous", cues=(found[0],))
