"""Names of units: region in front, core behind it, everyday abbreviations of the core."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import msgspec
import regex

from rules.text import norm

SAME, ALIAS, VARIANT, OTHER = "same", "alias", "variant", "other"

_SEAL = regex.compile(
    r"[(（][^()（）]{0,12}(?:盖章|公章|签章|本级|机关|汇总)[^()（）]{0,6}[)）]|(?:盖章|公章)$"
)
_CODE = regex.compile(r"^\[?[0-9]{3,12}\]?[-—_\s]*+")
_CITY = r"[\p{Han}--[省市区县旗]]{1,6}(?<![城都超门夜集街])市(?![场政民容])"
_REGION = regex.compile(
    rf"(?:[\p{{Han}}--[省市区县旗]]{{1,7}}(?:省|自治区|特别行政区))?+"
    rf"(?:{_CITY}|[\p{{Han}}--[省市区县旗]]{{1,8}}(?:自治州|地区|盟))?+"
    rf"(?:[\p{{Han}}--[省市区县旗]]{{1,8}}(?:自治县|县(?!级|域)|旗|(?<![社小校园景林灌库厂矿片辖院])区(?!域|划))|{_CITY})?+",
    regex.V1,
)
_LEVEL = regex.compile(
    r"(?:省(?!级|会)|市(?![场政民容级])|州(?!级)|区(?![域划级])|县(?![域级])|旗(?!帜))(?=\p{Han}{2})"
)
_JOIN = regex.compile(r"[和与及、]")
_SHORTEST = 2  # characters that a core keeps at least
_ABBREVIATION = 0.75  # a name this much shorter, its characters in order, abbreviates
_LIKE = 0.7
_TELLING = frozenset("一二三四五六七八九十0123456789东西南北上下")  # 第一小学 is not 第二小学


class Name(msgspec.Struct, frozen=True):
    """A unit's name: `region` (临江市云溪区, or a bare 区), `core` (水利局)."""

    region: str
    core: str


@lru_cache(maxsize=4096)
def parse(printed: str) -> Name:
    """`314002-临江市云溪区水利局（盖章）` is region 临江市云溪区, core 水利局."""
    plain = norm(_SEAL.sub("", _CODE.sub("", printed.strip())))
    for word in _own():
        plain = plain.removeprefix(word)
    found = _REGION.match(plain)
    end = found.end() if found else 0
    if not end:
        bare = _LEVEL.match(plain)
        end = bare.end() if bare else 0
    if len(plain) - end < _SHORTEST:
        end = 0
    return Name(plain[:end], plain[end:])


def core(printed: str) -> str:
    """The name without its region: what must agree wherever the unit is named."""
    return parse(printed).core


def compare(a: str, b: str) -> str:
    """How two printed names relate.

    `same` cores, `alias` one shortens the other as people do (市场监管局), `variant` nearly the
    same wording (科技和工业信息局, 科技和工业信息化局), `other` another unit.
    """
    first, second = core(a), core(b)
    if first == second:
        return SAME
    if _unfolded(first) & _unfolded(second):
        return ALIAS
    short, long = sorted((_JOIN.sub("", first), _JOIN.sub("", second)), key=len)
    if short == long:
        return ALIAS
    if set(short) ^ set(long) <= _TELLING:
        return OTHER
    within = _in_order(short, long)
    if within and len(short) <= _ABBREVIATION * len(long):
        return ALIAS
    return VARIANT if within or _likeness(short, long) >= _LIKE else OTHER


def rank(name: Name) -> int | None:
    """The level of government that the region ends with: 1 province, 2 city, 3 county; None unsaid."""
    for level, words in enumerate(_levels()):
        if any(name.region.endswith(word) for word in words):
            return level
    return None


@lru_cache(maxsize=4096)
def _unfolded(name: str) -> frozenset[str]:
    """The name with its long forms shortened, every way that the list knows."""
    out = {_JOIN.sub("", name)}
    for long, *shorts in _shortened():
        for known in list(out | {name}):
            if long in known:
                out |= {_JOIN.sub("", known.replace(long, short)) for short in shorts}
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


def _shortened() -> list[list[str]]:
    return _data()["shortened"]  # type: ignore[no-any-return]


def _levels() -> list[list[str]]:
    return _data()["levels"]  # type: ignore[no-any-return]


def _own() -> list[str]:
    return _data()["own"]  # type: ignore[no-any-return]
