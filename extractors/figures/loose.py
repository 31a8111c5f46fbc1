"""Numerals of other hands, for the numbers-only layer: spaces inside, exponents, dozens.

三千 八百 九十六 万, 一 百 五 十, 5 又 1/3, .5, 2e5, 40k, 一打. No report writes figures so;
scanned pages and other people's test sentences do.
"""

from __future__ import annotations

import regex
from msgspec.structs import replace

from extractors import numerals
from extractors.numerals import Numeral, fold
from extractors.numerals.fraction import Fraction

_INSIDE = "0-9零〇○一二两三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟廿卅点分之又成折几个负"
_GAP = regex.compile(rf"(?<=[{_INSIDE}])[ \u3000]{{1,4}}(?=[{_INSIDE}])(?<![0-9][ \u3000]{{1,4}}(?=[0-9]))")
_EXOTIC = regex.compile(
    r"(?<![0-9A-Za-z.])(?P<sign>-)?(?:"
    "(?P<whole>[0-9]{1,9}) (?P<over>[0-9]{1,9})/(?P<under>[0-9]{1,9})(?![0-9/])"
    r"|(?P<number>[0-9]{1,15}(?:\.[0-9]{1,15})?|\.[0-9]{1,15})"
    "(?:[eE](?P<exponent>[+-]?[0-9]{1,3})|[ ]?(?P<suffix>[kKmM]))(?![0-9A-Za-z^])"
    r"|(?P<bare>\.[0-9]{1,15})(?![0-9.]))"
)
_DOZEN = "打"
_SUFFIXES = {"k": 1000, "m": 1_000_000}


def find(text: str) -> list[Numeral]:
    """Every numeral of a text, in order, spans disjoint; what is spaced apart counts as one."""
    folded = fold(text)
    compact, places = _compact(folded)
    found: list[Numeral] = []
    at = 0
    while at < len(compact):
        numeral = _exotic(compact, at) or numerals.match(compact, at)
        if numeral is None:
            at += 1
            continue
        at = numeral.end
        if compact.startswith(_DOZEN, at) and numeral.value is not None:
            numeral = replace(numeral, value=numeral.value * 12)
        start, end = places[numeral.start], places[numeral.end - 1] + 1
        found.append(replace(numeral, start=start, end=end, text=text[start:end]))
    return found


def _compact(folded: str) -> tuple[str, list[int]]:
    """The text without spaces inside numerals, and where each character stood."""
    kept: list[int] = []
    at = 0
    for gap in _GAP.finditer(folded):
        kept.extend(range(at, gap.start()))
        at = gap.end()
    kept.extend(range(at, len(folded)))
    return "".join(folded[i] for i in kept), kept


def _exotic(text: str, at: int) -> Numeral | None:
    found = _EXOTIC.match(text, at)
    if found is None or (found["under"] and not int(found["under"])):
        return None
    if found["whole"]:
        value = int(found["whole"]) + Fraction(int(found["over"]), int(found["under"]))
    else:
        value = Fraction("0" + (found["number"] or found["bare"]))
        value *= Fraction(10) ** int(found["exponent"] or 0) * _SUFFIXES.get(
            (found["suffix"] or "").lower(), 1
        )
    value = -value if found["sign"] else value
    return Numeral(start=at, end=found.end(), text=found[0], form="exotic", value=value, number=found[0])
