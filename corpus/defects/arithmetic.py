"""Planted defects of family A: arithmetic inside a form."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from corpus.defects.kind import Kind, kind, part
from corpus.defects.sheet import CENT, Money, Sheet, percent


def _rate_off(sheet: Sheet, draw: Random) -> None:
    money = part(sheet)
    money.printed["rate"] = f"{Decimal(money.rate.rstrip('%')) + draw.choice((1, -2, Decimal('0.3')))}%"


def _rate_short(sheet: Sheet, draw: Random) -> None:
    money = part(sheet)
    money.printed["rate"] = percent(money.executed, money.budget, draw.choice((0, 1)))


def _parts_off(sheet: Sheet, draw: Random) -> None:
    money = sheet.fund("project")
    money.budget += draw.choice((5, Decimal("0.31"), 20))
    money.printed["rate"] = money.rate


def _parts_rounded(sheet: Sheet, draw: Random) -> None:
    money = sheet.fund("project")
    money.budget += draw.choice((CENT, -CENT))


def _sum_off(sheet: Sheet, draw: Random) -> None:
    budget, executed = _sums(sheet)
    wrong = executed - draw.choice((10, 3, Decimal("1.2")))
    sheet.printed |= {"sum_executed": str(wrong), "sum_rate": percent(wrong, budget)}


def _sum_rounded(sheet: Sheet, draw: Random) -> None:
    sheet.subordinates = _two(draw)
    sheet.printed["sum_budget"] = str(_sums(sheet)[0] + draw.choice((CENT, -CENT)))


def _mean_of_rates(sheet: Sheet, draw: Random) -> None:
    sheet.subordinates = _two(draw)
    own = [sheet.funds[0], *sheet.subordinates]
    mean = sum((Decimal(x.rate.rstrip("%")) for x in own), Decimal(0)) / len(own)
    sheet.printed["sum_rate"] = f"{mean.quantize(CENT)}%"


def _sum_rate_short(sheet: Sheet, draw: Random) -> None:
    sheet.subordinates = _two(draw)
    budget, executed = _sums(sheet)
    sheet.printed["sum_rate"] = percent(executed, budget, draw.choice((0, 1)))


def _group_off(sheet: Sheet, draw: Random) -> None:
    level2 = draw.choice(("数量指标", "质量指标", "预算执行管理", "社会效益指标"))
    points = sum(x.weight for x in sheet.lines if x.level2 == level2)
    sheet.labels[level2] = f"（{points + draw.choice((1, 2, -1))}分）"


def _group_worded(sheet: Sheet, draw: Random) -> None:
    level2 = draw.choice(("数量指标", "质量指标", "社会效益指标"))
    points = sum(x.weight for x in sheet.lines if x.level2 == level2)
    sheet.labels[level2] = draw.choice((f"\n（{points}分）", f"({points}.0分)", f"（{points} 分）"))


def _top_off(sheet: Sheet, draw: Random) -> None:
    level1 = draw.choice(("产出指标", "效果指标", "管理指标"))
    points = sum(x.weight for x in sheet.lines if x.level1 == level1)
    sheet.labels[level1] = str(points + draw.choice((5, -5, 10)))


def _top_worded(sheet: Sheet, draw: Random) -> None:
    level1 = draw.choice(("产出指标", "效果指标"))
    points = sum(x.weight for x in sheet.lines if x.level1 == level1)
    sheet.labels[level1] = draw.choice((f"{points}分", f"{points}.0"))


def _weight_total_off(sheet: Sheet, draw: Random) -> None:
    sheet.printed["total_weight"] = draw.choice(("90", "95", "110"))


def _weight_total_worded(sheet: Sheet, draw: Random) -> None:
    sheet.printed["total_weight"] = draw.choice(("100分", "100.0", "100.00"))


def _score_total_off(sheet: Sheet, draw: Random) -> None:
    wrong = sheet.total + draw.choice((Decimal("0.5"), -3, 1, Decimal("-1.5")))
    sheet.printed["total_score"] = str(wrong if wrong <= 100 else sheet.total - 2)


def _score_total_worded(sheet: Sheet, draw: Random) -> None:
    sheet.printed["total_score"] = draw.choice((f"{sheet.total:.2f}", f"{sheet.total.normalize():f}"))


def _label_off(sheet: Sheet, draw: Random) -> None:
    line = draw.choice(sheet.lines)
    line.printed["name"] = f"{line.name}（{line.weight + draw.choice((1, 2))}分）"


def _label_is_no_label(sheet: Sheet, draw: Random) -> None:
    line = draw.choice(sheet.quantities)
    line.printed["name"] = draw.choice((f"{line.name}（3个乡镇）", f"{line.name}（按季）", f"{line.name}"))


def _score_above(sheet: Sheet, draw: Random) -> None:
    line = draw.choice([x for x in sheet.lines if not x.missed])
    line.score = line.weight + draw.choice((1, Decimal("0.5")))


def _score_even(sheet: Sheet, draw: Random) -> None:
    line = draw.choice([x for x in sheet.lines if not x.missed])
    line.printed["score"] = draw.choice((f"{line.weight}.0", f"{line.weight}.00"))


def _completion_off(sheet: Sheet, draw: Random) -> None:
    line = sheet.named("预算完成率")
    if line.result is not None:
        line.result -= draw.choice((2, Decimal("1.5")))


def _completion_short(sheet: Sheet, draw: Random) -> None:
    line = sheet.named("预算完成率")
    if line.result is not None:
        line.printed["actual"] = percent(sheet.funds[0].executed, sheet.funds[0].budget, draw.choice((0, 1)))


def _over_hundred(sheet: Sheet, draw: Random) -> None:
    line = draw.choice([sheet.lines[-1], sheet.named("固定资产利用率")])
    line.result = Decimal(draw.randrange(1010, 1090)) / 10


def _rightly_over(sheet: Sheet, draw: Random) -> None:
    line = next(x for x in sheet.lines if x.level2 == "质量指标")
    line.name, line.verb, line.result = "任务完成率", "任务完成率", Decimal(draw.randrange(101, 118))


def _in_yuan(sheet: Sheet, draw: Random) -> None:
    whole = sheet.funds[0]
    sheet.printed["summary_budget"] = f"{whole.budget * 10000:.0f}"
    sheet.printed["summary_executed"] = f"{whole.executed * 10000:.0f}"


def _declared_in_yuan(sheet: Sheet, draw: Random) -> None:
    _in_yuan(sheet, draw)
    sheet.subordinates = []
    budget, executed = _sums(sheet)
    sheet.printed |= {
        "amount_unit": "元",
        "sum_budget": f"{budget * 10000:.0f}",
        "sum_executed": f"{executed * 10000:.0f}",
    }


def _progress_apart(sheet: Sheet, draw: Random) -> None:
    line = sheet.named("支付进度率")
    line.goal, line.result = Decimal(60), Decimal(draw.randrange(60, 70))


def _progress_near(sheet: Sheet, draw: Random) -> None:
    line = sheet.named("支付进度率")
    line.goal, line.result = Decimal(80), Decimal(draw.randrange(83, 90))


def _execution_off(sheet: Sheet, draw: Random) -> None:
    spent = (sheet.funds[0].budget * Decimal(draw.randrange(620, 850)) / 1000).quantize(CENT)
    for money in sheet.funds:
        money.executed = spent
    wrong = sheet.execution + draw.choice((1, Decimal("0.8")))
    sheet.printed |= {"execution": str(wrong), "total_score": str(sheet.total - sheet.execution + wrong)}


def _execution_short(sheet: Sheet, draw: Random) -> None:
    rounded = sheet.execution.quantize(Decimal("0.1"))
    sheet.printed |= {"execution": str(rounded), "total_score": str(sheet.total - sheet.execution + rounded)}


def _staff_hidden(sheet: Sheet, draw: Random) -> None:
    money = sheet.fund("basic")
    _exceed(sheet, money, Decimal(draw.choice(("1.03", "1.07"))))
    sheet.named("公用经费控制率").result = Decimal(draw.randrange(2000, 5500)) / 100


def _staff_plain(sheet: Sheet, draw: Random) -> None:
    sheet.named("公用经费控制率").result = Decimal(draw.randrange(2000, 5500)) / 100


def _exceed(sheet: Sheet, money: Money, share: Decimal) -> None:
    """This part overspends, the whole follows."""
    before = money.executed
    money.executed = (money.budget * share).quantize(CENT)
    sheet.funds[0].executed += money.executed - before
    sheet.named("预算完成率").result = Decimal(sheet.funds[0].rate.rstrip("%"))


def _sums(sheet: Sheet) -> tuple[Decimal, Decimal]:
    listed = [sheet.funds[0], *sheet.subordinates]
    return sum((x.budget for x in listed), Decimal(0)), sum((x.executed for x in listed), Decimal(0))


def _two(draw: Random) -> list[Money]:
    budget = Decimal(draw.randrange(10_000, 30_000)) / 100
    shares = draw.sample((55, 62, 71), 2)
    names = ("服务中心", "执法大队")
    return [
        Money(label=n, item=n, budget=budget, executed=(budget * s / 100).quantize(CENT))
        for n, s in zip(names, shares, strict=True)
    ]


KINDS: tuple[Kind, ...] = (
    kind("A01", _rate_off, _rate_short), kind("A02", _parts_off, _parts_rounded, also="C01"),
    kind("A03", _sum_off, _sum_rounded), kind("A04", _mean_of_rates, _sum_rate_short),
    kind("A05", _group_off, _group_worded, also="A06"), kind("A06 A07", _top_off, _top_worded),
    kind("A08", _weight_total_off, _weight_total_worded, also="A07"), kind("A09", _score_total_off, _score_total_worded, also="D15"),
    kind("A09", _score_total_off, _score_total_worded, also="D15", form="project"), kind("A10", _label_off, _label_is_no_label),
    kind("A11", _score_above, _score_even), kind("A12", _completion_off, _completion_short),
    kind("A13", _over_hundred, _rightly_over, sure=False), kind("A14", _in_yuan, _declared_in_yuan, also="B01 A03", sure=False),
    kind("A16", _progress_apart, _progress_near, sure=False), kind("A17", _staff_hidden, _staff_plain, also="D09", sure=False), kind("A19", _execution_off, _execution_short, form="project"),
)  # fmt: skip
