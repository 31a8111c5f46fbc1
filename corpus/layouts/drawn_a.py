"""Set A of a fresh hand: project forms of other offices, drawn without sight of the reading. May be tuned on."""

from __future__ import annotations

from collections.abc import Callable

from corpus.layouts.drawn_a_more import MORE
from corpus.layouts.drawn_a_sums import SUMS
from corpus.layouts.drawn_a_units import UNITS
from corpus.layouts.drawn_parts import (
    WAN,
    Row,
    first_only,
    fund,
    h,
    level1,
    merged,
    p,
    points,
    truth,
    w,
)  # fmt: skip
from corpus.layouts.drawn_pool import D, Item, Value, items, office, percent
from corpus.layouts.truth import Drawn, FormTruth, RowTruth
from corpus.writing.drawing import Slot, document


def capital(seed: int) -> Drawn:
    """Beijing and the ministries: 成本 is a level of its own, the label stands upright, an empty slot per group."""
    o = office(seed, "data")
    listed = items(o.rng, "data", "qqqzzttcemms", (60, 20, 10))
    listed.sort(key=lambda i: i.group == "c")  # 成本指标 last
    names = ("产出指标", "效益指标", "满意度\n指标", "成本指标")
    second = {"c": "经济成本指标", "m": "服务对象满意\n度指标"}
    lines, rows = [], []
    for i in listed:
        first, two = level1(i, names), second.get(i.group, i.level2)
        target, actual = i.target(), i.actual(bare=seed % 2 == 1)
        lines.append(
            [
                "绩\n效\n指\n标",
                first,
                two,
                i.name,
                target.text,
                actual.text,
                p(i.weight),
                p(i.score),
                i.reason,
            ]
        )
        rows.append(truth(i, target, actual, first, two))
    weight, score = points(listed)
    left, gone = o.other
    money: list[Row] = [
        [h("项目资金\n（万元）", 5), "", "年初预算数", w("全年预算数（A）", 2), "全年执行数（B）", "分值", "执行率（B/A）", "得分"],
        ["年度资金总额", p(o.first), w(p(o.budget), 2), p(o.spent), "10", f"{o.rate}%", p(o.execution())],
        ["其中：当年财政拨款", p(o.fiscal), w(p(o.fiscal), 2), p(o.fiscal_spent), "—", f"{percent(o.fiscal_spent, o.fiscal)}%", "—"],
        ["上年结转资金", "0.00", w("0.00", 2), "0.00", "—", "", "—"],
        ["其他资金", p(left), w(p(left), 2), p(gone), "—", f"{percent(gone, left)}%", "—"],
    ]  # fmt: skip
    wanted, done = (
        "保障政务云稳定运行，\n支撑业务系统上云。",
        "已按计划完成云资源租用及运维，系统全年平稳运行。",
    )
    table: list[Row] = [
        ["项目名称", w(o.project, 8)],
        ["主管部门", w(f"{o.place}人民政府办公室", 3), w("实施单位", 2), w(o.unit, 3)],
        ["项目负责人", w("周某某", 3), w("联系电话", 2), w("010-8888**21", 3)],
        *money,
        [h("年度\n总体\n目标"), w("预期目标", 4), w("实际完成情况", 4)],
        [w(wanted, 4), w(done, 4)],
        *merged([["绩\n效\n指\n标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进\n措施"], *lines], 3),
        [w("总分", 6), p(weight + 10), p(score + o.execution()), ""],
    ]  # fmt: skip
    return Drawn(
        document=document("项目支出绩效自评表", f"（{o.year}年度）", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10,
            total_score=score + o.execution(), rows=rows, goals=[(wanted, done)],
            funds=[
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate, weight=10, score=o.execution()),
                fund("fiscal", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("carryover", D(0), D(0), first=D(0)),
                fund("other", left, gone, first=left, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


def stacked_yuan(seed: int) -> Drawn:
    """Shanghai districts: two projects one below the other in 元 with commas, weights before the target, page marks."""
    parts: list[str | list[Row]] = []
    forms = []
    for number, theme in enumerate(("school", "culture")):
        o = office(seed * 2 + number, theme)
        o.unit = office(seed * 2, "school").unit
        listed = items(o.rng, theme, "qqztcssm", (50, 30, 10), cut=2)
        lines, rows = [], []
        for i in listed:
            target, actual = i.target("ascii"), i.actual()
            lines.append(
                [
                    level1(i),
                    i.level2,
                    i.name,
                    p(i.weight),
                    target.text,
                    actual.text,
                    f"{i.score:.2f}",
                    i.reason,
                ]
            )
            rows.append(truth(i, target, actual, level1(i), i.level2))
        score = points(listed)[1]
        budget, spent = o.budget * WAN, o.spent * WAN
        parts += [
            f"{o.unit}财政项目支出绩效自评表",
            f"（{o.year}年度）　　　　　　　　　　　　　　单位：元",
            [
                ["项目名称", w(o.project, 7)],
                ["预算主管部门", w(f"{o.place}教育局", 3), "项目单位", w(o.unit, 3)],
                ["项目类型", w("经常性项目□ 一次性项目☑", 3), "评价日期", w("次年3月18日", 3)],
                [h("项目资金"), w("预算金额", 2), "实际到位", w("实际支出", 2), "预算执行率", "得分（10分）"],
                [w(f"{budget:,.2f}", 2), f"{budget:,.2f}", w(f"{spent:,.2f}", 2), f"{o.rate}%", p(o.execution())],
                *merged([["一级指标", "二级指标", "三级指标", "权重", "计划目标值", "年末完成值", "自评得分", "未达标原因分析"], *lines], 2),
                [w("合计", 3), "100", w("", 2), f"{score + o.execution():.2f}", ""],
            ],
            f"-{number + 1}-",
        ]  # fmt: skip
        forms.append(FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=D(100),
            total_score=score + o.execution(), rows=rows,
            funds=[fund("total", budget, spent, rate=o.rate, score=o.execution(), scale=D(1))],
        ))  # fmt: skip
        forms[-1].funds[0].unsure = ["weight"]  # 10 stands in the heading only
    return Drawn(document=document(*parts), forms=forms)


def plan_and_deduction(seed: int) -> Drawn:
    """Zhejiang: 考核指标 with 计划完成值, 标准分, 扣分 beside 得分, types in one column."""
    o = office(seed, "water")
    listed = items(o.rng, "water", "qqqzztegsm", (50, 40, 10))
    types = ("产出目标", "效益目标", "满意度目标")
    lines, rows = [], []
    for i in listed:
        target, actual = i.target("bare"), i.actual()
        lost = p(i.weight - i.score) if i.score < i.weight else ""
        lines.append(
            [
                level1(i, types),
                i.name,
                target.text,
                actual.text,
                p(i.weight),
                lost,
                p(i.score),
                i.reason or "无",
            ]
        )
        rows.append(truth(i, target, actual, level1(i, types), None, unsure=[] if i.reason else ["reason"]))
    weight, score = points(listed)
    table: list[Row] = [
        ["项目名称", w(o.project, 3), "项目单位", w(o.unit, 3)],
        ["资金来源", w("年初预算安排（万元）", 1), "调整后预算", "实际执行数", w("预算执行率（%）", 2), w("备注", 2)],
        ["合计", p(o.first), p(o.budget), p(o.spent), w(p(o.rate), 2), w("", 2)],
        ["财政拨款", p(o.fiscal), p(o.fiscal), p(o.fiscal_spent), w(p(percent(o.fiscal_spent, o.fiscal)), 2), w("", 2)],
        *merged([["目标类型", "考核指标", "计划完成值", "全年完成情况", "标准分", "扣分", "评价得分", "扣分说明"], *lines], 1),
        [w("总得分", 4), p(weight), p(weight - score), p(score), ""],
        ["自评结论", w("项目总体完成较好，资金使用规范，绩效目标基本实现。", 7)],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度财政支出项目绩效自评表", table, "填表人：王某某　　联系电话：0571-****7788"),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight,
            total_score=score, rows=rows,
            funds=[
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate),
                fund("fiscal", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
            ],
        )],
    )  # fmt: skip


def halves(seed: int) -> Drawn:
    """Jiangsu counties: outputs in the left half, effects in the right, each with its own headings."""
    o = office(seed, "farm")
    listed = items(o.rng, "farm", "qqqztesgm", (60, 30, 10))
    left = [i for i in listed if i.group in "qzt"]
    right = [i for i in listed if i.group not in "qzt"]
    rows: list[RowTruth] = []

    def half(i: Item | None) -> list[str]:
        if i is None:
            return ["", "", "", "", ""]
        target, actual = i.target(), i.actual()
        first = "产出指标" if i.group in "qzt" else "效益与满意度指标"
        rows.append(truth(i, target, actual, first, None, reason=False))
        return [i.name, target.text, actual.text, p(i.weight), p(i.score)]

    body: list[Row] = []
    for number in range(max(len(left), len(right))):
        pair = [half(side[number] if number < len(side) else None) for side in (left, right)]
        body.append([*pair[0], *pair[1]])
    score = points(listed)[1]
    heads = ["指标名称", "目标值", "完成值", "分值", "得分"]
    table: list[Row] = [
        ["项目名称", w(o.project, 4), "预算单位", w(o.unit, 4)],
        ["预算数（万元）", p(o.budget), "执行数（万元）", p(o.spent), "执行率", f"{o.rate}%", w("自评总分", 2), w(p(score), 2)],
        [w("产出指标", 5), w("效益与满意度指标", 5)],
        [*heads, *heads],
        *body,
        [w("未完成原因及改进措施", 2), w("高标准农田建设受雨季影响，个别标段跨年。下一步加强调度。", 8)],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.place}{o.year}年度财政专项资金绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_score=score, rows=rows,
            any_order=True, funds=[fund("total", o.budget, o.spent, rate=o.rate)],
        )],
    )  # fmt: skip


