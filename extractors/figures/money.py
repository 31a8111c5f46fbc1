"""Money that is written without 元: 13.971129万, 620万/月."""

from __future__ import annotations

import regex

from extractors.figures.cores import Core

_MONEY = regex.compile(
    "资金|配套|支付|到账|安排|预算|经费|投资|补助|补贴|支出|收入|拨款|金额|款|费|产值|税|工资|奖金|元|决算|成本|租金|拨付|到位|贷款|销售额|交易额|营收|利润|投入|罚没|基金|剩下|结余|花|追加|上缴|交回"
)
_COUNTED = regex.compile(
    "[人户家个次件台亩吨米字册份条张]次?[^，。；]{0,6}$|浏览|点击|阅读|粉丝|播放|访问|人口|关注|数量|人数|用户|产量|面积"
)
_THINGS = regex.compile(r"[\p{Han}]{0,2}(?:群众|居民|农民|学生|人口|粉丝|用户|市民|党员|职工|老人|儿童)")


_STOPS = regex.compile("[。；\n]")
_PAID = regex.compile("(?:并且|并|且|已|均|资金)?(?:全部|全额|足额)?(?:拨付)?(?:到位|下达|支付|拨付)")


def complete(core: Core, folded: str) -> None:
    """Give a scaled number without unit 元 where its clause speaks of money."""
    if core.form not in ("arabic", "range", "mixed", "point", "chinese", "several") or not core.scale:
        return
    if core.unit and not (core.unit.startswith("/") and core.unit_kind == "rate"):
        return
    before = _STOPS.split(folded[max(0, core.start - 24) : core.start])[-1]
    if core.unit or (
        (_MONEY.search(before) or _PAID.match(folded, core.end))
        and not _COUNTED.search(before)
        and not _THINGS.match(folded, core.end)
    ):
        core.unit = "元" + core.unit
        core.unit_kind = core.unit_kind or "money"
