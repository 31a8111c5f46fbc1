"""Draw a unit's summary, scoring form, report."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from corpus.sample_year.unit import IndicatorRow, Unit, percent
from corpus.writing.drawing import Drawn, Slot

Part = str | list[list[Drawn]]
_HEADINGS = [
    "一级指标",
    "权重",
    "二级指标",
    "三级指标",
    "年度指标值",
    "全年完成值",
    "分值",
    "得分",
    "偏差及原因分析",
]
_YEAR = 2021


def summary(unit: Unit) -> list[Part]:
    """附件4: the unit in the first row, its subordinates below, pre-printed empty rows, 合计."""
    score = unit.overrides.get("self_score", str(total_score(unit)))
    rows: list[list[Drawn]] = [
        [
            "序号",
            "预算单位",
            "全年预算数",
            "全年执行数",
            "执行率",
            "预算单位\n自评分数",
            "主管部门\n复核分数",
        ],
        [
            "1",
            unit.name,
            _money(unit.amount("total", 0)),
            _money(unit.amount("total", 1)),
            unit.rate("total"),
            score,
            _reviewed(score),
        ],
    ]
    budget, executed = unit.amount("total", 0), unit.amount("total", 1)
    for number, (name, planned, spent, points) in enumerate(unit.subordinates, start=2):
        rows.append(
            [
                str(number),
                name,
                planned,
                spent,
                percent(Decimal(spent), Decimal(planned)),
                points,
                _reviewed(points),
            ]
        )
        budget, executed = budget + Decimal(planned), executed + Decimal(spent)
    rows += [[str(n), *[""] * 6] for n in range(len(rows), 6)]
    rows.append([Slot("合计", 1, 2), _money(budget), _money(executed), percent(executed, budget), "", ""])
    return [
        "附件4：",
        f"{_YEAR}年度部门整体支出自评情况汇总表",
        f"主管部门（盖章）：{unit.name}",
        "单位：万元",
        rows,
    ]


def scoring(unit: Unit) -> list[Part]:
    """附件6: 部门（单位）整体支出绩效自评表."""
    rows: list[list[Drawn]] = [
        [
            Slot("评价部门名称", 1, 2),
            Slot(unit.name, 1, 4),
            Slot("下属单位个数", 1, 2),
            str(len(unit.subordinates)),
        ],
        [
            Slot("整体支出规模\n（万元）", 5, 2),
            Slot("", 1, 2),
            "全年预算数",
            Slot("全年执行数", 1, 2),
            Slot("执行率", 1, 2),
        ],
        *_money_rows(unit),
        [Slot("年度总体目标", 2, 2), Slot("年初设定目标", 1, 4), Slot("全年完成情况", 1, 3)],
        [Slot(unit.goal, 1, 4), Slot(unit.done, 1, 3)],
        [Slot("分解目标自评", 1, 9)],
        [*_HEADINGS],
        *_indicator_rows(unit),
        [
            Slot("总分", 1, 6),
            unit.overrides.get("total_weight", "100"),
            str(total_score(unit)),
            "",
        ],
    ]
    return [
        "附件6：",
        "部门（单位）整体支出绩效自评表",
        f"（{_YEAR}年度）",
        rows,
        "说明：三级指标根据年初设定的绩效目标填列。",
    ]


def report(unit: Unit) -> list[Part]:
    """附件7: the narrative under its ten headings."""
    money = {
        item: [_money(unit.amount(item, stage)) for stage in (0, 1)] for item in ("total", "basic", "project")
    }
    finance = unit.finance or (
        f"{_YEAR}年部门全年预算数{money['total'][0]}万元，全年执行数{money['total'][1]}万元，执行率{unit.rate('total')}。"
        f"其中：基本支出执行{money['basic'][1]}万元，项目支出执行{money['project'][1]}万元。"
    )
    parts = [
        "附件7：",
        f"{_YEAR}年度{unit.short}整体支出绩效自评报告",
        f"部门（单位）：{unit.name}（盖章）",
        "一、部门（单位）概况",
        "（一）部门（单位）主要职责职能，组织架构、人员及资产等基本情况。", unit.duties,
        "（二）当年部门（单位）履职总体目标、工作任务。", unit.goal,
        "（三）当年部门（单位）年度整体支出绩效目标。", unit.targets,
        "（四）部门（单位）预算绩效管理开展情况。", *_numbered(unit.management),
        "（五）当年部门（单位）预算及执行情况。", finance,
        "二、部门（单位）整体支出绩效实现情况",
        "（一）履职完成情况",
        f"（1）数量方面：{unit.quantity}", f"（2）质量方面：{unit.quality}", f"（3）时效方面：{unit.timing}",
        "（二）履职效果情况",
        f"（1）经济效益：{unit.economic}", f"（2）社会效益：{unit.social}",
        "（三）社会满意度及可持续性影响", unit.satisfaction,
        "三、部门（单位）整体支出绩效中存在问题及改进措施",
        "（一）存在的问题", unit.problems,
        "（二）改进的方向和具体措施", *_numbered(unit.measures),
        f"填报日期：{_YEAR + 1}年3月18日",
    ]  # fmt: skip
    return [*parts]


def total_score(unit: Unit) -> Decimal:
    """总分 as the form prints it: the sum of its rows, unless a discrepancy is planted."""
    if "total_score" in unit.overrides:
        return Decimal(unit.overrides["total_score"])
    rows = [*unit.outputs, *unit.effects]
    return 30 + sum((Decimal(row[5]) for row in rows if row[5]), Decimal(0)) + Decimal(unit.satisfied[4])


_MONEY = (
    ("资金来源：（1）财政拨款", "fiscal"),
    ("         （2）其他资金", "other"),
    ("资金结构：（1）基本支出", "basic"),
    ("         （2）项目支出", "project"),
)


def _money_rows(unit: Unit) -> list[list[Drawn]]:
    rows: list[list[Drawn]] = []
    for label, item in _MONEY:
        planned, spent = _money(unit.amount(item, 0)), _money(unit.amount(item, 1))
        rows.append([Slot(label, 1, 2), planned, Slot(spent, 1, 2), Slot(unit.rate(item), 1, 2)])
    return rows


def _indicator_rows(unit: Unit) -> list[list[Drawn]]:
    name, weight, target, actual, score, reason = unit.satisfied
    groups: list[tuple[str, str, list[IndicatorRow]]] = [
        ("管理指标", "30", _management(unit)),
        ("产出指标", "25", unit.outputs),
        ("效果指标", "35", unit.effects),
        ("满意度指标", "10", [("满意度指标", name, weight, target, actual, score, reason)]),
    ]
    rows: list[list[Drawn]] = []
    for level1, points, indicators in groups:
        first: list[Drawn] = [Slot(level1, len(indicators)), Slot(points, len(indicators))]
        for level2, group in groupby(indicators, key=lambda row: row[0]):
            rows += _group(first, level2, list(group))
            first = []
    return rows


def _group(first: list[Drawn], level2: str, rows: list[IndicatorRow]) -> list[list[Drawn]]:
    points = sum((Decimal(row[2]) for row in rows), Decimal(0))
    lead: list[Drawn] = [*first, Slot(f"{level2}（{points}分）", len(rows))]
    out: list[list[Drawn]] = []
    for _, name, weight, target, actual, score, reason in rows:
        blank = not (target or actual or score)
        label = name if blank else f"{name}（{weight}分）"
        out.append([*lead, label, target, actual, "" if blank else weight, score, reason])
        lead = []
    return out


def _management(unit: Unit) -> list[IndicatorRow]:
    posts, filled = unit.staff
    rates = unit.rates
    listed = [
        ("预算编审管理", "预算编制完整性", "2", "完整、齐全", "完整、齐全"),
        ("预算编审管理", "预算编制准确性", "2", "科目准确、细化", "科目准确、细化"),
        ("预算编审管理", "绩效目标覆盖率", "1", "100%", "100%"),
        ("预算执行管理", "预算完成率", "1", "≥90%", unit.rate("total")),
        ("预算执行管理", "支付进度率", "1", "≥90%", rates["progress"]),
        ("预算执行管理", "公用经费控制率", "1", "≤100%", rates["public"]),
        ("预算执行管理", "“三公经费”控制率", "1", "≤100%", rates["three"]),
        ("部门结转结余资金管理", "结转结余率", "3", "≤5%", rates["carry"]),
        ("预决算信息公开管理", "预决算信息公开性", "5", "按规定时限公开", "按规定时限公开"),
        ("部门预算管理", "在职人员控制率", "2", "≤100%", percent(Decimal(filled), Decimal(posts))),
        ("部门预算管理", "管理制度健全性", "3", "制度健全", "制度健全"),
        ("政府采购管理", "政府采购执行率", "3", "≥95%", rates["purchase"]),
        ("资产管理", "资产管理安全性", "3", "账实相符", "账实相符"),
        ("资产管理", "固定资产利用率", "2", "≥95%", rates["assets"]),
    ]
    return [
        (level2, name, weight, target, actual, weight, "") for level2, name, weight, target, actual in listed
    ]


def _money(amount: Decimal) -> str:
    return f"{amount:.2f}" if amount else "0"


def _reviewed(score: str) -> str:
    return str(Decimal(score) - Decimal("0.5"))


def _numbered(lines: list[str]) -> list[str]:
    return [f"{number}.{line}" for number, line in enumerate(lines, start=1)]
