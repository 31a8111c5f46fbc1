"""Which cell of a row belongs to which column of the header above it."""

from __future__ import annotations

from functools import lru_cache

from extractors.forms import vocabulary
from extractors.forms.columns import Column
from extractors.forms.contents import content
from extractors.forms.grid import Row, Slot
from extractors.forms.headers import Header

# What a kind of content costs under a role: 0 at home, 3 hardly possible.
_TEXT_ROLES = frozenset(
    {"level1", "level2", "level3", "name", "label", "unit_name", "project_name", "side", "category"}
)
_FREE = frozenset(
    {"target", "actual", "initial_target", "adjusted_target", "review_actual", "goal_target", "goal_actual"}
)
_POINT_ROLES = frozenset(
    {"weight", "score", "raw_score", "review_score", "self_score", "level1_weight", "level2_weight", "factor"}
)
_MONEY_ROLES = frozenset({"initial", "budget", "arrived", "executed", "surplus"})
_KINDS = ("text", "blank", "filler", "points", "number", "percent", "measure", "sign")
_PRICES: dict[str, tuple[float, ...]] = {
    "text": (0.0, 0.2, 0.3, 2.0, 2.0, 2.5, 1.2, 2.5),
    "free": (0.2, 0.3, 0.3, 0.3, 0.3, 0.2, 0.0, 1.5),
    "points": (3.0, 0.2, 0.2, 0.0, 1.2, 1.2, 2.5, 3.0),
    "money": (3.0, 0.2, 0.2, 0.1, 0.0, 2.5, 2.5, 3.0),
    "rate": (3.0, 0.2, 0.2, 0.6, 0.9, 0.0, 1.5, 3.0),
    "sign": (2.5, 0.3, 0.5, 3.0, 3.0, 3.0, 3.0, 0.0),
    "unit": (0.6, 0.3, 0.4, 3.0, 3.0, 2.0, 3.0, 3.0),
    "note": (0.0, 0.1, 0.1, 1.8, 1.5, 1.5, 1.0, 2.5),
}
_COSTS = {family: dict(zip(_KINDS, prices, strict=True)) for family, prices in _PRICES.items()}
_EXTRA = {"blank": 0.7, "filler": 1.0}  # a cell left over; 3.0 where it says something
_MERGED = 0.4  # a column without a cell that is usually merged (names, side labels)
_NAME = 0.8  # the name itself, which is seldom merged
_MISSING = 1.2  # any other column without a cell


@lru_cache(maxsize=256)
def _family(role: str | None) -> str:
    role = (role or "").removeprefix("other_").removeprefix("actual_")
    if role in _TEXT_ROLES:
        return "text"
    if role in _FREE:
        return "free"
    if role in _POINT_ROLES:
        return "points"
    if role in _MONEY_ROLES:
        return "money"
    if role in ("rate", "completion", "deviation"):
        return "rate"
    return role if role in ("sign", "unit") else "note"


def _price(kind: str, text: str, role: str | None) -> float:
    """What a cell costs under a role; a name known from another level costs a little more."""
    price = _COSTS[_family(role)][kind]
    if role in ("level1", "level2", "level3", "name") and kind == "text":
        usual = vocabulary.level(text)
        price += 0.3 if usual is not None and role not in usual else 0.0
    return price


def _skip(column: Column) -> float:
    if column.role in ("level3", "name", "label", "unit_name"):
        return _NAME
    return (
        _MERGED
        if _family(column.role) in ("text", "note") or (column.role or "").endswith("_weight")
        else _MISSING
    )


def by_content(slots: list[Slot], columns: list[Column]) -> list[int | None]:
    """The cheapest order-keeping match of cells to columns; None for a cell left over.

    For rows whose cells do not fit the header by count, where no grid says where they
    belong. Cost grows with cells x columns; both are bounded by the width of a form.
    """
    n, m = len(slots), len(columns)
    kinds = [content(slot.text) for slot in slots]
    cost = [[0.0] * (m + 1) for _ in range(n + 1)]
    step = [[""] * (m + 1) for _ in range(n + 1)]
    for i in range(n + 1):
        for j in range(m + 1):
            options: list[tuple[float, str]] = []
            if j:
                options.append((cost[i][j - 1] + _skip(columns[j - 1]), "skip"))
            if i and j:
                price = _price(kinds[i - 1], slots[i - 1].text, columns[j - 1].role)
                options.append((cost[i - 1][j - 1] + price, "match"))
            if i:
                options.append((cost[i - 1][j] + _EXTRA.get(kinds[i - 1], 3.0), "extra"))
            if options:
                cost[i][j], step[i][j] = min(options, key=lambda option: option[0])
    return _traced(step, n, m)


def _traced(step: list[list[str]], i: int, j: int) -> list[int | None]:
    out: list[int | None] = [None] * i
    while i or j:
        kind = step[i][j]
        if kind == "match":
            out[i - 1] = j - 1
        i -= kind in ("match", "extra")
        j -= kind in ("match", "skip")
    return out


def _overlap(slot: Slot, column: Column) -> int:
    return min(slot.stop, column.stop) - max(slot.column, column.start)


def _under(slot: Slot, columns: list[Column]) -> int | None:
    """The first column wholly under the cell, else the one it overlaps most."""
    for j, column in enumerate(columns):
        if slot.column <= column.start and column.stop <= slot.stop:
            return j
    best = max(range(len(columns)), key=lambda j: (_overlap(slot, columns[j]), -j))
    return best if _overlap(slot, columns[best]) > 0 else None


def _by_grid(slots: list[Slot], columns: list[Column]) -> list[int | None]:
    return [_under(slot, columns) for slot in slots]


def assign(row: Row, header: Header) -> dict[int, list[Slot]]:
    """Column index -> cells of this row under it, in order; -1 holds the cells left over.

    Where the format tells the grid, a cell belongs to the first column that it stands
    under (a cell merged over several columns to the first of them). Where not, a row with
    as many cells as the header goes by order, any other by content.
    """
    columns, slots = header.columns, row.slots
    same = row.exact and row.columns == header.rows[-1].columns and not header.mode
    if same:
        places = _by_grid(slots, columns)
    elif len(slots) == len(columns):
        places = list(range(len(columns)))
    elif header.mode == "left":
        places = [i if i < len(columns) else None for i in range(len(slots))]
    elif header.mode == "right":
        shift = len(columns) - len(slots)
        places = [i + shift if i + shift >= 0 else None for i in range(len(slots))]
    else:
        places = by_content(slots, columns)
    out: dict[int, list[Slot]] = {}
    for slot, place in zip(slots, places, strict=True):
        out.setdefault(-1 if place is None else place, []).append(slot)
    return out