def adjusted_targets(seed: int) -> Drawn:
    """Henan: targets of the year's beginning beside the adjusted ones, 偏离度, scores of each, levels at the first row only."""
    o = office(seed, "health")
    listed = items(o.rng, "health", "qqqzztcsskm", (60, 30, 10))
    lines, rows = [], []
    for number, i in enumerate(listed):
        target, actual = i.target(), i.actual()
        adjusted = target.text if number % 3 == 0 else ""
        before = Value("≥1次") if number % 3 == 0 and i.number else target
        shown = before if adjusted else target
        off = "0%" if i.score == i.weight else f"-{p(percent(i.weight - i.score, i.weight))}%"
        lines.append(
            [
                level1(i),
                i.level2,
                i.name,
                shown.text,
                adjusted,
                actual.text,
                off,
                p(i.weight),
                p(i.score),
                i.reason,
            ]
        )
        rows.append(truth(i, target, actual, level1(i), i.level2))
    weight, score = points(listed)
    budget, spent = p(o.budget), p(o.spent)
    table: list[Row] = [
        ["项目名称", w(f"410000-{o.project}", 4), "项目编码", w("41000024T000000127743", 4)],
        ["主管部门", w(f"{o.place}卫生健康委员会", 4), "实施单位", w(o.unit, 4)],
        [h("资金情况（万元）"), w("预算数（年初）", 2), w("预算数（调整后）", 2), "支出数", w("执行率", 2), "分值", "得分"],
        [w(p(o.first), 2), w(budget, 2), spent, w(f"{o.spent / o.budget:.4f}", 2), "10", p(o.execution())],
        *first_only([["一级指标", "二级指标", "三级指标", "年初目标值", "调整目标值", "实际完成值", "偏离度", "指标分值", "指标得分", "偏离原因及整改措施"], *lines], 2),
        [w("总分", 7), p(weight + 10), p(score + o.execution()), ""],
    ]  # fmt: skip
    return Drawn(
        document=document("附表3", f"{o.year}年度市级预算项目绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, total_weight=weight + 10,
            total_score=score + o.execution(), rows=rows,
            funds=[fund("total", o.budget, o.spent, first=o.first, rate=percent(o.spent, o.budget), weight=10, score=o.execution())],
        )],
    )  # fmt: skip


