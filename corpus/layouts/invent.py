"""Invent a self-evaluation: names, money, indicators with their true values."""

from __future__ import annotations

import tomllib
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from random import Random

import msgspec

LEVEL2 = {
    "quantity": "数量指标", "quality": "质量指标", "timeliness": "时效指标", "cost": "成本指标",
    "economic": "经济效益指标", "social": "社会效益指标", "ecology": "生态效益指标", "lasting": "可持续影响指标",
    "satisfaction": "服务对象满意度指标",
}  # fmt: skip
_OUTPUT, _EFFECT = ("quantity", "quality", "timeliness", "cost"), ("economic", "social", "ecology", "lasting")
_PLACES = ["临江市云溪区", "青禾县", "望川县", "南浦市柳岸区", "北屏县", "石泉市", "宁河区", "安澜县"]
_UNITS = [
    "水利局",
    "文化和旅游局",
    "教育体育局",
    "林业局",
    "民政局",
    "司法局",
    "农业农村局",
    "交通运输局",
    "卫生健康局",
    "生态环境局",
    "图书馆",
    "城市管理局",
]
_PROJECTS = [
    "农村公路养护",
    "公共文化服务体系建设",
    "基层法律服务",
    "山洪灾害防治",
    "基本公共卫生服务",
    "城区绿化提升",
    "困难群众救助",
    "农技推广",
    "环境监测能力建设",
]
_REASONS = [
    "受汛期影响工期顺延，部分任务跨年实施",
    "报名人数少于预期，第四季度课程取消两期",
    "招标流标一次，供货晚于计划",
    "个别乡镇用地手续尚在办理，任务未能全部实施",
]


class Item(msgspec.Struct, kw_only=True):
    """One indicator with its truth. Values as printed: 2.5 with unit 万人次."""

    group: str
    level1: str
    level2: str
    name: str
    sign: str
    target: Decimal
    actual: Decimal
    unit: str
    weight: Decimal
    score: Decimal
    reason: str = ""


class Money(msgspec.Struct, kw_only=True):
    """One money row, in 万元."""

    item: str
    initial: Decimal
    budget: Decimal
    executed: Decimal

    @property
    def rate(self) -> Decimal | None:
        """Percent, two decimals; None without a budget."""
        return cents(100 * self.executed / self.budget) if self.budget else None


class Evaluation(msgspec.Struct, kw_only=True):
    """An invented project or unit."""

    year: int
    unit: str
    supervisor: str
    project: str
    code: str
    total: Money
    parts: list[Money]
    items: list[Item]
    goal: str
    done: str
    execution_score: Decimal  # of 10 points

    @property
    def score(self) -> Decimal:
        """Total of the indicator scores, without the execution's."""
        return sum((item.score for item in self.items), Decimal(0))


def cents(value: Decimal) -> Decimal:
    """Two decimals, rounded half up."""
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def plain(value: Decimal) -> str:
    """A number without trailing zeros or exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def invent(seed: int, *, output: int = 50, effect: int = 30, satisfaction: int = 10) -> Evaluation:
    """An evaluation whose arithmetic holds. The groups' weights are whole points."""
    rng = Random(seed)
    place, office = rng.choice(_PLACES), rng.choice(_UNITS)
    total, parts = _money(rng)
    items = [
        *_group(rng, "产出指标", _OUTPUT, rng.randint(4, 8), output),
        *_group(rng, "效益指标", _EFFECT, rng.randint(2, 4), effect),
        *_group(rng, "满意度指标", ("satisfaction",), rng.randint(1, 2), satisfaction),
    ]
    project = rng.choice(_PROJECTS)
    rate = min(total.rate or Decimal(0), Decimal(100))
    first = items[0]
    return Evaluation(
        year=rng.randint(2019, 2025),
        unit=f"{place}{office}",
        supervisor=f"{place}{office}",
        project=f"{project}项目",
        code=f"{rng.randint(110000, 659000)}{rng.randint(21, 25)}T{rng.randint(10**11, 10**12 - 1)}",
        total=total,
        parts=parts,
        items=items,
        goal=f"通过实施{project}，完成{first.name}{plain(first.target)}{first.unit}，提升服务能力。",
        done=f"年内完成{first.name}{plain(first.actual)}{first.unit}，各项工作按计划推进。",
        execution_score=cents(rate / 10),
    )


