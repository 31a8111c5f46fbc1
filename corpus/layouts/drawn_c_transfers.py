"""Set C, sealed: transfers with their regions or users."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from corpus.layouts.drawn_c_parts import behind, ratio, told
from corpus.layouts.drawn_c_pool import bureau, listed
from corpus.layouts.drawn_parts import Row, fund, level1, merged, p, points, w
from corpus.layouts.drawn_pool import D, percent
from corpus.layouts.truth import Drawn, FormTruth, RowTruth
from corpus.writing.drawing import Slot, document


def scored_region(seed: int) -> Drawn:
    """A region's transfer with scores: weights after the completion, the spending scored in its own block."""
    o = bureau(seed, "road")
    chosen = listed(o.rng, "road", "qqqzzttcesgkmm", (50, 30, 10))
    lines, rows = told(chosen, lambda i, t, a: [
        "绩\n效\n指\n标", level1(i), i.level2, i.name, t.text, a.text, p(i.weight), p(i.score), i.reason or "无",
    ], blank="无")  # fmt: skip
    weight, score = points(chosen)
    total = score + o.execution()
    left, gone = o.other
    goal, done = (
        "加强普通国省道养护管理，保持路况水平稳定，消除安全隐患。",
        "养护任务完成，路况水平保持稳定，重点隐患路段完成治理。",
    )
    project = f"{o.year}年车辆购置税用于{o.project}补助资金"
    table: list[Row] = [
        [w("转移支付（项目）名称", 2), w(project, 7)],
        [w("中央主管部门", 2), w("交通运输部", 7)],
        [w("地方主管部门", 2), w("省交通运输厅", 3), w("资金使用单位", 2), w(f"{o.place}等12个县（市、区）", 2)],
        *behind([Slot("资金投入情况\n（万元）", rows=5, columns=2)], [
            [w("", 2), "全年预算数（A）", "全年执行数（B）", "分值", "预算执行率（B/A×100%）", "得分"],
            [w("年度资金总额：", 2), p(o.budget), p(o.spent), "10", ratio(o), p(o.execution())],
            [w("其中：中央财政资金", 2), p(o.fiscal), p(o.fiscal_spent), "—", f"{percent(o.fiscal_spent, o.fiscal)}%", "—"],
            [w("地方财政资金", 2), p(left), p(gone), "—", f"{percent(gone, left)}%", "—"],
            [w("其他资金", 2), "", "", "—", "", "—"],
        ]),
        *behind([Slot("资金管理情况", rows=4, columns=2)], [
            [w("", 2), w("情况说明", 3), w("存在问题和改进措施", 2)],
            [w("下达及时性", 2), w("收到中央资金后28日内分解下达", 3), w("无", 2)],
            [w("使用规范性", 2), w("严格按照资金管理办法使用", 3), w("无", 2)],
            [w("执行准确性", 2), w("按下达预算科目和项目执行", 3), w("部分县支付进度偏慢，已约谈督促", 2)],
        ]),
        [Slot("总体目标完成情况", rows=2, columns=2), w("总体目标", 3), w("全年实际完成情况", 4)],
        [w(goal, 3), w(done, 4)],
        *merged([["绩\n效\n指\n标", "一级指标", "二级指标", "三级指标", "指标值", "全年实际完成值", "分值", "得分", "未完成原因和改进措施"], *lines], 3),
        [w("总分", 6), p(weight + 10), p(total), ""],
        ["说明", w("无", 8)],
    ]  # fmt: skip
    return Drawn(
        document=document("附件2", "转移支付区域绩效自评表", f"（{o.year}年度）", table),
        forms=[FormTruth(
            kind="transfer", year=o.year, project_name=project, total_weight=weight + 10, total_score=total, rows=rows, goals=[(goal, done)],
            funds=[
                fund("total", o.budget, o.spent, rate=o.rate, weight=10, score=o.execution()),
                fund("central", o.fiscal, o.fiscal_spent, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("local", left, gone, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


def relief_of_a_county(seed: int) -> Drawn:
    """A county's relief funds of four levels of government: no scores, two goals, rows of which an indicator is made up."""
    o = bureau(seed, "civil")
    chosen = listed(o.rng, "civil", "qqqqzztcsskm", (50, 30, 10))
    lines, rows = told(chosen, lambda i, t, a: [level1(i), i.level2, i.name, t.text, a.text, i.reason])
    for row in rows:
        row.weight = row.score = None
    at = next(number for number, i in enumerate(chosen) if i.group == "q" and i.unit == "人")
    parts = _parts_of(D(chosen[at].number), D(chosen[at].done))
    for name, target, done in reversed(parts):
        lines.insert(at + 1, [lines[at][0], lines[at][1], name, f"≥{target}人", f"{done}人", ""])
        rows.insert(at + 1, RowTruth(
            level1=lines[at][0], level2=lines[at][1], level3=name, target_text=[f"≥{target}人"], target_sign=">=", target_value=target,
            target_unit="人", actual_text=[f"{done}人"], actual_value=done, detail=True,
        ))  # fmt: skip
    shares = [
        (D("0.55"), "central", "中央财政资金"),
        (D("0.2"), "provincial", "省级财政资金"),
        (D("0.1"), "city", "市级财政资金"),
    ]
    money = [
        (item, label, (o.budget * share).quantize(D("0.01")), (o.spent * share).quantize(D("0.01")))
        for share, item, label in shares
    ]
    rest = (o.budget - sum(m[2] for m in money), o.spent - sum(m[3] for m in money))
    money.append(("county", "县级财政资金", *rest))
    goals: list[tuple[str | None, str | None]] = [
        ("保障困难群众基本生活，做到应救尽救。", "各类救助对象全部纳入保障范围，救助金按月发放。"),
        ("提升照护服务水平。", "特困人员照护协议签订率达到要求。"),
    ]
    table: list[Row] = [
        ["项目名称", w(f"{o.year}年{o.project}资金", 5)],
        ["中央主管部门", w("民政部", 2), "地方主管部门", w("省民政厅", 2)],
        ["资金使用单位", w(o.unit, 2), "负责人及电话", w("冯某某 0871-6333****", 2)],
        *behind([Slot("资金情况\n（万元）", rows=6)], [
            ["", w("全年预算数", 2), "全年执行数", "执行率"],
            ["年度资金总额", w(p(o.budget), 2), p(o.spent), ratio(o)],
            *[[f"其中：{label}" if n == 0 else label, w(p(a), 2), p(b), f"{percent(b, a)}%"] for n, (_, label, a, b) in enumerate(money)],
        ]),
        *behind([Slot("年度总体目标\n完成情况", rows=3)], [
            [w("年初设定目标", 2), w("全年实际完成情况", 3)],
            *[[w(f"{n}.{aimed}", 2), w(f"{n}.{done}", 3)] for n, (aimed, done) in enumerate(goals, start=1)],
        ]),
        *merged([["一级指标", "二级指标", "三级指标", "指标值", "全年实际完成值", "未完成原因和改进措施"], *lines], 2),
        ["说明", w("2个乡镇档案资料不完整，已完成整改。", 5)],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.place}中央转移支付项目绩效目标自评表", f"（{o.year}年度）", table),
        forms=[FormTruth(
            kind="transfer", year=o.year, unit_name=o.unit, project_name=f"{o.year}年{o.project}资金", rows=rows,
            goals=[(f"{n}.{aimed}", f"{n}.{done}") for n, (aimed, done) in enumerate(goals, start=1)],
            funds=[fund("total", o.budget, o.spent, rate=o.rate), *[fund(item, a, b, rate=percent(b, a)) for item, _, a, b in money]],
        )],
    )  # fmt: skip


def _parts_of(target: Decimal, done: Decimal) -> list[tuple[str, Decimal, Decimal]]:
    """Two parts that an indicator is made up of."""
    first = (target * D("0.4")).quantize(D(1)), (done * D("0.4")).quantize(D(1))
    return [("其中：重度残疾对象", *first), ("其中：其他对象", target - first[0], done - first[1])]


TRANSFERS: dict[str, Callable[[int], Drawn]] = {
    "c_scored_region": scored_region,
    "c_relief_of_a_county": relief_of_a_county,
}
