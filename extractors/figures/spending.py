"""Money made available, spent, or neither: 下达资金, 支出, 技术合同交易额."""

from __future__ import annotations

import regex

from extractors.figures import vocabulary
from extractors.figures.context import Context, Kind, clauses

_any = vocabulary.any_of
_OUTCOME = regex.compile(_any("cues", "money_outcome"))
_MONEY = regex.compile(
    rf"(?P<actual>{_any('cues', 'money_outcome')})|(?P<executed>{_any('cues', 'executed')})"
    rf"|(?P<budget>{_any('cues', 'budget')})"
)
_WEAK = regex.compile(".*(?:资金|经费|补助|补贴|奖补|奖励|标准|指标)$")
_INCOME = regex.compile("(?:^|[年度：])收入(?:总额|共)?[为：]?$")
_SUM = regex.compile("(?:[共合总]?计|共|总共|金额|合计金额|累计|资金|涉及金额)?(?:为|达)?")
_NEXT = regex.compile("[0-9，。；]")
_HAN = regex.compile(r"\p{Han}")
_CARRIED = frozenset({"budget", "executed", "actual"})
_NOT_OURS = regex.compile(  # 合|2600元一盏
    "(?:^|[约折])合$|社会资本|社会资金|撬动|招商|引资|签约|吸引|民间资本|带动投资|捐|人均|户均|生均|亩均|单价|水平|每(?!年|月|季|日|周|学期|天|个月)\\p{Han}{1,2}"
)
_COST = regex.compile("(?:(?<!经)费|费用|费支出|工资|薪酬)(?:为|共|共计|达|约)?$")
_NO_COST = regex.compile("每|标准|预算|收费|节约|节省|减免|征收|收缴|保费|学费|门票|罚|欠")


def money(context: Context) -> Kind | None:
    """budget, executed or actual for an amount of money."""
    if context.core.unit_kind != "money":
        return None
    parts = clauses(context.gap)
    clause = parts[-1]
    if (found := _NOT_OURS.search(clause)) is not None:
        return Kind("actual", cues=(found[0],))
    cost = _COST.search(clause) if not _OUTCOME.search(clause) and not _NO_COST.search(clause) else None
    if cost is not None:
        return Kind("executed", cues=(cost[0],))
    named = _cue(clause) or (_cue(parts[-2]) if len(parts) > 1 and not clause.strip() else None)
    if named is None and not _HAN.search(clause):
        named = _MONEY.search(_NEXT.split(context.right)[0])
    if named is None:
        named = (_cue(context.before) if _SUM.fullmatch(clause) else None) or _cue(context.whole)
    first = context.state.money
    part = first is not None and first.name == "executed" and "其中" in context.before
    if part and (named is None or _WEAK.match(named[0])):
        return first
    if named is not None:
        return Kind(named.lastgroup or "actual", cues=(named[0],))
    state = context.state
    carried = state.kind is not None and state.unit_kind == "money" and state.kind.name in _CARRIED
    return state.kind if carried else None


def _cue(clause: str) -> regex.Match[str] | None:
    """The last word that tells made available from spent; a verb before 资金 outweighs the noun."""
    if _INCOME.search(clause) is not None:
        return _MONEY.search("收入预算")
    found = list(_MONEY.finditer(clause))
    strong = [match for match in found if not _WEAK.match(match[0])]
    return strong[-1] if strong else found[-1] if found else None
