"""Set D: rare but real ones: a bond, a fund, a purchase, scores over several rows, a form aligned by blanks."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from corpus.layouts.drawn_d_parts import lines, say
from corpus.layouts.drawn_d_pool import indicators, office
from corpus.layouts.drawn_parts import WAN, Row, fund, level1, merged, p, points, w
from corpus.layouts.drawn_pool import D, Item, percent
from corpus.layouts.truth import Drawn, FormTruth, RowTruth
from corpus.writing.drawing import Slot, document

YI = D(10**8)


def bond(seed: int) -> Drawn:
    """A special bond in 亿元: whole investment and this year's side by side, a target for the whole term and one for the year."""
    o = office(seed, "park")
    listed = indicators(o, "qqqzzteesgkm", (45, 35, 10))
    said = say(listed)
    printed, rows = lines(said, lambda s: [
        s.first, s.second, s.item.name, f"{p(D(s.item.number) * 3)}{s.item.unit}" if s.item.group == "q" else s.target.text,
        s.target.text, s.actual.text, s.weight, s.score, s.item.reason,
    ])  # fmt: skip
    weight, score = points(listed)
    budget, spent = D(o.rng.randint(12_000, 48_000)) / 10_000, D(o.rng.randint(8_000, 11_900)) / 10_000
    own, own_spent = D("0.3500"), D("0.2810")
    rate = percent(spent + own_spent, budget + own)
    wanted, done = "建成标准厂房及配套管网，完善园区承载能力。", "主体工程完工，配套管网同步实施。"
    table: list[Row] = [
        [w("债券项目名称", 2), w(o.project, 3), "项目主管部门", w(o.unit, 3)],
        [w("债券类型", 2), w("新增专项债券（园区建设）", 3), "债券期限及利率", w("20年，3.12%", 3)],
        [Slot("资金情况（亿元）", rows=4, columns=2), "资金来源", "项目总投资", "本年安排数", "本年使用数", "使用进度", "分值", "得分"],
        ["合计", p((budget + own) * 3), p(budget + own), p(spent + own_spent), f"{rate}%", "10", p((rate / 10).quantize(D("0.01")))],
        ["专项债券资金", p(budget * 3), p(budget), p(spent), f"{percent(spent, budget)}%", "", ""],
        ["企业自筹", p(own * 3), p(own), p(own_spent), f"{percent(own_spent, own)}%", "", ""],
        [Slot("绩效目标", rows=2, columns=2), w("年度绩效目标", 3), w("完成情况", 4)],
        [w(wanted, 3), w(done, 4)],
        *merged([["一级指标", "二级指标", "三级指标", "全周期指标值", "本年度指标值", "本年度完成值", "分值", "得分", "偏差原因"], *printed], 2),
        [w("总分", 6), p(weight + 10), p(score + (rate / 10).quantize(D("0.01"))), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度新增专项债券项目绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, project_name=o.project, total_weight=weight + 10,
            total_score=score + (rate / 10).quantize(D("0.01")), rows=rows, goals=[(wanted, done)],
            funds=[fund("total", budget + own, spent + own_spent, rate=rate, weight=10, score=(rate / 10).quantize(D("0.01")), scale=YI)],
        )],
    )  # fmt: skip


