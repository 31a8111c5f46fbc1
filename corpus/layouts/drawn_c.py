"""Set C of a fresh hand, sealed: project forms as offices draw them. Not to be read while the reading is worked on."""

from __future__ import annotations

from collections.abc import Callable

from corpus.layouts.drawn_c_lists import LISTS
from corpus.layouts.drawn_c_parts import NAMES, behind, ratio, signs, split_target, told
from corpus.layouts.drawn_c_pool import aim, bureau, got, listed
from corpus.layouts.drawn_c_projects import PROJECTS
from corpus.layouts.drawn_c_units import UNITS
from corpus.layouts.drawn_parts import WAN, Row, fund, level1, merged, p, points, truth, w
from corpus.layouts.drawn_pool import D, percent
from corpus.layouts.truth import Drawn, FormTruth
from corpus.writing.drawing import Slot, document


def institute_page_breaks(seed: int) -> Drawn:
    """An institute under a ministry: the heading with the first level is printed again after a page break."""
    o = bureau(seed, "research")
    chosen = listed(o.rng, "research", "qqqqzzttcessgkmm", (50, 30, 10))
    shown = ("产出指标\n（50分）", "效益指标\n（30分）", "满意度指标\n（10分）")
    head = [
        "绩\n效\n指\n标",
        "一级指标",
        "二级指标",
        "三级指标",
        "年度\n指标值",
        "实际\n完成值",
        "分值",
        "得分",
        "偏差原因分析及改进措施",
    ]
    lines, rows = told(chosen, lambda i, t, a: [
        head[0], level1(i, shown), i.level2, i.name, t.text, a.text, p(i.weight), p(i.score), i.reason,
    ])  # fmt: skip
    weight, score = points(chosen)
    left, gone = o.other
    goal, done = (
        "目标1：稳定支持基础研究，产出一批原创成果。\n目标2：提升近海观测能力。",
        "完成情况1：资助课题全部启动，成果产出达到预期。\n完成情况2：观测网新增站位投入运行。",
    )
    table: list[Row] = [
        [w("项目名称", 2), w(o.project, 7)],
        [w("主管部门", 2), w("省自然资源厅", 3), w("实施单位", 2), w(o.unit, 2)],
        [Slot("项目资金\n（万元）", rows=5, columns=2), "", "年初\n预算数", "全年\n预算数", "全年\n执行数", "分值", "执行率", "得分"],
        ["年度资金总额", p(o.first), p(o.budget), p(o.spent), "10", ratio(o), p(o.execution())],
        ["其中：当年财政拨款", p(o.fiscal), p(o.fiscal), p(o.fiscal_spent), "－", f"{percent(o.fiscal_spent, o.fiscal)}%", "－"],
        ["上年结转资金", "0", "0", "0", "－", "－", "－"],
        ["其他资金", p(o.first - o.fiscal), p(left), p(gone), "－", f"{percent(gone, left)}%", "－"],
        [Slot("年度总\n体目标", rows=2, columns=2), w("预期目标", 3), w("实际完成情况", 4)],
        [w(goal, 3), w(done, 4)],
        *merged([head, *lines[:7]], 3),
        *merged([head, *lines[7:]], 3),
        [w("总分", 6), p(weight + 10), p(score + o.execution()), ""],
    ]  # fmt: skip
    return Drawn(
        document=document("附件3", "项目支出绩效自评表", f"（{o.year}年度）", table, "— 12 —"),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10,
            total_score=score + o.execution(), rows=rows, goals=[(goal, done)],
            funds=[
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate, weight=10, score=o.execution()),
                fund("fiscal", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("carryover", D(0), D(0), first=D(0)),
                fund("other", left, gone, first=o.first - o.fiscal, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


def evidence_columns(seed: int) -> Drawn:
    """A city's bureau: what an indicator means, where its data come from, how it is scored, what proves it."""
    o = bureau(seed, "market")
    chosen = listed(o.rng, "market", "qqqzzttcessk" + "mm", (45, 30, 15))
    lines: list[Row] = []
    rows = []
    for number, i in enumerate(chosen, start=1):
        target, actual = aim(i), got(i)
        lines.append([
            str(number), level1(i), i.level2, i.name, signs(i), i.number or i.words, i.unit or "/", "按年度工作计划测算",
            i.done, "业务系统统计" if number % 3 else "问卷调查", p(i.weight), "完成得满分，每低1个百分点扣0.5分，扣完为止",
            p(i.score), i.reason, "台账、验收单" if number % 2 else "统计报表",
        ])  # fmt: skip
        rows.append(split_target(truth(i, target, actual, level1(i), i.level2), i, target, actual, signs(i)))
    weight, score = points(chosen)
    left, gone = o.other
    total = score + o.execution()
    table: list[Row] = [
        [w("项目名称", 2), w(o.project, 5), w("项目编码", 2), w(f"3309{o.year % 100}T000001{seed}47215", 6)],
        [w("主管部门", 2), w(o.unit, 5), w("项目单位", 2), w(o.unit, 6)],
        [w("资金来源", 3), w("年初预算（万元）", 2), w("调整后预算（万元）", 2), w("实际支出（万元）", 2), w("执行率（%）", 2), "权重", w("得分", 3)],
        [w("合计", 3), w(p(o.first), 2), w(p(o.budget), 2), w(p(o.spent), 2), w(p(o.rate), 2), "10", w(p(o.execution()), 3)],
        [w("其中：财政拨款", 3), w(p(o.fiscal), 2), w(p(o.fiscal), 2), w(p(o.fiscal_spent), 2), w(p(percent(o.fiscal_spent, o.fiscal)), 2), "", w("", 3)],
        [w("其他资金", 3), w(p(o.first - o.fiscal), 2), w(p(left), 2), w(p(gone), 2), w(p(percent(gone, left)), 2), "", w("", 3)],
        ["序号", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "计量单位", "指标值说明", "完成值", "数据来源",
         "分值", "评分标准", "得分", "偏差原因分析", "佐证材料"],
        *lines,
        [w("合计", 10), p(weight + 10), "", p(total), w("", 2)],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度市级部门预算项目支出绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=total, rows=rows,
            funds=[
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate, weight=10, score=o.execution()),
                fund("fiscal", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("other", left, gone, first=o.first - o.fiscal, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


def town_subtotals(seed: int) -> Drawn:
    """A town: a subtotal after each first level, slots kept in reserve, the office in charge, money in one line of 元."""
    o = bureau(seed, "town")
    chosen = listed(o.rng, "town", "qqqzzttcesgmm", (50, 30, 10))
    names = ("产出", "效益", "满意度")
    lines, rows = told(chosen, lambda i, t, a: [
        level1(i, names), i.level2.removesuffix("指标"), i.name, t.text, a.text, p(i.weight), p(i.score),
        "财政所" if i.group in "tc" else "党政办", i.reason,
    ], names=names, style="words")  # fmt: skip
    for row in rows:
        row.level2 = (row.level2 or "").removesuffix("指标")
    body: list[Row] = []
    for one in names:
        part = [line for line in lines if line[0] == one]
        inside = [i for i in chosen if level1(i, names) == one]
        last = part[-1][1]
        weight, score = points(inside)
        body += merged([*part, [one, last, "", "", "", "", "", "", ""]], 2)
        body.append([w("小计", 5), p(weight), p(score), w("", 2)])
    weight, score = points(chosen)
    total = score + o.execution()
    table: list[Row] = [
        ["项目名称", w(o.project, 4), "项目负责人", w("镇长 郑某某", 3)],
        ["实施单位", w(o.unit, 4), "主管部门", w(f"{o.place}财政局", 3)],
        [Slot("资金情况（元）", rows=2), "年初预算", w("调整后预算", 2), "实际支出", "结余", "执行率", "分值", "得分"],
        [p(o.first * WAN), w(p(o.budget * WAN), 2), p(o.spent * WAN), p((o.budget - o.spent) * WAN), ratio(o), "10", p(o.execution())],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "责任股室", "偏差原因及改进措施"],
        *body,
        [w("自评总分", 5), p(weight + 10), p(total), w("", 2)],
        [w("填报人：李某某　　　审核人：王某某　　　填报日期：次年2月26日", 9)],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.place}松岭镇{o.year}年项目支出绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=total, rows=rows,
            funds=[fund("total", o.budget, o.spent, first=o.first, rate=o.rate, weight=10, score=o.execution())],
        )],
    )  # fmt: skip


def hospital_stacked_goals(seed: int) -> Drawn:
    """A hospital: goal above completion, cost as the first level, how much of the points was reached in percent."""
    o = bureau(seed, "hospital")
    chosen = listed(o.rng, "hospital", "qqqzzttcces" + "skmm", (60, 20, 10))
    chosen.sort(key=lambda i: i.group != "c")
    names = (*NAMES, "成本指标")
    shown = {one: f"{one}（{p(points(i for i in chosen if level1(i, names) == one)[0])}分）" for one in names}
    lines, rows = told(chosen, lambda i, t, a: [
        shown[level1(i, names)], "经济成本指标" if i.group == "c" else i.level2, i.name, t.text, a.text, p(i.weight),
        f"{p((100 * i.score / i.weight).quantize(D('0.1')))}%", p(i.score), i.reason,
    ], names=names)  # fmt: skip
    for i, row in zip(chosen, rows, strict=True):
        row.level2 = "经济成本指标" if i.group == "c" else i.level2
    weight, score = points(chosen)
    total = score + o.execution()
    left, gone = o.other
    goal = "加强重点专科建设，提升疑难重症诊治能力；规范开展规培教学。"
    done = "新增两个市级重点专科，疑难病例占比稳步上升；规培带教工作有序开展。"
    table: list[Row] = [
        ["项目名称", w(o.project, 8)],
        ["主管部门", w(f"{o.place}卫生健康委员会", 3), w("实施单位", 2), w(o.unit, 3)],
        [Slot("预算执行情况\n（10分）", rows=5), "资金来源", "年初预算数\n（万元）", "全年预算数\n（万元）", "全年执行数\n（万元）", "分值", "执行率", "得分", "备注"],
        ["年度资金总额", p(o.first), p(o.budget), p(o.spent), "10", ratio(o), p(o.execution()), ""],
        ["其中：财政拨款", p(o.fiscal), p(o.fiscal), p(o.fiscal_spent), "—", f"{percent(o.fiscal_spent, o.fiscal)}%", "—", ""],
        ["　　　上年结转", "", "", "", "—", "", "—", ""],
        ["　　　其他资金", p(o.first - o.fiscal), p(left), p(gone), "—", f"{percent(gone, left)}%", "—", "自有资金"],
        *behind([Slot("年度总体目标", rows=2)], [["预期目标", w(goal, 7)], ["实际完成情况", w(done, 7)]]),
        *merged([["一级指标", "二级指标", "三级指标", "年度目标值", "实际完成值", "分值", "得分率", "得分", "偏差原因分析及改进措施"], *lines], 2),
        [w("总　　分", 5), p(weight + 10), f"{p(total)}%", p(total), ""],
    ]  # fmt: skip
    return Drawn(
        document=document("附表2-1", f"{o.year}年度项目支出绩效自评表", table, "填表人：　　　　　　联系电话：　　　　　　填报日期："),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=total,
            rows=rows, goals=[(goal, done)],
            funds=[
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate, weight=10, score=o.execution()),
                fund("fiscal", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("other", left, gone, first=o.first - o.fiscal, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


def last_year_and_deadline(seed: int) -> Drawn:
    """A road office: last year's value before the target, a deadline before the completion, reason apart from remedy."""
    o = bureau(seed, "road")
    chosen = listed(o.rng, "road", "qqqzzttcesgkm", (50, 30, 10))
    lines, rows = [], []
    for number, i in enumerate(chosen):
        target, actual = aim(i, "above"), got(i)
        before = (
            f"{p((D(i.number) * D('0.9')).quantize(D('0.1')))}{i.unit}" if i.number and number % 3 else "—"
        )
        cause, _, remedy = i.reason.partition("；")
        lines.append([
            level1(i), i.level2, i.name, before, target.text, "12月底", actual.text, p(i.weight), p(i.score),
            cause, remedy or ("加强调度" if cause else ""),
        ])  # fmt: skip
        rows.append(truth(i, target, actual, level1(i), i.level2, unsure=["reason"] if i.reason else []))
    score = points(chosen)[1]
    total = score + o.execution()
    left, gone = o.other
    table: list[Row] = [
        [w("项目名称", 2), w(o.project, 4), w("项目类别", 2), w("☑延续性项目　□新增项目", 3)],
        [w("项目单位", 2), w(o.unit, 4), w("主管部门", 2), w(f"{o.place}交通运输局", 3)],
        [w("自评总分", 2), w(p(total), 4), w("自评等级", 2), w("优" if total >= 90 else "良", 3)],
        *behind([Slot("资金安排及使用\n情况（万元）", rows=4, columns=2)], [
            [w("资金来源", 2), w("预算安排数", 2), w("资金到位数", 2), "实际支出数", "预算执行率", "得分"],
            [w("资金总额", 2), w(p(o.budget), 2), w(p(o.budget), 2), p(o.spent), ratio(o), p(o.execution())],
            [w("省级补助资金", 2), w(p(o.fiscal), 2), w(p(o.fiscal), 2), p(o.fiscal_spent), f"{percent(o.fiscal_spent, o.fiscal)}%", ""],
            [w("县级配套资金", 2), w(p(left), 2), w(p(left), 2), p(gone), f"{percent(gone, left)}%", ""],
        ]),
        *merged([["一级指标", "二级指标", "三级指标", "上年实际值", "年度目标值", "完成时限", "实际完成值", "分值", "自评得分", "未完成原因", "改进措施"], *lines], 2),
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度{o.project}项目绩效自评表", table, "备注：执行率得分按10分乘以预算执行率计算。"),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_score=total, rows=rows,
            funds=[
                fund("total", o.budget, o.spent, rate=o.rate, score=o.execution()),
                fund("provincial", o.fiscal, o.fiscal_spent, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("county", left, gone, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


DRAWN_C: dict[str, Callable[[int], Drawn]] = {
    "c_institute_page_breaks": institute_page_breaks,
    "c_evidence_columns": evidence_columns,
    "c_town_subtotals": town_subtotals,
    "c_hospital_stacked_goals": hospital_stacked_goals,
    "c_last_year_and_deadline": last_year_and_deadline,
    **PROJECTS,
    **UNITS,
    **LISTS,
}
