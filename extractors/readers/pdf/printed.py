"""A printed PDF page as pieces of text, rules and tables, with a second opinion where in doubt."""

from __future__ import annotations

from statistics import median

from extractors.document import ReadIssue
from extractors.readers.pages.grid import Grid, grids
from extractors.readers.pages.halfruled import supplied
from extractors.readers.pages.page import Page, Piece
from extractors.readers.pdf import opinion, rulings
from extractors.readers.pdf.triage import View

_MARK = 2.0  # times the usual type: larger text that lies across the rules of a table is a watermark
_SLACK = 0.1  # of a character: so much of its box may lie over a rule
_LARGE = 0.2  # share of the page: a picture this large may hold a table


def page(view: View, data: bytes, before: Page | None = None) -> Page:
    """One printed page; `data` is the file, for the second opinion, `before` the page that it follows."""
    found = grids(view.drawing.across, view.drawing.down)
    if doubts(found, view.layer.pieces):
        other = opinion.tables(data, view.index, view.frame)
        if other and doubts(other, view.layer.pieces) < doubts(found, view.layer.pieces):
            found = other
    found = _with_half_ruled(view, found, before)
    width, height = view.size
    usual = median(piece.size for piece in view.layer.pieces) if view.layer.pieces else 0.0
    marks = [p for p in view.layer.pieces if p.size >= _MARK * usual and _is_across(p, found)]
    pieces = [p for p in view.layer.pieces if p not in marks] if marks else view.layer.pieces
    return Page(
        number=view.index + 1,
        width=width,
        height=height,
        pieces=pieces,
        tables=found,
        issues=[*_issues(view, found), *(_dropped(p, view) for p in marks)],
    )


def _with_half_ruled(view: View, found: list[Grid], before: Page | None) -> list[Grid]:
    """Tables with those that have no walls; what was one column of such a table goes."""
    known = [grid for grid in (before.tables if before else None) or [] if grid.supplied]
    more = supplied(view.drawing.across, view.drawing.fills, view.layer.pieces, found, known)
    return [grid for grid in found if not any(_covers(other, grid) for other in more)] + more


def _covers(larger: Grid, grid: Grid) -> bool:
    return larger.box.holds((grid.xs[0] + grid.xs[-1]) / 2, (grid.ys[0] + grid.ys[-1]) / 2)


def _is_across(piece: Piece, found: list[Grid]) -> bool:
    """Whether a text lies over several rows and several columns of a table, whatever their rules.

    A large title that runs over the cells to its right stays within its row; it is text.
    """
    slack = _SLACK * piece.size
    x0, x1, y0, y1 = piece.x0 + slack, piece.x1 - slack, piece.y0 + slack, piece.y1 - slack
    for grid in found:
        under = [c for c in grid.cells if c.box.x0 < x1 and x0 < c.box.x1 and c.box.y0 < y1 and y0 < c.box.y1]
        if not under or not grid.box.holds((x0 + x1) / 2, (y0 + y1) / 2):
            continue
        rows = min(c.row + c.rowspan for c in under) <= max(c.row for c in under)
        columns = min(c.column + c.colspan for c in under) <= max(c.column for c in under)
        if rows and columns:
            return True
    return False


def _dropped(piece: Piece, view: View) -> ReadIssue:
    return ReadIssue(
        code="watermark",
        severity="note",
        message="横跨表格多行多列的大字按水印处理，未读入表格，请对照原件核实。",
        text=piece.text,
        at=f"p{view.index + 1}",
    )


def doubts(found: list[Grid], pieces: list[Piece]) -> int:
    """How many texts stand inside a table but in no cell, and tables whose cells are no rectangles."""
    lost = 0
    for grid in found:
        for piece in pieces:
            x, y = (piece.x0 + piece.x1) / 2, (piece.y0 + piece.y1) / 2
            if grid.box.holds(x, y) and not any(cell.box.holds(x, y) for cell in grid.cells):
                lost += 1
    return lost + sum(not grid.regular for grid in found)


def _issues(view: View, found: list[Grid]) -> list[ReadIssue]:
    place = f"p{view.index + 1}"
    issues = []
    if view.layer.cut or view.drawing.cut:
        issues.append(("page-cut", "loss", "本页内容异常庞大，只读了前面一部分。"))
    if any(not grid.regular for grid in found):
        issues.append(("odd-table", "doubt", "表格框线不完整，单元格的合并关系可能有误，请对照原件核实。"))
    if any(grid.supplied for grid in found):
        text = "表格没有竖线，各列按空白划分，可能有误，请对照原件核实。"
        issues.append(("no-walls", "doubt", text))
    if any(rulings.share(box, view.frame) > _LARGE for box in view.drawing.pictures):
        issues.append(("picture", "note", "本页有大幅图片，图中的文字未读。"))
    if view.layer.unknown:
        issues.append(("unknown-characters", "doubt", f"有 {view.layer.unknown} 个字符没有编码，无法读出。"))
    return [
        ReadIssue(code=code, severity=severity, message=text, at=place) for code, severity, text in issues
    ]
