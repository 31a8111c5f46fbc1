"""The written forms of numerals as one compiled alternation.

Every quantifier is bounded or possessive, so that a match costs at most a constant number
of steps wherever it starts. Patterns are meant for folded text (`fold`): half-width digits,
simplified number characters; folding keeps every character at its index.
"""

from __future__ import annotations

from functools import lru_cache

import regex

_FOLD = str.maketrans(
    "０１２３４５６７８９．％／＋－−萬億兩點負貳參陸幾數倆個對",
    "0123456789.%/+--万亿两点负贰叁陆几数两个对",
)

S = "[一二两三四五六七八九壹贰叁肆伍陆柒捌玖]"  # a digit 1-9
Z = "[零〇○]"
SP = r"[ \u00a0\u2002-\u200a\u202f\u3000]?"
_TENS = f"(?:{S}?[十拾]|廿|卅)"
_BELOW_100 = f"(?:{Z}?{_TENS})?(?:{Z}?{S})?"
_SECTION = (
    f"(?:{S}?[千仟](?:{Z}?{S}?[百佰])?{_BELOW_100}|{S}?[百佰]{_BELOW_100}|{_TENS}{S}?|{Z}{_TENS}{S}?|{S})"
)
_BIG = "(?:(?:[万亿]|兆(?![瓦赫字比帕欧焦])){1,3}+)"
CHINESE = f"(?:{_SECTION}(?:{SP}{_BIG}(?:{Z}?{_SECTION})?){{0,4}})"
_LONE_CAPITAL = (
    "(?![壹贰叁肆伍陆柒捌玖拾](?![壹贰叁肆伍陆柒捌玖拾佰仟零万亿元圆整点分一二三四五六七八九十百千]))"
)

INTEGER = (
    r"(?:[0-9]{1,3}(?:[,，\u2009\u202f\u00a0][0-9]{3}(?![0-9]))++"
    r"|[0-9]{1,3}(?:\x20[0-9]{3}(?![0-9]))++(?![\x200-9])"
    r"|[0-9]{1,24}+(?![0-9]))"
)
# A space beside the point (98. 6%, a converter's habit) only where a percent or a scale follows.
_DECIMALS = rf"(?:\.[0-9]{{1,15}}+|{SP}\.{SP}(?=[0-9]{{1,4}}{SP}[%万亿])[0-9]{{1,4}}+)"
DECIMAL = f"(?:(?<![0-9]){INTEGER}{_DECIMALS}?)"
SCALE = "(?:[十百千]?(?:万亿|万万|[万亿])|千(?![米克瓦卡帕伏赫焦分])|百(?![分姓强货年]))"
MORE = (
    "(?:余(?![额款下热量缺粮姚杭])|多(?![方渠措层样部角]|形式|元化|元投|元的|元主)"
    "|来(?![自源说看年临到访信电往宾华料]))"
)
_UNIT = f"(?:{SP}{SCALE})"
_TAIL = f"(?:[万亿](?:{Z}[0-9]{{1,3}}|[0-9]{{4}})|[百千]{Z}?[0-9]{{1,3}})(?![0-9.年])"
_MIXED = f"(?:{DECIMAL}{_UNIT}(?:{Z}?{DECIMAL}{_UNIT}){{1,4}}+(?:{Z}{DECIMAL})?|{DECIMAL}{SP}{_TAIL})"
_UP_TO_99 = f"(?:{S}|[0-9]{{1,2}})"
_POINT = f"(?:(?:{CHINESE}|{Z})点[一二三四五六七八九零〇○壹贰叁肆伍陆柒捌玖]{{1,12}}+{_BIG}?)"
_ANY = f"(?:{_POINT}|{CHINESE}|{DECIMAL})"
_PAIR = (
    f"(?:(?:{S}[千百]){{0,2}}(?:{S}?十)?"
    "(?:一二|二三|两三|三四|四五|五六|六七|七八|八九|三五)"
    f"[十百千]?[万亿]{{0,2}})(?!{S}|{Z})"
)
_SEVERAL = f"(?:(?:{S}?百)?(?:{S}?十)几[万亿]?|{S}?百几十[万亿]?|[几数](?:[十百千][万亿]?|[万亿])[万亿]?)"
_PLAIN = f"(?:{_PAIR}|{_SEVERAL}|{_POINT}|{CHINESE}|{DECIMAL})"
_NOT_DISCOUNT = "(?![旧算射叠扣返合纸断腾迁价磨中])"
_NOT_TENTHS = "(?![立为功果员本效交绩熟长年人品就分套型都份片群批因像形才家灾体网了不])"

PATTERN = regex.compile(
    rf"""
    (?P<sign>(?<![0-9A-Za-z%万亿元年月日号)）\]」”])-(?=[0-9])|(?<![减担肩抱胜自欺亏])负(?=[0-9一二两三四五六七八九十百千]))?+
    {_LONE_CAPITAL}
    (?:
      (?P<money>{_ANY}[元圆块](?:零?{_UP_TO_99}[角毛](?:零?{_UP_TO_99}分)?|零?{_UP_TO_99}分(?![钟之]))整?)
    | (?P<percent>(?P<parts>[十百千]?万|[百千佰仟])分之{SP}(?P<share>{_PLAIN}{MORE}?|百))
    | (?P<fraction>(?:(?P<whole>{_ANY})又)?(?P<under>{_ANY})分之(?P<over>{_ANY}))
    | (?P<tenths>(?:{_PAIR}|{_POINT}|{S}|十|半|{DECIMAL})成(?:{S}|半)?{_NOT_TENTHS})
    | (?P<discount>(?:{_POINT}|{S}{{1,2}}|[对半]|[0-9]{{1,2}}(?:\.[0-9])?)折{_NOT_DISCOUNT})
    | (?P<half>半数|一半)
    | (?P<doubling>翻了?(?:近|约|超过?)?(?P<times>{_UP_TO_99})?番)
    | (?P<slash>(?<![0-9/.])[0-9]{{1,3}}/[0-9]{{1,3}}(?![0-9/.年月日万]))
    | (?:(?P<several>{_SEVERAL})|(?P<pair>(?<!{S}){_PAIR})|(?P<point>{_POINT})|(?P<mixed>{_MIXED})
        |(?P<digits>(?<!{S}|{Z})(?:{S}|{Z}){{2,24}}+(?![十百千万亿拾佰仟]|{S}|{Z}))
        |(?P<chinese>{CHINESE})|(?P<zero>{Z})|(?P<bare>[百千]?(?:万亿|[万亿])|[百千])
        |(?P<arabic>{DECIMAL})(?P<scale>{_UNIT})?)
      (?P<more>{SP}{MORE}(?P<after>{SP}[百千]?[万亿]{{1,2}}+)?)?
    )
    """,
    regex.VERBOSE,
)

# The commonest form, where nothing behind it could make it a longer one.
SIMPLE = regex.compile(
    rf"(?P<arabic>(?>{DECIMAL}))(?P<scale>{_UNIT})?+(?!{SP}[余多来/又成折百千万亿]|[零〇0-9]|分之|[元圆块](?:{S}|{Z}|[0-9]))"
)

STARTS = frozenset("0123456789-负一二两三四五六七八九十百千万亿零〇○壹贰叁肆伍陆柒捌玖拾佰仟廿卅几数半翻对")


@lru_cache(maxsize=16)
def fold(text: str) -> str:
    """The text with digits and number characters in one form, index for index."""
    return text.translate(_FOLD)
