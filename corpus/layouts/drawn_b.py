"""Set B of a fresh hand: scored twice before anybody looked at it (drawn.md)."""

from __future__ import annotations

from collections.abc import Callable

from corpus.layouts.drawn_b_lists import LISTS
from corpus.layouts.drawn_b_units import UNITS
from corpus.layouts.drawn_parts import WAN, Row, first_only, fund, h, level1, merged, p, points, truth, w
from corpus.layouts.drawn_pool import D, Value, items, office, percent
from corpus.layouts.truth import Drawn, FormTruth, FundTruth
from corpus.writing.drawing import Slot, document


def directions(seed: int) -> Drawn:
    """Tianjin: 正向/反向 beside the plan, a completion rate, 赋分 for the weight, sources of money in lines."""
    o = office(seed, "farm")
    listed = items(o.rng, "farm", "qqqzttceesgm", (50, 30, 10))
    lines, rows = [], []
    for i in listed:
        target, actual = i.target("ascii"), i.actual()
        way = "反向" if i.sign == "<=" else "正向" if i.number else "定性"
        done = f"{p(percent(i.score, i.weight))}%"
        lines.append(
            [
                level1(i),
                i.level2,
                i.name,
                way,
                target.text,
                actual.text,
                done,
                p(i.weight),
                p(i.score),
                i.reason,
            ]
        )
        rows.append(truth(i, target, actual, level1(i), i.level2))
    weight, score = points(listed)
    left, gone = o.other
    table: list[Row] = [
        ["项目名称", w(o.project, 4), "项目类别", w("☑一次性　□经常性", 4)],
        ["预算部门", w(f"{o.place}农业农村委员会", 4), "实施单位", w(o.unit, 4)],
        [Slot("预算资金\n（万元）", rows=4), w("资金来源", 2), w("年初预算A", 1), w("调整预算B", 1), "实际支出C", w("支出率C/B", 2), "分值", "得分"],
        [w("合计", 2), p(o.first), p(o.budget), p(o.spent), w(f"{o.rate}%", 2), "10", p(o.execution())],
        [w("财政拨款", 2), p(o.fiscal), p(o.fiscal), p(o.fiscal_spent), w(f"{percent(o.fiscal_spent, o.fiscal)}%", 2), "×", "×"],
        [w("其他资金", 2), p(left), p(left), p(gone), w(f"{percent(gone, left)}%", 2), "×", "×"],
        *merged([["一级指标", "二级指标", "三级指标", "指标方向", "计划值", "实际值", "完成率", "赋分", "得分", "情况说明"], *lines], 2),
        [w("自评总得分", 7), p(weight + 10), p(score + o.execution()), ""],
        ["评价等级", w("☑优　□良　□中　□差", 9)],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度项目支出绩效自评表", table, "填报人：　　　　审核人：　　　　填报日期：　年　月　日"),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10,
            total_score=score + o.execution(), rows=rows,
            funds=[
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate, weight=10, score=o.execution()),
                fund("fiscal", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("other", left, gone, first=left, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


def name_first(seed: int) -> Drawn:
    """Guangxi export: the indicator first, its classes behind it, the rule of scoring, then the values."""
    o = office(seed, "water")
    listed = items(o.rng, "water", "qqqzztcesgm", (50, 30, 10), cut=2)
    lines: list[Row] = []
    rows = []
    for number, i in enumerate(listed, start=1):
        target, actual = i.target(), i.actual(bare=True)
        lines.append(
            [
                str(number),
                i.name,
                i.level2,
                level1(i),
                "完成得满分，未完成按比例得分",
                p(i.weight),
                target.text,
                actual.text,
                p(i.score),
                i.reason,
            ]
        )
        rows.append(truth(i, target, actual, level1(i), i.level2))
    score = points(listed)[1]
    table: list[Row] = [
        [w("项目名称", 2), w(o.project, 3), w("项目单位", 2), w(o.unit, 3)],
        [w("年初预算数", 2), w(f"{p(o.first)}万元", 3), w("年度预算数（调整后）", 2), w(f"{p(o.budget)}万元", 3)],
        [w("年度支出数", 2), w(f"{p(o.spent)}万元", 3), w("预算执行率", 2), w(f"{o.rate}%", 3)],
        [w("年度绩效目标", 2), w("巩固提升农村饮水安全水平，维护河湖健康。", 3), w("目标完成情况", 2), w("全部完成。", 3)],
        ["序号", "绩效指标", "指标类型", "指标大类", "评分规则", "指标分值", "指标值", "完成值", "自评得分", "偏差原因"],
        *lines,
        [w("预算执行得分（满分10分）", 8), p(o.execution()), ""],
        [w("总分", 8), p(score + o.execution()), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年预算项目绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project,
            total_score=score + o.execution(), rows=rows, goals=[("巩固提升农村饮水安全水平，维护河湖健康。", "全部完成。")],
            funds=[FundTruth(item="total", initial=o.first * WAN, budget=o.budget * WAN, executed=o.spent * WAN, rate=o.rate, unsure=["weight", "score"])],
        )],
    )  # fmt: skip


def goals_with_their_own(seed: int) -> Drawn:
    """Fujian: each yearly goal stands before its own indicators, completion told beside, levels at the first row only."""
    o = office(seed, "culture")
    listed = items(o.rng, "culture", "qqqqzzttcessmm", (55, 30, 15))
    goals = [
        ("目标一：保障公共文化场馆免费开放", ("q", "z", "t", "c")),
        ("目标二：提升群众文化获得感", ("e", "s", "k", "m")),
    ]
    lines, rows = [], []
    for goal, groups in goals:
        for i in listed:
            if i.group not in groups:
                continue
            target, actual = i.target("bare"), i.actual()
            lines.append(
                [
                    goal,
                    level1(i),
                    i.level2,
                    i.name,
                    p(i.weight),
                    target.text,
                    actual.text,
                    p(i.score),
                    i.reason,
                ]
            )
            rows.append(truth(i, target, actual, level1(i), i.level2))
    weight, score = points(listed)
    table: list[Row] = [
        [w("项目名称", 2), w(o.project, 3), "项目负责人", w("林某某", 3)],
        [w("项目单位", 2), w(o.unit, 3), "主管部门", w(f"{o.place}文体旅局", 3)],
        [w("项目资金（元）", 2), w("预算安排", 2), w("实际到位", 1), w("实际支出", 2), w("结余", 1), "执行率"],
        [w("合计", 2), w(f"{o.budget * WAN:.2f}", 2), f"{o.budget * WAN:.2f}", w(f"{o.spent * WAN:.2f}", 2), f"{(o.budget - o.spent) * WAN:.2f}", f"{o.rate}%"],
        [w("其中：财政资金", 2), w(f"{o.fiscal * WAN:.2f}", 2), f"{o.fiscal * WAN:.2f}", w(f"{o.fiscal_spent * WAN:.2f}", 2), "", ""],
        *first_only([["年度目标", "一级指标", "二级指标", "三级指标", "权重", "目标值", "实际值", "得分", "未达成原因"], *lines], 3),
        [w("合计", 4), p(weight), "", "", p(score), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度市级财政支出项目绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight, total_score=score, rows=rows,
            funds=[
                fund("total", o.budget, o.spent, rate=o.rate),
                fund("fiscal", o.fiscal, o.fiscal_spent),
            ],
        )],
    )  # fmt: skip


def weights_in_percent(seed: int) -> Drawn:
    """Shanghai: weights as shares in per cent, the summary of the year stacked under the plan, three header rows of money."""
    o = office(seed, "data")
    listed = items(o.rng, "data", "qqqzztccskm", (60, 30, 10))
    lines, rows = [], []
    for i in listed:
        target, actual = i.target("glyph"), i.actual()
        lines.append(
            [level1(i), i.level2, i.name, f"{p(i.weight)}%", target.text, actual.text, p(i.score), i.reason]
        )
        rows.append(truth(i, target, actual, level1(i), i.level2, unsure=["weight"]))
    score = points(listed)[1]
    left, gone = o.other
    table: list[Row] = [
        ["项目名称：", w(o.project, 7)],
        ["主管部门：", w(f"{o.place}大数据管理局", 3), w("实施单位：", 2), w(o.unit, 2)],
        ["", w("年初预算数", 2), w("全年预算数（A）", 2), w("全年执行数（B）", 2), "执行率（B/A）"],
        ["年度资金总额：", w(p(o.first), 2), w(p(o.budget), 2), w(p(o.spent), 2), p(o.rate)],
        ["其中：财政资金", w(p(o.fiscal), 2), w(p(o.fiscal), 2), w(p(o.fiscal_spent), 2), p(percent(o.fiscal_spent, o.fiscal))],
        ["上年结转资金", w("0", 2), w("0", 2), w("0", 2), "0"],
        ["其他资金", w(p(left), 2), w(p(left), 2), w(p(gone), 2), p(percent(gone, left))],
        ["预期目标", w("完成政务云资源租用，支撑全区业务系统稳定运行。", 7)],
        ["实际完成", w("云资源利用率稳步提升，各业务系统稳定运行。", 7)],
        *merged([["一级指标", "二级指标", "三级指标", "权重", "年度指标值", "实际完成值", "得分", "偏差原因分析"], *lines], 2),
        ["综合得分", w("", 5), p(score), ""],
    ]  # fmt: skip
    return Drawn(
        document=document("项目绩效自评表", f"（{o.year}年度）", "单位：万元", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_score=score, rows=rows,
            goals=[("完成政务云资源租用，支撑全区业务系统稳定运行。", "云资源利用率稳步提升，各业务系统稳定运行。")],
            funds=[
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate),
                fund("fiscal", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("carryover", D(0), D(0), first=D(0), rate=D(0)),
                fund("other", left, gone, first=left, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


def half_year_between(seed: int) -> Drawn:
    """Jiangsu: a half-year completion between target and year's completion, units before the values, city and county money."""
    o = office(seed, "health")
    listed = items(o.rng, "health", "qqqzztcsskm", (60, 20, 10))
    lines, rows = [], []
    for i in listed:
        target, actual = i.target(), i.actual()
        half = p((D(i.number) / 2).quantize(D("0.1"))) if i.number and i.unit != "%" else "—"
        shown = target.text.removesuffix(i.unit) if i.number else target.text
        lines.append(
            [
                level1(i),
                i.level2,
                i.name,
                i.unit or "/",
                shown,
                half,
                i.done,
                p(i.weight),
                p(i.score),
                i.reason,
            ]
        )
        row = truth(i, target, actual, level1(i), i.level2)
        row.target_text, row.actual_text = [shown, target.text], [i.done, actual.text]
        rows.append(row)
    weight, score = points(listed)
    left, gone = o.other
    table: list[Row] = [
        ["项目名称", w(o.project, 4), "实施单位", w(o.unit, 4)],
        [Slot("资金来源\n（万元）", rows=4), w("", 2), w("年度预算", 2), w("年度支出", 2), "执行率", "分值", "得分"],
        [w("合计", 2), w(p(o.budget), 2), w(p(o.spent), 2), f"{o.rate}%", "10", p(o.execution())],
        [w("市级财政资金", 2), w(p(o.fiscal), 2), w(p(o.fiscal_spent), 2), f"{percent(o.fiscal_spent, o.fiscal)}%", "", ""],
        [w("县级财政资金", 2), w(p(left), 2), w(p(gone), 2), f"{percent(gone, left)}%", "", ""],
        *merged([["一级指标", "二级指标", "三级指标", "计量单位", "年度目标值", "半年完成值", "全年完成值", "分值", "得分", "偏差原因"], *lines], 2),
        [w("总分", 7), "100", p(score + o.execution()), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度市级财政专项资金项目绩效自评价表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10,
            total_score=score + o.execution(), rows=rows,
            funds=[
                fund("total", o.budget, o.spent, rate=o.rate, weight=10, score=o.execution()),
                fund("city", o.fiscal, o.fiscal_spent, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("county", left, gone, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


def unnamed_levels(seed: int) -> Drawn:
    """Shaanxi: 绩效指标 over three columns that have no headings of their own; header repeated after a page break."""
    o = office(seed, "school")
    listed = items(o.rng, "school", "qqqqzztccsskmm", (50, 30, 10))
    lines, rows = [], []
    for i in listed:
        target, actual = i.target("wide"), i.actual()
        lines.append(
            [level1(i), i.level2, i.name, target.text, actual.text, p(i.weight), p(i.score), i.reason]
        )
        rows.append(truth(i, target, actual, level1(i), i.level2))
    weight, score = points(listed)
    cut = 7
    heads: Row = [w("绩效指标", 3), "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]
    table: list[Row] = [
        ["项目名称", w(o.project, 7)],
        ["主管部门", w(f"{o.place}教育局", 3), "实施单位", w(o.unit, 3)],
        [h("项目资金（万元）"), "年初预算数", w("全年预算数", 2), "全年执行数", "分值", "执行率", "得分"],
        [p(o.first), w(p(o.budget), 2), p(o.spent), "10分", f"{o.rate}％", f"{p(o.execution())}分"],
        heads, *merged(lines[:cut], 2), heads, *merged(lines[cut:], 2),
        [w("总分", 5), p(weight + 10), p(score + o.execution()), ""],
    ]  # fmt: skip
    return Drawn(
        document=document("附件1", "项目支出绩效自评表", f"（{o.year}年度）", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10,
            total_score=score + o.execution(), rows=rows,
            funds=[fund("total", o.budget, o.spent, first=o.first, rate=o.rate, weight=10, score=o.execution())],
        )],
    )  # fmt: skip


def village_plain(seed: int) -> Drawn:
    """A township: five columns, no levels, the money told in lines above the table."""
    o = office(seed, "water")
    listed = items(o.rng, "water", "qqzztsm", (60, 30, 10))
    lines: list[Row] = []
    rows = []
    for i in listed:
        target, actual = i.target("bare"), i.actual()
        lines.append([i.name, target.text, actual.text, p(i.weight), p(i.score)])
        rows.append(truth(i, target, actual, None, None, reason=False))
    weight, score = points(listed)
    table: list[Row] = [
        ["指标", "目标", "完成情况", "满分", "得分"],
        *lines,
        ["合计", "", "", p(weight), p(score)],
    ]
    return Drawn(
        document=document(
            f"{o.unit}{o.year}年{o.project}绩效自评表", f"项目名称：{o.project}", f"实施单位：{o.unit}",
            f"预算金额：{p(o.budget)}万元　实际支出：{p(o.spent)}万元", table, "自评结论：项目按期完成，效果良好。",
        ),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight, total_score=score, rows=rows,
        )],
    )  # fmt: skip


def bond_in_yi(seed: int) -> Drawn:
    """A bond's project: money in 亿元, goals numbered in one cell, targets as sentences, completion ticked."""
    o = office(seed, "farm")
    listed = items(o.rng, "farm", "qqzztcegm", (50, 40, 10))
    lines, rows = [], []
    for number, i in enumerate(listed):
        target = i.target("words")
        actual = i.actual()
        if number == 1:
            target = Value(
                f"计划{target.text.removeprefix('不低于')}，分两批实施", open=("sign", "value", "unit")
            )
            actual = Value(f"两批全部实施完毕，共{actual.text}", open=("value",))
        lines.append(
            [level1(i), i.level2, i.name, p(i.weight), target.text, actual.text, p(i.score), i.reason]
        )
        rows.append(truth(i, target, actual, level1(i), i.level2))
    weight, score = points(listed)
    budget, spent = D(o.rng.randint(100, 900)) / 100, D(o.rng.randint(60, 99)) / 100
    total, used = budget + D("0.4"), budget * spent + D("0.4")
    used = used.quantize(D("0.0001"))
    rate = percent(used, total)
    table: list[Row] = [
        ["项目名称", w(f"{o.place}高标准农田建设专项债券项目", 3), "项目单位", w(o.unit, 3)],
        ["资金情况（亿元）", "资金来源", w("计划投资", 2), w("到位资金", 1), w("完成支出", 2), "支出进度"],
        [Slot("", rows=2), "专项债券", w(p(budget), 2), p(budget), w(p(used - D("0.4")), 2), f"{percent(used - D('0.4'), budget)}%"],
        ["合计", w(p(total), 2), p(total), w(p(used), 2), f"{rate}%"],
        *merged([["一级指标", "二级指标", "三级指标", "分值", "预期目标值", "实际完成值", "自评分", "未完成原因"], *lines], 2),
        ["总分", w("", 2), p(weight), w("", 2), p(score), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度新增地方政府专项债券项目资金绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=f"{o.place}高标准农田建设专项债券项目",
            total_weight=weight, total_score=score, rows=rows,
            funds=[fund("total", total, used, rate=rate, scale=D(10**8))],
        )],
    )  # fmt: skip


DRAWN_B: dict[str, Callable[[int], Drawn]] = {
    "b_directions": directions,
    "b_name_first": name_first,
    "b_goals_with_their_own": goals_with_their_own,
    "b_weights_in_percent": weights_in_percent,
    "b_half_year_between": half_year_between,
    "b_unnamed_levels": unnamed_levels,
    "b_village_plain": village_plain,
    "b_bond_in_yi": bond_in_yi,
    **UNITS,
    **LISTS,
}
