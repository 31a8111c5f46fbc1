"""Set D: a list by sections, a second scoring, a form with its prompts left in."""

from __future__ import annotations

from collections.abc import Callable

from corpus.layouts.drawn_d_parts import lines, plus, say
from corpus.layouts.drawn_d_pool import indicators, office
from corpus.layouts.drawn_parts import WAN, Row, fund, merged, p, points, w
from corpus.layouts.drawn_pool import D, percent
from corpus.layouts.truth import Drawn, FormTruth, SummaryTruth
from corpus.writing.drawing import Slot, document


def by_institution(seed: int) -> Drawn:
    """A department's list of subordinate units with 其中 money, numbered in Chinese, empty rows, a total and a mean score."""
    themes = ("village", "forest", "court", "elder", "road", "hospital")
    offices = [office(seed * 6 + number, theme) for number, theme in enumerate(themes)]
    year, place = offices[0].year, offices[0].place
    body: list[Row] = []
    rows: list[SummaryTruth] = []
    scores = []
    for number, o in enumerate(offices):
        own = D(o.rng.randint(8_600, 10_000)) / 100
        scores.append(own)
        left, gone = o.other
        body.append([
            "一二三四五六"[number], o.unit, p(o.budget), p(o.fiscal), p(left), p(o.spent), p(o.fiscal_spent), p(gone), p(o.rate), p(own), "",
        ])  # fmt: skip
        rows.append(SummaryTruth(
            unit_name=o.unit, is_total=False, budget=o.budget * WAN, executed=o.spent * WAN, rate=o.rate, self_score=own,
        ))  # fmt: skip

    def total(name: str) -> str:
        return p(sum((getattr(o, name) for o in offices), D(0)))

    budget, spent = sum((o.budget for o in offices), D(0)), sum((o.spent for o in offices), D(0))
    left, gone = sum((o.other[0] for o in offices), D(0)), sum((o.other[1] for o in offices), D(0))
    rows.append(SummaryTruth(
        unit_name=None, is_total=True, budget=budget * WAN, executed=spent * WAN, rate=percent(spent, budget), unsure=["self score"],
    ))  # fmt: skip
    mean = (sum(scores, D(0)) / len(scores)).quantize(D("0.01"))
    table: list[Row] = [
        [Slot("序号", rows=2), Slot("单位名称", rows=2), w("全年预算数", 3), w("全年执行数", 3), Slot("执行率（%）", rows=2), Slot("自评得分", rows=2), Slot("备注", rows=2)],
        ["小计", "财政拨款", "其他资金", "小计", "财政拨款", "其他资金"],
        *body,
        ["……", *[""] * 10],
        [w("合计", 2), p(budget), total("fiscal"), p(left), p(spent), total("fiscal_spent"), p(gone), p(percent(spent, budget)), p(mean), "平均分"],
    ]  # fmt: skip
    return Drawn(
        document=document("附件1", f"{place}{year}年度部门整体支出绩效自评情况汇总表", "填报单位（盖章）：　　　　　　　　金额单位：万元", table),
        forms=[FormTruth(kind="summary", year=year, summary=rows)],
    )  # fmt: skip


def pairs_interleaved(seed: int) -> Drawn:
    """A 复核表 whose columns alternate 自评 and 复核 under single headings, points taken off beside."""
    o = office(seed, "hospital")
    listed = indicators(o, "qqqqzztcsskm", (50, 30, 10))
    said = say(listed)
    again = [s.item.score - (D("1.5") if s.number % 3 == 0 else 0) for s in said]
    printed, rows = lines(said, lambda s: [
        s.first, s.second, s.item.name, s.target.text, s.weight, s.actual.text, s.actual.text, s.score, p(again[s.number - 1]),
        p(s.item.score - again[s.number - 1]), "未提供佐证材料" if s.number % 3 == 0 else "",
    ], reason=False)  # fmt: skip
    for row, second in zip(rows, again, strict=True):
        row.review_score = second
        row.unsure.append("reason")
    weight, score = points(listed)
    table: list[Row] = [
        [w("项目名称", 2), w(o.project, 3), w("被复核单位", 2), w(o.unit, 4)],
        [w("复核机构", 2), w("某某会计师事务所", 3), w("复核时间", 2), w(f"{o.year + 1}年6月", 4)],
        *merged([["一级指标", "二级指标", "三级指标", "年度指标值", "分值", "自评完成值", "复核完成值", "自评得分", "复核得分", "核减分数", "复核说明"], *printed], 2),
        [w("合计", 4), p(weight), "", "", p(score), p(sum(again, D(0))), p(score - sum(again, D(0))), ""],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.place}{o.year}年度项目支出绩效自评抽查复核表", table, "复核结论：基本认可单位自评结果。"),
        forms=[FormTruth(
            kind="review", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight, total_score=score, rows=rows,
        )],
    )  # fmt: skip


def prompts_left(seed: int) -> Drawn:
    """A county's form with its prompts left in: total and grade on top, 得分系数, empty slots, notes between head and body."""
    o = office(seed, "village")
    listed = indicators(o, "qqqqzztcssgm", (50, 30, 10))
    said = say(listed, style="above")
    printed, rows = lines(said, lambda s: [
        s.first, s.second, s.item.name, s.target.text, s.weight, s.actual.text, p((s.item.score / s.item.weight).quantize(D("0.01"))), s.score, s.item.reason,
    ])  # fmt: skip
    score = points(listed)[1]
    grade = "优" if plus(score, o) >= 90 else "良"
    slots = [
        [line[0], line[1], "……（可根据需要增加）", *[""] * 6]
        for line in printed
        if line[1] in ("数量指标", "服务对象满意度指标")
    ][:1]
    first = next(n for n, line in enumerate(printed) if line[1] != "数量指标")
    body = [*printed[:first], *slots, *printed[first:]]
    wanted, done = (
        "（请简要填写年初设定目标）完善村内基础设施，改善人居环境。",
        "村内道路、路灯等设施完善，人居环境得到改善。",
    )
    table: list[Row] = [
        [w("项目名称", 2), w(o.project, 3), "自评总分", p(plus(score, o)), "自评等级", grade],
        [w("实施单位（加盖公章）", 2), w(o.unit, 3), "项目类别", w("☑经常性 □一次性", 3)],
        [w("全年预算数（万元）", 2), p(o.budget), "全年执行数（万元）", p(o.spent), "预算执行率", f"{o.rate}%", "执行率得分（满分10分）", p(o.execution())],
        [w("年度绩效目标", 2), w(wanted, 7)],
        [w("目标完成情况", 2), w(done, 7)],
        [w("填写说明：定量指标填写数值和单位，定性指标填写“达成预期指标”“部分达成预期指标”等；得分=分值×得分系数。", 9)],
        *merged([["一级指标", "二级指标", "三级指标", "年初目标值", "分值", "实际完成值", "得分系数", "得分", "未完成原因及改进措施（未达100%必填）"], *body], 2),
    ]  # fmt: skip
    total = fund("total", o.budget, o.spent, rate=o.rate, score=o.execution())
    total.unsure = ["weight"]
    return Drawn(
        document=document(f"附件2：\n{o.place}项目支出绩效自评表\n（{o.year}年度）", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_score=plus(score, o), rows=rows, funds=[total],
            goals=[(wanted, done)],
        )],
    )  # fmt: skip


LISTS: dict[str, Callable[[int], Drawn]] = {
    "d_by_institution": by_institution,
    "d_pairs_interleaved": pairs_interleaved,
    "d_prompts_left": prompts_left,
}
