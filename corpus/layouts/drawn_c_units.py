"""Set C, sealed: whole units as departments evaluate them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from corpus.layouts.drawn_c_parts import NAMES, behind, ratio, told
from corpus.layouts.drawn_c_pool import aim, bureau, got, listed
from corpus.layouts.drawn_c_transfers import TRANSFERS
from corpus.layouts.drawn_parts import WAN, Row, fund, level1, merged, p, points, truth, w
from corpus.layouts.drawn_pool import D, Value, percent
from corpus.layouts.truth import Drawn, FormTruth, RowTruth
from corpus.writing.drawing import Slot, document


def income_beside_outlay(seed: int) -> Drawn:
    """A county's bureau: income with its accounts in the left half, outlay in the right; the effects in a 续表."""
    o = bureau(seed, "civil")
    chosen = listed(o.rng, "civil", "qqqqzzttcesskmm", (55, 35, 10))
    lines, rows = told(chosen, lambda i, t, a: [
        level1(i), i.level2, i.name, t.text, a.text, p(i.weight), p(i.score), i.reason,
    ])  # fmt: skip
    weight, score = points(chosen)
    left, gone = o.other
    other = (o.budget * D("0.04")).quantize(D("0.01"))
    goal = "1.落实社会救助政策，应保尽保；\n2.推进养老服务体系建设；\n3.规范社会组织管理。"
    done = "社会救助政策全面落实，养老服务设施覆盖面扩大，社会组织管理进一步规范。"
    head = [
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
        "偏差原因分析及改进措施",
    ]
    table: list[Row] = [
        ["部门名称", w(o.unit, 3), "所属预算单位数", "4", "在职人员", "86"],
        ["部门职能\n概述", w("负责全县社会救助、养老服务、儿童福利、社会事务、区划地名、社会组织登记管理等工作。", 7)],
        *behind([Slot("部门收支\n（万元）", rows=5)], [
            [w("收入", 3), w("支出", 4)],
            ["来源", "预算数", "决算数", "类别", "预算数", "决算数", "执行率"],
            ["财政拨款收入", p(o.budget - other), p(o.budget - other), "基本支出", p(o.fiscal), p(o.fiscal_spent), f"{percent(o.fiscal_spent, o.fiscal)}%"],
            ["其他收入", p(other), p(other), "项目支出", p(left), p(gone), f"{percent(gone, left)}%"],
            ["收入合计", p(o.budget), p(o.budget), "支出合计", p(o.budget), p(o.spent), ratio(o)],
        ]),
        [Slot("年度整体\n绩效目标", rows=2), w("年初设定目标", 3), w("实际完成情况", 4)],
        [w(goal, 3), w(done, 4)],
        *merged([head, *lines[:9]], 2),
    ]  # fmt: skip
    rest: list[Row] = [*merged([head, *lines[9:]], 2), [w("总分", 5), p(weight), p(score), ""]]
    return Drawn(
        document=document("部门整体支出绩效自评表", f"（{o.year}年度）", table, "续表", rest, "注：各部门可根据实际增设三级指标，但一级指标权重不得调整。"),
        forms=[FormTruth(
            kind="department", year=o.year, unit_name=o.unit, total_weight=weight, total_score=score, rows=rows, goals=[(goal, done)],
            funds=[
                fund("total", o.budget, o.spent, rate=o.rate),
                fund("basic", o.fiscal, o.fiscal_spent, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("project", left, gone, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


def _managed(rng: Random) -> list[tuple[str, str, str, Value, Value, int, str, str]]:
    """Indicators of management: level 1 and 2, name, target, completion, weight, what it means, how it is scored."""
    staff, funds, bought = (D(rng.randint(low, 1000)) / 10 for low in (900, 880, 800))
    less, idle = D(rng.randint(5, 120)) / 10, D(rng.randint(10, 95)) / 10
    used = D(rng.randint(950, 1000)) / 10

    def share(value: object, sign: str | None = None, glyph: str = "") -> Value:
        return Value(f"{glyph}{value}%", sign, D(str(value)), "%")

    return [
        ("投入", "预算配置", "在职人员控制率", share(100, "<=", "≤"), share(staff), 5, "在职人员数与编制数的比率", "比率≤100%得满分，每超1个百分点扣1分"),
        ("投入", "预算配置", "“三公经费”变动率", share(0, "<=", "≤"), share(-less), 5, "本年与上年“三公经费”预算变动幅度", "变动率≤0得5分"),
        ("过程", "预算执行", "预算完成率", share(95, ">=", "≥"), share(funds), 6, "预算完成数与预算数的比率", "≥95%得6分；90%—95%得4分；90%以下不得分"),
        ("过程", "预算执行", "结转结余率", share(10, "<=", "≤"), share(idle), 4, "结转结余总额与支出预算数的比率", "≤10%得满分，每增加5个百分点扣1分"),
        ("过程", "预算执行", "政府采购执行率", share(100, None), share(bought), 4, "实际采购金额与采购预算数的比率", "执行率×分值"),
        ("过程", "预算管理", "管理制度健全性", Value("健全"), Value("健全"), 6, "是否制定预算资金、内部财务管理制度", "制度健全3分，执行有效3分"),
        ("过程", "资产管理", "固定资产利用率", share(90, ">=", "≥"), share(used), 5, "在用固定资产与全部固定资产的比率", "每降低1个百分点扣0.5分"),
    ]  # fmt: skip


def college_framework(seed: int) -> Drawn:
    """A college: management rates before outputs, what each means with how it is scored; weights in the levels too."""
    o = bureau(seed, "college")
    chosen = listed(o.rng, "college", "qqqzztsskm", (35, 20, 10))
    names = ("产出", "效果", "满意度")
    lines, rows = [], []
    for one, two, name, target, actual, weight, meaning, how in _managed(o.rng):
        lines.append([one, two, name, str(weight), meaning, how, target.text, actual.text, str(weight)])
        rows.append(RowTruth(
            level1=one, level2=two, level3=name, target_text=[target.text], target_sign=target.sign, target_value=target.value,
            target_unit=target.unit, actual_text=[actual.text], actual_value=actual.value, weight=D(weight), score=D(weight),
        ))  # fmt: skip
    for i in chosen:
        goal, done = aim(i), got(i)
        two = {"q": "职责履行", "z": "职责履行", "t": "职责履行", "m": "服务对象满意度"}.get(
            i.group, "履职效益"
        )
        lines.append(
            [
                level1(i, names),
                two,
                i.name,
                p(i.weight),
                "反映年度重点工作完成程度",
                "完成值/目标值×分值",
                goal.text,
                done.text,
                p(i.score),
            ]
        )
        rows.append(truth(i, goal, done, level1(i, names), two, reason=False))
    sums: dict[tuple[str, ...], object] = {}
    for line in lines:
        for key in ((line[0],), (line[0], line[1])):
            sums[key] = D(str(sums.get(key, 0))) + D(line[3])
    shown = [
        [
            f"{line[0]}\n（{p(D(str(sums[line[0],])))}分）",
            f"{line[1]}（{p(D(str(sums[line[0], line[1]])))}分）",
            *line[2:],
        ]
        for line in lines
    ]
    score = sum((row.score or D(0) for row in rows), D(0))
    left, gone = o.other
    table: list[Row] = [
        [w("单位名称", 2), w(o.unit, 3), w("主管部门", 2), w(f"{o.place}教育局", 2)],
        *behind([Slot("支出预算情况\n（万元）", rows=4, columns=2)], [
            [w("类别", 2), "年初预算", "调整预算", "决算数", w("完成率（%）", 2)],
            [w("支出总额", 2), p(o.first), p(o.budget), p(o.spent), w(p(o.rate), 2)],
            [w("基本支出", 2), p(o.fiscal), p(o.fiscal), p(o.fiscal_spent), w(p(percent(o.fiscal_spent, o.fiscal)), 2)],
            [w("项目支出", 2), p(o.first - o.fiscal), p(left), p(gone), w(p(percent(gone, left)), 2)],
        ]),
        *merged([["一级指标", "二级指标", "三级指标", "分值", "指标解释", "评分标准", "目标值", "实际值", "自评得分"], *shown], 2),
        [w("合　　计", 3), "100", w("", 4), p(score)],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.unit}{o.year}年部门整体支出绩效自评表", table),
        forms=[FormTruth(
            kind="department", year=o.year, unit_name=o.unit, total_weight=D(100), total_score=score, rows=rows,
            funds=[
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate),
                fund("basic", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("project", left, gone, first=o.first - o.fiscal, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


def two_levels_three_goals(seed: int) -> Drawn:
    """A park service as a whole: two levels only, three goals each with its completion, money as one line of pairs."""
    o = bureau(seed, "park")
    chosen = listed(o.rng, "park", "qqqzzttcesgkmm", (55, 30, 15))
    lines, rows = told(chosen, lambda i, t, a: [
        level1(i), i.name, f"{i.weight:.1f}", t.text, a.text, f"{i.score:.2f}", i.reason,
    ], style="wide")  # fmt: skip
    for row in rows:
        row.level2 = None
    weight, score = points(chosen)
    goals: list[tuple[str | None, str | None]] = [
        ("目标1：完成城区绿地日常养护。", "城区绿地养护全年无重大投诉。"),
        ("目标2：建设一批口袋公园。", "口袋公园建设任务按计划推进。"),
        ("目标3：提升节日花卉布置水平。", "春节、国庆花卉布置如期完成。"),
    ]
    table: list[Row] = [
        ["单位名称", w(o.unit, 2), "主管部门", w(f"{o.place}城市管理综合执法局", 3)],
        ["年初预算数", f"{p(o.first)}万元", "调整后预算数", f"{p(o.budget)}万元", "支出数", w(f"{p(o.spent)}万元", 2)],
        *behind([Slot("年度总体目标", rows=4)], [
            [w("年初设定目标", 3), w("全年完成情况", 3)],
            *[[w(aimed or "", 3), w(reached or "", 3)] for aimed, reached in goals],
        ]),
        *merged([["一级指标", "指标名称", "分值", "年初目标值", "全年完成值", "自评得分", "未完成原因及改进措施"], *lines], 1),
        [w("自评总分", 2), p(weight), w("", 2), p(score), ""],
        [w("单位负责人（签字）：　　　　　　填报人：　　　　　　联系电话：", 7)],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.place}预算单位整体支出绩效自评表", f"（{o.year}年度）", table),
        forms=[FormTruth(
            kind="department", year=o.year, unit_name=o.unit, total_weight=weight, total_score=score, rows=rows, goals=goals,
            funds=[fund("total", o.budget, o.spent, first=o.first)],
        )],
    )  # fmt: skip


def empty_second_score(seed: int) -> Drawn:
    """A whole unit in 元: last year's accounts before the budget, the department's score still empty, the sum last."""
    o = bureau(seed, "fire")
    chosen = listed(o.rng, "fire", "qqqqzzttcesskmm", (50, 30, 10))
    shown = tuple(f"{name}（{n}分）" for name, n in zip(NAMES, (50, 30, 10), strict=True))
    lines, rows = told(chosen, lambda i, t, a: [
        level1(i, shown), i.level2, i.name, t.text, a.text, p(i.weight), p(i.score), "", i.reason, "统计台账",
    ])  # fmt: skip
    weight, score = points(chosen)
    total = score + o.execution()
    left, gone = o.other

    def yuan(value: object) -> str:
        return f"{D(str(value)) * WAN:,.2f}"

    money: list[Row] = [
        [w("支出类别", 2), w("上年决算数", 2), "年初预算数", "调整预算数", "本年决算数", "执行率", "分值", "得分"],
        [w("一、基本支出", 2), w(yuan(o.fiscal - 12), 2), yuan(o.fiscal), yuan(o.fiscal), yuan(o.fiscal_spent), f"{percent(o.fiscal_spent, o.fiscal)}%", "—", "—"],
        [w("二、项目支出", 2), w(yuan(left + 3), 2), yuan(o.first - o.fiscal), yuan(left), yuan(gone), f"{percent(gone, left)}%", "—", "—"],
        [w("支出合计", 2), w(yuan(o.budget - 9), 2), yuan(o.first), yuan(o.budget), yuan(o.spent), ratio(o), "10", p(o.execution())],
    ]  # fmt: skip
    goal, done = (
        "有效防控火灾风险，提升灭火救援能力，保障人民群众生命财产安全。",
        "火灾形势总体平稳，灭火救援任务圆满完成。",
    )
    table: list[Row] = [
        [w("部门（单位）名称", 2), w(o.unit, 4), "自评得分", p(total), "自评等级", "优" if total >= 90 else "良"],
        *money,
        [w("年度总体目标", 2), w(goal, 8)],
        [w("目标完成情况", 2), w(done, 8)],
        *merged([["一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值", "分值", "自评得分", "主管部门审核得分", "偏差原因及改进措施", "佐证资料"], *lines], 2),
        [w("总计", 5), p(weight + 10), p(total), "", w("", 2)],
    ]  # fmt: skip
    return Drawn(
        document=document("附件1", f"{o.year}年度部门（单位）整体绩效自评表", "金额单位：元", table),
        forms=[FormTruth(
            kind="department", year=o.year, unit_name=o.unit, total_weight=weight + 10, total_score=total, rows=rows, goals=[(goal, done)],
            funds=[
                fund("total", o.budget, o.spent, first=o.first, rate=o.rate, weight=10, score=o.execution()),
                fund("basic", o.fiscal, o.fiscal_spent, first=o.fiscal, rate=percent(o.fiscal_spent, o.fiscal)),
                fund("project", left, gone, first=o.first - o.fiscal, rate=percent(gone, left)),
            ],
        )],
    )  # fmt: skip


UNITS: dict[str, Callable[[int], Drawn]] = {
    "c_income_beside_outlay": income_beside_outlay,
    "c_college_framework": college_framework,
    "c_two_levels_three_goals": two_levels_three_goals,
    "c_empty_second_score": empty_second_score,
    **TRANSFERS,
}