def guidance_fund(seed: int) -> Drawn:
    """A government investment fund: points, standard and grounds, neither targets nor completions; totals on top and below."""
    o = office(seed, "park")
    parts = [
        ("政策目标", [("政策契合度", "投资项目符合基金设立方案", 10), ("撬动社会资本倍数", "实缴社会资本与财政出资之比", 15)]),
        ("投资管理", [("尽职调查规范性", "尽调报告要件齐全", 10), ("投后管理频次", "每季度至少走访一次", 10), ("投资进度", "累计投资额与实缴规模之比", 15)]),
        ("运行效益", [("已投企业营业收入增长", "与上年同口径比较", 15), ("新增就业岗位", "已投企业参保人数变化", 10), ("综合回报率", "账面价值与成本之比", 15)]),
    ]  # fmt: skip
    printed, rows, total = [], [], D(0)
    for first, members in parts:
        for name, content, weight in members:
            cut = D(o.rng.randint(1, 6)) / 2 if o.rng.random() < 0.4 else D(0)
            why = "部分资料未归档，扣分" if cut else "符合标准，得满分"
            printed.append(
                [first, name, content, str(weight), "按完成程度计分，低于60%不得分", p(weight - cut), why]
            )
            rows.append(
                RowTruth(
                    level1=first,
                    level2=None,
                    level3=name,
                    weight=D(weight),
                    score=weight - cut,
                    reason=why,
                    unsure=["reason"],
                )
            )
            total += weight - cut
    table: list[Row] = [
        ["基金名称", w(f"{o.place}产业发展引导基金", 3), "基金管理人", w("某某私募基金管理有限公司", 2)],
        ["主管部门", w(o.unit, 3), "自评得分", w(p(total), 2)],
        ["认缴规模（万元）", p(o.budget * 3), "实缴规模（万元）", p(o.budget), "累计投资（万元）", w(p(o.spent), 2)],
        *merged([["一级指标", "二级指标", "评价内容", "分值", "评分标准", "自评得分", "评分依据"], *printed], 1),
        [w("合计", 3), "100", "", p(total), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"政府投资基金绩效自评表（{o.year}年度）", table, "填报人：　　　　联系电话：　　　　基金管理人（盖章）："),
        forms=[FormTruth(kind="project", year=o.year, total_weight=D(100), total_score=total, rows=rows)],
    )  # fmt: skip


def purchase(seed: int) -> Drawn:
    """A purchase of services: contract and payments, weights in percent, completions counted as a share, one goal cell."""
    o = office(seed, "elder")
    listed = indicators(o, "qqqqzztcssmm", (60, 30, 10))
    said = say(listed, style="words")
    printed, rows = lines(said, lambda s: [
        s.first.removesuffix("指标"), s.item.name, f"{s.weight}%", s.target.text, s.actual.text, f"{p(percent(s.item.score, s.item.weight))}%", s.score, s.item.reason,
    ], levels=(False, False))  # fmt: skip
    for row in rows:
        row.unsure.append("weight")  # a share in percent of a hundred points
    score = points(listed)[1]
    table: list[Row] = [
        ["购买服务项目名称", w(o.project, 3), "购买主体", w(o.unit, 3)],
        ["承接主体", w("某某社会工作服务中心", 3), "合同期限", w(f"{o.year}年1月1日至{o.year}年12月31日", 3)],
        ["预算金额（万元）", p(o.budget), "合同金额（万元）", p(o.budget - D("0.8")), "实际支付（万元）", p(o.spent), "支付率", f"{o.rate}%"],
        ["服务内容及目标", w("为辖区老年人提供助餐、助洁、助医等上门服务。", 7)],
        *merged([["指标类别", "绩效指标", "权重", "约定标准", "实际完成", "完成程度", "得分", "扣分原因"], *printed], 1),
        [w("总得分", 6), p(score), ""],
        ["购买主体意见", w("承接主体按合同约定完成服务任务。", 7)],
    ]  # fmt: skip
    total = fund("total", o.budget, o.spent, rate=o.rate)
    return Drawn(
        document=document(f"{o.year}年度政府购买服务项目绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_score=score, rows=rows, funds=[total],
        )],
    )  # fmt: skip