@cache
def _pool() -> dict[str, list[list[object]]]:
    data = tomllib.loads((Path(__file__).parent / "indicators.toml").read_text(encoding="utf-8"))
    return {group: entries[0]["of"] for group, entries in data.items()}


def _group(rng: Random, level1: str, groups: tuple[str, ...], count: int, weight: int) -> list[Item]:
    chosen: list[tuple[str, list[object]]] = []
    for group in sorted(rng.choices(groups, k=count), key=groups.index):
        left = [entry for entry in _pool()[group] if (group, entry) not in chosen]
        if left:
            chosen.append((group, rng.choice(left)))
    points = _shares(rng, weight, len(chosen))
    return [
        _item(rng, level1, group, entry, share) for (group, entry), share in zip(chosen, points, strict=True)
    ]


def _shares(rng: Random, total: int, count: int) -> list[Decimal]:
    """Whole points that add up to the total, each at least 1."""
    cuts = sorted(rng.sample(range(1, total), count - 1))
    return [Decimal(b - a) for a, b in zip([0, *cuts], [*cuts, total], strict=True)]


def _item(rng: Random, level1: str, group: str, entry: list[object], weight: Decimal) -> Item:
    name, sign, unit, low, high, decimals = entry
    target = _number(rng, float(low), float(high), int(decimals))  # type: ignore[arg-type,call-overload]
    missed = rng.random() < 0.2 and sign != "="
    factor = {
        ">=": (0.6, 0.95) if missed else (1.0, 1.15),
        "<=": (1.05, 1.4) if missed else (0.7, 1.0),
        "=": (1.0, 1.0),
    }[str(sign)]
    actual = _number(rng, float(target) * factor[0], float(target) * factor[1], int(decimals))  # type: ignore[call-overload]
    if unit == "%":
        actual = min(actual, Decimal(100))
    met = {">=": actual >= target, "<=": actual <= target, "=": actual == target}[str(sign)]
    score = weight if met else _reduced(str(sign), actual, target, weight)
    return Item(
        group=group, level1=level1, level2=LEVEL2[group], name=str(name), sign=str(sign), target=target, actual=actual,
        unit=str(unit), weight=weight, score=score, reason="" if met else rng.choice(_REASONS),
    )  # fmt: skip


def _reduced(sign: str, actual: Decimal, target: Decimal, weight: Decimal) -> Decimal:
    share = actual / target if sign == ">=" else 2 - actual / target
    return cents(weight * max(share, Decimal(0)))


def _number(rng: Random, low: float, high: float, decimals: int) -> Decimal:
    return Decimal(str(round(rng.uniform(low, high), decimals))).quantize(Decimal(1).scaleb(-decimals))


def _money(rng: Random) -> tuple[Money, list[Money]]:
    sizes = {
        "fiscal": _number(rng, 20, 3000, 2),
        "carryover": _number(rng, 0, 80, 2),
        "other": _number(rng, 0, 60, 2),
    }
    parts = []
    for item, size in sizes.items():
        budget = size if item == "fiscal" or rng.random() < 0.6 else Decimal("0.00")
        executed = cents(budget * Decimal(str(round(rng.uniform(0.75, 1.0), 3))))
        initial = budget if rng.random() < 0.6 else cents(budget * Decimal("0.9"))
        parts.append(Money(item=item, initial=initial, budget=budget, executed=executed))
    total = Money(
        item="total",
        initial=sum((part.initial for part in parts), Decimal(0)),
        budget=sum((part.budget for part in parts), Decimal(0)),
        executed=sum((part.executed for part in parts), Decimal(0)),
    )
    return total, parts
