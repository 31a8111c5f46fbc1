"""Set D of a fresh hand: project forms with local habits. May be tuned on."""

from __future__ import annotations

from collections.abc import Callable

from corpus.layouts.drawn_d_cells import CELLS
from corpus.layouts.drawn_d_habits import HABITS
from corpus.layouts.drawn_d_lists import LISTS
from corpus.layouts.drawn_d_long import LONG
from corpus.layouts.drawn_d_odd import ODD
from corpus.layouts.drawn_d_parts import lines, money, percents, plus, say
from corpus.layouts.drawn_d_pool import indicators, office
from corpus.layouts.drawn_d_units import UNITS
from corpus.layouts.drawn_parts import Row, first_only, fund, h, merged, p, points, w
from corpus.layouts.drawn_pool import D, percent
from corpus.layouts.truth import Drawn, FormTruth, RowTruth
from corpus.writing.drawing import Slot, document


def explained(seed: int) -> Drawn:
    """Landscape with fourteen columns: explanation, nature, unit, rule, evidence and the section in charge."""
    o = office(seed, "hospital")
    listed = indicators(o, "qqqzztcesskm", (50, 30, 10))
    said = say(listed)
    sections = ("医务科", "护理部", "财务科", "设备科")
    printed, rows = lines(said, lambda s: [
        s.first, s.second, s.item.name, f"反映{s.item.name}情况", s.nature, s.item.number or s.item.words, s.item.unit or "—", s.item.done,
        s.weight, "完成得满分，未完成按比例得分", s.score, s.item.reason, f"附件{s.number}：统计报表", sections[s.number % 4],
    ])  # fmt: skip
    for row, s in zip(rows, said, strict=True):
        raw = s.item.number or s.item.words
        row.target_text = [s.target.text, raw, s.nature + raw, s.nature + raw + s.item.unit]
        row.actual_text = [s.item.done, s.actual.text]
    weight, score = points(listed)
    left, gone = o.other
    rates = percents(o)
    table: list[Row] = [
        ["项目名称", w(o.project, 13)],
        ["主管部门", w(f"{o.place}卫生健康局", 5), w("实施单位", 3), w(o.unit, 5)],
        [h("项目资金（万元）", 4), w("资金来源", 2), w("年初预算数", 2), w("全年预算数（A）", 2), w("全年执行数（B）", 2), w("执行率（B/A）", 2), w("分值", 2), "得分"],
        [w("年度资金总额", 2), w(p(o.first), 2), w(p(o.budget), 2), w(p(o.spent), 2), w(rates[0], 2), w("10", 2), p(o.execution())],
        [w("其中：财政拨款", 2), w(p(o.fiscal), 2), w(p(o.fiscal), 2), w(p(o.fiscal_spent), 2), w(rates[1], 2), w("—", 2), "—"],
        [w("其他资金", 2), w(p(o.first - o.fiscal), 2), w(p(left), 2), w(p(gone), 2), w(rates[2], 2), w("—", 2), "—"],
        *merged([["一级指标", "二级指标", "三级指标", "指标说明", "指标性质", "年度指标值", "计量单位", "实际完成值", "分值", "评分标准", "得分", "偏差原因分析及改进措施", "佐证材料", "责任科室"], *printed], 2),
        [w("总分", 8), p(weight + 10), "", p(plus(score, o)), w("", 3)],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度项目支出绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=plus(score, o),
            rows=rows, funds=money(o),
        )],
    )  # fmt: skip


