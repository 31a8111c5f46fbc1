"""Finds the tables that ruling lines draw, as grids of cells with their merges.

Rules that touch make one table. Its distinct heights and widths make slots, and two slots
that no rule divides are one cell (union-find). Dashed and double rules count as one; an outer
border that is not drawn is supplied.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import msgspec

from extractors.readers.pages.connecting import find, tables, union
from extractors.readers.pages.geometry import Box, Rule

_SAME = 1.2  # points: rules this close lie on one line
_DASH = 4.5  # points: gaps of a dashed rule
_MERGE = 3.0  # points: boundaries closer than this are one (about 1 mm)
_COVERED = 0.6  # share of a slot's side that a rule must cover to divide
_OUT = 8.0  # points that a rule may run beyond all that cross it: more goes to a border that is not drawn
_MANY = 3000  # rules of one direction on a page; no form has as many


class GridCell(msgspec.Struct, frozen=True, kw_only=True):
    """A cell by the slots it takes, counted from 0, and its box on the page."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box


class Grid(msgspec.Struct, kw_only=True):
    """One table's boundaries and cells. `regular` is False where merges were no rectangles.

    `supplied`: its columns are kept apart by white space, not by rules.
    """

    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    regular: bool = True
    supplied: bool = False

    @property
    def box(self) -> Box:
        """The outline."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def grids(across: Sequence[Rule], down: Sequence[Rule]) -> list[Grid]:
    """All tables that horizontal and vertical rules of one page draw."""
    across, down = straight(across), straight(down)
    found = [_grid(*part) for part in tables(across, down)]
    return [grid for grid in found if grid is not None]


def straight(rules: Iterable[Rule]) -> list[Rule]:
    """Rules on one line joined end to end; specks left out."""
    joined: list[Rule] = []
    for group in _groups(sorted(rules, key=lambda r: r.at), _SAME):
        level = sorted(group, key=lambda r: r.start)
        start, end = level[0].start, level[0].end
        at = sum(r.at for r in level) / len(level)
        for rule in level[1:]:
            if rule.start <= end + _DASH:
                end = max(end, rule.end)
            else:
                joined.append(Rule(at, start, end))
                start, end = rule.start, rule.end
        joined.append(Rule(at, start, end))
    return sorted((r for r in joined if r.end - r.start > 7), key=lambda r: r.at)[:_MANY]


def boundaries(values: Iterable[float], tolerance: float = _MERGE) -> list[float]:
    """Distinct coordinates; those closer than the tolerance are one, at their mean."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][0] <= tolerance:
            found[-1].append(value)
        else:
            found.append([value])
    return [sum(group) / len(group) for group in found]


def nearest(values: Sequence[float], value: float) -> int:
    """Index of the boundary next to a coordinate."""
    index = bisect_left(values, value)
    near = [k for k in (index - 1, index) if 0 <= k < len(values)]
    return min(near, key=lambda k: abs(values[k] - value))


def _groups(rules: Sequence[Rule], tolerance: float) -> Iterable[list[Rule]]:
    group: list[Rule] = []
    for rule in rules:
        if group and rule.at - group[0].at > tolerance:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    xs = boundaries([r.at for r in down] + _open_ends(across, down))
    ys = boundaries([r.at for r in across] + _open_ends(down, across))
    if len(xs) < 2 or len(ys) < 2 or xs[-1] - xs[0] < 40 or ys[-1] - ys[0] < 10:
        return None
    walls = _walls(down, xs, ys)  # walls[k][row]: a rule at xs[k] beside that row
    floors = _walls(across, ys, xs)  # floors[k][column]: a rule at ys[k] over that column
    _close(walls, floors)
    _close(floors, walls)
    cells, regular = _cells(xs, ys, walls, floors)
    return _compact(Grid(xs=xs, ys=ys, cells=cells, regular=regular)) if cells else None


def _open_ends(rules: list[Rule], crossing: list[Rule]) -> list[float]:
    """Where two rules or more end alike, or one beyond all that cross it, a border may be missing there."""
    if len(rules) < 2:
        return []
    starts, ends = sorted(r.start for r in rules), sorted((r.end for r in rules), reverse=True)
    found = []
    for outer, second, out in (
        (starts[0], starts[1], crossing[0].at - starts[0]),
        (ends[0], ends[1], ends[0] - crossing[-1].at),
    ):
        if abs(outer - second) <= _MERGE or out > _OUT:
            found.append(outer)
    return found


