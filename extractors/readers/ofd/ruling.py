"""Path objects of an OFD page as ruling lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex
from lxml import etree

from extractors.readers.ofd.geometry import Matrix, numbers
from extractors.readers.pages.geometry import Rule

_STEP = regex.compile(r"([SMLQBAC])([^SMLQBAC]*+)")
_LENGTHS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7}
_THIN, _SHORT, _SLOPE = 2.5, 2.0, 0.7  # points: a filled bar is a rule; a mark is none; a rule is straight
_WHITE = ("255 255 255", "0 0 0 0")  # RGB, CMYK

_Point = tuple[float, float]


def rules(path: etree._Element, matrix: Matrix) -> Iterator[tuple[bool, Rule]]:
    """(runs across, rule) for each straight line of a PathObject."""
    data = path.find("{*}AbbreviatedData")
    lines = list(outlines(data.text if data is not None else None, matrix))
    if path.get("Fill", "false") == "true":
        for line in lines:
            yield from _bar(line)
    if path.get("Stroke", "true") != "false" and not _is_white(path.find("{*}StrokeColor")):
        for line in lines:
            for start, end in pairwise(line):
                yield from _rule(start, end)


def outlines(data: str | None, matrix: Matrix) -> Iterator[list[_Point]]:
    """The connected points of a path, on the page; curves by their ends."""
    line: list[_Point] = []
    for step, arguments in _STEP.findall(data or ""):
        if step == "C":
            if line:
                line.append(line[0])
            continue
        values = numbers(arguments)
        if len(values) < _LENGTHS[step]:
            continue
        if step in "SM":
            if len(line) > 1:
                yield line
            line = []
        line.append(matrix.apply(*values[_LENGTHS[step] - 2 : _LENGTHS[step]]))
    if len(line) > 1:
        yield line


def _rule(start: _Point, end: _Point) -> Iterator[tuple[bool, Rule]]:
    across, down = abs(end[0] - start[0]), abs(end[1] - start[1])
    if down < _SLOPE and across > _SHORT:
        yield True, Rule((start[1] + end[1]) / 2, min(start[0], end[0]), max(start[0], end[0]))
    elif across < _SLOPE and down > _SHORT:
        yield False, Rule((start[0] + end[0]) / 2, min(start[1], end[1]), max(start[1], end[1]))


def _bar(line: list[_Point]) -> Iterator[tuple[bool, Rule]]:
    """A filled rectangle that is thin is a rule; a wide one is a shaded cell."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    if y1 - y0 < _THIN < x1 - x0:
        yield True, Rule((y0 + y1) / 2, x0, x1)
    elif x1 - x0 < _THIN < y1 - y0:
        yield False, Rule((x0 + x1) / 2, y0, y1)


def _is_white(color: etree._Element | None) -> bool:
    return color is not None and " ".join(color.get("Value", "").split()) in _WHITE
