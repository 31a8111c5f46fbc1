"""Set C, sealed: project forms with a contract, shared reasons, the spending as an indicator, several in a file."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from corpus.layouts.drawn_c_parts import NAMES, ratio, still_open, told
from corpus.layouts.drawn_c_pool import aim, bureau, got, listed
from corpus.layouts.drawn_parts import WAN, Row, fund, level1, merged, p, points, truth, w
from corpus.layouts.drawn_pool import D, Item, Value, percent
from corpus.layouts.truth import Drawn, FormTruth, RowTruth
from corpus.writing.drawing import Slot, document


def bought_service(seed: int) -> Drawn:
    """A service that was bought: who buys, who serves, what the contract says, what was paid."""
    o = bureau(seed, "civil")
    chosen = listed(o.rng, "civil", "qqqzzttcsskmm", (60, 25, 15))
    lines, rows = told(chosen, lambda i, t, a: [
        level1(i), i.level2, i.name, t.text, a.text, p(i.weight), p(i.score), i.reason or "无",
    ], style="words", blank="无")  # fmt: skip
    weight, score = points(chosen)
    contract = (o.budget * D("0.97")).quantize(D("0.01"))
    goal = "为辖区困难、高龄老年人提供助餐助洁上门服务，保障服务质量。"
    done = "承接主体按合同约定提供服务，季度抽查均合格。"
    table: list[Row] = [
        ["项目名称", w(o.project, 3), "购买主体", w(o.unit, 3)],
        ["承接主体", w(f"{o.place}晚晴社会工作服务中心", 3), "服务期限", w("1月至12月", 3)],
        ["预算金额\n（元）", f"{o.budget * WAN:,.2f}", "合同金额\n（元）", f"{contract * WAN:,.2f}",
         "实际支付\n（元）", f"{o.spent * WAN:,.2f}", "资金支付率", f"{percent(o.spent, contract)}%"],
        ["年度绩效目标", w(goal, 3), "目标完成情况", w(done, 3)],
        *merged([["一级指标", "二级指标", "三级指标", "合同约定标准", "实际履行情况", "分值", "自评得分", "扣分原因及改进措施"], *lines], 2),
        [w("合计", 5), p(weight), p(score), ""],
        [w("购买主体意见：同意自评结果。　　　　（盖章）", 8)],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度政府购买服务项目绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight, total_score=score, rows=rows,
            goals=[(goal, done)], funds=[still_open(fund("total", o.budget, o.spent), "rate")],
        )],
    )  # fmt: skip


def shared_reasons(seed: int) -> Drawn:
    """A park service: one reason for all rows of a first level, a note in the middle, completions without units."""
    o = bureau(seed, "park")
    chosen = listed(o.rng, "park", "qqqqzzttcesgkmm", (50, 30, 10))
    _, rows = told(chosen, lambda i, t, a: [], bare=True)
    notes = {
        "产出指标": "注：产出指标以养护监理月报、竣工验收资料为准，其中苗木成活率按抽样测算。",
        "效益指标": "注：效益指标部分数据来源于年度园林绿化普查。",
    }
    body: list[Row] = []
    for one in NAMES:
        inside = [(i, row) for i, row in zip(chosen, rows, strict=True) if level1(i) == one]
        shared = "；".join(dict.fromkeys(f"{i.name}：{i.reason}" for i, _ in inside if i.reason))
        for number, (_, row) in enumerate(inside):
            row.reason = shared or None
            row.unsure += ["reason"] if shared and number else []
        part = merged([
            [one, i.level2, i.name, aim(i).text, got(i, bare=True).text, p(i.weight), p(i.score)] for i, _ in inside
        ], 2)  # fmt: skip
        part[0] = [*part[0], Slot(shared, rows=len(part))]
        body += part
        body += [[w(notes[one], 8)]] if one in notes else []
    weight, score = points(chosen)
    total = score + o.execution()
    goal, done = "完成城区绿地日常养护任务，提升公园绿地品质。", "全年养护任务基本完成，市容环境有效改善。"
    table: list[Row] = [
        ["项目名称", w(o.project, 7)],
        ["主管部门", w(f"{o.place}城市管理局", 3), "实施单位", w(o.unit, 3)],
        [Slot("项目资金（万元）", rows=3), "资金类别", "年初预算数", "全年预算数（A）", "全年执行数（B）", "分值", "执行率（B/A）", "得分"],
        ["年度资金总额", p(o.first), p(o.budget), p(o.spent), "10", ratio(o), p(o.execution())],
        ["其中：本级财政", p(o.fiscal), p(o.fiscal), p(o.fiscal_spent), "", f"{percent(o.fiscal_spent, o.fiscal)}%", ""],
        [Slot("年度总体目标", rows=2), w("年初设定目标", 3), w("年度总体目标完成情况综述", 4)],
        [w(goal, 3), w(done, 4)],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值", "分值", "得分", "未完成原因及拟采取的改进措施"],
        *body,
        [w("总分", 5), p(weight + 10), p(total), ""],
    ]  # fmt: skip
    return Drawn(
        document=document("附件5：", f"{o.place}{o.year}年度项目支出绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=total,
            rows=rows, goals=[(goal, done)],
            funds=[
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate, weight=10, score=o.execution()),
                fund("fiscal", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
            ],
        )],
    )  # fmt: skip


def execution_as_row(seed: int) -> Drawn:
    """A fire brigade: the spending is the first indicator; weights before targets, the share reached before the points."""
    o = bureau(seed, "fire")
    chosen = listed(o.rng, "fire", "qqqzzttcesskmm", (50, 30, 10))
    shown = ("产出指标\n（50分）", "效益指标\n（30分）", "满意度指标\n（10分）")
    lines, rows = told(chosen, lambda i, t, a: [
        level1(i, shown), i.level2, i.name, p(i.weight), t.text, a.text, _reached(i), p(i.score), i.reason,
    ], style="ascii")  # fmt: skip
    first = RowTruth(
        level1="预算执行", level2="预算执行率", level3="预算执行率", target_text=["100%"], target_value=D(100), target_unit="%",
        actual_text=[ratio(o)], actual_value=o.rate, weight=D(10), score=o.execution(),
    )  # fmt: skip
    lines.insert(
        0,
        [
            "预算执行\n（10分）",
            "预算执行率",
            "预算执行率",
            "10",
            "100%",
            ratio(o),
            ratio(o),
            p(o.execution()),
            "",
        ],
    )
    weight, score = points(chosen)
    total = score + o.execution()
    left, gone = o.other
    table: list[Row] = [
        ["项目名称", w(o.project, 4), "项目编码", w(f"4101{o.year % 100}T0000010{seed}5582", 3)],
        ["主管部门", w(f"{o.place}应急管理局", 4), "实施单位", w(o.unit, 3)],
        ["项目属性", w("□新增项目　■延续项目", 4), "起止时间", w(f"{o.year}.01—{o.year}.12", 3)],
        ["项目负责人", w("吴某", 4), "联系电话", w("0371-6555****", 3)],
        ["资金构成", "年初预算", "调整金额", "调整后预算", w("支出数", 2), "结转结余", w("执行率", 2)],
        ["资金总额", p(o.first), p(o.budget - o.first), p(o.budget), w(p(o.spent), 2), p(o.budget - o.spent), w(ratio(o), 2)],
        ["一般公共预算拨款", p(o.fiscal), "0", p(o.fiscal), w(p(o.fiscal_spent), 2), p(o.fiscal - o.fiscal_spent), w(f"{percent(o.fiscal_spent, o.fiscal)}%", 2)],
        ["其他资金", p(o.first - o.fiscal), p(o.budget - o.first), p(left), w(p(gone), 2), p(left - gone), w(f"{percent(gone, left)}%", 2)],
        *merged([["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "完成比例", "得分", "偏差原因及改进措施"], *lines], 1),
        [w("合　计", 3), p(weight + 10), w("", 3), p(total), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度部门预算项目绩效自评表", "金额单位：万元", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=total, rows=[first, *rows],
            funds=[
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate),
                fund("fiscal", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("other", left, gone, first=o.first - o.fiscal, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


def _reached(i: Item) -> str:
    if not i.number:
        return f"{p((100 * i.score / i.weight).quantize(D(1)))}%"
    return f"{percent(D(i.done), D(i.number))}%" if D(i.number) else "100%"


def three_in_a_file(seed: int) -> Drawn:
    """A bureau's three projects in one file, each with its number of annex; units stand in the indicators' names."""
    o = bureau(seed, "justice")
    parts: list[str | list[Row]] = []
    forms = []
    plans = [
        ("法律援助办案补贴", "qqzttcesm"),
        ("社区矫正经费", "qqzztcskmm"),
        ("人民调解以奖代补", "qqqztsm"),
    ]
    for number, (project, counts) in enumerate(plans, start=1):
        money = bureau(seed * 3 + number, "justice")
        chosen = listed(o.rng, "justice", counts, (60, 30, 10))
        lines, rows = [], []
        for i in chosen:
            name, target, actual, unsure = _in_name(i)
            lines.append(
                [level1(i), i.level2, name, target.text, actual.text, p(i.weight), p(i.score), i.reason]
            )
            rows.append(truth(i, target, actual, level1(i), i.level2, name=name, unsure=unsure))
        weight, score = points(chosen)
        parts += [
            f"附件2-{number}", f"{o.year}年度项目支出绩效自评表", f"填报单位：{o.unit}　　　　　　　　　　　　　　　　金额单位：万元",
            [
                ["项目名称", w(project, 3), "项目主管部门", w(o.unit, 3)],
                ["资金情况", "全年预算数", p(money.budget), "全年执行数", p(money.spent), "执行率", w(ratio(money), 2)],
                *merged([["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "备注"], *lines], 2),
                [w("合计", 5), p(weight), p(score), ""],
            ],
        ]  # fmt: skip
        forms.append(FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=project, total_weight=weight, total_score=score, rows=rows,
            funds=[fund("total", money.budget, money.spent, rate=money.rate)],
        ))  # fmt: skip
    return Drawn(document=document(*parts), forms=forms)


def _in_name(i: Item) -> tuple[str, Value, Value, list[str]]:
    """Name with its unit, bare numbers; what a number of 万 amounts to stays open."""
    target, actual = aim(i), got(i)
    if not i.number:
        return i.name, target, actual, []
    number, done = D(i.number), D(i.done)
    scaled = target.value != number
    sign = target.text.removesuffix(i.number + i.unit)
    return (
        f"{i.name}（{i.unit}）",
        Value(sign + i.number, target.sign, number, None),
        Value(i.done, None, done, None),
        ["target_value", "actual_value"] if scaled else [],
    )


def within_a_report(seed: int) -> Drawn:
    """A college's report: a table of what the money was spent on, then the form with its title inside; text goes on."""
    o = bureau(seed, "college")
    chosen = listed(o.rng, "college", "qqqzzttcesskmm", (50, 30, 10))
    lines, rows = told(chosen, lambda i, t, a: [
        level1(i), i.level2, i.name, t.text, a.text, p(i.weight), p(i.score), i.reason,
    ])  # fmt: skip
    weight, score = points(chosen)
    total = score + o.execution()
    thirds: list[Decimal] = [(o.spent * D(share)).quantize(D("0.01")) for share in ("0.5", "0.3")]
    thirds.append(o.spent - sum(thirds))
    spent_on: list[Row] = [
        ["序号", "支出内容", "金额（万元）", "备注"],
        *[[str(n), what, p(amount), ""] for n, (what, amount) in enumerate(zip(("设备购置", "场地改造", "师资培训"), thirds, strict=True), start=1)],
        ["", "合计", p(o.spent), ""],
    ]  # fmt: skip
    goal, done = "改善实训教学条件，提高学生技能水平。", "实训条件得到改善，学生技能竞赛成绩提升。"
    form: list[Row] = [
        [w(f"{o.project}项目支出绩效自评表\n（{o.year}年度）", 8)],
        ["项目名称", w(o.project, 3), "实施单位", w(o.unit, 3)],
        ["项目资金\n（万元）", "年初预算数", "全年预算数", w("全年执行数", 2), "分值", "执行率", "得分"],
        ["年度资金总额", p(o.first), p(o.budget), w(p(o.spent), 2), "10", ratio(o), p(o.execution())],
        ["年度\n总体\n目标", "预期目标", w(goal, 2), "实际完成情况", w(done, 3)],
        *merged([["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"], *lines], 2),
        [w("总分", 5), p(weight + 10), p(total), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(
            f"{o.unit}{o.year}年度{o.project}项目绩效自评报告", "一、项目基本情况",
            f"学院{o.year}年安排{o.project}资金{p(o.budget)}万元，由教务处牵头实施。", "二、资金使用情况",
            f"截至年末，项目实际支出{p(o.spent)}万元，预算执行率{ratio(o)}，具体支出如下：", spent_on,
            "三、绩效目标完成情况", f"对照年初目标，项目自评得分{p(total)}分，各项指标完成情况见下表。", form,
            "四、存在的问题", "部分设备到货较晚，影响课程安排。", "五、下一步改进措施", "提前编制采购计划，加快预算执行。",
        ),
        forms=[
            FormTruth(kind="report", year=o.year),
            FormTruth(
                kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=total,
                rows=rows, goals=[(goal, done)],
                funds=[fund("total", o.budget, o.spent, first=o.first, rate=o.rate, weight=10, score=o.execution())],
            ),
        ],
    )  # fmt: skip


PROJECTS: dict[str, Callable[[int], Drawn]] = {
    "c_bought_service": bought_service,
    "c_shared_reasons": shared_reasons,
    "c_execution_as_row": execution_as_row,
    "c_three_in_a_file": three_in_a_file,
    "c_within_a_report": within_a_report,
}
