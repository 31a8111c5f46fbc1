"""Set A: lists of projects and units, a second scoring, several forms on one sheet."""

from __future__ import annotations

from collections.abc import Callable

from corpus.layouts.drawn_parts import WAN, Row, fund, h, level1, merged, p, points, truth, w
from corpus.layouts.drawn_pool import D, items, office, percent
from corpus.layouts.truth import Drawn, FormTruth, SummaryTruth
from corpus.writing.drawing import Slot, document


def projects_by_unit(seed: int) -> Drawn:
    """A bureau's list of projects, units merged over theirs, the total on top."""
    themes = ("water", "farm", "data", "school")
    offices = [office(seed * 7 + number, theme) for number, theme in enumerate(themes)]
    place, year = offices[0].place, offices[0].year
    names = [f"{place}水利工程管理站", f"{place}农业技术推广中心"]
    lines: list[Row] = []
    rows: list[SummaryTruth] = []
    for number, o in enumerate(offices):
        score = D(o.rng.randint(880, 1000)) / 10
        grade = "优" if score >= 90 else "良"
        cells: Row = [str(number + 1)] + ([Slot(names[number // 2], rows=2)] if number % 2 == 0 else [])
        lines.append([*cells, o.project, p(o.first), p(o.budget), p(o.spent), p(o.rate), p(score), grade, ""])
        rows.append(SummaryTruth(
            unit_name=names[number // 2], is_total=False, budget=o.budget * WAN, executed=o.spent * WAN, rate=o.rate, self_score=score,
        ))  # fmt: skip
    budget, spent = sum((o.budget for o in offices), D(0)), sum((o.spent for o in offices), D(0))
    first = sum((o.first for o in offices), D(0))
    total = SummaryTruth(
        unit_name=None, is_total=True, budget=budget * WAN, executed=spent * WAN, rate=percent(spent, budget)
    )
    table: list[Row] = [
        [h("序号"), h("项目单位"), h("项目名称"), w("预算金额", 2), h("实际支出"), h("预算执行率（%）"), w("自评结果", 2), h("备注")],
        ["年初数", "调整后", "得分", "等级"],
        ["", "合计", "", p(first), p(budget), p(spent), p(percent(spent, budget)), "", "", ""],
        *lines,
    ]  # fmt: skip
    return Drawn(
        document=document("附件5", f"{place}水务局{year}年度项目支出绩效自评结果汇总表", "单位：万元", table),
        forms=[FormTruth(kind="summary", year=year, summary=[total, *rows])],
    )


def units_two_scores(seed: int) -> Drawn:
    """A city's list of units in other words: 预算单位, 决算支出, 复评 beside 自评, empty rows and a total below."""
    themes = ("culture", "health", "school", "water", "data")
    offices = [office(seed * 5 + number, theme) for number, theme in enumerate(themes)]
    year = offices[0].year
    lines: list[Row] = []
    rows: list[SummaryTruth] = []
    for number, o in enumerate(offices):
        own = D(o.rng.randint(850, 1000)) / 10
        other = own - D(o.rng.randint(0, 60)) / 10 if number % 2 == 0 else None
        lines.append([
            str(number + 1), o.unit, f"{o.budget * WAN:,.2f}", f"{o.spent * WAN:,.2f}", f"{o.rate}%", p(own),
            p(other), p(own - other) if other is not None else "", "优秀" if own >= 90 else "良好",
        ])  # fmt: skip
        rows.append(SummaryTruth(
            unit_name=o.unit, is_total=False, budget=o.budget * WAN, executed=o.spent * WAN, rate=o.rate, self_score=own, review_score=other,
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
        ["编号", "单位全称", "调整后预算数（元）", "本年支出决算数（元）", "预算完成率", "单位自评分", "财政复评分", "分差", "评定等级"],
        *lines,
        *[[str(number), *[""] * 8] for number in range(6, 9)],
        [w("总　计", 2), f"{budget * WAN:,.2f}", f"{spent * WAN:,.2f}", f"{percent(spent, budget)}%", "", "", "", ""],
    ]  # fmt: skip
    return Drawn(
        document=document(
            f"{year}年市直部门整体绩效自评及复评情况一览表", table, "填报说明：等级按自评得分确定。"
        ),
        forms=[FormTruth(kind="summary", year=year, summary=rows)],
    )


def second_scoring(seed: int) -> Drawn:
    """A re-scoring table: 自评 and 复评 as two pairs under a double heading, 分差, an opinion."""
    o = office(seed, "data")
    listed = items(o.rng, "data", "qqqzztccskm", (60, 20, 10))
    lines, rows = [], []
    for number, i in enumerate(listed):
        target, actual = i.target(), i.actual()
        again = i.score - 1 if number % 3 == 0 else i.score
        note = "佐证材料不充分，扣1分" if number % 3 == 0 else "认可"
        lines.append(
            [
                level1(i),
                i.level2,
                i.name,
                target.text,
                p(i.weight),
                actual.text,
                p(i.score),
                actual.text,
                p(again),
                p(i.score - again),
                note,
            ]
        )
        row = truth(i, target, actual, level1(i), i.level2, reason=False, unsure=["reason"])
        row.review_score = again
        rows.append(row)
    weight, score = points(listed)
    again = sum((row.review_score or D(0) for row in rows), D(0))
    table: list[Row] = [
        [w("项目名称", 2), w(o.project, 4), w("项目单位", 2), w(o.unit, 3)],
        [h("一级指标"), h("二级指标"), h("三级指标"), h("指标值"), h("分值"), w("单位自评", 2), w("财政复核", 2), h("分差"), h("复核意见")],
        ["完成值", "得分", "完成值", "得分"],
        *merged(lines, 2),
        [w("合计", 4), p(weight), "", p(score), "", p(again), p(score - again), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度项目支出绩效自评复核表", table, "复核人员：孙某某　　复核日期：5月20日"),
        forms=[FormTruth(
            kind="review", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight, total_score=score, rows=rows,
        )],
    )  # fmt: skip


def touching(seed: int) -> Drawn:
    """Two project forms below each other without a line between, each with a title row of its own; masked money."""
    forms, tables = [], []
    for number, theme in enumerate(("health", "culture")):
        o = office(seed * 3 + number, theme)
        listed = items(o.rng, theme, "qqzztcssm", (50, 30, 10))
        lines, rows = [], []
        for i in listed:
            target, actual = i.target(), i.actual()
            lines.append([i.level2, i.name, target.text, actual.text, p(i.weight), p(i.score), i.reason])
            rows.append(truth(i, target, actual, None, i.level2))
        score = points(listed)[1]
        masked = number == 1
        tables.append([
            [w(f"{o.year}年度项目绩效目标自评表", 7)],
            ["项目名称", w(o.project, 2), "实施单位", w(o.unit, 3)],
            [h("预算执行情况（万元）"), "全年预算", "全年支出", "执行率", "分值", "得分", "未执行完毕原因"],
            [p(o.budget), "***.**" if masked else p(o.spent), "" if masked else f"{o.rate}%", "10", p(o.execution()), "尚有质保金未支付" if o.rate < 100 else ""],
            *merged([["指标类型", "指标名称", "指标值", "完成值", "分值", "得分", "原因分析"], *lines], 1),
            ["总分", "", "", "", "100", p(score + o.execution()), ""],
        ])  # fmt: skip
        money = fund(
            "total",
            o.budget,
            None if masked else o.spent,
            rate=None if masked else o.rate,
            weight=10,
            score=o.execution(),
        )
        forms.append(FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=D(100),
            total_score=score + o.execution(), rows=rows, funds=[money],
        ))  # fmt: skip
    return Drawn(document=document(*tables), forms=forms)


SUMS: dict[str, Callable[[int], Drawn]] = {
    "a_projects_by_unit": projects_by_unit,
    "a_units_two_scores": units_two_scores,
    "a_second_scoring": second_scoring,
    "a_touching": touching,
}
