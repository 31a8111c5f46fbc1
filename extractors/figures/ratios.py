"""Ratios: 5:3:2, where a word says that it is one."""

from __future__ import annotations

import regex

from extractors.figures.cores import Core
from extractors.figures.masks import Masks

_RATIO = regex.compile(
    r"(?<![0-9:：.])[0-9]{1,4}(?:\.[0-9]{1,3})?(?:[:：∶][0-9]{1,4}(?:\.[0-9]{1,3})?){1,5}(?![0-9:：.])"
)
_SAYS = regex.compile("(?:比例|比重|比|配比|配套|分担|按照?|师生比|男女)[^，。；\n]{0,8}$")
_BEHIND = regex.compile("的?(?:比例|配比|比率|标准配备)")
_TO = regex.compile(r"\p{Han}{0,6}[到至为]")  # 由1.88:1缩小到|1.83:1


def find(folded: str, masks: Masks) -> list[Core]:
    """Every ratio of a folded text, as text in `exact`."""
    found: list[Core] = []
    for ratio in _RATIO.finditer(folded):
        if (
            ratio[0].count(":") + ratio[0].count("：") >= 2
            or _SAYS.search(folded, max(0, ratio.start() - 14), ratio.start())
            or _BEHIND.match(folded, ratio.end())
            or (found and _TO.fullmatch(folded, found[-1].end, ratio.start()))
        ):
            text = regex.sub("[：∶]", ":", ratio[0])
            found.append(
                Core(
                    start=ratio.start(),
                    end=ratio.end(),
                    form="ratio",
                    exact=text,
                    number=text,
                    number_end=ratio.end(),
                )
            )
    return found


def without_members(cores: list[Core]) -> list[Core]:
    """The cores without those that lie inside a ratio."""
    kept: list[Core] = []
    for core in cores:
        if kept and core.start < kept[-1].end:
            continue
        kept.append(core)
    return kept
