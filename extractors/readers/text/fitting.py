"""Joins the fragments of table rows that blank lines inside a cell have torn apart.

A blank line ends a row, but it may also stand inside a cell: `符合标准⏎⏎`. Then one row of nine
cells arrives as fragments of 5, 1 and 3. Which fragments belong together is told by the shape of
the table: a reading in which the number of cells seldom changes is better than one in which it
changes all the time. The cheapest reading is found by dynamic programming.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
import regex

_NARROWEST = 5  # cells; below, pairs such as 主管部门｜…｜实施单位｜… would be joined by chance
_WITHOUT_NUMBERS = 7  # the same where no whole row has a number to compare with
_STATES = 16
_JOIN = 0.3  # of a change of shape
_EMPTY_START = 0.6  # a fragment that starts with an empty (vertically merged) cell is rather a new row
_WORD = 12  # characters of a torn heading's rest
_STOP = regex.compile(r"[。；：:，]|^\s*+(?:附|注|说明)")
_VALUE = regex.compile(r"\s*+[-+≥≤><=＞＜≧≦]?\s*+[\d,，]++(?:\.\d++)?+\s*+[^\s\d，。；]{0,4}+\s*+")
_TOTAL = regex.compile(r"\s*+(?:自评)?(?:总\s*+分|合\s*+计|总\s*+计|小\s*+计|总\s*+得\s*+分)")


class Fragment(msgspec.Struct):
    """The cells between two blank lines. `lead` are lines before its first cell."""

    cells: list[str]
    lead: list[str] = []
    gap: int = 0  # blank lines before it


class _Option(msgspec.Struct):
    """One way to read a row: fragments start..end, its number of cells, what joining them costs."""

    end: int
    width: int
    cost: float
    free: bool = False  # a total row is short by its merges: no change of shape
    fresh: bool = False  # after other text a new table begins
    heads: bool = False  # headings torn inside a word, over rows of the same width


class _State(msgspec.Struct):
    cost: float
    rows: tuple[tuple[int, int], object] | None


def rows(fragments: Sequence[Fragment], shared: int = 0) -> list[tuple[int, int]]:
    """The rows as (start, end) runs of fragments, in order.

    `shared` is the number of cells that two neighbours have in common where they are joined:
    0 where a cell has a line of its own, 1 where the cells of a row stand on one line.
    """
    best: list[dict[int, _State]] = [{} for _ in range(len(fragments) + 1)]
    best[0][0] = _State(0.0, None)
    wide = _wide(fragments)
    for start in range(len(fragments)):
        states = sorted(best[start].items(), key=lambda item: item[1].cost)[:_STATES]
        for option in _options(fragments, start, wide, shared):
            for width, state in states:
                if option.end > start + 1 and width != option.width and not option.heads:
                    continue  # only a row that fits the rows above it may be joined
                changed = not (option.free or option.fresh or width in (0, option.width))
                after = width if option.free else option.width
                cost = state.cost + option.cost + changed
                known = best[option.end].get(after)
                if known is None or cost < known.cost:
                    best[option.end][after] = _State(cost, ((start, option.end), state.rows))
        best[start] = {}
    return _unrolled(min(best[-1].values(), key=lambda state: state.cost))


def _unrolled(state: _State) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    link: object = state.rows
    while isinstance(link, tuple):
        found.append(link[0])
        link = link[1]
    return found[::-1]


def _wide(fragments: Sequence[Fragment]) -> dict[int, list[int]]:
    """Where single fragments have each width that a joined row may have."""
    counts = Counter(len(fragment.cells) for fragment in fragments)
    places: dict[int, list[int]] = {width: [] for width in counts if width >= _NARROWEST}
    for index, fragment in enumerate(fragments):
        if len(fragment.cells) in places:
            places[len(fragment.cells)].append(index)
    return places


def _options(
    fragments: Sequence[Fragment], start: int, wide: dict[int, list[int]], shared: int
) -> Iterator[_Option]:
    first = fragments[start]
    total = _is_total(first)
    alone = total or not first.cells
    yield _Option(end=start + 1, width=len(first.cells), cost=0.0, free=alone, fresh=bool(first.lead))
    if total or not wide or not first.cells:
        return
    # a trifle on top: of two equally cheap readings the one that joins less
    widest, width, cost = max(wide), len(first.cells), 1e-6
    torn = True
    for end in range(start + 1, min(len(fragments), start + 40)):
        fragment = fragments[end]
        if _is_total(fragment):
            return
        torn = torn and _goes_on(fragment)
        width += len(fragment.cells) - shared
        cost += _JOIN + (_EMPTY_START if not shared and _starts_empty(fragment) else 0.0)
        if width > widest:
            return
        if width in wide and _plausible(fragments, start, end + 1, wide[width], shared):
            yield _Option(end=end + 1, width=width, cost=cost)
        elif torn and _heads(fragments, start, end + 1, width):
            yield _Option(end=end + 1, width=width, cost=1e-6, heads=True)


def _goes_on(fragment: Fragment) -> bool:
    """A fragment that begins with the rest of a word: 年初⏎⏎预算数. A paragraph is longer, or has a stop."""
    text = "".join(fragment.lead)
    return fragment.gap == 1 and 0 < len(text) <= _WORD and not _STOP.search(text)


def _heads(fragments: Sequence[Fragment], start: int, end: int, width: int) -> bool:
    """Headings without a number over at least two rows that are as wide."""
    below = [len(fragment.cells) for fragment in fragments[end : end + 2]]
    return below == [width, width] and not any(_numbers(fragment) for fragment in fragments[start:end])


def _is_total(fragment: Fragment) -> bool:
    first = next((cell for cell in fragment.cells if cell), "")
    return _TOTAL.match(first) is not None


def _starts_empty(fragment: Fragment) -> bool:
    return bool(fragment.cells) and not fragment.lead and not fragment.cells[0].strip()


def _plausible(fragments: Sequence[Fragment], start: int, end: int, places: list[int], shared: int) -> bool:
    """Whether numbers stand in the joined row where they stand in a whole row nearby."""
    models = [model for model in (_numbers(fragments[place]) for place in _near(places, start)) if model]
    joined = merged(fragments[start:end], shared)
    if not models:
        return len(joined) >= _WITHOUT_NUMBERS
    return any(_fits(joined, numbers) for numbers in models)


def _fits(joined: Sequence[str], numbers: Sequence[int]) -> bool:
    """At least one number column holds a number, and at least half of them a number or nothing."""
    found = sum(bool(_VALUE.fullmatch(joined[index])) for index in numbers)
    empty = sum(not joined[index].strip() for index in numbers)
    return found > 0 and (found + empty) * 2 >= len(numbers)


def _numbers(fragment: Fragment) -> list[int]:
    return [index for index, cell in enumerate(fragment.cells) if _VALUE.fullmatch(cell)]


def _near(places: list[int], start: int) -> list[int]:
    """The whole rows that stand nearest, three on either side."""
    middle = bisect(places, start)
    return places[max(0, middle - 3) : middle + 3]


def merged(fragments: Sequence[Fragment], shared: int = 0) -> list[str]:
    """The cells of one row. Lines before a fragment's first cell go on in the cell before them."""
    cells = list(fragments[0].cells)
    for fragment in fragments[1:]:
        rest = fragment.cells
        if fragment.lead:
            cells[-1] += "\n" * (fragment.gap + 1) + "\n".join(fragment.lead)
        if shared and rest:
            cells[-1] += "\n" + rest[0]
            rest = rest[1:]
        cells += rest
    return cells
