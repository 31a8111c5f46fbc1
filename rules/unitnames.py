"""Names of units as rules compare them: one unit, an abbreviation, a near variant."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import regex

from extractors.names import Name, parse, same_region, variants

SAME, ALIAS, VARIANT, OTHER = "same", "alias", "variant", "other"

_HEAD_OFFICE = regex.compile(r"[（(]?(?:本级|机关本级|机关|本部)[)）]?$")
_JOIN = regex.compile(r"[和与及、]")
_TELLING = frozenset("一二三四五六七八九十0123456789东西南北上下")  # 第一小学 is not 第二小学
_ABBREVIATION = 0.75  # a name this much shorter, its characters in order, abbreviates
_LIKE = 0.7


@lru_cache(maxsize=65536)
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
    return long.endswith(short) or relation(a, b) in {SAME, ALIAS}


@lru_cache(maxsize=16384)
def near_variant(a: str, b: str) -> bool:
    """Two wordings of one name that differ by a character or two: 信息局, 信息化局."""
    return not same_unit(a, b) and variants(parsed(a), parsed(b))


@lru_cache(maxsize=16384)
def relation(a: str, b: str) -> str:
    """How the cores of two names relate.

    `same`; `alias` where one shortens the other as people do (市场监管局, 发改委); `variant` for
    nearly the same wording (科技和工业信息局, 科技和工业信息化局); `other` for another unit.
    """
    first, second = core(a), core(b)
    if first == second:
        return SAME
    short, long = sorted((_JOIN.sub("", first), _JOIN.sub("", second)), key=len)
    if short == long or _shortened(first) & _shortened(second):
        return ALIAS
    if not short or set(short) ^ set(long) <= _TELLING:
        return OTHER
    within = _in_order(short, long)
    if within and len(short) <= _ABBREVIATION * len(long) and short[-1] == long[-1]:
        return ALIAS
    return VARIANT if within or _likeness(short, long) >= _LIKE else OTHER


def goes_on(name: str, after: str) -> bool:
    """Whether a name's last character begins another word with what follows: 消防救援队|伍."""
    return bool(after) and after in _data()["goes_on"].get(name[-1:], "")


def level(name: str) -> int | None:
    """The government in a name's region: 0 state, 1 province, 2 city, 3 county, 4 town; None unsaid."""
    region = parsed(name).region
    return next((i for i, words in enumerate(_data()["levels"]) if region.endswith(tuple(words))), None)


@lru_cache(maxsize=4096)
def _shortened(name: str) -> frozenset[str]:
    """The name with its long forms shortened, every way that rules/data/names.toml knows."""
    out = {_JOIN.sub("", name)}
    for long, *shorts in _data()["shortened"]:
        plain = _JOIN.sub("", long)
        for known in [x for x in out if plain in x]:
            out |= {known.replace(plain, short) for short in shorts}
    return frozenset(out)


def _in_order(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)


def _likeness(a: str, b: str) -> float:
    from rapidfuzz.fuzz import ratio

    return float(ratio(a, b)) / 100


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("rules") / "data" / "names.toml").read_text(encoding="utf-8"))
