"""Numbers as messages print them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from extractors.numerals.fraction import Fraction

Exact = Fraction | Decimal | int


@lru_cache(maxsize=16384)
def plain(x: Exact, places: int = 4) -> str:
    """A number without exponent or trailing zeros, rounded half-up to `places` decimals."""
    value = Fraction(x)
    unit = 10**places
    size = (abs(value.numerator) * unit * 2 + value.denominator) // (value.denominator * 2)
    whole, rest = divmod(size, unit)
    digits = f"{rest:0{places}d}".rstrip("0") if places else ""
    return f"{'-' if value < 0 and size else ''}{whole}{'.' if digits else ''}{digits}"


def percent(x: Exact, places: int = 2) -> str:
    """830.04%."""
    return f"{plain(x, places)}%"


def points(x: Exact) -> str:
    """10分."""
    return f"{plain(x)}分"


def money(yuan: Exact, unit: str | None) -> str:
    """An amount in the unit of its form (万元 unless the form says 元)."""
    if unit == "元":
        return f"{plain(yuan, 2)}元"
    return f"{plain(Fraction(yuan) / 10000)}万元"


def listed(names: list[str], most: int = 5) -> str:
    """“a”、“b”等7行: a list short enough for one line."""
    shown = "、".join(f"“{name}”" for name in names[:most])
    return shown if len(names) <= most else f"{shown}等{len(names)}行"
