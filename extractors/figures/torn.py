"""Numbers torn by blanks or a line's end: 1 12 家, 支出1,2⏎34.5万元, 9 8. 6 %."""

from __future__ import annotations

import regex

from extractors import units

FILLER = "\u2060"
_LABELS = (
    "附件|附表|表|图|第|指标|目标|方案|问题|案例|专栏|项目|任务|步骤|阶段|工程|序号|编号|号|之|期|章|节|条|款"
    "|年|月|日|时|[①-⑳]"
)
_TORN = regex.compile(
    rf"(?<![0-9A-Za-z.,/\-—~～〔\[])(?<![0-9][ \n])(?<!(?:{_LABELS})[ ]?)"
    r"(?P<number>[0-9]{1,4}+(?:[ \n]?[,.]?[ ]?[0-9]{1,4}+){1,6})"
    r"(?P<blank>[ ]{0,2})(?P<scale>[百千]?[万亿]{0,2}+[余多]?)"
    r"(?=[\p{Han}%‰㎡℃a-zA-Z]|(?<=[万亿])(?:$|[，。；]))"
)
_HINT = regex.compile(r"[0-9][,.]?[ \n][,.]?[ ]?[0-9]|[0-9][,.][ ][0-9]")
_BLANK = regex.compile(r"[ \n]")
_WHOLE = regex.compile(
    r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,6})?|[1-9][0-9]{0,8}(?:\.[0-9]{1,6})?|0\.[0-9]{1,6}"
)
_GROUPED = regex.compile(r"[0-9]{1,3}(?:[ ][0-9]{3})+(?:\.[0-9]{1,6})?")  # 2 106, a way of its own
_COUNTING = frozenset("数值量率划务")  # 任务数12⏎15家 are two cells
_YEAR = regex.compile("(?:19|20)[0-9]{2}[ \n]")
_POINTED = regex.compile(r"[0-9]\.[ ]")  # 内容2. 3个: a list; not 2 . 3
_OF_POINT = regex.compile("[%‰]|个百分点")
_GOES_ON = regex.compile(r"[\p{Han}（(]|[ ]{0,2}[，。；、：）),;\n]|$")


def mended(text: str) -> str:
    """The text with the blanks inside a torn number behind it as `FILLER`, so that every index stays."""
    return _TORN.sub(_joined, text) if _HINT.search(text) else text


def _joined(found: regex.Match[str]) -> str:
    number, blank = found["number"], found["blank"]
    bare = _BLANK.sub("", number)
    if bare == number or _WHOLE.fullmatch(bare) is None or _is_several(found):
        return found[0]
    moved = FILLER * (len(number) - len(bare))
    return bare + found["scale"] + FILLER * len(blank) + moved if found["scale"] else bare + moved + blank


def _is_several(found: regex.Match[str]) -> bool:
    """Whether the blanks rather part numbers: years, columns of a table, thousands set apart."""
    text, number = found.string, found["number"]
    if _GROUPED.fullmatch(number):
        return not found["blank"]  # 2 106人份 is read as it stands
    if _YEAR.match(number):
        return True
    before = text[found.start() - 1 : found.start()]
    listed = "\n" in number and before in _COUNTING and "," not in number and "." not in number
    if before in ("", "\n", "\t") or listed:
        return True
    if _POINTED.search(number):
        return not found["scale"] and _OF_POINT.match(text, found.end()) is None
    unit = units.match(text, found.end())
    end = unit.end if unit is not None else found.end() if found["scale"] else 0
    attached = before not in (" ", "\u3000")
    return end == 0 or ("\n" in number and not attached) or not (attached or _GOES_ON.match(text, end))
