"""Set A: tasks with money of their own, levels glued to names, sub-rows, a form behind other tables."""

from __future__ import annotations

from collections.abc import Callable

from corpus.layouts.drawn_parts import Row, fund, h, level1, merged, p, points, truth, w
from corpus.layouts.drawn_pool import D, items, office, percent
from corpus.layouts.truth import Drawn, FormTruth, RowTruth
from corpus.writing.drawing import Slot, document


def tasks_with_money(seed: int) -> Drawn:
    """A unit of a ministry: main tasks each with its money (no money rows of the form), goals one above the other."""
    o = office(seed, "data")
    listed = items(o.rng, "data", "qqqzztcssm", (60, 20, 10))
    lines, rows = [], []
    for i in listed:
        target, actual = i.target("words"), i.actual()
        lines.append(
            [
                "年度绩效指标完成情况",
                level1(i),
                i.level2,
                i.name,
                target.text,
                actual.text,
                p(i.weight),
                p(i.score),
                i.reason,
            ]
        )
        rows.append(truth(i, target, actual, level1(i), i.level2))
    weight, score = points(listed)
    half = (o.budget / 2).quantize(D("0.01"))
    goal, done = (
        "1.推进数据资源整合共享；\n2.提升政务云支撑能力。",
        "1.新归集数据较上年增长一成；\n2.政务云全年无重大故障。",
    )
    table: list[Row] = [
        [w("部门（单位）名称", 2), w(o.unit, 7)],
        [Slot("年度主要任务完成情况", rows=4), h("任务名称"), Slot("完成情况", rows=2, columns=2), w("预算数（万元）", 3), w("执行数（万元）", 2)],
        ["总额", "财政拨款", "其他资金", "总额", "财政拨款"],
        ["任务1：政务云运维", w("已完成", 2), p(half), p(half), "0", p(half), p(half)],
        ["任务2：数据归集", w("已完成，部分尾款跨年支付", 2), p(o.budget - half), p(o.budget - half), "0", p(o.spent - half), p(o.spent - half)],
        [w("金额合计", 4), p(o.budget), p(o.budget), "0", p(o.spent), p(o.spent)],
        [w("年度总体目标", 2), w(goal, 7)],
        [w("年度总体目标完成情况", 2), w(done, 7)],
        *merged([["年度绩效指标完成情况", "一级指标", "二级指标", "三级指标", "预期指标值", "实际完成指标值", "分值", "得分", "未完成原因和改进措施"], *lines], 3),
        [w("得分合计（不含预算执行）", 6), p(weight), p(score), ""],
    ]  # fmt: skip
    return Drawn(
        document=document("部门整体支出绩效自评表", f"{o.year}年度", table),
        forms=[FormTruth(
            kind="department", year=o.year, unit_name=o.unit, total_weight=weight, total_score=score, rows=rows,
            goals=[(goal, done)],
        )],
    )  # fmt: skip


