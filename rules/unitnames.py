"""Names of units as rules compare them: one unit, an abbreviation, a near variant."""

from __future__ import annotations

from functools import lru_cache

import regex

from extractors.names import Name, parse, same_region, variants

_HEAD_OFFICE = regex.compile(r"[（(]?(?:本级|机关本级|机关|本部)[)）]?$")


@lru_cache(maxsize=16384)
def parsed(name: str) -> Name:
    """A printed name in region and core; 本级 and 机关 behind it name the same unit."""
    return parse(_HEAD_OFFICE.sub("", name.strip()))


def core(name: str) -> str:
    """The name without code and region: 云溪区水利局, 区水利局 and 水利局 have one core."""
    return parsed(name).core


@lru_cache(maxsize=16384)
def same_unit(a: str, b: str) -> bool:
    """One unit: equal cores, one core that ends the other, or an abbreviation (教体局)."""
    first, second = parsed(a), parsed(b)
    if not first.core or not second.core or not same_region(first, second):
        return False
    short, long = sorted((first.core, second.core), key=len)
    return long.endswith(short) or abbreviates(short, long)


def abbreviates(short: str, long: str) -> bool:
    """教体局 for 教育体育局; not 信息局 for 信息化局, which is another name of nearly the same length."""
    if len(short) < 2 or len(short) > len(long) * 0.7 or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(character in rest for character in short)


@lru_cache(maxsize=16384)
def near_variant(a: str, b: str) -> bool:
    """Two wordings of one name that differ by a character or two: 信息局, 信息化局."""
    return not same_unit(a, b) and variants(parsed(a), parsed(b))
