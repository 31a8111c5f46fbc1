"""What a run of number characters is worth, exactly.

Runs are folded text. A run is a sequence of digits (一, 3, 12.5), small units (十百千) and
big units (万亿兆), as in 三百五, 1万2千, 2亿3千万, 一万五千亿.
"""

from __future__ import annotations

import regex

from extractors.numerals.fraction import Fraction

DIGITS = dict(
    zip(
        "零〇○一二两三四五六七八九壹贰叁肆伍陆柒捌玖",
        (0, 0, 0, 1, 2, 2, *range(3, 10), *range(1, 10)),
        strict=True,
    )
)
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_PART = regex.compile(r"[0-9][0-9,，.\u2009\u202f\u00a0 ]*+|[^\s0-9]")
_NOT_DIGIT = regex.compile(r"[^0-9.]")


_ONE = Fraction(1)
_TAIL = regex.compile(r"[十百千万亿兆]*+$")
_PAIR = regex.compile(r"([一二两三四五六七八九])([二三四五六七八九])(?=[十百千万亿]*$)")


def decimal(text: str) -> tuple[Fraction, Fraction]:
    """Value and last printed place of an Arabic number: 1,234.50 is 1234.5, step 1/100."""
    if text.isdigit():
        return Fraction(int(text)), _ONE
    plain = _NOT_DIGIT.sub("", text).rstrip(".")
    whole, _, places = plain.partition(".")
    place = 10 ** len(places)
    return Fraction(int(whole + places), place), Fraction(1, place)


def scale(text: str) -> int:
    """The factor of a scale: 千万 is 10**7; '' is 1."""
    factor = 1
    for character in text.strip():
        factor *= SMALL.get(character) or BIG.get(character) or 1
    return factor


def run(text: str, *, shorthand: bool = True) -> Fraction:
    """The value of a run; with `shorthand` a last digit counts the next lower place (三百五 is 350)."""
    closed: list[tuple[int, Fraction]] = []  # (big unit, value) already multiplied out
    section = Fraction(0)
    digit: Fraction | None = None
    last_unit, direct = 1, False
    for part in _PART.findall(text):
        if part in SMALL:
            section += (digit or 1) * SMALL[part]
            digit, last_unit, direct = None, SMALL[part], True
        elif part in BIG:
            closed, lower = _split(closed, BIG[part])
            value = section + (digit or 0) + lower
            closed.append((BIG[part], (value or Fraction(1)) * BIG[part]))
            section, digit, last_unit, direct = Fraction(0), None, BIG[part], True
        elif part in "廿卅":
            section, last_unit, direct = section + (20 if part == "廿" else 30), 10, True
        else:
            digit, direct = _digit(part, digit), direct and part not in "零〇○"
    rest = digit or Fraction(0)
    if (
        shorthand
        and direct
        and last_unit >= 100
        and rest.denominator == 1
        and rest < 10
        and text[-1] in DIGITS
    ):
        rest *= last_unit // 10
    return sum((value for _, value in closed), section + rest)


def _split(closed: list[tuple[int, Fraction]], unit: int) -> tuple[list[tuple[int, Fraction]], Fraction]:
    """The parts that a bigger unit takes up: 一万五千 before 亿."""
    kept = [part for part in closed if part[0] > unit]
    return kept, sum((value for size, value in closed if size <= unit), Fraction(0))


def _digit(part: str, before: Fraction | None) -> Fraction:
    if part[0].isascii():
        return decimal(part)[0]
    value = DIGITS.get(part, 0)
    return Fraction(value) if not before else before * 10 + value


def run_step(text: str) -> Fraction:
    """Last printed place of a run: 1万2千 is 1000, 28万 is 10000, 三百五十 is 1."""
    trailing = _TAIL.search(text)
    tail = trailing[0] if trailing else ""
    arabic = text[0].isascii()
    if not tail or (not arabic and not set(tail) & set(BIG)):
        return Fraction(1)
    if arabic:
        return Fraction(scale(tail))
    return Fraction(scale("".join(c for c in tail if c in BIG)))


def point(text: str) -> tuple[Fraction, Fraction]:
    """Value and step of 二十八点六万: 286000, 1000."""
    whole, _, tail = text.partition("点")
    digits = tail.rstrip("万亿兆")
    factor = scale(tail[len(digits) :])
    fraction = "".join(str(DIGITS[c]) for c in digits)
    step = Fraction(1, 10 ** len(fraction))
    return (run(whole, shorthand=False) + int(fraction) * step) * factor, step * factor


def pair(text: str) -> tuple[Fraction, Fraction]:
    """Both ends of a digit pair: 三四十 is 30 and 40, 十五六 is 15 and 16."""
    found = _PAIR.search(text)
    assert found is not None
    before, after = text[: found.start()], text[found.end() :]
    low, high = (run(before + found[i] + after, shorthand=False) for i in (1, 2))
    return low, high


def several(text: str) -> tuple[Fraction, Fraction]:
    """Both ends by the digits 2-9: 数十 is 20..99, 几百万 2000000..9999999; 十几 is 11..19."""
    at = max(text.find("几"), text.find("数"))
    before, after = text[:at], text[at + 1 :]
    unit = scale(after)
    if not before:
        return Fraction(2 * unit), Fraction(10 * unit - 1)
    base = run(before, shorthand=False) * (scale(after.lstrip("十百千")) if before else 1)
    return base + unit, base + 10 * unit - 1
