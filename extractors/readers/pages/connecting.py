"""Brings the rules of a page together that make one table."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractors.readers.pages.geometry import Rule

_TOUCH = 3.0  # points: rules this close meet
_OPEN = 8.0  # points beyond the outermost wall: a border there is not drawn
_SIDE = 150.0  # points: the widest column of merged cells beside the others
_BANNER = 60.0  # points: the highest row that no wall divides

Rules = tuple[list[Rule], list[Rule]]  # across, down, each from its least coordinate on


def tables(across: Sequence[Rule], down: Sequence[Rule]) -> list[Rules]:
    """Sets of rules that hang together, by touching, by an open row between them or as an open side."""
    touching = _touching(across, down)
    found: list[Rules] = []
    for part in sorted((part for part in touching if part[0]), key=lambda part: part[0][0].at):
        upper = next((known for known in found if _is_banner_between(known, part)), None)
        if upper is None:
            found.append(part)
        else:
            upper[0].extend(part[0])
            upper[1][:] = sorted(upper[1] + part[1], key=lambda rule: rule.at)
    found = [part for part in found if len(part[0]) > 1 and part[1]]
    for (wall,) in (walls for rules, walls in touching if not rules):
        beside = next((part for part in found if _is_side(wall, part)), None)
        if beside:
            beside[1][:] = sorted([*beside[1], wall], key=lambda rule: rule.at)
    return found


def _is_side(wall: Rule, part: Rules) -> bool:
    """Whether a wall that touches nothing is the border of merged cells that no rule divides on this page."""
    alike = [w for w in part[1] if abs(w.start - wall.start) <= _TOUCH and abs(w.end - wall.end) <= _TOUCH]
    near = part[1][0].at - _SIDE <= wall.at <= part[1][-1].at + _SIDE
    return near and 2 * len(alike) > len(part[1])


def _touching(across: Sequence[Rule], down: Sequence[Rule]) -> list[Rules]:
    """Sets of rules that touch, single ones among them."""
    parent = list(range(len(across) + len(down)))
    heights = [rule.at for rule in across]
    for number, wall in enumerate(down, len(across)):
        first, last = bisect_left(heights, wall.start - _TOUCH), bisect_right(heights, wall.end + _TOUCH)
        for index in range(first, last):
            rule = across[index]
            if rule.start - _TOUCH <= wall.at <= rule.end + _TOUCH:
                union(parent, index, number)
    parts: dict[int, Rules] = {}
    for index in range(len(parent)):
        part = parts.setdefault(find(parent, index), ([], []))
        if index < len(across):
            part[0].append(across[index])
        else:
            part[1].append(down[index - len(across)])
    return list(parts.values())


def find(parent: list[int], index: int) -> int:
    """The root of an element's set."""
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def union(parent: list[int], first: int, second: int) -> None:
    """Join two sets; the smaller index is the root."""
    a, b = find(parent, first), find(parent, second)
    parent[max(a, b)] = min(a, b)


def _is_banner_between(upper: Rules, lower: Rules) -> bool:
    """Whether a row without walls lies between two parts of a table whose sides are open.

    Both have the same outline, none a border at its sides, one the columns of the other.
    """
    above, below = upper[0][-1], lower[0][0]
    if not _OPEN < below.at - above.at <= _BANNER:
        return False
    if abs(above.start - below.start) > _TOUCH or abs(above.end - below.end) > _TOUCH:
        return False
    walled = [walls for _, walls in (upper, lower) if walls]
    if any(min(walls[0].at - above.start, above.end - walls[-1].at) < _OPEN for walls in walled):
        return False
    some, others = sorted(([wall.at for wall in walls] for _, walls in (upper, lower)), key=len)
    return all(any(abs(x - y) <= _TOUCH for y in others) for x in some)