def pairs_of_a_fund(seed: int) -> Drawn:
    """A government fund: money as one line of pairs, 实现程度 beside the completion, weights in the names only."""
    o = office(seed, "culture")
    listed = items(o.rng, "culture", "qqqztesm", (60, 30, 10))
    lines, rows = [], []
    for i in listed:
        target, actual = i.target("words"), i.actual()
        share = f"{p(percent(i.score, i.weight))}%"
        group = {"q": "数量", "z": "质量", "t": "时效", "e": "经济效益", "s": "社会效益", "m": "满意度"}[
            i.group
        ]
        lines.append(
            [group, f"{i.name}（{p(i.weight)}分）", target.text, actual.text, share, p(i.score), i.reason]
        )
        rows.append(truth(i, target, actual, None, group))
    score = points(listed)[1]
    table: list[Row] = [
        ["项目名称", w(f"彩票公益金支持{o.project}", 4), "资金性质", "政府性基金"],
        ["资金使用单位", w(o.unit, 4), "填报日期", f"{o.year + 1}.2.26"],
        ["预算安排", f"{p(o.budget)}万元", "实际支出", f"{p(o.spent)}万元", "支出进度", w(f"{o.rate}％", 2)],
        ["预期目标", w("通过公益金投入，完善公共文化服务设施，丰富群众文化生活。", 6)],
        ["完成情况", w("全年各项免费开放任务如期完成，群众满意度较高。", 6)],
        *merged([["指标类别", "指标名称及分值", "年度预期值", "年度实现值", "实现程度", "自评分", "未实现原因"], *lines], 1),
        [w("自评总分", 5), p(score), ""],
    ]  # fmt: skip
    for row in rows:
        row.unsure = [*row.unsure, "weight"]
    return Drawn(
        document=document(f"{o.year}年度政府性基金项目绩效自评表", table, "注：自评得分90分（含）以上为优，80（含）-90分为良。"),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=f"彩票公益金支持{o.project}", total_score=score,
            rows=rows, funds=[fund("total", o.budget, o.spent, rate=o.rate)],
            goals=[("通过公益金投入，完善公共文化服务设施，丰富群众文化生活。", "全年各项免费开放任务如期完成，群众满意度较高。")],
        )],
    )  # fmt: skip


