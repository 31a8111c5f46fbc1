"""Puts pieces of text into the cells of the tables that a page's rules draw."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from extractors.readers.pages import breaking
from extractors.readers.pages.grid import Grid, GridCell
from extractors.readers.pages.layout import Part, Slot
from extractors.readers.pages.lines import Line, lines, lowest
from extractors.readers.pages.page import Piece

_SEAM = 0.1  # of a character: a gap where a rule may stand between two texts
_OVER = 0.35  # of a character: how far text may lean over a rule
_INK = 0.35  # of a character: the part of a closing mark that is not white
_CLOSING = "）】》〉」』”’，。、；："


def fill(grids: list[Grid], pieces: list[Piece], page: int) -> tuple[list[Part], list[Piece]]:
    """Tables with their text, and the pieces that stand outside all of them.

    A table inside a cell of another becomes that cell's; a mere frame around tables goes.
    """
    rest = pieces
    filled: list[tuple[Grid, Part]] = []
    for grid in sorted(_tables(grids), key=_area):
        part, rest = _part(grid, rest, page)
        filled.append((grid, part))
    top = [part for grid, part in filled if not _nest(grid, part, filled)]
    return sorted((p for p in top if _holds_text(p)), key=lambda p: (p.ys[0], p.xs[0])), rest


def _area(grid: Grid) -> float:
    box = grid.box
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def _tables(grids: list[Grid]) -> list[Grid]:
    """Without frames: one cell around other tables."""
    return [grid for grid in grids if len(grid.cells) > 1 or not any(_inside(other, grid) for other in grids)]


def _inside(inner: Grid, outer: Grid) -> bool:
    a, b = inner.box, outer.box
    return inner is not outer and b.holds(a.x0 + 1, a.y0 + 1) and b.holds(a.x1 - 1, a.y1 - 1)


def _nest(grid: Grid, part: Part, filled: list[tuple[Grid, Part]]) -> bool:
    """Hangs a table into the cell that holds it; False where none does."""
    for outer, host in filled:
        if _inside(grid, outer):
            for slot in host.slots:
                if slot.box.holds(part.xs[0] + 1, part.ys[0] + 1) and slot.box.holds(
                    part.xs[-1], part.ys[-1]
                ):
                    slot.tables.append(part)
                    return True
    return False


def _holds_text(part: Part) -> bool:
    return any(slot.texts or slot.tables for slot in part.slots)


def _part(grid: Grid, pieces: list[Piece], page: int) -> tuple[Part, list[Piece]]:
    owner = {
        (row, column): index
        for index, cell in enumerate(grid.cells)
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.column + cell.colspan)
    }
    inside: dict[int, list[Piece]] = {}
    rest = []
    box = grid.box
    for piece in pieces:
        if not box.holds((piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2):
            rest.append(piece)
            continue
        row = bisect_right(grid.ys, (piece.y0 + piece.y1) / 2) - 1
        for share in _shares(piece, grid, row, owner):
            index = _home(share, grid, row, owner)
            if index is None:
                rest.append(share)
            else:
                inside.setdefault(index, []).append(share)
    slots = [slot(cell, lines(inside.get(index, []))) for index, cell in enumerate(grid.cells)]
    padding = min((each.spare for each in slots if each.texts), default=0.0)
    for each in slots:
        each.spare -= padding
    return Part(page=page, xs=grid.xs, ys=grid.ys, slots=slots, regular=grid.regular), rest


def _shares(piece: Piece, grid: Grid, row: int, owner: dict[tuple[int, int], int]) -> list[Piece]:
    """A piece cut where a rule stands in a gap between its characters."""
    seams = [
        x
        for k, x in enumerate(grid.xs[1:-1], 1)
        if piece.x0 < x < piece.x1 and owner.get((row, k - 1)) != owner.get((row, k))
    ]
    return cut(piece, seams) if seams else [piece]


def cut(piece: Piece, seams: list[float]) -> list[Piece]:
    """A piece in parts at those of the given places where no character stands in the way."""
    if not piece.starts:
        return [piece]
    edges = [0]
    for x in seams:
        index = bisect_right(piece.starts, x)
        if index >= len(piece.starts):
            continue
        end = _end(piece, index - 1)
        if piece.starts[index] - end > _SEAM * piece.size and end - 0.5 <= x:
            edges.append(index)
    edges.append(len(piece.starts))
    return [_slice(piece, a, b) for a, b in pairwise(sorted(set(edges))) if piece.text[a:b].strip()]


def _end(piece: Piece, index: int) -> float:
    """The right edge of a character's ink, by its usual width."""
    sign = piece.text[index]
    width = piece.size * (_INK if sign in _CLOSING else 0.5 if sign.isascii() else 1.0)
    following = piece.starts[index + 1] if index + 1 < len(piece.starts) else piece.x1
    return min(piece.starts[index] + (0.25 * piece.size if piece.text[index] == " " else width), following)


def _slice(piece: Piece, first: int, last: int) -> Piece:
    return Piece(
        text=piece.text[first:last],
        x0=piece.starts[first],
        y0=piece.y0,
        x1=_end(piece, last - 1) if last < len(piece.starts) else piece.x1,
        y1=piece.y1,
        size=piece.size,
        starts=piece.starts[first:last],
        confidence=piece.confidence,
    )


def _home(piece: Piece, grid: Grid, row: int, owner: dict[tuple[int, int], int]) -> int | None:
    """The cell of a piece. Text that overflows belongs where it begins at the left edge, else to the most."""
    columns = len(grid.xs) - 2
    first = min(max(bisect_right(grid.xs, piece.x0 + _OVER * piece.size) - 1, 0), columns)
    last = min(max(bisect_right(grid.xs, piece.x1 - _OVER * piece.size) - 1, first), columns)
    homes = {owner.get((row, column)) for column in range(first, last + 1)} - {None}
    if len(homes) < 2:
        return homes.pop() if homes else None
    start = owner.get((row, first))
    if start is not None and piece.x0 - grid.cells[start].box.x0 < 0.8 * piece.size:
        return start
    return max((h for h in homes if h is not None), key=lambda h: _overlap(piece, grid.cells[h]))


def _overlap(piece: Piece, cell: GridCell) -> float:
    return min(piece.x1, cell.box.x1) - max(piece.x0, cell.box.x0)


def slot(cell: GridCell, found: list[Line]) -> Slot:
    """A cell with its lines as paragraphs."""
    made = Slot(row=cell.row, column=cell.column, rowspan=cell.rowspan, colspan=cell.colspan, box=cell.box)
    made.confidence = lowest(line.confidence for line in found)
    found = [line for line in found if line.text]
    if not found:
        return made
    left, right = breaking.cell_inside(found, cell.box.x0, cell.box.x1)
    made.texts = [breaking.join(group) for group in breaking.paragraphs(found, left, right)]
    made.room = breaking.rooms(found, left, right)[-1]
    made.lines = len(found)
    made.spare = cell.box.y1 - cell.box.y0 - (found[-1].y1 - found[0].y0)
    made.size = found[-1].size
    return made
