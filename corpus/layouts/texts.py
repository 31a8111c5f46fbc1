"""How the cells of an invented evaluation are worded."""

from __future__ import annotations

from decimal import Decimal

from corpus.layouts.invent import Item, Money, plain
from corpus.layouts.truth import FundTruth, RowTruth

GLYPHS = {">=": "≥", "<=": "≤", "=": "="}
WORDS = {">=": "不少于", "<=": "不超过", "=": ""}
SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
# what a multiple of a unit is called and scaled to (公里, 万人次 -> 人次)
PLAIN = {"万人次": ("人次", 10_000), "万元": ("元", 10_000), "万尾": ("尾", 10_000)}
CANONICAL = {"场次": "场次", "批次": "批次"}
YUAN = Decimal(10_000)


def value_of(item: Item, number: Decimal) -> tuple[Decimal, str]:
    """A printed number in its plain unit: 2.5万人次 is 25000, 人次."""
    unit, factor = PLAIN.get(item.unit, (item.unit, 1))
    return number * factor, unit


def cells_of(item: Item, style: str = "glyph") -> dict[str, str]:
    """The texts that a row can print, by column key."""
    target, actual = plain(item.target), plain(item.actual)
    sign = (WORDS if style == "words" else GLYPHS)[item.sign]
    if style == "ascii":
        sign = {"≥": ">=", "≤": "<=", "=": "="}[sign]
    if style == "wide":
        sign = {"≥": "≧", "≤": "≦", "=": "═"}.get(sign, sign)
    return {
        "level1": item.level1,
        "level2": item.level2,
        "level3": item.name,
        "sign": sign or "＝",
        "number": target,
        "unit": item.unit,
        "target": f"{sign}{target}{item.unit}",
        "bare_target": f"{target}{item.unit}",
        "actual": f"{actual}{item.unit}",
        "bare_actual": actual,
        "copied_actual": f"{sign}{actual}{item.unit}",
        "weight": plain(item.weight),
        "score": plain(item.score),
        "reason": item.reason,
        "coefficient": f"{plain((100 * item.score / item.weight).quantize(Decimal('0.01')))}%",
        "core": "是" if item.weight >= 10 else "否",
        "done": "完成" if item.score == item.weight else "部分完成",
        "full": "100",
        "single": plain((100 * item.score / item.weight).quantize(Decimal("0.01"))),
        "empty": "",
    }


def row_truth(item: Item, keys: list[str], style: str = "glyph", **more: object) -> RowTruth:
    """What a reader should find where a form has the columns `keys`."""
    texts = cells_of(item, style)
    value, unit = value_of(item, item.target)
    achieved, _ = value_of(item, item.actual)
    target_keys = [key for key in ("target", "bare_target", "number") if key in keys]
    actual_keys = [key for key in ("actual", "bare_actual", "copied_actual") if key in keys]
    joined = [
        f"{texts['sign']}{texts['number']}{texts['unit']}",
        f"{texts['sign']}{texts['number']}",
        texts["number"],
        f"{texts['number']}{texts['unit']}",
    ]
    signed = bool({"target", "sign"} & set(keys))
    unnamed = "unit" not in keys and "number" in keys
    truth = RowTruth(
        level1=item.level1 if "level1" in keys else None,
        level2=item.level2 if "level2" in keys else None,
        level3=item.name,
        target_text=joined if "number" in keys else [texts[target_keys[0]]] if target_keys else [],
        target_sign=item.sign if signed and not (style == "words" and item.sign == "=") else None,
        target_value=(item.target if unnamed else value) if target_keys else None,
        target_unit=None if unnamed else unit,
        actual_text=[texts[actual_keys[0]], f"{texts['bare_actual']}{texts['unit']}"] if actual_keys else [],
        actual_value=(item.actual if unnamed else achieved) if actual_keys else None,
        weight=item.weight if "weight" in keys else None,
        score=item.score if "score" in keys else None,
        reason=item.reason or None if "reason" in keys else None,
    )
    for name, given in more.items():
        setattr(truth, name, given)
    return truth


def fund_texts(money: Money, unit: str = "万元", commas: bool = False) -> dict[str, str]:
    """The texts of a money row, by column key."""

    def amount(value: Decimal) -> str:
        number = value * YUAN if unit == "元" else value
        return f"{number:,.2f}" if commas else plain(number)

    rate = money.rate
    return {
        "initial": amount(money.initial),
        "budget": amount(money.budget),
        "executed": amount(money.executed),
        "rate": "" if rate is None else f"{plain(rate)}%",
        "bare_rate": "" if rate is None else plain(rate),
        "weight": "-",
        "score": "-",
        "empty": "",
        "reason": "",
        "arrived": amount(money.budget),
    }


def fund_truth(money: Money, keys: list[str], item: str | None = None) -> FundTruth:
    """What a reader should find in a money row with the columns `keys`."""
    return FundTruth(
        item=item or money.item,
        initial=money.initial * YUAN if "initial" in keys else None,
        budget=money.budget * YUAN if "budget" in keys else None,
        executed=money.executed * YUAN if "executed" in keys else None,
        rate=money.rate if {"rate", "bare_rate"} & set(keys) else None,
    )