def _walls(rules: list[Rule], at: list[float], along: list[float]) -> list[list[bool]]:
    """Which slot sides the rules cover: for each boundary `at`, for each interval of `along`."""
    covered = [[0.0] * (len(along) - 1) for _ in at]
    for rule in rules:
        side = covered[nearest(at, rule.at)]
        for k in range(len(along) - 1):
            side[k] += max(0.0, min(rule.end, along[k + 1]) - max(rule.start, along[k]))
    return [
        [length >= _COVERED * (along[k + 1] - along[k]) for k, length in enumerate(side)] for side in covered
    ]


def _close(walls: list[list[bool]], floors: list[list[bool]]) -> None:
    """Supplies an outer border that is not drawn: where most of a side is open, or rules run out to it."""
    for edge in (0, -1):
        side = walls[edge]
        if 2 * sum(side) < len(side):
            side[:] = [True] * len(side)
        start = 0
        while start < len(side):
            end = start
            while end < len(side) and not side[end]:
                end += 1
            if end > start and floors[start][edge] and floors[end][edge]:
                side[start:end] = [True] * (end - start)
            start = end + 1


def _cells(
    xs: list[float], ys: list[float], walls: list[list[bool]], floors: list[list[bool]]
) -> tuple[list[GridCell], bool]:
    rows, columns = len(ys) - 1, len(xs) - 1
    outside = rows * columns
    parent = list(range(outside + 1))
    for row in range(rows):
        for column in range(columns):
            slot = row * columns + column
            if column + 1 < columns and not walls[column + 1][row]:
                union(parent, slot, slot + 1)
            if row + 1 < rows and not floors[row + 1][column]:
                union(parent, slot, slot + columns)
            edges = (column or walls[0][row]) and (column + 1 < columns or walls[-1][row])
            if not (edges and (row or floors[0][column]) and (row + 1 < rows or floors[-1][column])):
                union(parent, slot, outside)
    areas: dict[int, list[int]] = {}
    for slot in range(outside):
        root = find(parent, slot)
        if root != find(parent, outside):
            areas.setdefault(root, []).append(slot)
    cells, regular = [], True
    for slots in areas.values():
        parts = _rectangles(slots, columns)
        regular = regular and len(parts) == 1
        cells += [_cell(part, xs, ys) for part in parts]
    return sorted(cells, key=lambda c: (c.row, c.column)), regular


def _compact(grid: Grid) -> Grid:
    """Without boundaries that bound no cell."""
    columns = sorted({k for cell in grid.cells for k in (cell.column, cell.column + cell.colspan)})
    rows = sorted({k for cell in grid.cells for k in (cell.row, cell.row + cell.rowspan)})
    if len(columns) == len(grid.xs) and len(rows) == len(grid.ys):
        return grid
    column_of, row_of = ({k: index for index, k in enumerate(kept)} for kept in (columns, rows))
    cells = [
        msgspec.structs.replace(
            cell,
            row=row_of[cell.row],
            column=column_of[cell.column],
            rowspan=row_of[cell.row + cell.rowspan] - row_of[cell.row],
            colspan=column_of[cell.column + cell.colspan] - column_of[cell.column],
        )
        for cell in grid.cells
    ]
    return Grid(
        xs=[grid.xs[k] for k in columns], ys=[grid.ys[k] for k in rows], cells=cells, regular=grid.regular
    )


def _rectangles(slots: list[int], columns: int) -> list[tuple[int, int, int, int]]:
    """Slots of one area as rectangles (row, column, rowspan, colspan): one, if it is one."""
    left = set(slots)
    parts = []
    while left:
        row, column = divmod(min(left), columns)
        width = 1
        while column + width < columns and row * columns + column + width in left:
            width += 1
        height = 1
        while all((row + height) * columns + column + k in left for k in range(width)):
            height += 1
        left -= {(row + i) * columns + column + k for i in range(height) for k in range(width)}
        parts.append((row, column, height, width))
    return parts


def _cell(part: tuple[int, int, int, int], xs: list[float], ys: list[float]) -> GridCell:
    row, column, height, width = part
    box = Box(xs[column], ys[row], xs[column + width], ys[row + height])
    return GridCell(row=row, column=column, rowspan=height, colspan=width, box=box)
