"""The value of a form's cell: sign, number, unit, or what else it is."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

import msgspec
import regex

from extractors import numerals, units
from extractors.forms import vocabulary
from extractors.forms.normalise import key, squeeze
from extractors.numerals.fraction import Fraction
from extractors.numerals.values import scale

_DATE = regex.compile(
    r"(?:(?:于|在|截至|截止)?(?:(?:19|20)[0-9]{2}年(?:度)?|(?:当|本|全|次)年)?"
    r"(?:[0-9]{1,2}月(?:份)?(?:[0-9]{1,2}[日号])?|年(?:底|末|中|初)|第?[一二三四1-4]季度|[上下]半年)"
    r"|(?:19|20)[0-9]{2}年(?:度)?(?:底|末|初)?|(?:19|20)[0-9]{2}[-./][01]?[0-9](?:[-./][0-3]?[0-9])?)"
)
_JOINT = regex.compile(r"[-—–~至到]+")
_TAIL = regex.compile(r"[^0-9]{0,10}")
_MASK = regex.compile(r"\*{2,}|＊{2,}|[×xX]{2,}")
_CROSSES = regex.compile(r"[×xX]{1,4}(?:个|家|万元|元|%|人|次)?")
_BRACKETED = regex.compile(r"\(([^()]{1,6})\)")
_PERCENTS = regex.compile(r"%(?=\s*[-—–~～至到]+\s*[0-9.]+%)")
_NOUN = regex.compile(r"[^\d%。；;！？\n]{1,8}")


class CellValue(msgspec.Struct, frozen=True, kw_only=True):
    """What a cell says. `value` in plain units (≥6亿元: >=, 600000000, 元); a range has `high` too.

    `kind`: number, date, text, empty (blank or a placeholder), masked (digits hidden by a website).
    """

    kind: str
    sign: str | None = None  # >= <= = > <
    value: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    factor: int = 1  # that the unit was scaled by: 10000 for 90万元


EMPTY = CellValue(kind="empty")


class _Lexicon(msgspec.Struct, frozen=True):
    """Words that may stand at one end of a value, longest first, in one pattern."""

    pattern: regex.Pattern[str]
    signs: dict[str, str]  # printed -> sign; words without one are only words


@cache
def _lexicon(signs: str, words: str) -> _Lexicon:
    table = vocabulary.data()["values"]
    known = {key(word): sign for sign, entries in table[signs].items() for word in entries}
    every = sorted({*known, *(key(word) for word in table[words])}, key=len, reverse=True)
    return _Lexicon(regex.compile("|".join(regex.escape(word) for word in every)), known)


def decimal(value: Fraction | None) -> Decimal | None:
    """An exact decimal, None where there is none (1/3)."""
    if value is None:
        return None
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return Decimal(value.numerator) / Decimal(value.denominator) if rest == 1 else None


@lru_cache(maxsize=16384)
def is_masked(text: str) -> bool:
    """True where a website hid the figure: `****`, `点击查看`, （略）."""
    folded = key(text)
    masks = vocabulary.listed("blanks", "masked")
    return (
        folded in masks
        or folded.rstrip(">") in masks
        or _CROSSES.fullmatch(folded) is not None
        or (_MASK.search(folded) is not None and len(folded) <= 16)
    )


def _is_date(text: str) -> bool:
    found = _DATE.match(text)
    if found is None:
        return False
    joint = _JOINT.match(text, found.end())
    if joint and (second := _DATE.match(text, joint.end())):
        found = second
    rest = text[found.end() :]
    return _TAIL.fullmatch(rest) is not None and not _measured(text)


def _measured(text: str) -> bool:
    """True for a duration that looks like a date: 12个月."""
    return (
        text.startswith(tuple("0123456789"))
        and regex.match(r"[0-9]{1,3}(?:个月|年(?![度底末初]))", text) is not None
    )


def _open(text: str) -> tuple[str | None, str]:
    """Take signs and verbs off the front: `达到≥95%` gives >=, 95%."""
    lexicon, sign = _lexicon("signs", "prefixes"), None
    for _ in range(4):
        found = lexicon.pattern.match(text)
        if found is None or found.end() == len(text):
            break
        sign = sign or lexicon.signs.get(found.group())
        text = text[found.end() :].lstrip(":")
    return sign, text


def _close(text: str, noun: bool) -> tuple[str | None, bool]:
    """What follows the unit: a sign in words, known words, or (`noun`) a short one; False for a sentence."""
    lexicon, sign = _lexicon("sign_suffixes", "suffixes"), None
    for _ in range(3):
        found = lexicon.pattern.match(text)
        if found is None:
            break
        sign = sign or lexicon.signs.get(found.group())
        text = text[found.end() :]
    text = text.strip("。;,，；.")
    return sign, not text or (noun and _NOUN.fullmatch(text) is not None)


@lru_cache(maxsize=16384)
def parse_value(text: str) -> CellValue:
    """Understand a target or completion cell.

    `≥34家` is >=, 34, 家; `95%以上` is >=, 95, %; `9月前` a date; `达成预期指标` text;
    a placeholder (`/`, `——`, 无, 不涉及) is empty and never 0; `****` is masked.
    """
    if is_masked(text):
        return CellValue(kind="masked")
    if vocabulary.is_placeholder(text):
        return EMPTY
    found = _quantity(key(text).rstrip("。;；"))
    if found is not None:
        return found
    *above, last = text.strip().split("\n")
    if above and not any(c.isdigit() for line in above for c in line):
        found = _quantity(key(last))
    return found or CellValue(kind="text")


def _quantity(folded: str) -> CellValue | None:
    if _is_date(folded):
        return CellValue(kind="date")
    sign, rest = _open(folded)
    if sign and _is_date(rest):
        return CellValue(kind="date", sign=sign)
    return _number(sign, _PERCENTS.sub("", rest))


def _number(sign: str | None, rest: str, noun: bool = True) -> CellValue | None:
    number = numerals.match(rest, 0) if rest else None
    if number is None or (number.value is None and number.low is None):
        return None
    unit, end = _unit(rest, number)
    if unit is None and not number.text[:1].isascii() and end < len(rest):
        return None  # 零投诉, 一流
    closing, whole = _close(rest[end:], noun)
    if not whole or rest[end : end + 1] in ("/", ":", "-"):
        return None
    low, high = (number.low, number.high) if number.value is None else (number.value, None)
    if number.more and sign is None and closing is None:
        closing = ">="
    return CellValue(
        kind="number",
        sign=sign or closing,
        value=decimal(low),
        high=decimal(high),
        unit=unit,
        factor=scale(number.scale) if number.scale else 1,
    )


def _unit(text: str, number: numerals.Numeral) -> tuple[str | None, int]:
    if number.unit:
        return number.unit, number.end
    if found := units.match(text, number.end):
        return found.canonical, found.end
    bracket = _BRACKETED.match(text, number.end)
    name = units.canonical(bracket.group(1)) if bracket else None
    return (name, bracket.end()) if bracket and name else (None, number.end)


def parse_parts(sign: str | None, text: str | None, unit: str | None) -> CellValue:
    """A value whose sign and unit stand in cells of their own: `≥ | 50 | 个`, `>= | 95 | %(百分比)`.

    A unit printed in the value's own cell wins; a unit that the table of units does not
    have is kept as printed.
    """
    found = parse_value(text or "")
    if found.kind != "number":
        return found
    lexicon = _lexicon("signs", "prefixes")
    printed = lexicon.pattern.match(key(sign)) if sign else None
    glyph = lexicon.signs.get(printed.group()) if printed else None
    value, high, name, factor = found.value, found.high, found.unit, found.factor
    if name is None and unit and not vocabulary.is_placeholder(unit):
        factor, name = units.scaled(unit) or (1, squeeze(unit))
        value = value * factor if value is not None else None
        high = high * factor if high is not None else None
    return CellValue(
        kind="number", sign=found.sign or glyph, value=value, high=high, unit=name, factor=factor
    )


def beside(actual: CellValue, target: CellValue) -> CellValue:
    """A completion value printed without a unit beside a target with one: it is in that unit.

    `≤90万元 | 89.974` is 899740 元. A share below 1 beside a target in % may be either and
    stays bare; so does the scale where the plain number alone is of the target's size.
    """
    if actual.kind != "number" or actual.unit is not None or target.kind != "number" or target.unit is None:
        return actual
    value, aim = actual.value, target.value
    if value is None or (target.unit == "%" and aim and aim > 10 and 0 < value <= 1):
        return actual
    factor = target.factor if actual.factor == 1 else 1
    if factor != 1 and aim and _like(value, aim) and not _like(value * factor, aim):
        factor = 1
    high = actual.high * factor if actual.high is not None else None
    return msgspec.structs.replace(actual, value=value * factor, high=high, unit=target.unit)


def _like(value: Decimal, aim: Decimal) -> bool:
    return aim / 5 <= value <= aim * 5


@lru_cache(maxsize=16384)
def figure(text: str) -> CellValue | None:
    """A cell that can only be a number: 2021.12 is no date here."""
    if is_masked(text) or vocabulary.is_placeholder(text):
        return None
    sign, rest = _open(key(text).rstrip("。;；"))
    found = _number(sign, rest, noun=False)
    return found if found and found.high is None else None


def amount(text: str, unit: str | None) -> Decimal | None:
    """An amount in 元: by the unit in the cell, else by `unit` (万元, 元 …); None where neither says.

    `620.82万元` is 6208200 whatever the form's unit; 751.64 under 万元 is 7516400.
    """
    found = figure(text)
    if found is None or found.value is None:
        return None
    if found.unit == "元":
        return found.value
    scale = units.scaled(unit) if unit else None
    if found.unit is not None or scale is None or scale[1] != "元":
        return None
    return found.value * scale[0] if not key(text).endswith(("万", "亿")) else found.value


def percent(text: str) -> Decimal | None:
    """A share in percent: 830.04% is 830.04; a bare number is taken as printed."""
    found = figure(text)
    return found.value if found and found.unit in ("%", None) else None


def rate(text: str, base: str | None, spent: str | None) -> Decimal | None:
    """An execution rate in percent. A bare fraction (0.9997, 1) is one only where the amounts prove it."""
    found = percent(text)
    if found is None or "%" in key(text) or not -2 <= found <= 2:
        return found
    below, above = figure(base) if base else None, figure(spent) if spent else None
    if below is None or above is None or not below.value or above.value is None:
        return found
    share = above.value / below.value
    return found * 100 if abs(found - share) <= Decimal("0.005") else found


def points(text: str) -> Decimal | None:
    """Points or a weight: 10, 9.5分, 25%; None for anything else, and for a blank."""
    found = figure(text)
    return found.value if found and found.unit in (None, "分", "%") and found.sign in (None, "=") else None
