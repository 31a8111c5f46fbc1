"""Tells where a printed line ends a paragraph from where it merely wraps.

A line that had room for the beginning of the next one was ended on purpose. Where that is not
certain the lines are one paragraph: a wrapped line must never become a paragraph break.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import regex

from extractors.readers.pages.lines import Line

NUMBERED = regex.compile(
    r"\s*+(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、．.]|\d{1,2}(?:[、．]|\.(?!\d))"
    r"|[①-⑳]|第[一二三四五六七八九十百\d]{1,4}[章节条、]|附[件表]|[注说]明?[:：])"
)
_ENDED = regex.compile(r"[。；;：:！!？?…][”’）)》]?\s*+$")
_UNIT = regex.compile(  # what a typesetter keeps on one line
    r"[（(“‘《〈【\[]*+(?:[A-Za-z0-9.,%‰/+\-]++|.)[，。；：！？、）)”’》〉】\]%,.;:!?]*+"
)
_INDENT = 1.2  # characters: a first line that begins further in
_CERTAIN = 0.35  # characters of room to spare, before a line counts as ended on purpose
_LESS_CERTAIN = 0.7  # where the room was measured on a picture
_PADDING = 5.7  # points: a cell's usual margin in Word, 0.19 cm, with a hair more


def paragraphs(lines: Sequence[Line], left: float, right: float) -> list[list[Line]]:
    """Lines of one column or cell -> lines of each paragraph; left, right: where text may stand."""
    if not lines:
        return []
    spare = rooms(lines, left, right)
    pitch = median(b.middle - a.middle for a, b in pairwise(lines)) if len(lines) > 1 else 0.0
    base = min(line.x0 for line in lines)
    centred = is_centred(lines, left, right)
    groups = [[lines[0]]]
    for before, after, room in zip(lines, lines[1:], spare, strict=False):
        indented = not centred and after.x0 > base + _INDENT * before.size
        loose = after.middle - before.middle > 1.6 * pitch
        if loose or ends(before, after, room, indented):
            groups.append([after])
        else:
            groups[-1].append(after)
    return groups


def cell_inside(lines: Sequence[Line], left: float, right: float) -> tuple[float, float]:
    """The inner edges of a cell between its rules at left and right (points)."""
    padding = max(0.0, min(_PADDING, min((line.x0 for line in lines), default=left) - left))
    return left + padding, right - max(padding, _PADDING)


def rooms(lines: Sequence[Line], left: float, right: float) -> list[float]:
    """How much room each line had left, in points."""
    if is_centred(lines, left, right):
        width = max(right - left, *(line.x1 - line.x0 for line in lines))
        return [width - (line.x1 - line.x0) for line in lines]
    edge = _edge(lines, right)
    return [edge - line.x1 for line in lines]


def is_centred(lines: Sequence[Line], left: float, right: float) -> bool:
    """Whether the lines are set around a common middle."""
    size = lines[0].size
    middles = [line.x0 + line.x1 for line in lines]
    if len(lines) == 1:
        return abs(middles[0] - left - right) < size and lines[0].x0 - left > size
    ragged = max(line.x0 for line in lines) - min(line.x0 for line in lines) > 0.4 * size
    return ragged and max(middles) - min(middles) < 1.2 * size


def join(lines: Sequence[Line]) -> str:
    """The text of one paragraph: Chinese lines join without a space, Latin words with one."""
    text = ""
    for line in lines:
        spaced = (
            text[-1:].isascii()
            and text[-1:].isalpha()
            and line.text[:1].isascii()
            and line.text[:1].isalpha()
        )
        text += (" " if spaced else "") + line.text
    return text


def unit_width(text: str, size: float) -> float:
    """The width of what must not be broken at the beginning of a text, in points."""
    unit = _UNIT.match(text)
    return size * sum(0.9 if ch == "%" else 0.55 if ch.isascii() else 1.0 for ch in unit[0]) if unit else 0.0


def ended(text: str) -> bool:
    """Whether a text ends as a sentence or an introduction does."""
    return _ENDED.search(text[-8:]) is not None


def _edge(lines: Sequence[Line], right: float) -> float:
    """The right edge: where two lines or more reach, if that lies a little inside `right`."""
    ends = sorted((line.x1 for line in lines), reverse=True)
    size = lines[0].size
    if len(ends) > 2 and right - 3 * size < ends[0] < right and ends[0] - ends[1] < size:
        return ends[0]
    return max(right, ends[0])


def ends(before: Line, after: Line, room: float, indented: bool) -> bool:
    """Whether a paragraph ends between two lines; `room` is what the first left free."""
    size = before.size
    if not 0.88 < after.size / size < 1.14:
        return True
    margin = _CERTAIN if before.confidence is None else _LESS_CERTAIN
    if room > min(unit_width(after.text, after.size), 6 * size) + margin * size:
        return True
    numbered = NUMBERED.match(after.text) is not None
    return (numbered or indented) and (ended(before.text) or (numbered and indented))
