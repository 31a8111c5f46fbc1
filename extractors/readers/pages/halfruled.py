"""Supplies the walls of tables that are ruled only across, where white space keeps their columns apart.

Sites and report systems rule tables so, or shade every second row. A band between two rules is a row;
text that crosses what divides the columns of most rows stands in a merged cell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.readers.pages.geometry import Box, Rule
from extractors.readers.pages.grid import Grid, boundaries, grids, straight
from extractors.readers.pages.page import Piece

_ROWS = 2  # bands with nearly as many texts as any
_COLUMNS = 3
_NEAR = 3.0  # points
_WIDE = 150.0  # points: narrower rules make no table
_HIGH = 260.0  # points: the highest row
_GUTTER = 0.25  # of a character: the narrowest white space between columns
_CROSSED = 0.1  # share of the places where texts may cross what divides columns
_FULL = 0.6  # share of the most texts in a row that makes a row tell of the columns

Span = tuple[float, float]


def supplied(
    across: Sequence[Rule],
    fills: Sequence[Box],
    pieces: Sequence[Piece],
    known: Sequence[Grid],
    before: Sequence[Grid],
) -> list[Grid]:
    """Tables without walls among the rules and the shaded areas of a page, besides the `known` ones.

    A known grid of one column may be such a table, too: then it is left to the caller to drop it.
    `before`: those of the page before, whose columns go on in a table of their outline.
    """
    edges = [Rule(y, box.x0, box.x1) for box in fills for y in (box.y0, box.y1)]
    drawn = [grid.box for grid in known if len(grid.xs) > 2]
    free = [
        rule
        for rule in straight([*across, *edges])
        if not any(
            box.y0 - _NEAR <= rule.at <= box.y1 + _NEAR and box.x0 < rule.end and rule.start < box.x1
            for box in drawn
        )
    ]
    return [grid for rules in _ladders(free) for grid in _table(rules, pieces, before)]


def _ladders(rules: list[Rule]) -> Iterator[list[Rule]]:
    """Sets of rules one below the other, the widest of one outline."""
    left = list(rules)
    while left:
        widest = max(left, key=lambda rule: rule.end - rule.start)
        if widest.end - widest.start < _WIDE:
            return
        inside = [r for r in left if r.start >= widest.start - _NEAR and r.end <= widest.end + _NEAR]
        whole = [r for r in inside if r.start <= widest.start + _NEAR and r.end >= widest.end - _NEAR]
        left = [rule for rule in left if rule not in inside]
        groups = [[inside[0]]]
        for before, after in pairwise(inside):
            if after.at - before.at > _HIGH:
                groups.append([])
            groups[-1].append(after)
        yield from (group for group in groups if sum(rule in whole for rule in group) > 1)


def _table(rules: list[Rule], pieces: Sequence[Piece], before: Sequence[Grid]) -> list[Grid]:
    x0, x1 = min(r.start for r in rules), max(r.end for r in rules)
    ys = boundaries(r.at for r in rules)
    bands: list[list[Piece]] = [[] for _ in ys[1:]]
    for piece in pieces:
        x, y = (piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2
        if x0 <= x <= x1 and ys[0] < y < ys[-1]:
            bands[bisect_right(ys, y) - 1].append(piece)
    texts = [_texts(band) for band in bands]
    most = max(map(len, texts), default=0)
    full = [spans for spans in texts if spans and len(spans) >= _FULL * most]
    if most < _COLUMNS:
        return []
    walls = _known(x0, x1, full, before)
    if not walls and len(full) >= _ROWS:
        walls = _gutters(full, _inner_ends(rules, x0, x1))
    if len(walls) + 1 < _COLUMNS:
        return []
    down = [Rule(x, ys[0], ys[-1]) for x in (x0, x1)]
    for (top, bottom), spans in zip(pairwise(ys), texts, strict=True):
        down += [Rule(x, top, bottom) for x in walls if not any(a < x < b for a, b in spans)]
    made = grids(rules, down)
    for grid in made:
        grid.supplied = True
    return made


def _known(x0: float, x1: float, full: list[list[Span]], before: Sequence[Grid]) -> list[float]:
    """The inner boundaries of a table of the page before, if it has this outline and texts keep to them."""
    for grid in before:
        walls = grid.xs[1:-1]
        crossed = sum(a < x < b for x in walls for spans in full for a, b in spans)
        outline = max(abs(grid.xs[0] - x0), abs(grid.xs[-1] - x1))
        if outline <= _NEAR and crossed <= _CROSSED * len(walls) * len(full):
            return walls
    return []


def _inner_ends(rules: Sequence[Rule], x0: float, x1: float) -> list[float]:
    """Where rules end inside the outline: beside merged cells."""
    ends = boundaries(x for rule in rules for x in (rule.start, rule.end))
    return [x for x in ends if x0 + _NEAR < x < x1 - _NEAR]


def _texts(band: list[Piece]) -> list[Span]:
    """Where the texts of a row stand, wrapped lines together."""
    spans: list[Span] = []
    for piece in sorted(band, key=lambda p: p.x0):
        if spans and piece.x0 - spans[-1][1] < _GUTTER * piece.size:
            spans[-1] = (spans[-1][0], max(spans[-1][1], piece.x1))
        else:
            spans.append((piece.x0, piece.x1))
    return spans


def _gutters(full: list[list[Span]], ends: Sequence[float]) -> list[float]:
    """Where columns part: where rules end, and in the middles of the white spaces.

    The row of most texts shows the columns first.
    """
    columns: list[Span] = sorted(full, key=len)[-1].copy()
    for spans in full:
        for x0, x1 in spans:
            over = [k for k, (a, b) in enumerate(columns) if x0 < b and a < x1]
            if not over:
                columns = sorted([*columns, (x0, x1)])
            elif len(over) == 1 and not any(x0 < x < x1 for x in ends):
                a, b = columns[over[0]]
                columns[over[0]] = (min(a, x0), max(b, x1))
    gutters = [(a[1], b[0]) for a, b in pairwise(columns)]
    middles = [(a + b) / 2 for a, b in gutters if not any(a - _NEAR <= x <= b + _NEAR for x in ends)]
    return sorted([*ends, *middles])
