"""Units that a list states once: 12、18、23户, 260、310、345万元, 由98.5提高到99.2%."""

from __future__ import annotations

import regex

from extractors.figures.cores import Core
from extractors.numerals.values import scale

_SEPARATOR = regex.compile(r"[ \u3000]?(?:[、,，/+＋]|和|与|及|以及|、和)[ \u3000]?")
_RISE = regex.compile(
    r"(?:提高|增加|上升|提升|下降|降低|降|减少|压缩|缩短|扩大|增长|扩展|增|调整|优化|恢复)?(?:了)?[到至为]"
)
_FROM = regex.compile("(?:由|从|自)[^，。；：\n]{0,24}$")


def distribute(folded: str, found: list[Core]) -> None:
    """Give members without a unit the unit of the next member, and its scale where they have none."""
    for first, second in zip(found[-2::-1], found[:0:-1], strict=True):
        if first.unit or first.form != "arabic" or not second.unit or second.form in ("rank", "range"):
            continue
        if second.unit_kind == "rate" and second.unit.startswith("/"):
            continue
        between = folded[first.end : second.start]
        joined = _SEPARATOR.fullmatch(between) or (
            _RISE.fullmatch(between) and _FROM.search(folded, max(0, first.start - 30), first.start)
        )
        if joined:
            _give(first, second)


def _give(first: Core, second: Core) -> None:
    first.unit, first.unit_kind, first.unit_text, first.listed = second.unit, second.unit_kind, "", True
    if second.scale and not first.scale and first.value is not None:
        factor = scale(second.scale)
        first.value, first.step, first.scale = first.value * factor, first.step * factor, second.scale
