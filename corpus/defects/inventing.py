"""Draw an honest submission: offices, figures, outlines, hands vary by seed."""

from __future__ import annotations

import tomllib
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from corpus.defects.sheet import CENT, Line, Money, Sheet, percent

_YEAR = 2021
OUTLINES = ("annex", "plain", "prose", "brief")


@cache
def offices() -> list[dict[str, Any]]:
    """The offices of matters.toml."""
    text = Path(__file__).with_name("matters.toml").read_text(encoding="utf-8")
    listed: list[dict[str, Any]] = tomllib.loads(text)["office"]
    return listed


def department(seed: int, office: dict[str, Any] | None = None) -> Sheet:
    """A department: summary, scoring form of 30 + 25 + 35 + 10, report; of any office unless one is named."""
    draw = Random(seed)
    office = office or draw.choice(offices())
    quantities = _quantities(draw, office, (4, 4, 4, 3))
    staff = draw.randrange(14, 60)
    filled = staff - draw.randrange(0, 4)
    funds = _funds(draw)
    lines = [
        *_management(draw, funds, (staff, filled)),
        *quantities,
        _rate_line(draw, office["quality"], "产出指标", "质量指标", 6),
        _worded("资金拨付及时性", "产出指标", "时效指标", 4, "及时", "及时"),
        _effect(draw, office, 25),
        _worded("公共服务保障能力", "效果指标", "可持续影响指标", 10, "持续增强", "持续增强"),
        _rate_line(draw, office["pleased"], "满意度指标", "服务对象满意度指标", 10, low=90),
    ]
    return _sheet(draw, "department", office, funds, lines, (staff, filled))


def project(seed: int) -> Sheet:
    """A project: execution 10, outputs 50, benefits 30, satisfaction 10, with a report."""
    draw = Random(seed)
    office = draw.choice(offices())
    lines = [
        *_quantities(draw, office, (10, 10, 10)),
        _rate_line(draw, office["quality"], "产出指标", "质量指标", 10),
        _worded("资金拨付及时性", "产出指标", "时效指标", 10, "及时", "及时"),
        _effect(draw, office, 30, "效益指标"),
        _rate_line(draw, office["pleased"], "满意度指标", "服务对象满意度指标", 10, low=90),
    ]
    budget = Decimal(draw.randrange(20_000, 200_000)) / 100
    spent = (budget * Decimal(draw.randrange(900, 1001)) / 1000).quantize(CENT)
    funds = [
        Money(label="年度资金总额", item="total", budget=budget, executed=spent),
        Money(label="其中：当年财政拨款", item="fiscal", budget=budget, executed=spent),
    ]
    return _sheet(draw, "project", office, funds, lines, (20, 19))


def _sheet(
    draw: Random,
    kind: str,
    office: dict[str, Any],
    funds: list[Money],
    lines: list[Line],
    staff: tuple[int, int],
) -> Sheet:
    subordinates = []
    if kind == "department" and draw.random() < 0.5:
        for name in draw.sample(["服务中心", "执法大队", "培训中心"], 2):
            budget = Decimal(draw.randrange(10_000, 60_000)) / 100
            spent = (budget * Decimal(draw.randrange(880, 1000)) / 1000).quantize(CENT)
            subordinates.append(Money(label=name, item=name, budget=budget, executed=spent))
    grid = CENT if kind == "project" else draw.choice((Decimal(1), Decimal("0.5"), Decimal("0.1")))
    return Sheet(
        kind=kind, office=office["name"], year=_YEAR, grid=grid, format="txt", outline=draw.choice(OUTLINES), staff=staff,
        subordinates=subordinates, funds=funds, lines=lines, texts={}, reason=office["reason"],
        branches=draw.sample(office["sections"], draw.randrange(3, 6)), boxed=draw.random() < 0.25,
    )  # fmt: skip


def _funds(draw: Random) -> list[Money]:
    basic, works = (Decimal(draw.randrange(10_000, 300_000)) / 100 for _ in range(2))
    spent = [(part * Decimal(draw.randrange(920, 1001)) / 1000).quantize(CENT) for part in (basic, works)]
    whole, done = basic + works, sum(spent, Decimal(0))
    return [
        Money(label="资金来源：（1）财政拨款", item="fiscal", budget=whole, executed=done),
        Money(label="（2）其他资金", item="other", budget=Decimal(0), executed=Decimal(0)),
        Money(label="资金结构：（1）基本支出", item="basic", budget=basic, executed=spent[0]),
        Money(label="（2）项目支出", item="project", budget=works, executed=spent[1]),
    ]


