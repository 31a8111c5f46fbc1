"""Words that make a figure one of a date or a part of the year: 截至6月底, 上半年, 前三季度, 1-9月."""

from __future__ import annotations

import regex

_MONTH = r"(?:1[01]|0?[1-9]|十一?|[一二三四五六七八九])(?![\d十])\s?月"
_DAY = r"(?:份|底|末|中旬|上旬|下旬|初|\s?(?:3[01]|[12]?\d)\s?[日号])?"
_SOME = regex.compile(
    rf"(?:截[至止]|截止到|截至到|至|到)(?:20\d\d年)?(?<![\d十]){_MONTH}{_DAY}"
    rf"|(?<![\d十.]){_MONTH}(?:底|末)"
    r"|[上下]半年|年中(?!调|追)|半年(?:度)?(?=支出|执行|完成|累计|末)"
    r"|前[一二三1-3两]个?季度|(?<!第?[一二三四1-4]、)第?[一二三四1-4]季度"
    r"|(?<![\d.])(?:[1-9]|1[0-2]|一)(?:月份?)?[-—–－~～至到](?:1[01]|[2-9]|[二三四五六七八九]|十一?)月(?![\d底前])"
    r"|(?:前|头)(?:[2-9]|1[01]|[两三四五六七八九]|十一?)个月"
)
_WHOLE = regex.compile(
    r"全年|(?<!半)年[末底终]|(?:12|十二)月|年度(?!内)|上半年[^，,。；;]{0,12}下半年|20\d\d年(?!\s?(?:[1-9]|1[0-2])\s?月|[上前一二三第])"
)
_BEFORE_THEN = ("前", "之前", "以前")
_FURTHEST = 160  # characters before a figure that are looked at
_ENDS = "。！？!?\n"


def interim(text: str, start: int) -> str | None:
    """The words that date the figure at `start` within the year; None where it is one of the whole year.

    The last such word in its sentence counts. A limit (6月底前) dates no figure.
    """
    floor = max(0, start - _FURTHEST, *(text.rfind(mark, 0, start) + 1 for mark in _ENDS))
    before = text[floor:start]
    found = [x for x in _SOME.finditer(before) if not before.startswith(_BEFORE_THEN, x.end())]
    if not found:
        return None
    last = found[-1]
    whole = [x.start() for x in _WHOLE.finditer(before, last.end())]
    return None if whole else last[0]
