"""What explains a difference: a slip of scale, swapped digits, another line of the form."""

from __future__ import annotations

import regex

from extractors.numerals.fraction import Fraction
from rules.comparing import round_half_up
from rules.denotation import Printed, denote

_DIGITS = regex.compile(r"[^0-9.]")
_SCALES = {
    1: "小数点错一位（10倍）",
    2: "相差100倍（小数与百分数之差，或小数点错两位）",
    3: "相差1000倍",
    4: "相差1万倍（元与万元之差）",
    8: "相差1亿倍（元与亿元之差）",
}


def scale_slip(a: Printed, b: Printed) -> str | None:
    """×10, ×100, ×1000, ×10⁴ or ×10⁸ between two figures with the same digits."""
    if a.value <= 0 or b.value <= 0:
        return None
    large, small = (a, b) if a.value > b.value else (b, a)
    for power, words in _SCALES.items():
        factor = Fraction(10) ** power
        raised = Printed(value=small.value * factor, step=small.step * factor, exact=small.exact)
        if denote(raised).touches(denote(large)):
            return words
    return None


def swapped_digits(a: str, b: str) -> str | None:
    """Two neighbouring digits changed places: 751.64 and 715.64."""
    first, second = _even(*(_DIGITS.sub("", x) for x in (a, b)))  # 715.64万元 beside a cell of 751.64
    digits = [x.replace(".", "") for x in (first, second)]
    if len(first) != len(second) or first.find(".") != second.find("."):
        return None
    at = [i for i, (x, y) in enumerate(zip(*digits, strict=True)) if x != y]
    if len(at) != 2 or at[1] != at[0] + 1:
        return None
    one, other = (x[at[0] : at[1] + 1] for x in digits)
    if not one.isdigit() or one != other[::-1]:
        return None
    return f"“{a.strip()}”与“{b.strip()}”仅相邻两位数字互换"


def _even(a: str, b: str) -> tuple[str, str]:
    """Both with as many decimals as the finer one."""
    places = max(len(x.partition(".")[2]) for x in (a, b))
    if not places:
        return a, b
    padded = [f"{whole}.{rest:0<{places}}" for whole, _, rest in (x.partition(".") for x in (a, b))]
    return padded[0], padded[1]


def rate_slip(rate: Printed, part: Printed, whole: Printed) -> str | None:
    """A rate whose operands were swapped, or one printed as growth, or the other way round.

    `rate` in percent; `part` and `whole` in one unit.
    """
    if whole.value <= 0 or part.value <= 0:
        return None
    computed = part.value / whole.value * 100
    readings = (
        (whole.value / part.value * 100, "分子与分母颠倒"),
        (computed - 100, "印的是增减幅度（比率减100%），不是比率"),
        (computed + 100, "印的是比率加100%"),
        (computed / 100, "印的是小数，不是百分数"),
    )
    for value, words in readings:
        if rate.step and value and round_half_up(value, rate.step) == rate.value:
            return words
    return None


def difference(a: Printed, b: Printed) -> str | None:
    """The first general diagnosis that fits two figures of one fact."""
    return scale_slip(a, b) or (swapped_digits(a.text, b.text) if a.text and b.text else None)
