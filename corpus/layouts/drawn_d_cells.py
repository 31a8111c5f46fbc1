"""Set D: what offices do inside cells and above tables: lists in a cell, levels as banners, facts as lines of text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from corpus.layouts.drawn_d_parts import Said, lines, money, percents, plus, say
from corpus.layouts.drawn_d_pool import indicators, office
from corpus.layouts.drawn_parts import Row, fund, h, merged, p, points, w
from corpus.layouts.drawn_pool import D
from corpus.layouts.truth import Drawn, FormTruth
from corpus.writing.drawing import Slot, document


def lists_in_cells(seed: int) -> Drawn:
    """One row a second level: names, targets, completions, points of its indicators as lines of the same cells; money too."""
    o = office(seed, "court")
    listed = indicators(o, "qqqzzttesskmm", (50, 30, 10))
    said = say(listed)
    _, rows = lines(said, lambda s: [])
    printed = []
    for (first, second), group in groupby(said, key=lambda s: (s.first, s.second)):
        members = list(group)
        cells = [(s.item.name, s.target.text, s.actual.text, s.weight, s.score) for s in members]
        printed.append(
            [
                first,
                second,
                *("\n".join(column) for column in zip(*cells, strict=True)),
                "\n".join(s.item.reason for s in members if s.item.reason),
            ]
        )
    for row in rows:
        row.unsure.append("reason")  # lines of reasons do not say whose they are
    weight, score = points(listed)
    left, gone = o.other
    table: list[Row] = [
        ["项目名称", w(o.project, 7)],
        ["主管部门", w(o.unit, 3), "实施单位", w(o.unit, 3)],
        [h("项目资金\n（万元）"), "资金构成", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [
            "年度资金总额\n其中：财政拨款\n其他资金", f"{p(o.first)}\n{p(o.fiscal)}\n{p(o.first - o.fiscal)}", f"{p(o.budget)}\n{p(o.fiscal)}\n{p(left)}",
            f"{p(o.spent)}\n{p(o.fiscal_spent)}\n{p(gone)}", "10", "\n".join(percents(o)), p(o.execution()),
        ],
        *merged([["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"], *printed], 1),
        [w("总分", 5), p(weight + 10), p(plus(score, o)), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.year}年度项目支出绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=plus(score, o),
            rows=rows, funds=money(o),
        )],
    )  # fmt: skip


def banners(seed: int) -> Drawn:
    """Both upper levels are rows of their own over the whole width, with their points; names carry the unit in brackets."""
    o = office(seed, "hospital")
    listed = [i for i in indicators(o, "qqqzztcesskmm", (50, 30, 10)) if i.number]
    said = say(listed, bare=True)
    _, rows = lines(said, lambda s: [])
    body: list[Row] = []
    for first, group in groupby(said, key=lambda s: s.first):
        members = list(group)
        body.append([w(f"{first}（{_sum(members)}分）", 7)])
        for second, inner in groupby(members, key=lambda s: s.second):
            below = list(inner)
            body.append([w(f"{second}（{_sum(below)}分）", 7)])
            body += [[str(s.number), f"{s.item.name}（{s.item.unit}）", s.nature + s.item.number, s.item.done, s.weight, s.score, s.item.reason] for s in below]  # fmt: skip
    for row, s in zip(rows, said, strict=True):
        row.level3 = f"{s.item.name}（{s.item.unit}）"
        row.target_text = [s.nature + s.item.number, s.target.text]
        row.actual_text = [s.item.done, s.actual.text]
    weight, score = points(listed)
    table: list[Row] = [
        [w("单位名称", 2), w(o.unit, 5)],
        [w("年初预算数（万元）", 2), p(o.first), "调整后预算数（万元）", p(o.budget), "支出数（万元）", p(o.spent)],
        [w("年度履职目标", 2), w("提升医疗服务能力，改善患者就医体验。", 5)],
        ["序号", "指标名称（计量单位）", "目标值", "完成值", "分值", "得分", "说明"],
        *body,
        [w("合计", 4), p(weight), p(score), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.place}卫生健康系统{o.year}年度单位整体支出绩效自评表", table),
        forms=[FormTruth(
            kind="department", year=o.year, unit_name=o.unit, total_weight=weight, total_score=score, rows=rows,
            funds=[fund("total", o.budget, o.spent, first=o.first)],
        )],
    )  # fmt: skip


def _sum(said: list[Said]) -> str:
    return p(points(s.item for s in said)[0])


def two_years(seed: int) -> Drawn:
    """Targets and completions of the year before stand beside this year's, under headings that are years."""
    o = office(seed, "road")
    listed = indicators(o, "qqqqzztcesgm", (50, 30, 10))
    printed, rows = lines(say(listed), lambda s: [
        s.first, s.second, s.item.name, *_a_year_before(s), s.target.text, s.actual.text, s.weight, s.score, s.item.reason,
    ])  # fmt: skip
    weight, score = points(listed)
    table: list[Row] = [
        [w("项目名称", 2), w(o.project, 3), w("项目单位", 2), w(o.unit, 3)],
        [Slot("资金使用（万元）", rows=2, columns=2), w("预算数", 2), w("执行数", 2), w("执行率", 2), w("得分", 2)],
        [w(p(o.budget), 2), w(p(o.spent), 2), w(f"{o.rate}%", 2), w(p(o.execution()), 2)],
        [h("一级指标"), h("二级指标"), h("三级指标"), w(f"{o.year - 1}年度", 2), w(f"{o.year}年度", 2), h("分值"), h("得分"), h("偏差原因")],
        ["指标值", "完成值", "指标值", "完成值"],
        *merged(printed, 2),
        [w("总分", 7), p(weight + 10), p(plus(score, o)), ""],
    ]  # fmt: skip
    total = fund("total", o.budget, o.spent, rate=o.rate, score=o.execution())
    return Drawn(
        document=document(f"{o.year}年度延续性项目支出绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=plus(score, o),
            rows=rows, funds=[total],
        )],
    )  # fmt: skip


