"""Numerals as Chinese offices write them: Arabic, Chinese, capital, mixed, fuzzy.

`match(text, start)` reads what stands at a place, `parse(text)` a whole text. Values are
exact fractions. Time is linear: every written form is bounded.
"""

from extractors.numerals.matching import Numeral, match, parse
from extractors.numerals.patterns import STARTS, fold

__all__ = ["STARTS", "Numeral", "fold", "match", "parse"]