def execution_first(seed: int) -> Drawn:
    """预算执行率 is the first indicator, 成本 a level; 年度目标 written once down the side over numbered goals."""
    o = office(seed, "road")
    listed = indicators(o, "qqqzztcesgm", (60, 20, 10))
    printed, rows = lines(
        say(listed, style="ascii"),
        lambda s: [
            s.first,
            s.second,
            s.item.name,
            s.target.text,
            s.actual.text,
            s.weight,
            s.score,
            s.item.reason,
        ],
    )
    ahead = [
        "预算执行率指标",
        "预算执行率",
        "全年预算执行率",
        "100%",
        f"{o.rate}%",
        "10",
        p(o.execution()),
        "",
    ]
    weight, score = points(listed)
    goals: list[tuple[str | None, str | None]] = [
        ("1.保障国省干线安全畅通，优良路率达到86%以上；", "1.路网运行平稳，优良路率达到年度要求；"),
        ("2.推进安全设施精细化提升；", "2.完成安全隐患路段整治；"),
        ("3.提升应急保通能力。", "3.应急物资储备充足，抢通及时。"),
    ]
    side: list[Row] = [[w(wanted or "", 4), w(done or "", 3)] for wanted, done in goals]
    table: list[Row] = [
        [w("项目名称", 2), w(o.project, 6)],
        [w("主管部门及代码", 2), w(f"[215]{o.place}交通运输局", 2), "实施单位", w(o.unit, 3)],
        [Slot("预算执行情况（万元）", rows=3, columns=2), "预算数：", p(o.budget), w("执行数：", 2), w(p(o.spent), 2)],
        ["其中：财政拨款", p(o.fiscal), w("其中：财政拨款", 2), w(p(o.fiscal_spent), 2)],
        ["其他资金", p(o.other[0]), w("其他资金", 2), w(p(o.other[1]), 2)],
        [Slot("年\n度\n目\n标", rows=4), w("年初设定目标", 4), w("全年实际完成情况", 3)],
        *side,
        *merged([["一级指标", "二级指标", "三级指标", "年初指标值", "全年完成值", "分值", "得分", "未完成原因及改进措施"], ahead, *printed], 2),
        [w("总　　分", 5), p(weight + 10), p(plus(score, o)), ""],
    ]  # fmt: skip
    first = RowTruth(
        level1=ahead[0], level2=ahead[1], level3=ahead[2], target_text=["100%"], target_value=D(100), target_unit="%",
        actual_text=[f"{o.rate}%"], actual_value=o.rate, weight=D(10), score=o.execution(), unsure=["target_sign"],
    )  # fmt: skip
    funds = money(o, weight=None, first=False)
    for each in funds:
        each.rate = None
        each.unsure = ["rate", "weight", "score"]  # they stand in the indicator's row
    return Drawn(
        document=document(f"{o.year}年项目支出绩效自评表", "单位：万元", table, "填表人：何某　　审核人：蒋某　　填表日期：3月11日"),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=plus(score, o),
            rows=[first, *rows], funds=funds, goals=goals,
        )],
    )  # fmt: skip


def declared_then_evaluated(seed: int) -> Drawn:
    """The declaration of the year's goals (no completions) stands in front of the self-evaluation of the same project."""
    o = office(seed, "elder")
    listed = indicators(o, "qqqztcssm", (50, 30, 10))
    said = say(listed)
    printed, rows = lines(
        said,
        lambda s: [
            s.first,
            s.second,
            s.item.name,
            s.target.text,
            s.actual.text,
            s.weight,
            s.score,
            s.item.reason,
        ],
    )
    wanted, done = (
        "健全居家社区养老服务网络，惠及失能老年人。",
        "居家社区养老服务网络基本建成，补贴按月兑付。",
    )
    weight, score = points(listed)
    declared: list[Row] = [
        ["项目名称", w(o.project, 4)],
        ["主管部门", o.unit, "项目属性", w("延续项目", 2)],
        [h("项目资金（万元）", 3), "年度资金总额", w(p(o.budget), 3)],
        ["其中：财政拨款", w(p(o.fiscal), 3)],
        ["其他资金", w(p(o.other[0]), 3)],
        ["年度总体目标", w(wanted, 4)],
        *merged([["一级指标", "二级指标", "三级指标", "指标值", "备注"], *[[s.first, s.second, s.item.name, s.target.text, ""] for s in said]], 2),
    ]  # fmt: skip
    left, gone = o.other
    rates = percents(o)
    evaluated: list[Row] = [
        ["项目名称", w(o.project, 7)],
        ["主管部门", w(o.unit, 3), "实施单位", w(o.unit, 3)],
        [h("项目资金（万元）", 4), "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["年度资金总额", p(o.first), p(o.budget), p(o.spent), "10", rates[0], p(o.execution())],
        ["其中：财政拨款", p(o.fiscal), p(o.fiscal), p(o.fiscal_spent), "-", rates[1], "-"],
        ["其他资金", p(o.first - o.fiscal), p(left), p(gone), "-", rates[2], "-"],
        [h("年度总体目标"), w("预期目标", 3), w("实际完成情况", 4)],
        [w(wanted, 3), w(done, 4)],
        *merged([["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"], *printed], 2),
        [w("总分", 5), "100", p(plus(score, o)), ""],
    ]  # fmt: skip
    return Drawn(
        document=document("附件1", f"项目支出绩效目标表\n（{o.year}年度）", declared, "附件2", f"项目支出绩效自评表\n（{o.year}年度）", evaluated),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=plus(score, o),
            rows=rows, goals=[(wanted, done)], funds=money(o),
        )],
    )  # fmt: skip


