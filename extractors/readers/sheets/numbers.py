"""Numbers as their format shows them: digits, separators, percent, scaling, fractions, exponents."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from extractors.numerals.fraction import Fraction
from extractors.readers.sheets.codes import (
    COMMA,
    DIGIT,
    EXPONENT,
    GENERAL,
    LITERAL,
    PERCENT,
    POINT,
    SLASH,
    TEXT,
    Section,
)
from extractors.readers.sheets.numerals import spelled, worded

_SIGNIFICANT = Context(prec=15, rounding=ROUND_HALF_UP)
_EXACT = Context(prec=400)
_GENERAL_WIDTH = 11
_WHOLE = Decimal(10) ** 15
_Tokens = Sequence[tuple[str, str]]


def cleaned(value: Decimal) -> Decimal:
    """A number without the noise of binary floating point: Excel keeps 15 significant digits."""
    return _SIGNIFICANT.plus(value)


def general(value: Decimal) -> str:
    """As `General` shows a number in a column that is wide enough: at most 11 characters.

    Whole numbers below 10^15 are given in full, where Excel would change to 1.23457E+11.
    """
    value = cleaned(value)
    if value == 0:
        return "0"
    size = abs(value)
    if size < _WHOLE and value == value.to_integral_value():
        return str(int(value))
    places = _GENERAL_WIDTH - 1 - max(value.adjusted() + 1, 1)
    if size >= Decimal(10) ** _GENERAL_WIDTH or (
        size < Decimal("0.0001") and _rounded(value, places) != value
    ):
        return _power(value)
    return _plain(_rounded(value, max(places, 0)))


def _power(value: Decimal) -> str:
    mantissa = _rounded(value.scaleb(-value.adjusted()), 5)
    exponent = value.adjusted()
    if abs(mantissa) >= 10:
        mantissa, exponent = mantissa / 10, exponent + 1
    return f"{_plain(mantissa)}E{'-' if exponent < 0 else '+'}{abs(exponent):02d}"


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)


def number(section: Section, value: Decimal, *, signed: bool) -> str:
    """A number in one section of a code. `signed`: a negative one shows its minus."""
    size = abs(cleaned(value))
    sign = "-" if signed and value < 0 else ""
    if section.has(GENERAL) or not section.has(DIGIT):
        shown = "".join(_simple(token, size) for token in section.tokens)
        return worded(sign + shown, section.script) if section.has(GENERAL) else _signed(sign, shown)
    if section.has(EXPONENT):
        return sign + _scientific(section.tokens, size)
    if _is_fraction(section.tokens):
        return sign + _fraction(section.tokens, size).strip()
    return spelled(sign + _decimal(section.tokens, size), section.script)


def _signed(sign: str, shown: str) -> str:
    return sign + shown if shown.strip() else ""


def _simple(token: tuple[str, str], size: Decimal) -> str:
    kind, text = token
    return general(size) if kind in (GENERAL, TEXT) else text


def _decimal(tokens: _Tokens, size: Decimal) -> str:
    point = next((index for index, (kind, _) in enumerate(tokens) if kind == POINT), len(tokens))
    whole, rest = tokens[:point], tokens[point:]
    digits = [index for index, (kind, _) in enumerate(whole) if kind == DIGIT]
    last = digits[-1] if digits else -1
    thousands = sum(kind == COMMA for kind, _ in [*whole[last + 1 :], *rest])
    grouped = any(kind == COMMA for kind, _ in whole[digits[0] : last]) if digits else False
    hundreds = sum(kind == PERCENT for kind, _ in tokens)
    scaled = _EXACT.scaleb(size, 2 * hundreds - 3 * thousands)
    places = sum(kind == DIGIT for kind, _ in rest)
    text = f"{_rounded(scaled, places):f}"
    integer, _, decimals = text.partition(".")
    return _integer(whole, integer.lstrip("0"), grouped=grouped) + _decimals(rest, decimals)


def _integer(tokens: _Tokens, digits: str, *, grouped: bool) -> str:
    """Fill digits into placeholders from the right; what is left over stands before the first."""
    out: list[str] = []
    left = digits
    placed = 0
    remaining = sum(kind == DIGIT for kind, _ in tokens)
    for kind, text in reversed(tokens):
        if kind != DIGIT:
            out.append("" if kind == COMMA else text)
            continue
        remaining -= 1
        take = left if remaining == 0 else left[-1:]
        left = "" if remaining == 0 else left[:-1]
        for digit in reversed(take or {"0": "0", "?": " "}.get(text, "")):
            if grouped and placed and placed % 3 == 0 and digit != " ":
                out.append(",")
            out.append(digit)
            placed += 1
    return "".join(reversed(out))


def _decimals(tokens: _Tokens, digits: str) -> str:
    """Digits behind the point; what a # would show as a trailing zero is left out."""
    kept = len(digits.rstrip("0"))
    out: list[str] = []
    at = 0
    for kind, text in tokens:
        if kind == DIGIT:
            digit = digits[at : at + 1]
            out.append(digit if at < kept or text == "0" else " " if text == "?" else "")
            at += 1
        elif kind != COMMA:
            out.append(text)
    return "".join(out)


def _scientific(tokens: _Tokens, size: Decimal) -> str:
    split = next(index for index, (kind, _) in enumerate(tokens) if kind == EXPONENT)
    mantissa, power = tokens[:split], tokens[split + 1 :]
    point = next((index for index, (kind, _) in enumerate(mantissa) if kind == POINT), len(mantissa))
    step = max(sum(kind == DIGIT for kind, _ in mantissa[:point]), 1)
    places = sum(kind == DIGIT for kind, _ in mantissa[point:])
    exponent = (size.adjusted() // step) * step if size else 0
    if size and _rounded(_EXACT.scaleb(size, -exponent), places) >= Decimal(10) ** step:
        exponent += step
    sign = "-" if exponent < 0 else "+" if tokens[split][1][1] == "+" else ""
    digits = _integer(power, str(abs(exponent)), grouped=False)
    return _decimal(mantissa, _EXACT.scaleb(size, -exponent)) + "E" + sign + digits


def _is_fraction(tokens: _Tokens) -> bool:
    slash = next((index for index, (kind, _) in enumerate(tokens) if kind == SLASH), None)
    if slash is None:
        return False
    before, after = tokens[:slash], tokens[slash + 1 :]
    return any(kind == DIGIT for kind, _ in before) and any(
        kind == DIGIT or (kind == LITERAL and text.isdigit()) for kind, text in after
    )


def _fraction(tokens: _Tokens, size: Decimal) -> str:
    slash = next(index for index, (kind, _) in enumerate(tokens) if kind == SLASH)
    below = [text for kind, text in tokens[slash + 1 :] if kind == DIGIT or text.isdigit()]
    fixed = "".join(below)
    exact = Fraction(size)
    mixed = any(kind == LITERAL and text.isspace() for kind, text in tokens[:slash])
    whole = exact.numerator // exact.denominator if mixed else 0
    if fixed.strip("#?0") or fixed.strip("#?").startswith("1"):
        denominator = int("".join(text for text in fixed if text.isdigit()) or "1") or 1
        numerator = int((exact - whole) * denominator + Fraction(1, 2))
    else:
        part = (exact - whole).limit_denominator(10 ** min(len(below), 7) - 1)
        numerator, denominator = part.numerator, part.denominator
    if numerator == denominator and mixed:
        whole, numerator = whole + 1, 0
    if not numerator:
        return str(whole)
    return f"{whole} {numerator}/{denominator}" if whole else f"{numerator}/{denominator}"
