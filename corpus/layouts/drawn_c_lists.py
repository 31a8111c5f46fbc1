"""Set C, sealed: a list of units, a second scoring."""

from __future__ import annotations

from collections.abc import Callable

from corpus.layouts.drawn_c_parts import signs
from corpus.layouts.drawn_c_pool import OFFICES, aim, bureau, got, listed
from corpus.layouts.drawn_parts import WAN, Row, level1, merged, p, points, truth, w
from corpus.layouts.drawn_pool import D, percent
from corpus.layouts.truth import Drawn, FormTruth, RowTruth, SummaryTruth
from corpus.writing.drawing import document


def units_with_codes(seed: int) -> Drawn:
    """A county's units with codes: two budgets, rates without %, the heading again on the second page, rows in reserve."""
    place = bureau(seed, "civil").place
    year = bureau(seed, "civil").year
    head: Row = [
        "序号",
        "单位编码",
        "单位名称",
        "自评项目个数",
        "年初预算数",
        "全年预算数",
        "全年支出数",
        "预算执行率（%）",
        "自评得分",
        "自评等级",
        "备注",
    ]
    lines: list[Row] = []
    rows = []
    themes = [theme for theme in OFFICES if theme not in ("research", "town")]
    offices = [bureau(seed * 10 + number, theme) for number, theme in enumerate(themes)]
    for number, o in enumerate(offices, start=1):
        unit, own = place + OFFICES[o.theme], D(o.rng.randint(8600, 9990)) / 100
        lines.append([
            str(number), f"{310 + number}001", unit, str(o.rng.randint(1, 9)), p(o.first), p(o.budget), p(o.spent), p(o.rate), p(own),
            "优" if own >= 90 else "良", "含上级资金" if number == 3 else "",
        ])  # fmt: skip
        rows.append(
            SummaryTruth(
                unit_name=unit,
                is_total=False,
                budget=o.budget * WAN,
                executed=o.spent * WAN,
                rate=o.rate,
                self_score=own,
            )
        )
    first, budget, spent = (
        sum((getattr(o, name) for o in offices), D(0)) for name in ("first", "budget", "spent")
    )
    rows.append(
        SummaryTruth(
            unit_name=None,
            is_total=True,
            budget=budget * WAN,
            executed=spent * WAN,
            rate=percent(spent, budget),
        )
    )
    blank: Row = ["", "", "", "", "", "", "", "", "", "", ""]
    table: list[Row] = [
        head,
        *lines[:5],
        list(head),
        *lines[5:],
        [str(len(lines) + 1), *blank[1:]],
        list(blank),
        [w("合计", 3), "", p(first), p(budget), p(spent), p(percent(spent, budget)), "", "", ""],
    ]
    return Drawn(
        document=document(
            "附件3", f"{place}{year}年度预算单位绩效自评结果汇总表", f"填报部门：{place}财政局　　　　　　　　　　单位：万元", table,
            "注：自评等级90分（含）以上为优，80—90分为良，60—80分为中，60分以下为差。",
        ),
        forms=[FormTruth(kind="summary", year=year, summary=rows)],
    )  # fmt: skip


def second_opinion(seed: int) -> Drawn:
    """A review: sign, number, unit apart; own score beside the reviewers', their opinion; the spending first."""
    o = bureau(seed, "market")
    chosen = listed(o.rng, "market", "qqqzzttcesskmm", (50, 30, 10))
    spending = o.execution()
    lines = [
        [
            "预算执行",
            "预算执行率",
            "预算执行率",
            "＝",
            "100",
            "%",
            "10",
            p(o.rate),
            p(spending),
            p(o.rate),
            p(spending),
            "",
        ]
    ]
    rows = [RowTruth(
        level1="预算执行", level2="预算执行率", level3="预算执行率", target_text=["100", "＝100", "100%", "＝100%"], target_sign="=",
        target_value=D(100), target_unit="%", actual_text=[p(o.rate), f"{p(o.rate)}%"], actual_value=o.rate, weight=D(10), score=spending,
        review_score=spending, unsure=["reason"],
    )]  # fmt: skip
    for number, i in enumerate(chosen):
        cut = number % 4 == 2
        again = i.score - D("0.5") if cut else i.score
        target, actual = aim(i), got(i)
        lines.append([
            level1(i), i.level2, i.name, signs(i), i.number or i.words, i.unit or "—", p(i.weight), i.done, p(i.score), i.done, p(again),
            "佐证材料不充分，扣0.5分" if cut else "",
        ])  # fmt: skip
        row = truth(i, target, actual, level1(i), i.level2, reason=False, unsure=["reason"])
        word = i.number or i.words
        row.target_text = [word, signs(i) + word, word + i.unit, signs(i) + word + i.unit, target.text]
        row.actual_text = [i.done, i.done + i.unit]
        row.review_score = again
        rows.append(row)
    weight, score = points(chosen)
    again = sum((row.review_score or D(0) for row in rows), D(0))
    table: list[Row] = [
        [w("项目名称", 2), w(o.project, 4), w("项目单位", 2), w(o.unit, 4)],
        [w("复核单位", 2), w(f"{o.place}财政局绩效评价中心", 4), w("复核日期", 2), w("次年6月12日", 4)],
        *merged([["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "计量单位", "分值", "自评完成值", "自评得分", "复核完成值", "复核得分", "复核意见"], *lines], 2),
        [w("合计", 6), p(weight + 10), "", p(score + spending), "", p(again), ""],
        [w("复核结论", 2), w("自评材料基本齐全，自评结果较为客观，个别指标佐证不充分。", 10)],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.place}{o.year}年度项目支出绩效自评复核表", table, "复核人（签字）：　　　　　　项目单位（盖章）："),
        forms=[FormTruth(
            kind="review", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=score + spending, rows=rows,
        )],
    )  # fmt: skip


LISTS: dict[str, Callable[[int], Drawn]] = {
    "c_units_with_codes": units_with_codes,
    "c_second_opinion": second_opinion,
}
