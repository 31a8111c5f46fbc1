"""Set B: lists of projects and units, re-scoring, a page of several forms, a form that is none."""

from __future__ import annotations

from collections.abc import Callable

from corpus.layouts.drawn_parts import WAN, Row, fund, h, level1, merged, p, points, truth, w
from corpus.layouts.drawn_pool import D, items, office, percent
from corpus.layouts.truth import Drawn, FormTruth, SummaryTruth
from corpus.writing.drawing import document


def blanks_below_unit(seed: int) -> Drawn:
    """A district's list of projects in 元: the unit only at its first project, blank below; 复核 beside 自评."""
    themes = ("culture", "health", "farm", "school", "water")
    offices = [office(seed * 11 + number, theme) for number, theme in enumerate(themes)]
    place, year = offices[0].place, offices[0].year
    owners = [f"{place}财政局"] * 2 + [f"{place}教育局"] * 3
    lines: list[Row] = []
    rows: list[SummaryTruth] = []
    for number, o in enumerate(offices):
        own = D(o.rng.randint(820, 1000)) / 10
        again = own - D(o.rng.randint(0, 40)) / 10
        shown = owners[number] if number == 0 or owners[number] != owners[number - 1] else ""
        lines.append([
            shown, str(number + 1), f"{o.project}经费", f"{o.budget * WAN:.2f}", f"{o.spent * WAN:.2f}", f"{o.rate}%", p(own), p(again), "否",
        ])  # fmt: skip
        rows.append(SummaryTruth(
            unit_name=owners[number], is_total=False, budget=o.budget * WAN, executed=o.spent * WAN, rate=o.rate, self_score=own, review_score=again,
        ))  # fmt: skip
    budget, spent = sum((o.budget for o in offices), D(0)), sum((o.spent for o in offices), D(0))
    rows.append(
        SummaryTruth(
            unit_name=None,
            is_total=True,
            budget=budget * WAN,
            executed=spent * WAN,
            rate=percent(spent, budget),
        )
    )
    table: list[Row] = [
        ["预算单位", "序号", "项目名称", "全年预算数（元）", "全年执行数（元）", "执行率", "自评得分", "复核得分", "是否公开"],
        *lines,
        ["合计", "", "", f"{budget * WAN:.2f}", f"{spent * WAN:.2f}", f"{percent(spent, budget)}%", "", "", ""],
    ]  # fmt: skip
    return Drawn(
        document=document(
            f"{place}{year}年度项目支出绩效自评情况汇总表", table, "注：执行率=全年执行数÷全年预算数×100%。"
        ),
        forms=[FormTruth(kind="summary", year=year, summary=rows)],
    )


def units_two_heads(seed: int) -> Drawn:
    """A bureau and its subordinate units: a double heading of money and scores, the total on top, names in full."""
    themes = ("health", "school", "farm", "data")
    offices = [office(seed * 13 + number, theme) for number, theme in enumerate(themes)]
    year = offices[0].year
    lines: list[Row] = []
    rows: list[SummaryTruth] = []
    for number, o in enumerate(offices, start=1):
        own = D(o.rng.randint(860, 1000)) / 10
        lines.append([str(number), o.unit, p(o.budget), p(o.spent), p(o.rate), p(own), p(own), ""])
        rows.append(SummaryTruth(
            unit_name=o.unit, is_total=False, budget=o.budget * WAN, executed=o.spent * WAN, rate=o.rate, self_score=own, review_score=own,
        ))  # fmt: skip
    budget, spent = sum((o.budget for o in offices), D(0)), sum((o.spent for o in offices), D(0))
    total = SummaryTruth(
        unit_name=None, is_total=True, budget=budget * WAN, executed=spent * WAN, rate=percent(spent, budget)
    )
    table: list[Row] = [
        [h("序号"), h("单位"), w("资金情况（万元）", 3), w("评价得分", 2), h("备注")],
        ["预算数", "执行数", "执行率%", "单位自评", "部门复核"],
        [w("总计", 2), p(budget), p(spent), p(percent(spent, budget)), "", "", ""],
        *lines,
    ]  # fmt: skip
    return Drawn(
        document=document(
            "附件1",
            f"{year}年度部门整体支出绩效自评汇总表",
            "填报单位：（公章）",
            table,
            "填表人：　　　联系电话：",
        ),
        forms=[FormTruth(kind="summary", year=year, summary=[total, *rows])],
    )


