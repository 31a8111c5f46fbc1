"""A date as people write it, in one form."""

from __future__ import annotations

import datetime
import unicodedata

import regex

_DAY = regex.compile(
    r"(?P<y>\d{4})(?:(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
    r"|年(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]?|(?P<m>\d{2})(?P<d>\d{2}))"
    r"(?:[ T]0{1,2}:00(?::00(?:\.0{1,6})?)?)?"
)
_SERIAL = regex.compile(
    r"[3-7]\d{4}(?:\.0+)?"
)  # a date cell of Excel that lost its format: days since 1899-12-30
_YEARS = range(2000, 2100)


def iso(text: str) -> str | None:
    """The date as 2022-04-15; None where the text is no day between 2000 and 2099.

    Understood: 2022-4-15, 2022/4/15, 2022.4.15, 2022年4月15日, 20220415, Excel's day number, any of them in
    full-width characters.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split()) if "年" in text else _folded(text)
    if found := _DAY.fullmatch(plain):
        year, month, day = (int(found[name]) for name in "ymd")
        try:
            made = datetime.date(year, month, day)
        except ValueError:
            return None
    elif _SERIAL.fullmatch(plain):
        made = datetime.date(1899, 12, 30) + datetime.timedelta(days=int(plain.split(".")[0]))
    else:
        return None
    return made.isoformat() if made.year in _YEARS else None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