def village(seed: int) -> Drawn:
    """A town: sub-totals by first level, a note in the middle, empty reserve rows, signatures inside the table."""
    o = office(seed, "village")
    listed = indicators(o, "qqqqzttcssgmm", (50, 30, 10))
    said = say(listed, style="words")
    printed, rows = lines(
        said,
        lambda s: [
            s.first,
            s.second,
            f"指标{s.number}：{s.item.name}",
            s.target.text,
            s.actual.text,
            s.weight,
            s.score,
            s.item.reason,
        ],
    )
    for row, s in zip(rows, said, strict=True):
        row.level3 = s.item.name
    body: list[Row] = []
    for name in ("产出指标", "效益指标", "满意度指标"):
        group = [line for line in printed if line[0] == name]
        body += first_only([*group, [name, group[-1][1], "……", "", "", "", "", ""]], 2)
        part = [s.item for s in said if s.first == name]
        body.append([w(f"{name[:-2]}小计", 5), p(points(part)[0]), p(points(part)[1]), ""])
        if name == "产出指标":
            body.append([w("以下效益、满意度指标由村委会据实填报，镇财政所汇总", 8)])
    weight, score = points(listed)
    left, gone = o.other
    table: list[Row] = [
        ["项目名称", w(o.project, 4), "项目实施地点", w(f"{o.unit[:-4]}石桥村等11个村", 2)],
        ["实施单位", w(o.unit, 4), "联系人及电话", w("罗某 138****5566", 2)],
        [h("资金安排及使用（万元）", 4), w("资金性质", 2), "到位资金", "使用资金", "结余资金", w("使用率", 2)],
        [w("合计", 2), p(o.budget), p(o.spent), p(o.budget - o.spent), w(f"{o.rate}%", 2)],
        [w("财政奖补资金", 2), p(o.fiscal), p(o.fiscal_spent), p(o.fiscal - o.fiscal_spent), w(percents(o)[1], 2)],
        [w("村级自筹资金", 2), p(left), p(gone), p(left - gone), w(percents(o)[2], 2)],
        ["一级指标", "二级指标", "三级指标", "目标值", "完成值", "分值", "自评分", "备注（未完成原因）"],
        *body,
        [w("自评总分", 5), p(weight), p(score), ""],
        [w("村委会（盖章）：\n负责人签字：", 4), w("镇人民政府（盖章）：\n负责人签字：", 4)],
    ]  # fmt: skip
    funds = [
        fund("total", o.budget, o.spent, rate=o.rate),
        fund("fiscal", o.fiscal, o.fiscal_spent, rate=percent(o.fiscal_spent, o.fiscal)),
    ]
    for each in funds:
        each.unsure = ["budget"]  # 到位资金 is what arrived
    return Drawn(
        document=document(f"{o.unit}{o.year}年度村级项目绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight, total_score=score, rows=rows, funds=funds,
        )],
    )  # fmt: skip


def two_parties(seed: int) -> Drawn:
    """A self-evaluation whose scores the authority enters beside the unit's own, in a filled column of its own."""
    o = office(seed, "forest")
    listed = indicators(o, "qqqzztcesggm", (50, 30, 10))
    said = say(listed, bare=bool(seed % 2))
    again = [s.item.score - (1 if s.number % 4 == 0 else 0) for s in said]
    printed, rows = lines(said, lambda s: [
        s.first, s.second, s.item.name, s.weight, s.target.text, s.actual.text, s.score, p(again[s.number - 1]), s.item.reason,
    ])  # fmt: skip
    for row, second in zip(rows, again, strict=True):
        row.review_score = second
    weight, score = points(listed)
    table: list[Row] = [
        [w("项目名称", 2), w(o.project, 3), "项目编码", w("44020023T000001234567", 3)],
        [w("项目单位", 2), w(o.unit, 3), "主管部门", w(f"{o.place}林业和草原局", 3)],
        [Slot("资金情况\n（万元）", rows=2, columns=2), "全年预算数", "全年执行数", "执行率（%）", "结转结余", w("自评得分", 2), "主管部门评分"],
        [p(o.budget), p(o.spent), p(o.rate), p(o.budget - o.spent), w(p(o.execution()), 2), p(o.execution())],
        *merged([["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "单位自评得分", "主管部门评分", "未完成原因"], *printed], 2),
        [w("合计", 3), p(weight), "", "", p(score), p(sum(again, D(0))), ""],
        [w("主管部门意见", 2), w("项目实施规范，同意自评结论。（盖章）", 7)],
    ]  # fmt: skip
    total = fund("total", o.budget, o.spent, rate=o.rate, score=o.execution())
    total.unsure = ["weight"]
    return Drawn(
        document=document(f"（{o.year}年度）项目支出绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight, total_score=score, rows=rows, funds=[total],
        )],
    )  # fmt: skip


DRAWN_D: dict[str, Callable[[int], Drawn]] = {
    "d_explained": explained,
    "d_execution_first": execution_first,
    "d_declared_then_evaluated": declared_then_evaluated,
    "d_village": village,
    "d_two_parties": two_parties,
    **UNITS,
    **LONG,
    **LISTS,
    **ODD,
    **CELLS,
    **HABITS,
}