def _quantities(draw: Random, office: dict[str, Any], weights: tuple[int, ...]) -> list[Line]:
    out = []
    for weight, matter in zip(weights, draw.sample(office["matters"], len(weights)), strict=True):
        line = _counted(draw, matter, Decimal(weight), "产出指标", "数量指标")
        out.append(line)
    return out


def _effect(draw: Random, office: dict[str, Any], weight: int, level1: str = "效果指标") -> Line:
    line = _counted(draw, office["effect"], Decimal(weight), level1, "社会效益指标")
    if line.goal is not None:
        line.result = max(line.goal, line.result or line.goal)
    return line


def _counted(draw: Random, matter: list[Any], weight: Decimal, level1: str, level2: str) -> Line:
    name, verb, unit, low, high, places = matter
    step = Decimal(1).scaleb(-places)
    goal = (Decimal(draw.randrange(low * 10, high * 10)) / 10).quantize(step)
    share = Decimal(draw.choice((84, 90, 100, 100, 104, 106, 109, 113, 118, 122))) / 100
    result = max((goal * share).quantize(step), step)
    hand = draw.randrange(1000)
    return Line(
        name=name, verb=verb, unit=unit, goal=goal, result=result, weight=weight, level1=level1, level2=level2, hand=hand
    )  # fmt: skip


def _rate_line(draw: Random, name: str, level1: str, level2: str, weight: int, low: int = 95) -> Line:
    value = Decimal(draw.randrange(low * 10 + 8, 998)) / 10
    return Line(
        name=name, verb=name, unit="%", goal=Decimal(low), result=value, weight=Decimal(weight), level1=level1, level2=level2
    )  # fmt: skip


def _worded(name: str, level1: str, level2: str, weight: int, target: str, actual: str) -> Line:
    return Line(name=name, level1=level1, level2=level2, weight=Decimal(weight), words=(target, actual))


def _management(draw: Random, funds: list[Money], staff: tuple[int, int]) -> list[Line]:
    top = "管理指标"
    done = Decimal(percent(funds[0].executed, funds[0].budget).rstrip("%"))
    rates: list[tuple[str, str, int, str, int, Decimal]] = [
        ("预算完成率", "预算执行管理", 3, "≥", 90, done),
        ("支付进度率", "预算执行管理", 2, "≥", 90, Decimal(draw.randrange(920, 999)) / 10),
        ("公用经费控制率", "预算执行管理", 2, "≤", 100, Decimal(draw.randrange(7000, 9900)) / 100),
        ("在职人员控制率", "部门预算管理", 3, "≤", 100, Decimal(percent(Decimal(staff[1]), Decimal(staff[0])).rstrip("%"))),
        ("固定资产利用率", "资产管理", 4, "≥", 95, Decimal(draw.randrange(955, 999)) / 10),
    ]  # fmt: skip
    lines = [
        _worded("预算编制完整性", top, "预算编审管理", 4, "完整、齐全", "完整、齐全"),
        _worded("预算编制准确性", top, "预算编审管理", 3, "科目准确、细化", "科目准确、细化"),
        *(
            Line(name=name, level1=top, level2=level2, weight=Decimal(weight), unit="%", goal=Decimal(goal), result=value, sign=sign)
            for name, level2, weight, sign, goal, value in rates
        ),
        _worded("管理制度健全性", top, "部门预算管理", 4, "制度健全", "制度健全"),
        _worded("预决算信息公开性", top, "预决算信息公开管理", 5, "按规定时限公开", "按规定时限公开"),
    ]  # fmt: skip
    order = {name: i for i, name in enumerate(dict.fromkeys(x.level2 for x in lines))}
    return sorted(lines, key=lambda x: order[x.level2])


def half_up(value: Decimal, step: Decimal) -> Decimal:
    """Rounded half up to a multiple of a power of ten."""
    return value.quantize(step, ROUND_HALF_UP)
