"""Set A: whole units, transfers, forms within reports."""

from __future__ import annotations

from collections.abc import Callable

from corpus.layouts.drawn_parts import Row, fund, h, level1, merged, p, points, truth, w
from corpus.layouts.drawn_pool import D, Value, items, office, percent
from corpus.layouts.truth import Drawn, FormTruth, FundTruth, RowTruth
from corpus.writing.drawing import Slot, document


def income_and_outlay(seed: int) -> Drawn:
    """Gansu: a whole unit, income left and outlay right, numbered goals with their completion."""
    o = office(seed, "health")
    listed = items(o.rng, "health", "qqqzztsskmm", (60, 30, 10))
    names = ("履职效果", "社会效应", "服务对象满意度")
    lines, rows = [], []
    for i in listed:
        target, actual = i.target("ascii"), i.actual()
        lines.append(
            [level1(i, names), i.level2, i.name, target.text, actual.text, p(i.weight), p(i.score), i.reason]
        )
        rows.append(truth(i, target, actual, level1(i, names), i.level2))
    weight, score = points(listed)
    basic, basic_spent = (o.budget * D("0.6")).quantize(D("0.01")), (o.spent * D("0.6")).quantize(D("0.01"))
    project, project_spent = o.budget - basic, o.spent - basic_spent
    goals = [
        ("目标1：加强重点传染病防控，报告及时率达到100%", "已完成，报告及时率100%"),
        ("目标2：开展健康教育，提升居民健康素养", "开展讲座，居民健康素养水平较上年提高"),
        ("目标3：更新检验设备", "完成6台设备采购并投入使用"),
    ]
    table: list[Row] = [
        ["部门（单位）名称", w(o.unit, 7)],
        [h("当年预算收支（万元）", 4), w("收支项目", 2), "年初预算数", "调整预算数", "实际支出数", "预算执行率（%）", "得分（满分10分）"],
        [h("支出构成", 3), "基本支出", p(basic), p(basic), p(basic_spent), p(percent(basic_spent, basic)), ""],
        ["项目支出", p(o.first - basic), p(project), p(project_spent), p(percent(project_spent, project)), ""],
        ["合计", p(o.first), p(o.budget), p(o.spent), p(o.rate), p(o.execution())],
        [h("年度绩效目标", len(goals) + 1), w("年初设定目标", 4), w("目标完成情况", 3)],
        *[[w(one, 4), w(two, 3)] for one, two in goals],
        *merged([["一级指标", "二级指标", "三级指标", "目标值", "全年完成值", "满分值", "实得分", "偏差原因及改进"], *lines], 2),
        [w("综合得分", 5), p(weight + 10), p(score + o.execution()), ""],
        [w("填报人：赵某　　　　联系电话：********　　　　单位负责人（签字）：", 8)],
    ]  # fmt: skip
    return Drawn(
        document=document("附件2-1", f"{o.year}年度部门整体支出绩效自评表", table),
        forms=[FormTruth(
            kind="department", year=o.year, unit_name=o.unit, total_weight=weight + 10,
            total_score=score + o.execution(), rows=rows, goals=list(goals),
            funds=[
                fund("basic", basic, basic_spent, first=basic, rate=percent(basic_spent, basic)), fund("project", project, project_spent, first=o.first - basic, rate=percent(project_spent, project)),
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate, score=o.execution()),
            ],
        )],
    )  # fmt: skip


def framework(seed: int) -> Drawn:
    """Guangdong: a scoring framework for a unit, weights beside each level, no targets, grounds of the score."""
    o = office(seed, "water")
    parts = [
        ("履职效能", 50, [("整体效能", 30, [("部门整体绩效目标产出指标完成情况", 15), ("部门整体绩效目标效益指标完成情况", 15)]),
                       ("专项效能", 20, [("专项资金绩效目标完成情况", 10), ("专项资金支出进度", 10)])]),
        ("管理效率", 50, [("预算编制", 5, [("新增预算项目事前绩效评估", 5)]),
                       ("预算执行", 15, [("预算编制约束性", 5), ("财务管理合规性", 10)]),
                       ("信息公开", 6, [("预决算公开合规性", 3), ("绩效信息公开情况", 3)]),
                       ("资产管理", 10, [("资产配置合规性", 4), ("资产收益上缴的及时性", 3), ("数据质量", 3)]),
                       ("运行成本", 14, [("公用经费控制率", 7), ("“三公”经费控制情况", 7)])]),
    ]  # fmt: skip
    lines, rows, total = [], [], D(0)
    for one, one_weight, seconds in parts:
        for two, two_weight, thirds in seconds:
            for three, weight in thirds:
                missed = o.rng.random() < 0.3
                score = D(weight) - (D("0.5") * o.rng.randint(1, 3) if missed else 0)
                why = "对照评分标准，部分资料不齐全，酌情扣分" if missed else ""
                rule = "全部达标得满分，每有一项不符合扣1分，扣完为止。"
                lines.append(
                    [
                        one,
                        str(one_weight),
                        two,
                        str(two_weight),
                        three,
                        str(weight),
                        "反映部门履职目标的完成程度。",
                        rule,
                        p(score),
                        why,
                    ]
                )
                rows.append(
                    RowTruth(
                        level1=one,
                        level2=two,
                        level3=three,
                        weight=D(weight),
                        score=score,
                        reason=why or None,
                    )
                )
                total += score
    table: list[Row] = [
        [w("一级指标", 2), w("二级指标", 2), w("三级指标", 2), h("指标说明"), h("评分标准"), h("自评分数"), h("扣分原因")],
        ["名称", "权重(%)", "名称", "权重(%)", "名称", "权重(%)"],
        *merged(lines, 4),
        ["合计", "100", "", "100", "", "100", "", "", p(total), ""],
    ]  # fmt: skip
    return Drawn(
        document=document("附件4", "部门整体支出绩效自评评分表", f"单位名称：{o.unit}　　　　评价年度：{o.year}年", table),
        forms=[FormTruth(kind="department", year=o.year, unit_name=o.unit, total_score=total, rows=rows)],
    )  # fmt: skip


