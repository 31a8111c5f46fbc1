"""Finds page numbers, running heads, running feet: what belongs to the paper, not to the text.

A line goes only on good evidence, for a form's title may stand at the top of every page too:
it is a page number at the edge of the page, or it is set small, far from the text, on several pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import regex

from extractors.readers.pages.layout import Sheet
from extractors.readers.pages.lines import Line

_EDGE = 0.1  # share of the page's height where furniture stands
_LEVEL = 4.0  # points
_APART = 1.1  # characters between furniture and text
_NUMBER = regex.compile(
    r"[-—–－_·•~\s]*+(?:第\s*+)?(?:\d{1,4}+|[一二三四五六七八九十百]{1,5}+|[ivxIVX]{1,6}+)(?:\s*+页)?"
    r"(?:\s*+[/／,，]?\s*+(?:共\s*+)?\d{1,4}+\s*+页?)?[-—–－_·•~\s]*+|Page\s*+\d++(?:\s*+(?:of|/)\s*+\d++)?",
    regex.IGNORECASE,
)
_BROWSER = regex.compile(  # what a browser prints around a page: its address, when it was printed
    r"\S{0,3}(?:file|https?)://\S++(?:\s*+\d++/\d++)?|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[,，]?\s*+\S{0,3}\d{1,2}:\d\d(?:\s*+[AP]M)?.{0,80}"
)
_NEVER = regex.compile(r"^\s*+(?:附[件表录]|公开\s*+\d|[（(]?[一二三四五六七八九十]++[）)、.．])")
_FORM = regex.compile(
    r"单位[:：]|表\s*+$|报告\s*+$|年度?\s*+[）)]\s*+$|填[报表]|负责人|联系|审核|日期|电话|^[注说]"
)


def without_furniture(sheets: Sequence[Sheet]) -> None:
    """Takes furniture out of the sheets of one document."""
    repeated = _repeated(sheets)
    for sheet in sheets:
        sheet.lines = [
            line
            for line in sheet.lines
            if not (
                _is_number(line, sheet)
                or _is_browsers(line, sheet)
                or (_key(line, sheet) in repeated and _is_small(line, sheet, repeated))
            )
        ]


def at_edge(line: Line, sheet: Sheet) -> bool:
    """Whether a line stands in the upper or lower margin."""
    return line.y1 < _EDGE * sheet.height or line.y0 > (1 - _EDGE) * sheet.height


def is_page_number(text: str) -> bool:
    """Whether a text is nothing but a page number: -3-, 第1页 共5页, 3/12."""
    return _NUMBER.fullmatch(text) is not None


def _is_number(line: Line, sheet: Sheet) -> bool:
    if not at_edge(line, sheet) or not is_page_number(line.text):
        return False
    low = line.middle > sheet.height / 2
    others = [part.ys[-1] if low else part.ys[0] for part in sheet.parts]
    others += [other.middle for other in sheet.lines if other is not line and not at_edge(other, sheet)]
    return all(line.middle > y if low else line.middle < y for y in others)


def _is_browsers(line: Line, sheet: Sheet) -> bool:
    return at_edge(line, sheet) and _BROWSER.fullmatch(line.text) is not None


def _key(line: Line, sheet: Sheet) -> tuple[str, int, bool]:
    """A line's text without digits, its level, whether it stands in the lower half."""
    low = line.middle > sheet.height / 2
    level = sheet.height - line.middle if low else line.middle
    return regex.sub(r"\d++|\s++", "", line.text), round(level / _LEVEL), low


def _repeated(sheets: Sequence[Sheet]) -> dict[tuple[str, int, bool], int]:
    """Lines at the edge that stand on several pages -> on how many."""
    seen: dict[tuple[str, int, bool], int] = {}
    for sheet in sheets:
        for key in {_key(line, sheet) for line in sheet.lines if at_edge(line, sheet)}:
            seen[key] = seen.get(key, 0) + 1
    near = {
        key: max(count, *(count + seen.get((key[0], key[1] + step, key[2]), 0) for step in (-1, 1)))
        for key, count in seen.items()
    }
    return {key: count for key, count in near.items() if count > 1 and key[0]}


def _is_small(line: Line, sheet: Sheet, repeated: dict[tuple[str, int, bool], int]) -> bool:
    """Whether a repeated line is set like furniture: small, and apart from the text."""
    if not at_edge(line, sheet) or _NEVER.match(line.text):
        return False
    key = _key(line, sheet)
    body = [other.size for other in sheet.lines if _key(other, sheet) not in repeated]
    body += [slot.size for part in sheet.parts for slot in part.slots if slot.size]
    if body and line.size > 1.15 * median(body):
        return False
    if not _FORM.search(line.text):
        return True
    return repeated[key] > 2 and _gap(line, sheet, repeated) > _APART * line.size


def _gap(line: Line, sheet: Sheet, repeated: dict[tuple[str, int, bool], int]) -> float:
    """How far the nearest text inside the page is from an edge line."""
    edges = [y for part in sheet.parts for y in (part.ys[0], part.ys[-1])]
    edges += [y for other in sheet.lines if _key(other, sheet) not in repeated for y in (other.y0, other.y1)]
    low = line.middle > sheet.height / 2
    gaps = [line.y0 - y if low else y - line.y1 for y in edges]
    return min((gap for gap in gaps if gap > -1), default=sheet.height)
