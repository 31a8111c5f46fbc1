"""A list's number as Word prints it in each of its number styles."""

from __future__ import annotations

# In the order of MS-DOC's MSONFC codes (= ST_NumberFormat of ECMA-376 17.18.59).
_NAMES = (
    "decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago "
    "ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal "
    "japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth "
    "decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen "
    "decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac "
    "ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand "
    "taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand"
)
STYLES = tuple(_NAMES.split())
_DASH = 57
_DIGITS = {
    "plain": "〇一二三四五六七八九",
    "simplified": "零壹贰叁肆伍陆柒捌玖",
    "traditional": "零壹貳參肆伍陸柒捌玖",
}
_UNITS = {
    "plain": ("", "十", "百", "千"),
    "simplified": ("", "拾", "佰", "仟"),
    "traditional": ("", "拾", "佰", "仟"),
}
_COUNTED = {
    "japaneseCounting": "plain",
    "taiwaneseCounting": "plain",
    "taiwaneseCountingThousand": "plain",
    "chineseCounting": "plain",
    "chineseCountingThousand": "plain",
    "chineseLegalSimplified": "simplified",
    "ideographLegalTraditional": "traditional",
    "japaneseLegal": "traditional",
}
_SPELLED = {"ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"}
_FULL_WIDTH = {"decimalFullWidth", "decimalFullWidth2"}
_RUNS: dict[str, tuple[tuple[int, int, int], ...]] = {  # (first, last, code point of the first)
    "decimalEnclosedCircle": ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)),
    "decimalEnclosedCircleChinese": ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)),
    "decimalEnclosedFullstop": ((1, 20, 0x2488),),
    "decimalEnclosedParen": ((1, 20, 0x2474),),
    "ideographEnclosedCircle": ((1, 10, 0x3280),),
}
_CYCLES = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "ideographZodiacTraditional": "子丑寅卯辰巳午未申酉戌亥",
}
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"))
_ROMAN_TENS = ((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def style_of(code: int) -> str:
    """The style's name for a number-format code of the binary formats; `none` for 255."""
    if code == 255:
        return "none"
    if code == _DASH:
        return "numberInDash"
    return STYLES[code] if code < len(STYLES) else "decimal"


def ordinal(style: str, number: int) -> str:
    """The number in a style named as in ECMA-376; plain digits for one that is unknown or runs out."""
    if style in _COUNTED:
        return counted(number, _COUNTED[style])
    if style in _SPELLED:
        return "".join(_DIGITS["plain"][int(digit)] for digit in str(max(number, 0)))
    if style in _FULL_WIDTH:
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    return _enclosed(style, number) or _western(style, number)


def counted(number: int, script: str = "plain") -> str:
    """A whole number below ten thousand in Chinese words: 十, 二十一, 一百零五; 壹拾 in capitals."""
    if not 0 < number < 10_000:
        return str(number)
    digits, units = _DIGITS[script], _UNITS[script]
    out, gap = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            out += ("零" if gap and out else "") + digits[digit] + units[power]
        gap = bool(out) and not digit
    return out[1:] if script == "plain" and out.startswith("一十") else out


def _enclosed(style: str, number: int) -> str:
    for first, last, code in _RUNS.get(style, ()):
        if first <= number <= last:
            return chr(code + number - first)
    cycle = _CYCLES.get(style, "")
    return cycle[(number - 1) % len(cycle)] if cycle and number >= 1 else ""


def _western(style: str, number: int) -> str:
    if style in ("none", "bullet"):
        return ""
    if style in ("upperRoman", "lowerRoman"):
        return _roman(number) if style == "upperRoman" else _roman(number).lower()
    if style in ("upperLetter", "lowerLetter") and number >= 1:
        letter = chr(ord("A") + (number - 1) % 26) * min((number - 1) // 26 + 1, 30)
        return letter if style == "upperLetter" else letter.lower()
    if style == "decimalZero":
        return f"{number:02d}"
    return f"- {number} -" if style == "numberInDash" else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, letters in _ROMAN + _ROMAN_TENS:
        out += letters * (number // value)
        number %= value
    return out
