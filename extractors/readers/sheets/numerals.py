"""Digits in Chinese, for formats that ask for them ([DBNum1], [DBNum2])."""

from __future__ import annotations

import regex

from extractors.readers.ordinals import counted

_DIGITS = {
    "dbnum1": "〇一二三四五六七八九",
    "dbnum2": "零壹贰叁肆伍陆柒捌玖",
    "dbnum3": "０１２３４５６７８９",
}
_GROUPS = ("", "万", "亿", "万亿")
_NUMBER = regex.compile(r"(\d++)(?:\.(\d++))?+")


def spelled(text: str, script: str) -> str:
    """Digit by digit: 2021 → 二〇二一."""
    digits = _DIGITS.get(script)
    return text.translate({ord(str(value)): digit for value, digit in enumerate(digits)}) if digits else text


def worded(text: str, script: str) -> str:
    """The numbers in a text in words: 1234.5 → 一千二百三十四.五."""
    if script not in ("dbnum1", "dbnum2"):
        return spelled(text, script)

    def word(found: regex.Match[str]) -> str:
        decimals = f".{spelled(found[2], script)}" if found[2] else ""
        return _words(int(found[1][:16]), script) + decimals

    return _NUMBER.sub(word, text)


def _words(number: int, script: str) -> str:
    zero = _DIGITS[script][0]
    if number == 0:
        return zero
    plain = "plain" if script == "dbnum1" else "simplified"
    out, gap = "", False
    for power in (3, 2, 1, 0):
        group = number // 10 ** (4 * power) % 10_000
        if group:
            part = counted(group, plain)
            if out and plain == "plain" and part.startswith("十"):
                part = "一" + part
            out += ("零" if out and (gap or group < 1000) else "") + part + _GROUPS[power]
        gap = bool(out) and not group
    return out
