"""Planted defects of family D: scores that do not follow from achievement."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from corpus.defects.kind import Kind, achieved, counted, kind, missed
from corpus.defects.sheet import CENT, Line, Sheet


def _heavy(sheet: Sheet, draw: Random, share: str) -> Line:
    """A missed counted row of weight: half of the project's kinds, the department's effect row."""
    line = missed(sheet, draw, share)
    sheet.grid = Decimal("0.1")
    return line


def _full_though_missed(sheet: Sheet, draw: Random) -> None:
    line = _heavy(sheet, draw, draw.choice(("0.7", "0.8", "0.88")))
    line.score = line.weight


def _in_proportion(sheet: Sheet, draw: Random) -> None:
    _heavy(sheet, draw, draw.choice(("0.7", "0.8", "0.88")))


def _deducted_though_met(sheet: Sheet, draw: Random) -> None:
    line = next(x for x in sheet.lines if x.level2 == "社会效益指标")
    line.score, line.reason = (
        line.weight - draw.choice((3, 5)),
        draw.choice(("长效机制有待巩固", "宣传力度有待加强", "")),
    )


def _proof_missing(sheet: Sheet, draw: Random) -> None:
    line = next(x for x in sheet.lines if x.level2 == "社会效益指标")
    line.score = line.weight - draw.choice((3, 5))
    sheet.texts["problems"] = [f"{line.verb}的佐证材料收集不齐。"]
    line.reason = draw.choice(("佐证材料不足，扣分", "部分资料缺失，无法佐证", "证据不足"))


def _too_much(sheet: Sheet, draw: Random) -> None:
    line = _heavy(sheet, draw, "0.65")
    line.score = line.weight - Decimal("0.4")


def _on_its_grid(sheet: Sheet, draw: Random) -> None:
    _heavy(sheet, draw, draw.choice(("0.65", "0.72")))
    sheet.grid = Decimal("0.5")


def _half_for_little(sheet: Sheet, draw: Random) -> None:
    line = _heavy(sheet, draw, draw.choice(("0.3", "0.41", "0.5")))
    line.score = (line.weight * Decimal("0.75")).quantize(CENT)


def _little_for_little(sheet: Sheet, draw: Random) -> None:
    _heavy(sheet, draw, draw.choice(("0.62", "0.66")))


def _conforms_but(sheet: Sheet, draw: Random) -> None:
    line = sheet.named("公共服务保障能力")
    line.words, line.score, line.reason = ("符合标准", "符合标准"), Decimal(6), "后续仍需巩固提升服务水平"


def _conforms_well(sheet: Sheet, draw: Random) -> None:
    line = sheet.named("公共服务保障能力")
    line.words, line.score, line.reason = (
        ("持续增强", "基本达成"),
        Decimal(8),
        "部分站点设施老旧，尚待更新改造",
    )


def _far_over(sheet: Sheet, draw: Random) -> None:
    achieved(counted(sheet, draw), draw.choice(("1.5", "1.8", "2.2")))


def _far_over_explained(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    achieved(line, "1.6")
    line.reason = "上级年中追加任务，超出年初计划，已据实完成"


def _rate_absurd(sheet: Sheet, draw: Random) -> None:
    _scaled(sheet, Decimal(draw.choice(("1.9", "3.4", "0.31"))))


def _rate_low(sheet: Sheet, draw: Random) -> None:
    _scaled(sheet, Decimal(draw.choice(("0.62", "0.71", "0.55"))))


def _overspent(sheet: Sheet, draw: Random) -> None:
    _scaled(sheet, Decimal(draw.choice(("1.04", "1.12", "1.3"))))


def _spent_in_full(sheet: Sheet, draw: Random) -> None:
    _scaled(sheet, Decimal(1))


def _scaled(sheet: Sheet, share: Decimal) -> None:
    """Every amount spent becomes this share of its budget; rates follow."""
    for money in sheet.funds:
        money.executed = (money.budget * share).quantize(CENT)
    done, spent = sheet.named("预算完成率"), sheet.named("支付进度率")
    done.result = spent.result = share * 100
    done.goal = spent.goal = min(Decimal(90), share * 100)
    for line in (done, spent):
        line.result = Decimal(sheet.funds[0].rate.rstrip("%"))


def _one_sided(sheet: Sheet, draw: Random) -> None:
    _scaled(sheet, Decimal(draw.choice(("1.24", "1.3", "1.41"))))


def _one_sided_little(sheet: Sheet, draw: Random) -> None:
    _scaled(sheet, Decimal(draw.choice(("1.02", "1.08"))))


def _repeated_target(sheet: Sheet, draw: Random) -> None:
    line = sheet.named("管理制度健全性")
    line.words = draw.choice((("制度是否健全、完整", "制度健全、完整"), ("内控制度是否完善", "内控制度完善")))


def _told_result(sheet: Sheet, draw: Random) -> None:
    line = sheet.named("管理制度健全性")
    line.words = draw.choice((("健全、完整", "健全、完整"), ("制度健全", "修订内控制度6项")))


def _sign_turned(sheet: Sheet, draw: Random) -> None:
    line = next(x for x in sheet.lines if x.level2 == "社会效益指标")
    name, unit = draw.choice((("群众有效投诉件数", "件"), ("安全责任事故起数", "起"), ("差错率", "%")))
    line.name, line.verb, line.unit, line.goal, line.result = name, name, unit, Decimal(3), Decimal(5)


def _sign_right(sheet: Sheet, draw: Random) -> None:
    _sign_turned(sheet, draw)
    line = next(x for x in sheet.lines if x.level2 == "社会效益指标")
    line.sign, line.result = "≤", Decimal(2)
    line.said = f"全年{line.name}为{line.show(line.result)}。"


def _done_without_money(sheet: Sheet, draw: Random) -> None:
    _spent(sheet, draw.choice(("0.04", "0.11", "0.18")))


def _done_with_some_money(sheet: Sheet, draw: Random) -> None:
    _spent(sheet, draw.choice(("0.51", "0.63")))


def _spent(sheet: Sheet, share: str) -> None:
    for money in sheet.funds:
        money.executed = (money.budget * Decimal(share)).quantize(CENT)
    for line in sheet.quantities:
        achieved(line, "1")


def _name_tells_result(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    achieved(line, "1.1")
    line.printed["name"] = f"{line.verb}{line.result}{line.unit}"


def _name_tells_plan(sheet: Sheet, draw: Random) -> None:
    line = counted(sheet, draw)
    achieved(line, "1.1")
    line.printed["name"] = f"{line.name}（任务数{line.goal}{line.unit}）"


def _both_forms(rules: str, plant: object, near: object, **more: object) -> tuple[Kind, ...]:
    return tuple(kind(rules, plant, near, form=form, **more) for form in ("department", "project"))  # type: ignore[arg-type]


KINDS: tuple[Kind, ...] = (
    *_both_forms("D01", _full_though_missed, _in_proportion, also="D03 E02 C12"),
    kind("D02", _deducted_though_met, _proof_missing, also="E02 D04 C12 D06"),
    *_both_forms("D03", _too_much, _on_its_grid, also="D05 C12"),
    *_both_forms("D05", _half_for_little, _little_for_little, also="D03 C12", sure=False),
    kind("D06", _conforms_but, _conforms_well, also="D02 C12", sure=False),
    kind("D07", _far_over, _far_over_explained, also="D14"),
    kind("D08", _rate_absurd, _rate_low, also="D10 A17 D19"), kind("D09", _overspent, _spent_in_full, also="A17 D10"),
    kind("D10", _one_sided, _one_sided_little, also="D09 A17", sure=False),
    kind("D16", _repeated_target, _told_result, also="E07"), kind("D18", _sign_turned, _sign_right, sure=False), kind("D19", _done_without_money, _done_with_some_money, also="D08", sure=False, form="project"),
    kind("D14", _name_tells_result, _name_tells_plan, also="E08", sure=False),
)  # fmt: skip
