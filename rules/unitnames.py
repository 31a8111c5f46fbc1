"""Names of units: their core without the region, abbreviations, near variants."""

from __future__ import annotations

from functools import lru_cache

import regex

from rules.text import norm, similarity

_REGION = regex.compile(
    r"(?:[\p{Han}]{2,9}?(?:自治区|自治州|自治县|自治旗|省|市|区|县|旗|州|盟|镇|乡|街道))(?=[\p{Han}]{2})"
)
_BARE = regex.compile(r"^(?:省|市|区|县|旗|州|盟|镇|乡)(?=[\p{Han}]{3})")
_OWN = regex.compile(r"^(?:中共|本级|机关)|[（(]?(?:本级|机关|本部)[)）]?$")
_NOT_REGION = (
    "社区",
    "地区",
    "小区",
    "园区",
    "城市",
    "超市",
    "上市",
    "门市",
    "校区",
    "灾区",
    "山区",
    "景区",
    "林区",
)
_CODE = regex.compile(r"^[0-9A-Za-z]{3,24}[-—－]?(?=\p{Han})")


@lru_cache(maxsize=16384)
def core(name: str) -> str:
    """The name without codes, leading regions and 本级: 云溪区水利局, 区水利局 and 水利局 are one.

    A leading 市 or 区 that belongs to the name itself (市场监督管理局, 城市管理局) stays.
    """
    plain = _OWN.sub("", _CODE.sub("", norm(name)))
    while (found := _REGION.match(plain)) and not found[0].endswith(_NOT_REGION):
        plain = plain[found.end() :]
    if not plain.startswith(("市场", "市政", "市容", "区划", "县域", "乡村", "镇村", "州府")):
        plain = _BARE.sub("", plain)
    return plain


@lru_cache(maxsize=16384)
def same_unit(a: str, b: str) -> bool:
    """One unit, by core name, by one name ending with the other, or by abbreviation (教体局)."""
    first, second = core(a), core(b)
    if not first or not second:
        return False
    return first == second or first.endswith(second) or second.endswith(first) or abbreviates(first, second)


def abbreviates(a: str, b: str) -> bool:
    """One name is short for the other: 教体局 for 教育体育局; not 信息局 for 信息化局."""
    short, long = sorted((a, b), key=len)
    if len(short) < 2 or len(short) > len(long) * 0.7 or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(character in rest for character in short)


@lru_cache(maxsize=16384)
def near_variant(a: str, b: str) -> bool:
    """Two names that differ by a character or two: a slip or an older name, not another unit."""
    first, second = core(a), core(b)
    if not first or not second or same_unit(a, b):
        return False
    close = abs(len(first) - len(second)) <= 2 and similarity(first, second) >= 0.3
    short, long = sorted((first, second), key=len)
    rest = iter(long)
    return close or (len(long) - len(short) <= 2 and all(character in rest for character in short))