def spot_check(seed: int) -> Drawn:
    """A spot check of self-evaluations: 自评 and 核定 scores, points taken off and why, a flat list."""
    o = office(seed, "culture")
    listed = items(o.rng, "culture", "qqqzzttcessmm", (50, 30, 20))
    lines, rows = [], []
    for number, i in enumerate(listed, start=1):
        target, actual = i.target("ascii"), i.actual()
        off = D(2) if number % 4 == 0 and i.score > 2 else D(0)
        lines.append(
            [
                str(number),
                i.level2,
                i.name,
                target.text,
                actual.text,
                p(i.weight),
                p(i.score),
                p(i.score - off),
                p(off),
                "未提供佐证材料" if off else "",
            ]
        )
        row = truth(i, target, actual, None, i.level2, reason=False, unsure=["reason"])
        row.review_score = i.score - off
        rows.append(row)
    weight, score = points(listed)
    final = sum((row.review_score or D(0) for row in rows), D(0))
    table: list[Row] = [
        [w("被抽查单位", 2), w(o.unit, 3), w("项目名称", 2), w(o.project, 3)],
        *merged([["序号", "二级指标", "三级指标", "指标值", "完成值", "分值", "自评得分", "核定得分", "核减分", "核减理由"], *lines], 0),
        [w("合计", 5), p(weight), p(score), p(final), p(score - final), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度预算项目绩效自评抽查复核表", table, "抽查人员（签字）："),
        forms=[FormTruth(
            kind="review", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight, total_score=score, rows=rows,
        )],
    )  # fmt: skip


def one_after_another(seed: int) -> Drawn:
    """A list, a unit's form and a project's form follow each other, each under its own title line."""
    o = office(seed, "water")
    unit_items = items(o.rng, "water", "qqzztesm", (60, 30, 10))
    other = office(seed + 70, "farm")
    project_items = items(other.rng, "farm", "qqzztcegm", (50, 30, 10))
    own = points(unit_items)[1]
    listing: list[Row] = [
        ["序号", "预算单位名称", "全年预算数", "全年支出数", "执行率", "自评分"],
        ["1", o.unit, p(o.budget), p(o.spent), f"{o.rate}%", p(own)],
        ["合计", "", p(o.budget), p(o.spent), f"{o.rate}%", ""],
    ]

    def rows_of(listed: list, name: str) -> tuple[list[list[str]], list]:  # type: ignore[type-arg]
        lines, rows = [], []
        for i in listed:
            target, actual = i.target(), i.actual()
            lines.append(
                [level1(i), i.level2, i.name, target.text, actual.text, p(i.weight), p(i.score), i.reason]
            )
            rows.append(truth(i, target, actual, level1(i), i.level2))
        return lines, rows

    heads = ["一级指标", "二级指标", "三级指标", "年度指标值", "全年完成情况", "分值", "得分", "原因说明"]
    unit_lines, unit_rows = rows_of(unit_items, "unit")
    project_lines, project_rows = rows_of(project_items, "project")
    weight, score = points(project_items)
    whole: list[Row] = [
        ["部门名称", w(o.unit, 3), "填报时间", w(f"{o.year + 1}年3月", 3)],
        [h("整体支出（万元）", 3), w("支出类型", 2), w("预算数", 2), w("执行数", 2), "执行率"],
        [w("基本支出", 2), w(p(o.fiscal), 2), w(p(o.fiscal_spent), 2), f"{percent(o.fiscal_spent, o.fiscal)}%"],
        [w("项目支出", 2), w(p(o.other[0]), 2), w(p(o.other[1]), 2), f"{percent(o.other[1], o.other[0])}%"],
        *merged([heads, *unit_lines], 2),
        [w("总分", 5), "100", p(own), ""],
    ]  # fmt: skip
    single: list[Row] = [
        ["项目名称", w(other.project, 3), "实施单位", w(o.unit, 3)],
        ["资金（万元）", "预算数", p(other.budget), "执行数", p(other.spent), "执行率", w(f"{other.rate}%", 2)],
        *merged([heads, *project_lines], 2),
        [w("总分", 5), p(weight), p(score), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(
            "附件1", f"{o.year}年度绩效自评汇总表", "单位：万元", listing, "附件2", f"{o.year}年度部门整体支出绩效自评表", whole,
            "附件3", f"{o.year}年度项目支出绩效自评表", single,
        ),
        forms=[
            FormTruth(kind="summary", year=o.year, summary=[
                SummaryTruth(unit_name=o.unit, is_total=False, budget=o.budget * WAN, executed=o.spent * WAN, rate=o.rate, self_score=own),
                SummaryTruth(unit_name=None, is_total=True, budget=o.budget * WAN, executed=o.spent * WAN, rate=o.rate),
            ]),
            FormTruth(
                kind="department", year=o.year, unit_name=o.unit, total_weight=D(100), total_score=own, rows=unit_rows,
                funds=[
                    fund("basic", o.fiscal, o.fiscal_spent, rate=percent(o.fiscal_spent, o.fiscal)),
                    fund("project", *o.other, rate=percent(o.other[1], o.other[0])),
                ],
            ),
            FormTruth(
                kind="project", year=o.year, unit_name=o.unit, project_name=other.project, total_weight=weight,
                total_score=score, rows=project_rows, funds=[fund("total", other.budget, other.spent, rate=other.rate)],
            ),
        ],
    )  # fmt: skip


def declaration(seed: int) -> Drawn:
    """A declaration of goals before the year: levels and targets, but nothing completed. No self-evaluation."""
    o = office(seed, "school")
    listed = items(o.rng, "school", "qqqzztcsskm", (50, 30, 10))
    lines = [[level1(i), i.level2, i.name, i.target().text, p(i.weight)] for i in listed]
    table: list[Row] = [
        ["项目名称", w(o.project, 4)],
        ["申报单位", w(o.unit, 2), "项目起止时间", f"{o.year}年1月至12月"],
        ["预算申请（万元）", p(o.budget), "其中：财政拨款", p(o.fiscal), ""],
        ["年度绩效目标", w("改善办学条件，促进义务教育优质均衡发展。", 4)],
        *merged([["一级指标", "二级指标", "三级指标", "指标值", "分值"], *lines], 2),
    ]  # fmt: skip
    return Drawn(document=document(f"{o.year}年度项目支出绩效目标申报表", table), forms=[])


LISTS: dict[str, Callable[[int], Drawn]] = {
    "b_blanks_below_unit": blanks_below_unit,
    "b_units_two_heads": units_two_heads,
    "b_spot_check": spot_check,
    "b_one_after_another": one_after_another,
    "b_declaration": declaration,
}
