"""Set D: forms over several tables, several forms a file, forms within reports, wide forms."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from corpus.layouts.drawn_d_parts import lines, money, percents, plus, say
from corpus.layouts.drawn_d_pool import indicators, office
from corpus.layouts.drawn_parts import Row, first_only, fund, h, merged, p, points, w
from corpus.layouts.drawn_pool import D, percent
from corpus.layouts.truth import Drawn, FormTruth
from corpus.writing.drawing import Slot, document

HEADS = [
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
]


def continued(seed: int) -> Drawn:
    """The table is cut by hand: 续表 between, headings again, levels again with （续）, the total in the second part."""
    o = office(seed, "court")
    listed = indicators(o, "qqqqzzztcesskmm", (50, 30, 10))
    said = say(listed, style="wide")
    printed, rows = lines(
        said,
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
    cut = next(n for n, s in enumerate(said) if s.first == "效益指标") + 1
    tail = [[f"{line[0]}（续）" if line[0] == "效益指标" else line[0], *line[1:]] for line in printed[cut:]]
    for row in rows[cut:]:
        row.unsure += ["level1"] if row.level1 == "效益指标" else []  # with or without （续）
    weight, score = points(listed)
    left, gone = o.other
    rates = percents(o)
    head: list[Row] = [
        ["项目名称", w(o.project, 7)],
        ["主管部门", w(o.unit, 3), "实施单位", w(o.unit, 3)],
        [h("项目资金（万元）", 4), "", "年初预算数", "全年预算数（A）", "全年执行数（B）", "分值", "执行率（B/A）", "得分"],
        ["年度资金总额：", p(o.first), p(o.budget), p(o.spent), "10", rates[0], p(o.execution())],
        ["其中：本年财政拨款", p(o.fiscal), p(o.fiscal), p(o.fiscal_spent), "-", rates[1], "-"],
        ["其他资金", p(o.first - o.fiscal), p(left), p(gone), "-", rates[2], "-"],
        *merged([HEADS, *printed[:cut]], 2),
    ]  # fmt: skip
    rest: list[Row] = [
        *merged([HEADS, *tail], 2),
        [w("总分", 5), p(weight + 10), p(plus(score, o)), ""],
    ]
    return Drawn(
        document=document("项目支出绩效自评表", f"（{o.year}年度）", head, "第 1 页 共 2 页", "续表", rest, "第 2 页 共 2 页"),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=plus(score, o), rows=rows, funds=money(o),
        )],
    )  # fmt: skip


def three_with_one_title(seed: int) -> Drawn:
    """Three projects of a unit one below the other; only the first has a title and a year."""
    parts: list[str | list[Row]] = []
    forms = []
    first = office(seed, "forest")
    for number, theme in enumerate(("forest", "road", "village")):
        o = office(seed + number, theme)
        o.unit, o.year = first.unit, first.year
        listed = indicators(o, "qqqztcsgm", (50, 30, 10))
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
        if not number:
            parts += [f"{o.unit}{o.year}年度项目支出绩效自评表", "单位：万元"]
        parts += [[
            ["项目名称", w(o.project, 3), "实施单位", w(o.unit, 3)],
            ["年初预算数", p(o.first), "全年预算数", p(o.budget), "全年执行数", p(o.spent), "执行率", f"{o.rate}%"],
            ["年度目标", w("按计划完成年度任务。", 7)],
            *first_only([HEADS, *printed], 2),
            ["总分", "", "", "", "", p(weight), p(score), ""],
        ], ""]  # fmt: skip
        forms.append(FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight, total_score=score, rows=rows,
            funds=[fund("total", o.budget, o.spent, first=o.first, rate=o.rate)],
        ))  # fmt: skip
    return Drawn(document=document(*parts), forms=forms)


def within_text(seed: int) -> Drawn:
    """A unit's report with a small table of money and, after the text, the whole unit's form as an annex."""
    o = office(seed, "hospital")
    listed = indicators(o, "qqqzzztccesskmm", (50, 30, 10))
    printed, rows = lines(
        say(listed, style="ascii"),
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
    basic, basic_spent = (o.budget * D("0.7")).quantize(D("0.01")), (o.spent * D("0.7")).quantize(D("0.01"))
    rest, rest_spent = o.budget - basic, o.spent - basic_spent
    small: list[Row] = [
        ["类别", "预算数", "支出数", "结余"],
        ["基本支出", p(basic), p(basic_spent), p(basic - basic_spent)],
        ["项目支出", p(rest), p(rest_spent), p(rest - rest_spent)],
    ]
    table: list[Row] = [
        [w("单位名称", 2), w(o.unit, 3), "填报人", w("沈某", 2)],
        [Slot("年度预算（万元）", rows=4, columns=2), "", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分"],
        ["总额", p(o.first), p(o.budget), p(o.spent), f"{o.rate}%", p(o.execution())],
        ["基本支出", p(basic), p(basic), p(basic_spent), f"{percent(basic_spent, basic)}%", ""],
        ["项目支出", p(o.first - basic), p(rest), p(rest_spent), f"{percent(rest_spent, rest)}%", ""],
        *merged([HEADS, *printed], 2),
        [w("总分", 5), p(weight + 10), p(plus(score, o)), ""],
    ]  # fmt: skip
    total = fund("total", o.budget, o.spent, first=o.first, rate=o.rate, score=o.execution())
    return Drawn(
        document=document(
            f"{o.unit}", f"{o.year}年度单位整体支出绩效自评报告", "一、单位基本情况", "（一）主要职责", "承担辖区医疗、教学、科研和突发公共卫生事件救治任务。",
            "（二）预算及执行情况", f"{o.year}年预算{p(o.budget)}万元，支出{p(o.spent)}万元，见表1。", "表1 预算执行情况　　单位：万元", small,
            "二、绩效自评工作开展情况", "成立由院长任组长的自评工作小组。", "三、主要绩效", "医疗服务量稳步增长，患者就医体验改善。",
            "四、存在问题及改进措施", "绩效指标的量化程度不够，今后进一步细化。",
            "附件：", f"单位整体支出绩效自评表（{o.year}年度）", table,
        ),
        forms=[
            FormTruth(kind="report", year=o.year),
            FormTruth(
                kind="department", year=o.year, unit_name=o.unit, total_weight=weight + 10, total_score=plus(score, o), rows=rows,
                funds=[
                    total, fund("basic", basic, basic_spent, first=basic, rate=percent(basic_spent, basic)),
                    fund("project", rest, rest_spent, first=o.first - basic, rate=percent(rest_spent, rest)),
                ],
            ),
        ],
    )  # fmt: skip


def sixteen_columns(seed: int) -> Drawn:
    """Landscape, two header rows, sixteen columns: number, last year, deadline, source of the data, rate of completion."""
    o = office(seed, "road")
    listed = indicators(o, "qqqqzztcesgkm", (50, 30, 10))
    said = say(listed)
    printed, rows = lines(said, lambda s: [
        str(s.number), s.first, s.second, s.item.name, s.nature, s.item.number or s.item.words, s.item.unit, p(_less(s.item.number)), s.item.done,
        f"{p(percent(s.item.score, s.item.weight))}%", f"{o.year}.12", s.weight, s.score, s.item.reason, "统计台账" if s.number % 2 else "财务账", "养护科",
    ])  # fmt: skip
    for row, s in zip(rows, said, strict=True):
        raw = s.item.number or s.item.words
        row.target_text = [s.target.text, raw, s.nature + raw, s.nature + raw + s.item.unit]
        row.actual_text = [s.item.done, s.actual.text]
    weight, score = points(listed)
    left, gone = o.other
    rates = percents(o)
    table: list[Row] = [
        [w("项目名称", 3), w(o.project, 5), w("项目代码", 3), w("53000024Y000000112233", 5)],
        [w("主管部门", 3), w(f"{o.place}交通运输局", 5), w("实施单位（公章）", 3), w(o.unit, 5)],
        [Slot("预算执行情况（万元）", rows=4, columns=3), w("", 3), w("年初预算", 2), w("调整预算", 2), w("支出决算", 2), w("执行率", 2), "权重", "得分"],
        [w("年度资金总额", 3), w(p(o.first), 2), w(p(o.budget), 2), w(p(o.spent), 2), w(rates[0], 2), "10", p(o.execution())],
        [w("一般公共预算拨款", 3), w(p(o.fiscal), 2), w(p(o.fiscal), 2), w(p(o.fiscal_spent), 2), w(rates[1], 2), "", ""],
        [w("单位自有资金", 3), w(p(o.first - o.fiscal), 2), w(p(left), 2), w(p(gone), 2), w(rates[2], 2), "", ""],
        [h("序号"), w("绩效指标", 3), w("年度指标值", 3), h("上年完成值"), h("本年完成值"), h("完成率"), h("完成时限"), h("权重"), h("得分"), h("偏差原因及改进措施"), h("数据来源"), h("责任科室")],
        ["一级指标", "二级指标", "三级指标", "性质", "值", "计量单位"],
        *_numbered(printed),
        [w("合计", 11), p(weight + 10), p(plus(score, o)), w("", 3)],
    ]  # fmt: skip
    return Drawn(
        document=document(f"{o.place}{o.year}年度预算项目绩效自评表", table),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=plus(score, o), rows=rows,
            funds=money(o)[:2],  # 单位自有资金 is of no certain class
        )],
    )  # fmt: skip


def _less(number: str) -> Decimal | None:
    return (D(number) * D("0.9")).quantize(D("0.1")) if number else None


def _numbered(printed: list[list[str]]) -> list[Row]:
    """Merge the second and third column as `merged` does the first two, behind the serial number."""
    return [
        [line[0], *row] for line, row in zip(printed, merged([line[1:] for line in printed], 2), strict=True)
    ]


def three_tables(seed: int) -> Drawn:
    """One form in three tables under headings: facts with money, goals, indicators."""
    o = office(seed, "college")
    listed = indicators(o, "qqqqzztcesskm", (50, 30, 10))
    printed, rows = lines(
        say(listed, style="words"),
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
    goals: list[tuple[str | None, str | None]] = [
        ("目标1：建设校内实训室，改善实践教学条件。", "实训室建成并投入教学使用。"),
        ("目标2：提升双师型教师比例。", "教师企业实践按计划开展，双师型教师比例提高。"),
    ]
    facts: list[Row] = [
        ["项目名称", w(o.project, 5)],
        ["项目单位", w(o.unit, 2), "主管部门", w(f"{o.place}教育局", 2)],
        ["资金来源", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分（10分）"],
        ["财政拨款", p(o.fiscal), p(o.fiscal), p(o.fiscal_spent), rates[1], ""],
        ["其他资金", p(o.first - o.fiscal), p(left), p(gone), rates[2], ""],
        ["合计", p(o.first), p(o.budget), p(o.spent), rates[0], p(o.execution())],
    ]
    side: list[Row] = [[wanted or "", done or ""] for wanted, done in goals]
    total, fiscal, other = money(o, weight=10)
    for each in (total, fiscal, other):
        each.weight, each.unsure = None, ["weight"]
    return Drawn(
        document=document(
            f"{o.year}年度项目支出绩效自评表", "一、基本情况（金额单位：万元）", facts, "二、年度目标完成情况", [["年初设定目标", "全年完成情况"], *side],
            "三、绩效指标完成情况", [*merged([HEADS, *printed], 2), [w("总分", 5), p(weight + 10), p(plus(score, o)), ""]], "四、自评结论：良好",
        ),
        forms=[FormTruth(
            kind="project", year=o.year, unit_name=o.unit, project_name=o.project, total_weight=weight + 10, total_score=plus(score, o), rows=rows,
            goals=goals, funds=[total, fiscal, other],
        )],
    )  # fmt: skip


LONG: dict[str, Callable[[int], Drawn]] = {
    "d_continued": continued,
    "d_three_with_one_title": three_with_one_title,
    "d_within_text": within_text,
    "d_sixteen_columns": sixteen_columns,
    "d_three_tables": three_tables,
}
