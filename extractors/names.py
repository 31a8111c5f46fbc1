"""Unit names as they are compared: normalised, parted into region and core, near variants."""

from __future__ import annotations

import unicodedata

import msgspec
import regex

_NOISE = regex.compile(r"[\s\p{P}\p{S}]+")
_SEAL = regex.compile(r"[(（][^()（）]{0,12}(?:盖章|公章|章|签字|本级|汇总)[^()（）]{0,6}[)）]")
_CODE = regex.compile(r"^\[?[0-9]{3,12}\]?[-—_\s]*")
_REGION = regex.compile(
    r"^((?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|自治州|地区|盟))?+"
    r"(?:[\u4e00-\u9fff]{2,6}?(?<![城都超门夜集街])市(?![场政民容]))?+"
    r"(?:[\u4e00-\u9fff]{1,6}?(?<![发新园景社校厂库灌矿林片山地城辖])(?:县|区|旗|自治县)"
    r"|[\u4e00-\u9fff]{2,6}?(?<![城都超门夜集街])市(?![场政民容]))?+)(?=[\u4e00-\u9fff]{2})"
)
_GENERIC = regex.compile(r"^(?:本|我|区|县|省|市(?![场政民容])|州)(?=[\u4e00-\u9fff]{3})")


class Name(msgspec.Struct, frozen=True):
    """A unit's name: `full` normalised, `region` in front (may be empty), `core` behind it."""

    full: str
    region: str
    core: str


def parse(printed: str) -> Name:
    """`314002-临江市云溪区水利局（盖章）` is region 临江市云溪区, core 水利局."""
    plain = _CODE.sub("", _SEAL.sub("", printed.strip()))
    full = _NOISE.sub("", unicodedata.normalize("NFKC", plain))
    found = _REGION.match(full)
    region = found.group(1) if found else ""
    core = full[len(region) :]
    if not region:
        core = _GENERIC.sub("", core)
    return Name(full, region, core)


def same_region(a: Name, b: Name) -> bool:
    """True where the regions do not contradict: one is absent, or ends the other."""
    return not a.region or not b.region or a.region.endswith(b.region) or b.region.endswith(a.region)


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(c in rest for c in short)


def variants(a: Name, b: Name) -> bool:
    """True for two wordings of one unit: 科技和工业信息局, 科技和工业信息化局.

    The shorter core must stand in the longer one in order, and be nearly as long; 第一小学
    and 第二小学 are two units.
    """
    if not same_region(a, b):
        return False
    if a.core == b.core:
        return True
    short, long = sorted((a.core, b.core), key=len)
    return len(short) >= 5 and len(short) / len(long) >= 0.75 and _within(short, long)