def transfer_managed(seed: int) -> Drawn:
    """A transfer without scores: money by level, management told in words, a note at the end."""
    o = office(seed, "farm")
    listed = items(o.rng, "farm", "qqqzttcesgm", (50, 40, 10))
    lines, rows = [], []
    for i in listed:
        target, actual = i.target("wide"), i.actual()
        lines.append([level1(i), i.level2, i.name, w(target.text, 1).text, actual.text, i.reason or "无"])
        rows.append(
            truth(i, target, actual, level1(i), i.level2, scored=False, unsure=[] if i.reason else ["reason"])
        )
    central, central_spent = o.fiscal, o.fiscal_spent
    province, gone = o.other
    goal, done = (
        "完成高标准农田建设任务，改善农业生产条件，提高粮食综合生产能力。",
        "已完成中央下达的年度建设任务，\n项目区农业生产条件明显改善。",
    )
    table: list[Row] = [
        ["转移支付（项目）名称", w(f"中央财政{o.project}资金", 6)],
        ["中央主管部门", w("农业农村部", 6)],
        ["省级主管部门", w("省农业农村厅", 2), w("资金使用单位", 2), w(o.unit, 2)],
        [h("资金投入情况\n（万元）", 5), "", w("预算数(A)", 2), w("执行数(B)", 2), "执行率(B/A)"],
        ["年度资金总额", w(p(o.budget), 2), w(p(o.spent), 2), f"{o.rate}%"],
        ["其中：中央财政资金", w(p(central), 2), w(p(central_spent), 2), f"{percent(central_spent, central)}%"],
        ["　　　省级财政资金", w(p(province), 2), w(p(gone), 2), f"{percent(gone, province)}%"],
        ["　　　市县资金", w("0", 2), w("0", 2), "—"],
        [h("资金管理情况", 4), "", w("情况说明", 3), w("存在问题和改进措施", 2)],
        ["分配科学性", w("按因素法分配，符合管理办法", 3), w("无", 2)],
        ["拨付合规性", w("通过国库集中支付，30日内分解下达", 3), w("无", 2)],
        ["使用规范性", w("专款专用，未发现截留挪用", 3), w("个别乡镇支付凭证不全，已整改", 2)],
        [h("总体目标完成情况"), w("总体目标", 3), w("全年实际完成情况", 3)],
        [w(goal, 3), w(done, 3)],
        *[[Slot("绩效指标", rows=len(lines) + 1), *row] if at == 0 else row
          for at, row in enumerate(merged([["一级指标", "二级指标", "三级指标", "年度指标值", "全年实际完成值", "未完成原因和改进措施"], *lines], 2))],
        ["说明", w("省审计厅专项审计未发现问题。", 6)],
    ]  # fmt: skip
    return Drawn(
        document=document("附件1", "中央对地方转移支付区域（项目）绩效自评表", f"（{o.year}年度）", table,
                          "注：1.资金使用单位按项目绩效目标填报，主管部门汇总时按区域绩效目标填报。"),
        forms=[FormTruth(
            kind="transfer", year=o.year, project_name=f"中央财政{o.project}资金", rows=rows, goals=[(goal, done)],
            funds=[
                fund("total", o.budget, o.spent, rate=o.rate),
                fund("central", central, central_spent, rate=percent(central_spent, central)),
                fund("provincial", province, gone, rate=percent(gone, province)),
            ],
        )],
    )  # fmt: skip


