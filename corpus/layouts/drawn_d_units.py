"""Set D: whole units, transfers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from corpus.layouts.drawn_d_parts import lines, percents, plus, say
from corpus.layouts.drawn_d_pool import indicators, office
from corpus.layouts.drawn_parts import WAN, Row, fund, merged, p, points, w
from corpus.layouts.drawn_pool import D, percent
from corpus.layouts.truth import Drawn, FormTruth
from corpus.writing.drawing import Slot, document


def four_effects(seed: int) -> Drawn:
    """A whole unit by 履职效能, 管理效率, 社会效应, 可持续性, weights in the names of the first level, last year's value beside."""
    o = office(seed, "court")
    listed = indicators(o, "qqqzzztteskmm", (50, 30, 10))
    part = {"q": "履职效能", "z": "履职效能", "t": "管理效率", "k": "可持续性"}
    level = {i.group: part.get(i.group, "社会效应") for i in listed}
    sums = {name: points(i for i in listed if level[i.group] == name)[0] for name in level.values()}
    second = {
        "q": "重点工作履行",
        "z": "重点工作履行",
        "t": "业务管理",
        "e": "社会贡献",
        "s": "社会贡献",
        "k": "体制机制改革",
        "m": "服务对象评价",
    }
    listed.sort(key=lambda i: "qztesmk".index(i.group))
    said = say(listed, second=second)
    printed, rows = lines(said, lambda s: [
        f"{level[s.item.group]}（{p(sums[level[s.item.group]])}分）", s.second, s.item.name, p(_before(s.item.number)) + s.item.unit or "—",
        s.target.text, s.actual.text, s.weight, s.score, s.item.reason or "无偏差",
    ])  # fmt: skip
    for row, s in zip(rows, said, strict=True):
        row.level1 = level[s.item.group]
        row.unsure += [] if row.reason else ["reason"]
    weight, score = points(listed)
    basic, basic_spent = (o.budget * D("0.55")).quantize(D("0.01")), (o.spent * D("0.55")).quantize(D("0.01"))
    rest, rest_spent = o.budget - basic, o.spent - basic_spent
    wanted, done = (
        "依法履行审判职能，提升审判质效，服务法治化营商环境。",
        "全年审判执行工作平稳有序，主要质效指标位居全市前列。",
    )
    table: list[Row] = [
        [w("部门（单位）名称", 2), w(o.unit, 7)],
        [Slot("部门整体支出\n（万元）", rows=4, columns=2), "", "年初预算", "全年预算", "全年执行", "执行率", "分值", "得分"],
        ["基本支出", p(basic), p(basic), p(basic_spent), f"{percent(basic_spent, basic)}%", "", ""],
        ["项目支出", p(o.first - basic), p(rest), p(rest_spent), f"{percent(rest_spent, rest)}%", "", ""],
        ["合　计", p(o.first), p(o.budget), p(o.spent), f"{o.rate}%", "10", p(o.execution())],
        [w("年度总体目标", 2), w(wanted, 7)],
        [w("总体完成情况", 2), w(done, 7)],
        *merged([["一级指标", "二级指标", "三级指标", "上年实际值", "本年目标值", "本年实际值", "权重", "得分", "偏差说明"], *printed], 2),
        [w("总分", 6), p(weight + 10), p(plus(score, o)), ""],
    ]  # fmt: skip
    return Drawn(
        document=document("附件3-2", f"{o.year}年度部门整体支出绩效自评表", table, "注：1.一级指标按履职效能、管理效率、社会效应、可持续性设置。2.得分保留一位小数。"),
        forms=[FormTruth(
            kind="department", year=o.year, unit_name=o.unit, total_weight=weight + 10, total_score=plus(score, o), rows=rows, goals=[(wanted, done)],
            funds=[
                fund("basic", basic, basic_spent, first=basic, rate=percent(basic_spent, basic)),
                fund("project", rest, rest_spent, first=o.first - basic, rate=percent(rest_spent, rest)),
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate, weight=10, score=o.execution()),
            ],
        )],
    )  # fmt: skip


def _before(number: str) -> Decimal | None:
    """What the unit reached a year earlier: somewhat less than this year's target."""
    return (D(number) * D("0.95")).quantize(D("0.1")) if number else None