def glued_levels(seed: int) -> Drawn:
    """A system's list: serial numbers, 产出-数量 glued in one cell, actual before target, score over weight as a fraction."""
    o = office(seed, "school")
    listed = items(o.rng, "school", "qqqzztccsskm", (60, 20, 10))
    lines, rows = [], []
    for number, i in enumerate(listed, start=1):
        target, actual = i.target(), i.actual()
        one = level1(i).removesuffix("指标")
        lines.append(
            [
                str(number),
                f"{one}指标-{i.level2}",
                i.name,
                actual.text,
                target.text,
                p(i.weight),
                p(i.score),
                i.reason,
            ]
        )
        rows.append(truth(i, target, actual, f"{one}指标", i.level2))
    weight, score = points(listed)
    left, gone = o.other
    table: list[Row] = [
        ["项目名称", w(o.project, 3), "预算单位", w(o.unit, 3)],
        ["资金性质", "年初批复", "调整后", "支出", w("执行率", 2), w("得分", 2)],
        ["一般公共预算", p(o.fiscal), p(o.fiscal), p(o.fiscal_spent), w(f"{percent(o.fiscal_spent, o.fiscal)}%", 2), w("", 2)],
        ["其他资金", p(left), p(left), p(gone), w(f"{percent(gone, left)}%", 2), w("", 2)],
        ["合计（万元）", p(o.budget), p(o.budget), p(o.spent), w(f"{o.rate}%", 2), w(p(o.execution()), 2)],
        ["序号", "指标分类", "指标名称", "完成值", "目标值", "权重", "得分", "偏差说明"],
        *lines,
        ["", "合计", "", "", "", p(weight), p(score), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度{o.unit}项目绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight,
            total_score=score, rows=rows,
            funds=[
                fund("total", o.budget, o.spent, first=o.budget, rate=o.rate, score=o.execution()),
                fund("fiscal", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("other", left, gone, first=left, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


def with_sub_rows(seed: int) -> Drawn:
    """A township: 其中 sub-rows under a scored parent, slots nobody filled, a bare date, prompts left in the cells."""
    o = office(seed, "water")
    listed = items(o.rng, "water", "qqzztcesggm", (50, 30, 10))
    lines, rows = [], []
    for number, i in enumerate(listed):
        target, actual = i.target(), i.actual()
        lines.append(
            [
                level1(i) + "\n(" + {"产": "50", "效": "30", "满": "10"}[level1(i)[0]] + "分)",
                i.level2,
                i.name,
                target.text,
                actual.text,
                p(i.weight),
                p(i.score),
                i.reason,
            ]
        )
        rows.append(truth(i, target, actual, level1(i), i.level2))
        if number == 0:
            for sub, count in (("其中：主干管网", "21.5"), ("其中：入户管网", "20")):
                lines.append([*lines[-1][:2], sub, f"≥{count}公里", f"{count}公里", "", "", ""])
                rows.append(RowTruth(
                    level1=level1(i), level2=i.level2, level3=sub, target_text=[f"≥{count}公里"], target_sign=">=",
                    target_value=D(count), target_unit="公里", actual_text=[f"{count}公里"], actual_value=D(count),
                    detail=True, unsure=["level3"],
                ))  # fmt: skip
        if number == 2:
            lines.append([*lines[-1][:2], "……", "", "", "", "", ""])
    score = points(listed)[1]
    table: list[Row] = [
        ["项目名称", w(o.project, 7)],
        ["主管部门", w(f"{o.place}水利局", 3), "实施单位", w(o.unit, 3)],
        [h("资金情况", 4), w("项\u3000目", 2), "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [w("年度资金总额", 2), f"{p(o.budget)}万元", f"{p(o.spent)}万元", "10", f"{o.rate}%", p(o.execution())],
        [w("其中：本年财政拨款", 2), f"{p(o.fiscal)}万元", f"{p(o.fiscal_spent)}万元", "-", f"{percent(o.fiscal_spent, o.fiscal)}%", "-"],
        [w("其他资金", 2), f"{p(o.other[0])}万元", f"{p(o.other[1])}万元", "-", f"{percent(o.other[1], o.other[0])}%", "-"],
        [h("年度总体目标"), w("年初设定目标", 4), w("年度总体目标完成情况综述", 3)],
        [w("（简要描述年初设定的目标，200字以内）保障农村居民饮水安全。", 4), w("（对照年初目标填写）年内完成管网改造，水质稳定达标。", 3)],
        *merged([["一级指标", "二级指标", "三级指标", "年度指标值", "全年实际值", "分值", "得分", "未完成原因及拟采取的改进措施"], *lines], 2),
        [w("总　分", 5), "100", p(score + o.execution()), "（填报至小数点后一位）"],
    ]  # fmt: skip
    goal = (
        "（简要描述年初设定的目标，200字以内）保障农村居民饮水安全。",
        "（对照年初目标填写）年内完成管网改造，水质稳定达标。",
    )
    return Drawn(
        document=document("项目支出绩效自评表", f"（ {o.year} 年度）", table, "注：1.得分一档最高不能超过该指标分值上限。"),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=D(100),
            total_score=score + o.execution(), rows=rows, goals=[goal],
            funds=[
                fund("total", o.budget, o.spent, rate=o.rate, weight=10, score=o.execution()),
                fund("fiscal", o.fiscal, o.fiscal_spent, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("other", *o.other, rate=percent(o.other[1], o.other[0])),
            ],
        )],
    )  # fmt: skip


def behind_accounts(seed: int) -> Drawn:
    """Part of a yearly account: tables of income and staff that are no form, then the form with transposed money."""
    o = office(seed, "culture")
    listed = items(o.rng, "culture", "qqqzttcesm", (50, 30, 10))
    lines, rows = [], []
    for i in listed:
        target, actual = i.target("ascii"), i.actual(bare=True)
        lines.append(
            [level1(i), i.level2, i.name, target.text, actual.text, p(i.weight), p(i.score), i.reason]
        )
        rows.append(truth(i, target, actual, level1(i), i.level2))
    weight, score = points(listed)
    left, gone = o.other
    accounts: list[Row] = [
        ["项目", "行次", "金额", "项目", "行次", "金额"],
        [
            "一、一般公共预算财政拨款收入",
            "1",
            p(o.fiscal),
            "一、文化旅游体育与传媒支出",
            "14",
            p(o.fiscal_spent),
        ],
        ["二、其他收入", "2", p(left), "二、社会保障和就业支出", "15", p(gone)],
        ["本年收入合计", "12", p(o.budget), "本年支出合计", "25", p(o.spent)],
    ]
    staff: list[Row] = [["编制人数", "在职人数", "退休人数"], ["35", "33", "18"]]
    table: list[Row] = [
        ["项目名称", w(o.project, 3), "实施单位", w(o.unit, 3)],
        [Slot("资金（万元）", rows=5), w("", 2), w("合计", 2), w("财政拨款", 1), w("其他资金", 2)],
        [w("年初预算数", 2), w(p(o.first), 2), p(o.fiscal), w(p(left), 2)],
        [w("全年预算数", 2), w(p(o.budget), 2), p(o.fiscal), w(p(left), 2)],
        [w("全年执行数", 2), w(p(o.spent), 2), p(o.fiscal_spent), w(p(gone), 2)],
        [w("执行率", 2), w(f"{o.rate}%", 2), f"{percent(o.fiscal_spent, o.fiscal)}%", w(f"{percent(gone, left)}%", 2)],
        *merged([["一级指标", "二级指标", "三级指标", "计划指标值", "实际值", "标准分值", "自评得分", "备注（未达标原因）"], *lines], 2),
        [w("自评得分合计", 5), p(weight), p(score), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(
            f"{o.unit}{o.year}年度部门决算", "第一部分 单位概况", "本单位为县级公益一类事业单位，人员情况如下：", staff,
            "第二部分 部门决算表", "收入支出决算总表", "单位：万元", accounts,
            "第三部分 决算情况说明", f"{o.year}年度收入总计{p(o.budget)}万元。", "第四部分 预算绩效情况",
            "项目支出绩效自评表", f"（{o.year}年度）", table, "第五部分 名词解释", "“三公”经费：指因公出国（境）费、公务用车购置及运行费和公务接待费。",
        ),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight,
            total_score=score, rows=rows,
            funds=[
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate),
                fund("fiscal", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("other", left, gone, first=left, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


MORE: dict[str, Callable[[int], Drawn]] = {
    "a_tasks_with_money": tasks_with_money,
    "a_glued_levels": glued_levels,
    "a_with_sub_rows": with_sub_rows,
    "a_behind_accounts": behind_accounts,
}