def split_units_last(seed: int) -> Drawn:
    """Guizhou: name, sign, number, completion and then the unit; three header rows, blank header cells."""
    o = office(seed, "farm")
    listed = items(o.rng, "farm", "qqqzttceegm", (50, 30, 10))
    lines, rows = [], []
    for i in listed:
        glyph = {">=": "≥", "<=": "≤", "=": "="}.get(i.sign, "定性")
        words = i.number or i.words
        lines.append(
            [
                level1(i),
                i.level2,
                i.name,
                glyph,
                words,
                i.done,
                i.unit or "—",
                p(i.weight),
                p(i.score),
                i.reason,
            ]
        )
        target, actual = i.target(), i.actual()
        row = truth(i, target, actual, level1(i), i.level2)
        row.target_text, row.actual_text = (
            [target.text, words, glyph + words, glyph + words + i.unit],
            [i.done, actual.text],
        )
        rows.append(row)
    weight, score = points(listed)
    left, gone = o.other
    table: list[Row] = [
        [w("项目名称", 2), w(o.project, 3), w("主管部门", 2), w(o.unit, 3)],
        [Slot("项目资金（万元）", rows=4, columns=2), "", "年初预算数", "全年预算数", w("全年执行数", 2), "分值", "执行率", "得分"],
        ["年度资金总额：", p(o.first), p(o.budget), w(p(o.spent), 2), "10", f"{o.rate}%", p(o.execution())],
        ["中央补助", p(o.fiscal), p(o.fiscal), w(p(o.fiscal_spent), 2), "/", "/", "/"],
        ["其他资金", p(left), p(left), w(p(gone), 2), "/", "/", "/"],
        [w("绩效指标（90分）", 3), w("绩效指标完成情况", 4), w("自评", 3)],
        ["一级", "二级", "三级", w("年度指标值", 2), h("实际完成值"), h("计量单位"), h("权重"), h("得分"), h("偏差原因")],
        ["", "", "", "符号", "数值"],
        *merged(lines, 2),
        [w("合　　计", 7), p(weight), p(score), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.place}项目支出绩效自评表（{o.year}年）", "金额单位：万元", table),
        forms=[FormTruth(
            kind="project", year=o.year, project_name=o.project, total_weight=weight, total_score=score, rows=rows,
            funds=[
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate, weight=10, score=o.execution()),
                fund("central", o.fiscal, o.fiscal_spent, first=o.fiscal),
                fund("other", left, gone, first=left),
            ],
        )],
    )  # fmt: skip


DRAWN_A: dict[str, Callable[[int], Drawn]] = {
    "a_capital": capital,
    "a_stacked_yuan": stacked_yuan,
    "a_plan_and_deduction": plan_and_deduction,
    "a_halves": halves,
    "a_adjusted_targets": adjusted_targets,
    "a_pairs_of_a_fund": pairs_of_a_fund,
    "a_split_units_last": split_units_last,
    **UNITS,
    **SUMS,
    **MORE,
}