def _a_year_before(s: Said) -> tuple[str, str]:
    if not s.item.number:
        return s.target.text, s.actual.text
    before = p((D(s.item.number) * D("0.9")).quantize(D("0.1")))
    return s.nature + before + s.item.unit, before + s.item.unit


def facts_above(seed: int) -> Drawn:
    """Facts are lines of text above the table, the kind of indicator is its last column but one, completions carry a share."""
    o = office(seed, "forest")
    listed = indicators(o, "qqqzztcesgm", (60, 30, 10))
    said = say(listed, style="words")
    printed, rows = lines(said, lambda s: [
        str(s.number), s.item.name, s.weight, s.target.text, _with_share(s), s.score, s.second, s.item.reason,
    ], levels=(False, True))  # fmt: skip
    for row, s in zip(rows, said, strict=True):
        row.actual_text = [_with_share(s), s.actual.text]
    weight, score = points(listed)
    table: list[Row] = [
        ["序号", "考核指标", "权重", "目标要求", "完成情况（完成率）", "得分", "指标类型", "未达标原因"],
        *merged(printed, 0),
        ["", "合计", p(weight), "", "", p(score), "", ""],
    ]
    return Drawn(
        document=document(
            f"{o.year}年度项目支出绩效自评表", f"项目名称：{o.project}", f"项目单位（盖章）：{o.unit}",
            f"全年预算数：{p(o.budget)}万元　　全年执行数：{p(o.spent)}万元　　预算执行率：{o.rate}%", table, f"自评总分：{p(score)}分　　自评等级：{'优' if score >= 90 else '良'}",
        ),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight, total_score=score, rows=rows,
        )],
    )  # fmt: skip


def _with_share(s: Said) -> str:
    if not s.item.number:
        return s.actual.text
    share = (100 * D(s.item.done) / D(s.item.number)).quantize(D("0.1"))
    return f"{s.actual.text}（{p(share)}%）"


CELLS: dict[str, Callable[[int], Drawn]] = {
    "d_lists_in_cells": lists_in_cells,
    "d_banners": banners,
    "d_two_years": two_years,
    "d_facts_above": facts_above,
}
