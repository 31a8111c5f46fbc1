"""Set D: parts across, sentences for values, spare columns, a heading a block, points taken off alone."""

from __future__ import annotations

from collections.abc import Callable

from corpus.layouts.drawn_d_parts import Said, lines, money, percents, plus, say
from corpus.layouts.drawn_d_pool import indicators, office
from corpus.layouts.drawn_parts import Row, fund, h, merged, p, points, w
from corpus.layouts.drawn_pool import D, percent
from corpus.layouts.truth import Drawn, FormTruth
from corpus.writing.drawing import Slot, document

THOUSAND = D(1000)


def counties_across(seed: int) -> Drawn:
    """A city's transfer: the whole city's completion, then a column a county, then the reasons."""
    o = office(seed, "forest")
    listed = indicators(o, "qqqqzztcesggm", (50, 30, 10))
    counties = ("岚溪县", "禾丰县", "鹿鸣县")
    printed, rows = lines(say(listed), lambda s: [
        s.first, s.second, s.item.name, s.target.text, s.actual.text, *_of_counties(s, len(counties)), s.item.reason,
    ])  # fmt: skip
    for row in rows:
        row.weight = row.score = None
    left, gone = o.other
    table: list[Row] = [
        [w("转移支付（项目）名称", 2), w("林业改革发展资金", 7)],
        [w("中央主管部门", 2), w("国家林业和草原局", 2), w("资金使用单位", 2), w(o.unit, 3)],
        [Slot("资金情况（万元）", rows=4, columns=2), w("", 2), "全年预算数（A）", w("全年执行数（B）", 2), w("预算执行率（B/A）", 2)],
        [w("年度资金总额", 2), p(o.budget), w(p(o.spent), 2), w(percents(o)[0], 2)],
        [w("其中：中央补助", 2), p(o.fiscal), w(p(o.fiscal_spent), 2), w(percents(o)[1], 2)],
        [w("地方资金", 2), p(left), w(p(gone), 2), w(percents(o)[2], 2)],
        [h("一级指标"), h("二级指标"), h("三级指标"), h("指标值"), h("全市实际完成值"), w("各县完成情况", 3), h("未完成原因和改进措施")],
        [*counties],
        *merged(printed, 2),
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度中央对地方专项转移支付绩效自评汇总表", table),
        forms=[FormTruth(
            kind="transfer", year=o.year, unit_name=o.unit, rows=rows,
            funds=[
                fund("total", o.budget, o.spent, rate=o.rate), fund("central", o.fiscal, o.fiscal_spent, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("local", left, gone, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


def _of_counties(s: Said, count: int) -> list[str]:
    """A county's own completion: rates alike, amounts in parts."""
    if not s.item.number:
        return [s.actual.text] * count
    if s.item.unit == "%":
        return [s.actual.text] * count
    return [p((D(s.item.done) * (n + 1) / 6).quantize(D("0.1"))) + s.item.unit for n in range(count)]


def sentences(seed: int) -> Drawn:
    """Targets and completions are written out as sentences."""
    o = office(seed, "village")
    listed = indicators(o, "qqqzztcssgm", (50, 30, 10))
    said = say(listed)
    printed, rows = lines(
        said,
        lambda s: [
            s.first,
            s.second,
            s.item.name,
            _wanted(s),
            _done(s),
            s.weight,
            s.score,
            s.item.reason or "无",
        ],
    )
    for row, s in zip(rows, said, strict=True):
        row.target_text, row.actual_text = [_wanted(s)], [_done(s)]
        row.unsure += ["target_value", "target_sign", "target_unit", "actual_value"] + (
            [] if row.reason else ["reason"]
        )
    weight, score = points(listed)
    wanted = f"目标1：{listed[0].name}达到年度计划；\n目标2：完善长效管护机制；\n目标3：提高村民满意度。"
    done = f"目标1：{listed[0].name}已按计划推进；\n目标2：管护机制已建立；\n目标3：村民满意度较高。"
    left, gone = o.other
    rates = percents(o)
    table: list[Row] = [
        ["项目名称", w(o.project, 7)],
        ["主管部门", w(f"{o.place}农业农村局", 3), "实施单位", w(o.unit, 3)],
        [h("项目资金（万元）", 4), "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["年度资金总额", p(o.first), p(o.budget), p(o.spent), "10", rates[0], p(o.execution())],
        ["其中：财政拨款", p(o.fiscal), p(o.fiscal), p(o.fiscal_spent), "-", rates[1], "-"],
        ["其他资金", p(o.first - o.fiscal), p(left), p(gone), "-", rates[2], "-"],
        [h("年度总体目标"), w("预期目标", 3), w("实际完成情况", 4)],
        [w(wanted, 3), w(done, 4)],
        *merged([["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"], *printed], 2),
        [w("总分", 5), p(weight + 10), p(plus(score, o)), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度项目支出绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=plus(score, o), rows=rows,
            funds=money(o), goals=[(wanted, done)],
        )],
    )  # fmt: skip


def _wanted(s: Said) -> str:
    return (
        f"{s.item.name}{ {'>=': '不少于', '<=': '控制在', '=': '达到'}[s.item.sign] }{s.item.number}{s.item.unit}"
        if s.item.number
        else s.target.text
    )


def _done(s: Said) -> str:
    return f"截至12月底，{s.item.name}为{s.actual.text}" if s.item.number else s.actual.text


def spare_columns(seed: int) -> Drawn:
    """As sheets come: an empty column before and behind, empty rows between the parts, the title inside, levels not merged."""
    o = office(seed, "park")
    listed = indicators(o, "qqqqzztteesgkm", (50, 30, 10))
    printed, rows = lines(
        say(listed, bare=True),
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
    weight, score = points(listed)
    left, gone = o.other
    rates = percents(o)
    inside: list[list[str]] = [
        [f"{o.year}年度项目支出绩效自评表", *[""] * 7],
        [""] * 8,
        ["项目名称", o.project, "", "", "实施单位", o.unit, "", ""],
        [""] * 8,
        ["资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["", "年度资金总额", p(o.first), p(o.budget), p(o.spent), "10", rates[0], p(o.execution())],
        ["", "其中：财政拨款", p(o.fiscal), p(o.fiscal), p(o.fiscal_spent), "", rates[1], ""],
        ["", "其他资金", p(o.first - o.fiscal), p(left), p(gone), "", rates[2], ""],
        [""] * 8,
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
        *printed,
        ["总分", "", "", "", "", p(weight + 10), p(plus(score, o)), ""],
    ]  # fmt: skip
    table: list[Row] = [["", *line, ""] for line in inside]
    return Drawn(
        document=document(table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=plus(score, o), rows=rows,
            funds=money(o),
        )],
    )  # fmt: skip


def heading_a_block(seed: int) -> Drawn:
    """Outputs and effects have headings of their own, in other words and another order of columns."""
    o = office(seed, "elder")
    listed = indicators(o, "qqqqzztcssmm", (60, 30, 10))
    said = say(listed)
    outputs = [s for s in said if s.first == "产出指标"]
    effects = [s for s in said if s.first != "产出指标"]
    first, rows = lines(
        outputs,
        lambda s: [s.second, s.item.name, s.target.text, s.actual.text, s.weight, s.score, s.item.reason],
        levels=(False, True),
    )
    then, more = lines(
        effects,
        lambda s: [s.second, s.item.name, s.weight, s.target.text, s.actual.text, s.score, s.item.reason],
        levels=(False, True),
    )
    weight, score = points(listed)
    table: list[Row] = [
        ["项目名称", w(o.project, 3), "项目单位", w(o.unit, 2)],
        ["财政资金（万元）", "预算安排", p(o.budget), "实际支出", p(o.spent), "支出率", f"{o.rate}%"],
        [w("一、产出指标完成情况（60分）", 7)],
        *merged([["指标类型", "指标内容", "计划数", "完成数", "标准分", "自评分", "差异说明"], *first], 1),
        [w("二、效益及满意度指标实现情况（40分）", 7)],
        *merged([["指标类型", "指标内容", "标准分", "预期效果", "实现效果", "自评分", "未实现说明"], *then], 1),
        [w("自评总分", 4), p(weight), p(score), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.place}{o.year}年度财政支出项目绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_score=score, rows=[*rows, *more],
            funds=[fund("total", o.budget, o.spent, rate=o.rate)],
        )],
    )  # fmt: skip


def taken_off(seed: int) -> Drawn:
    """Only points taken off are printed by indicator, the total score below; money in 千元."""
    o = office(seed, "college")
    listed = indicators(o, "qqqzzttcesskm", (60, 30, 10))
    printed, rows = lines(say(listed), lambda s: [
        s.first, s.second, s.item.name, s.weight, s.target.text, s.actual.text, p(s.item.weight - s.item.score) if s.item.score < s.item.weight else "0", s.item.reason,
    ])  # fmt: skip
    for row in rows:
        row.score = None
    weight, score = points(listed)
    table: list[Row] = [
        ["项目名称", w(o.project, 3), "实施单位", w(o.unit, 3)],
        [h("项目资金\n（千元）"), w("全年预算数", 2), w("全年执行数", 2), w("执行率", 2), "结余"],
        [w(p(o.budget * 10), 2), w(p(o.spent * 10), 2), w(f"{o.rate}%", 2), p((o.budget - o.spent) * 10)],
        *merged([["一级指标", "二级指标", "三级指标", "分值", "目标值", "完成值", "扣分", "扣分原因"], *printed], 2),
        [w("扣分合计", 3), p(weight), "", "", p(weight - score), ""],
        [w("自评得分（100-扣分合计）", 6), p(score), ""],
    ]  # fmt: skip
    total = fund("total", o.budget * 10, o.spent * 10, rate=o.rate, scale=THOUSAND)
    return Drawn(
        document=document(f"{o.year}年度项目支出绩效自评表", table, "注：金额单位为千元。"),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_score=score, rows=rows, funds=[total],
        )],
    )  # fmt: skip


HABITS: dict[str, Callable[[int], Drawn]] = {
    "d_counties_across": counties_across,
    "d_sentences": sentences,
    "d_spare_columns": spare_columns,
    "d_heading_a_block": heading_a_block,
    "d_taken_off": taken_off,
}