def money_turned(seed: int) -> Drawn:
    """A whole unit in 元, money turned: sources across, stages down; levels numbered."""
    o = office(seed, "college")
    listed = indicators(o, "qqqqzztcesskm", (50, 30, 10))
    firsts = {"产出指标": "1 产出指标", "效益指标": "2 效益指标", "满意度指标": "3 满意度指标"}
    order: list[str] = []

    def second(name: str, first: str) -> str:
        inner = [each for each in order if each[0] == first[0]]
        label = next((each for each in inner if each.endswith(name)), None)
        if label is None:
            label = f"{first[0]}.{len(inner) + 1} {name}"
            order.append(label)
        return label

    counts: dict[str, int] = {}

    def third(label: str, name: str) -> str:
        counts[label] = counts.get(label, 0) + 1
        return f"{label.split(maxsplit=1)[0]}.{counts[label]} {name}"

    said = say(listed)
    printed, rows = lines(said, lambda s: [
        firsts[s.first], (two := second(s.second, firsts[s.first])), third(two, s.item.name), s.target.text, s.actual.text, s.weight, s.score, s.item.reason,
    ])  # fmt: skip
    for row, line in zip(rows, printed, strict=True):
        row.level1, row.level2, row.level3 = line[0], line[1], line[2]
        row.unsure += ["level1", "level2"]  # with or without the number
    weight, score = points(listed)
    left, gone = o.other
    first = (o.first, o.fiscal, o.first - o.fiscal)
    rates = percents(o)

    def yuan(*values: object) -> list[str]:
        return [f"{D(str(value)) * WAN:,.2f}" for value in values]

    table: list[Row] = [
        [w("单位名称", 2), w(o.unit, 6)],
        [Slot("预算资金\n（单位：元）", rows=5, columns=2), "项目", w("合计", 2), w("财政拨款", 1), w("其他资金", 2)],
        ["年初预算", w(yuan(first[0])[0], 2), yuan(first[1])[0], w(yuan(first[2])[0], 2)],
        ["调整后预算", w(yuan(o.budget)[0], 2), yuan(o.fiscal)[0], w(yuan(left)[0], 2)],
        ["实际支出", w(yuan(o.spent)[0], 2), yuan(o.fiscal_spent)[0], w(yuan(gone)[0], 2)],
        ["执行率", w(rates[0], 2), rates[1], w(rates[2], 2)],
        *merged([["一级指标", "二级指标", "三级指标", "年度目标值", "年度完成值", "分值", "得分", "差异原因"], *printed], 2),
        [w("合计", 5), p(weight), p(score), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度单位整体支出绩效自评表", table, "单位负责人：　　　　财务负责人：　　　　填报人："),
        forms=[FormTruth(
            kind="department", year=o.year, unit_name=o.unit, total_weight=weight, total_score=score, rows=rows,
            funds=[
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate), fund("fiscal", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("other", left, gone, first=first[2], rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


def transfer_scored(seed: int) -> Drawn:
    """A transfer with scores, money by level of government, management described, amounts with 万元 in the cells."""
    o = office(seed, "road")
    listed = indicators(o, "qqqzztcssgkm", (50, 30, 10))
    printed, rows = lines(
        say(listed),
        lambda s: [
            "绩\n效\n指\n标",
            s.first,
            s.second,
            s.item.name,
            s.weight,
            s.target.text,
            s.actual.text,
            s.score,
            s.item.reason,
        ],
    )
    left, gone = o.other
    wanted, done = (
        f"支持{o.place}普通国省道养护，提升路网服务水平。",
        "各项养护任务按计划实施，路网服务水平稳定。",
    )
    managed = ["分配科学性", "下达及时性", "使用规范性", "执行准确性"]
    how: list[Row] = [[w(name, 2), w("严格按照资金管理办法执行", 3), w("无", 2)] for name in managed]
    table: list[Row] = [
        [w("转移支付（项目）名称", 2), w("车辆购置税补助地方资金", 7)],
        [w("中央主管部门", 2), w("交通运输部", 7)],
        [w("地方主管部门", 2), w(f"{o.place}交通运输局", 3), w("资金使用单位", 2), w(o.unit, 2)],
        [Slot("资金投入情况", rows=4, columns=2), w("", 2), w("全年预算数（A）", 2), w("全年执行数（B）", 2), "预算执行率（B/A×100%）"],
        [w("年度资金总额：", 2), w(f"{p(o.budget)}万元", 2), w(f"{p(o.spent)}万元", 2), f"{o.rate}%"],
        [w("其中：中央财政资金", 2), w(f"{p(o.fiscal)}万元", 2), w(f"{p(o.fiscal_spent)}万元", 2), percents(o)[1]],
        [w("地方资金", 2), w(f"{p(left)}万元", 2), w(f"{p(gone)}万元", 2), percents(o)[2]],
        [Slot("资金管理情况", rows=len(managed) + 1, columns=2), w("", 2), w("情况说明", 3), w("存在问题和改进措施", 2)],
        *how,
        [Slot("总体目标完成情况", rows=2, columns=2), w("总体目标", 3), w("全年实际完成情况", 4)],
        [w(wanted, 3), w(done, 4)],
        *merged([["绩\n效\n指\n标", "一级指标", "二级指标", "三级指标", "权重", "指标值", "全年实际完成值", "得分", "未完成原因和改进措施"], *printed], 3),
        [w("说明", 2), w("无", 7)],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度中央对地方转移支付区域绩效自评表", table),
        forms=[FormTruth(
            kind="transfer", year=o.year, unit_name=o.unit, rows=rows, goals=[(wanted, done)],
            funds=[
                fund("total", o.budget, o.spent, rate=o.rate), fund("central", o.fiscal, o.fiscal_spent, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("local", left, gone, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


UNITS: dict[str, Callable[[int], Drawn]] = {
    "d_four_effects": four_effects,
    "d_money_turned": money_turned,
    "d_transfer_scored": transfer_scored,
}