def shared_scores(seed: int) -> Drawn:
    """A university's form: the points of a second level merged over its indicators, weight in the level's name."""
    o = office(seed, "college")
    listed = indicators(o, "qqqzztcesskmm", (50, 30, 10))
    groups: dict[str, list[Item]] = {}
    for i in listed:
        groups.setdefault(i.group, []).append(i)
    sums: dict[str, tuple[Decimal, Decimal]] = {group: points(members) for group, members in groups.items()}
    said = say(listed, style="above")
    _, rows = lines(said, lambda s: [])
    body: list[Row] = []
    for s, row in zip(said, rows, strict=True):
        members = groups[s.item.group]
        weight, score = sums[s.item.group]
        line: Row = [s.item.name, s.target.text, s.actual.text]
        if s.item is members[0]:
            line = [
                Slot(f"{s.second}（{p(weight)}分）", rows=len(members)),
                *line,
                Slot(p(score), rows=len(members)),
            ]
        of_first = [i for i in listed if level1(i) == s.first]
        if s.item is of_first[0]:
            line = [Slot(f"{s.first}（{p(points(of_first)[0])}分）", rows=len(of_first)), *line]
        body.append([*line, s.item.reason])
        row.unsure += ["weight", "score"] if len(members) > 1 else ["weight"]
    total = points(listed)
    table: list[Row] = [
        [w("项目名称", 2), w(o.project, 2), "项目负责部门", w("教务处", 2)],
        [w("预算单位", 2), w(o.unit, 2), "填报日期", w(f"{o.year + 1}年4月9日", 2)],
        [Slot("预算执行情况（万元）\n（10分）", rows=2, columns=2), "预算数（A）", "执行数（B）", "执行率（B/A）", w("得分（10分*执行率）", 2)],
        [p(o.budget), p(o.spent), f"{o.rate}%", w(p(o.execution()), 2)],
        ["一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "得分", "备注"],
        *body,
        [w("总分", 5), p(total[1] + o.execution()), ""],
        [w("偏差大或目标未完成原因分析", 2), w("个别实训设备因进口通关时间较长，未能年内完成验收。", 5)],
        [w("改进措施及结果应用方案", 2), w("提前谋划采购计划，将自评结果作为下年度预算安排依据。", 5)],
    ]  # fmt: skip
    money = fund("total", o.budget, o.spent, rate=o.rate, score=o.execution())
    money.unsure = ["weight"]  # in the headings only
    return Drawn(
        document=document("附表2", f"{o.year}年度{o.project}项目自评表", table, "备注：预算执行情况口径：预算数为调整后财政资金总额（包括上年结余结转）。"),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_score=total[1] + o.execution(), rows=rows, funds=[money],
        )],
    )  # fmt: skip


def by_blanks(seed: int) -> Drawn:
    """A form whose columns are held apart by two and more blanks, a line each, without any table."""
    o = office(seed, "village")
    listed = indicators(o, "qqqzztcssgm", (50, 30, 10))
    printed, rows = lines(say(listed), lambda s: [
        s.first, s.second, s.item.name, s.target.text, s.actual.text, s.weight, s.score, s.item.reason or "无",
    ])  # fmt: skip
    for row in rows:
        row.unsure += [] if row.reason else ["reason"]
    weight, score = points(listed)
    said = [
        "项目支出绩效自评表", f"（{o.year}年度）",
        f"项目名称   {o.project}", f"主管部门   {o.place}财政局   实施单位   {o.unit}",
        "项目资金（万元）   全年预算数   全年执行数   分值   执行率   得分",
        f"年度资金总额   {p(o.budget)}   {p(o.spent)}   10   {o.rate}%   {p(o.execution())}",
        "一级指标  二级指标  三级指标  年度指标值  实际完成值  分值  得分  偏差原因分析",
        *["  ".join(line) for line in printed],
        f"总分   {p(weight + 10)}   {p(score + o.execution())}",
    ]  # fmt: skip
    return Drawn(
        document=document(*said),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=score + o.execution(), rows=rows,
            funds=[fund("total", o.budget, o.spent, rate=o.rate, weight=10, score=o.execution(), scale=WAN)],
        )],
    )  # fmt: skip


ODD: dict[str, Callable[[int], Drawn]] = {
    "d_bond": bond,
    "d_guidance_fund": guidance_fund,
    "d_purchase": purchase,
    "d_shared_scores": shared_scores,
    "d_by_blanks": by_blanks,
}
