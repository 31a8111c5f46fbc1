"""Tables drawn with characters: pipes (Markdown), plus and minus, box drawing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

import regex

from extractors.readers.assembly import Raw
from extractors.readers.text.tabbed import text_table

_BARS = "|│┃║｜"
_ROW = regex.compile(rf"\s*+[{_BARS}].*[{_BARS}]\s*+$")
_RULE = regex.compile(r"\s*+(?=.*[-=─━═])[-=+:|│┃║┌┐└┘├┤┬┴┼─━═╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋┠┨┯┷┿╂\s]{3,}+$")
_SPLIT = regex.compile(rf"(?<!\\)[{_BARS}]")
_BR = regex.compile(r"<br\s*+/?>")


def is_drawn(line: str, following: str) -> bool:
    """Whether a line is a row or a rule of a drawn table; `following` tells a Markdown header."""
    if _ROW.match(line) or (_RULE.match(line) and any(bar in line for bar in _BARS + "+┬┼┴├┌└")):
        return True
    return _is_header_rule(following) and _SPLIT.search(line) is not None


def _is_header_rule(line: str) -> bool:
    return "|" in line and "-" in line and _RULE.match(line) is not None


def drawn_table(lines: Sequence[str]) -> list[Raw]:
    """The table of its lines; lines between two rules are one row where rules part every row."""
    parts: list[list[list[str]]] = [[]]
    for line in lines:
        if _RULE.match(line):
            parts.append([])
        else:
            parts[-1].append(_cells(line))
    groups = [part for part in parts if part]
    ruled = len(parts) > 3 and len(groups) > 1
    grid = [_row(group) for group in groups] if ruled else [row for group in groups for row in group]
    return [text_table(grid)] if grid else []


def _row(lines: Sequence[Sequence[str]]) -> list[str]:
    """One row whose cells run over several lines."""
    return ["\n".join(part for part in cell if part) for cell in zip_longest(*lines, fillvalue="")]


def _cells(line: str) -> list[str]:
    cells = _SPLIT.split(line.strip())
    if cells and not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    return [_BR.sub("\n", cell.strip().replace("\\|", "|")) for cell in cells]