def within_report(seed: int) -> Drawn:
    """Hunan: a report whose fourth part is the scoring table; text goes on below it."""
    o = office(seed, "school")
    listed = items(o.rng, "school", "qqqzztcsskm", (50, 35, 15))
    lines, rows = [], []
    for i in listed:
        target, actual = i.target("above"), i.actual()
        lines.append(
            [
                level1(i),
                i.level2.removesuffix("指标"),
                i.name,
                p(i.weight),
                target.text,
                actual.text,
                p(i.score),
                i.reason or "/",
            ]
        )
        rows.append(
            truth(
                i,
                target,
                actual,
                level1(i),
                i.level2.removesuffix("指标"),
                unsure=[] if i.reason else ["reason"],
            )
        )
    weight, score = points(listed)
    table: list[Row] = [
        *merged(
            [
                ["一级指标", "二级指标", "三级指标", "分数", "指标值", "实际完成", "评分", "扣分原因及说明"],
                *lines,
            ],
            2,
        ),
        [w("合计", 3), p(weight), "", "", p(score), ""],
    ]
    return Drawn(
        document=document(
            f"{o.unit}{o.year}年度部门整体支出绩效自评报告", "一、部门概况",
            "学校现有教学班42个，在校学生2150人，教职工168人。", "二、部门整体支出管理及使用情况",
            f"{o.year}年度预算收入{p(o.budget)}万元，支出{p(o.spent)}万元，预算执行率{o.rate}%。",
            "三、部门整体支出绩效情况", "（一）绩效目标完成情况", "围绕年初目标，学校较好地完成了各项任务，具体评分见下表。",
            table, "四、存在的主要问题", "预算编制不够精细，部分项目年中调整较多。", "五、改进措施", "加强预算编制的前期论证。",
        ),
        forms=[
            FormTruth(kind="report", year=o.year),
            FormTruth(kind="department", total_weight=weight, total_score=score, rows=rows),
        ],
    )  # fmt: skip


def unit_with_progress(seed: int) -> Drawn:
    """Jiangxi counties: a unit with the total at the top, main duties as rows of money, full-width figures."""
    o = office(seed, "culture")
    listed = items(o.rng, "culture", "qqqzztcesmm", (45, 30, 15))
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    lines, rows = [], []
    for number, i in enumerate(listed):
        target, actual = i.target(), i.actual()
        if number % 4 == 1:
            target = Value(target.text.translate(wide), target.sign, target.value, target.unit)
        one = f"{level1(i)}（{ {'产': 45, '效': 30, '满': 15}[level1(i)[0]] }分）"
        lines.append(
            [one, i.level2, i.name, f"{p(i.weight)}分", target.text, actual.text, f"{p(i.score)}分", i.reason]
        )
        rows.append(truth(i, target, actual, level1(i), i.level2))
    score = points(listed)[1]
    table: list[Row] = [
        ["单位名称", w(o.unit, 3), "自评总分", p(score + o.execution()), "评价等级", "良"],
        [Slot("部门预算执行情况（10分）", rows=3), "预算构成", w("全年预算数（万元）", 2), w("全年支出数（万元）", 2), "执行率", "得分"],
        ["基本支出", w(p(o.fiscal), 2), w(p(o.fiscal_spent), 2), f"{percent(o.fiscal_spent, o.fiscal)}%", Slot(p(o.execution()), rows=2)],
        ["项目支出", w(p(o.other[0]), 2), w(p(o.other[1]), 2), f"{percent(o.other[1], o.other[0])}%"],
        ["年度主要任务", w("一是推进公共文化服务体系建设；二是加强文物保护利用；三是办好重点节会。", 3), "任务完成情况", w("各项任务均已完成。", 3)],
        *merged([["一级指标", "二级指标", "指标内容", "指标权重", "目标值", "完成情况", "自评得分", "存在问题及原因"], *lines], 2),
    ]  # fmt: skip
    left, gone = o.other
    return Drawn(
        document=document(f"{o.year}年度{o.place}部门整体绩效自评表", table),
        forms=[FormTruth(
            kind="department", year=o.year, unit_name=o.unit, total_score=score + o.execution(), rows=rows,
            funds=[
                FundTruth(item="basic", budget=o.fiscal * 10_000, executed=o.fiscal_spent * 10_000,
                          rate=percent(o.fiscal_spent, o.fiscal), unsure=["weight", "score"]),
                FundTruth(item="project", budget=left * 10_000, executed=gone * 10_000, rate=percent(gone, left), unsure=["weight", "score"]),
            ],
        )],
    )  # fmt: skip


UNITS: dict[str, Callable[[int], Drawn]] = {
    "a_income_and_outlay": income_and_outlay,
    "a_framework": framework,
    "a_transfer_managed": transfer_managed,
    "a_within_report": within_report,
    "a_unit_with_progress": unit_with_progress,
}
