"""Ways in which an office changes a form that it was given; each takes a drawn document and changes it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import msgspec

from corpus.layouts.areas import Area, changed, figured, plain, shifted, table_of, with_blocks
from corpus.layouts.reshaping import (
    copied,
    cover,
    in_column_order,
    in_row_order,
    placed,
    unmerged,
    with_column,
    with_row,
    without_column,
)
from corpus.layouts.truth import Drawn
from extractors.document import Block, Cell, Paragraph


@cache
def words() -> dict[str, dict[str, list[str]]]:
    """What offices write beside, under, in place of the usual words."""
    return tomllib.loads((Path(__file__).parent / "mutations.toml").read_text(encoding="utf-8"))


def column_added(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """A column that the usual form has not, somewhere among the others."""
    table = table_of(drawn, where)
    name = rng.choice(sorted(words()["columns"]))
    choice = words()["columns"][name]
    texts = dict.fromkeys(range(where.top, where.last + 1), "")
    for number, row in enumerate(where.rows, start=1):
        texts[row] = str(number) if choice == ["1"] else rng.choice(choice)
    before = rng.randint(2, table.columns + 1)
    out = with_column(table, before, texts)
    slots = [c for c in out.cells if c.column == before and where.top <= c.row <= where.header]
    tall = [c for c in slots if c.colspan == 1]
    if not tall:
        return None
    first = tall[0]
    if len(tall) > 1:  # one heading over all rows of the header
        out.cells = [c for c in out.cells if c not in tall[1:]]
        first.rowspan = sum(c.rowspan for c in tall)
    first.text = name
    return changed(drawn, where, out)


def spacer_added(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """A column with nothing in it."""
    table = table_of(drawn, where)
    texts = dict.fromkeys(range(where.top, where.last + 1), "")
    return changed(drawn, where, with_column(table, rng.randint(2, table.columns + 1), texts))


def untitled(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """No title above the table."""
    blocks = list(drawn.document.blocks)
    if where.block == 0 or len(drawn.forms) != 1 or where.form.kind != "project":
        return None
    above = [b for b in blocks[: where.block] if isinstance(b, Paragraph)]
    if not any("绩效" in b.text or "自评" in b.text for b in above):
        return None
    titled = [b for b in above if any(w in b.text for w in ("绩效", "自评", "年度", "表"))]
    kept: list[Block] = [b for b in blocks if b not in titled]
    return with_blocks(drawn, kept, where.form, year=None, unit_name=None, project_name=None)


def title_inside(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """The title in the first row of the table."""
    blocks = list(drawn.document.blocks)
    above = blocks[where.block - 1] if where.block else None
    if not isinstance(above, Paragraph) or len(above.text) > 40:
        return None
    table = table_of(drawn, where)
    blocks[where.block] = with_row(table, 1, [(1, table.columns, above.text)])
    del blocks[where.block - 1]
    return with_blocks(drawn, blocks)


def headings_renamed(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """Some headings in other words."""
    table = copied(table_of(drawn, where))
    known = words()["headings"]
    done = False
    for cell in table.cells:
        if cell.row <= where.header and plain(cell.text) in known and rng.random() < 0.5:
            cell.text, done = rng.choice(known[plain(cell.text)]), True
    return changed(drawn, where, table) if done else None


def headings_spaced(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """Headings with blanks or line breaks inside."""
    table = copied(table_of(drawn, where))
    for cell in table.cells:
        if where.top <= cell.row <= where.header and 2 <= len(cell.text) <= 8 and "\n" not in cell.text:
            cut = rng.randint(1, len(cell.text) - 1)
            cell.text = cell.text[:cut] + rng.choice(["\n", " ", "\u3000"]) + cell.text[cut:]
    return changed(drawn, where, table)


def note_rows(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """Lines of words across the table, between its rows or at its end."""
    table = table_of(drawn, where)
    for _ in range(rng.randint(1, 2)):
        row = rng.choice([where.header + 1, *[r + 1 for r in where.rows]])
        table = with_row(table, row, [(1, table.columns, rng.choice(words()["notes"]["across"]))])
        where = shifted(where, row)
    return changed(drawn, where, table)


def subtotals(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """小计 under each level."""
    table = table_of(drawn, where)
    weight, score = figured(table, where, "weight"), figured(table, where, "score")
    levels = [row.level1 for row in where.form.rows]
    if weight is None or score is None or weight == score or None in levels:
        return None
    label = rng.choice(words()["notes"]["subtotal"])
    for i in range(len(levels) - 1, -1, -1):
        if i + 1 < len(levels) and levels[i + 1] == levels[i]:
            continue
        rows = [row for row in where.form.rows[: i + 1] if row.level1 == levels[i]]
        sums = {weight: _sum(row.weight for row in rows), score: _sum(row.score for row in rows)}
        first = min(sums)
        cells = [(1, first - 1, label)] if first > 1 else []
        cells += [(c, 1, sums.get(c, "")) for c in range(first, table.columns + 1)]
        table = with_row(table, where.rows[i] + 1, cells)
    return changed(drawn, where, table)


def _sum(values: object) -> str:
    return f"{sum(v for v in values if v is not None):f}"  # type: ignore[attr-defined]


def header_again(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """The header once more in the middle, as after a page break."""
    table = table_of(drawn, where)
    if where.top != where.header:
        return None
    heads = [(c.column, c.colspan, c.text) for c in table.cells if c.row == where.header and c.rowspan == 1]
    row = where.rows[len(where.rows) // 2]
    seen = cover(table)
    if any(
        seen[row, c].row < row and any(k <= c < k + n for k, n, _ in heads)
        for c in range(1, table.columns + 1)
    ):
        return None
    return changed(drawn, where, with_row(table, row, heads))


def levels_unmerged(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """Level names in every row, or once with blanks under them, not merged."""
    table, repeated = table_of(drawn, where), rng.random() < 0.5
    tall = [
        c for c in table.cells
        if c.rowspan > 1 and c.row > where.header and c.row + c.rowspan - 1 <= where.last
    ]  # fmt: skip
    for cell in tall:
        table = unmerged(table, cell, repeated)
    return changed(drawn, where, table) if tall else None


def money_last(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """Money and goals, which stand above the indicators, under them; names stay at the top."""
    table = table_of(drawn, where)
    rows = [[c for c in table.cells if c.row == row] for row in range(1, where.top)]
    pairs = [row and row[0].text and sum(1 for c in row if c.text) in (1, 2, 4) for row in rows]
    head = next((i for i, pair in enumerate(pairs) if not pair), len(rows))
    order = [*range(1, head + 1), *range(where.top, where.last + 1)]
    if where.top <= head + 1:
        return None
    rest = [row for row in range(1, table.rows + 1) if row not in order]
    return changed(drawn, where, in_row_order(table, [*order, *rest]))


def goal_beside(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """The yearly goal in a first column merged over all indicators."""
    table = table_of(drawn, where)
    if where.form.goals:
        return None
    texts = dict.fromkeys(range(where.top, where.last + 1), "")
    out = with_column(table, 1, texts)
    own = [c for c in out.cells if c.column == 1 and c.colspan == 1 and where.top <= c.row <= where.last]
    for cell in own[1:]:
        out.cells.remove(cell)
    count = where.header - where.top + 1
    own[0].text, own[0].rowspan = rng.choice(words()["notes"]["goal_heading"]), count
    goal = rng.choice(words()["notes"]["goal"])
    out.cells.append(
        Cell(row=where.header + 1, column=1, rowspan=where.last - where.header, text=goal, at="")
    )
    return changed(drawn, where, placed(out), goals=[(goal, None)])


def scores_removed(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """No column of scores: the unit fills in weights alone."""
    table = table_of(drawn, where)
    column = figured(table, where, "score")
    done = any(row.actual_text for row in where.form.rows)
    if column is None or column == figured(table, where, "weight") or not done:
        return None
    seen = cover(table)
    if seen[where.header, column].colspan > 1 or table.columns < 5:
        return None
    rows = [msgspec.structs.replace(row, score=None) for row in where.form.rows]
    out = without_column(table, column)
    funds = [msgspec.structs.replace(fund, unsure=["score", "weight", "rate"]) for fund in where.form.funds]
    return changed(drawn, where, out, rows=rows, total_score=None, total_weight=None, funds=funds)


def reserve_rows(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """Rows that the template offers and nobody filled."""
    table = table_of(drawn, where)
    row = rng.choice(where.rows)
    seen = cover(table)
    name = next(
        c for c in range(1, table.columns + 1) if plain(seen[row, c].text) in {plain(r.level3) for r in where.form.rows}
    )  # fmt: skip
    text = rng.choice(words()["notes"]["reserve"])
    blank = rng.choice(["", "", "/", "—"])
    cells = [(c, 1, "") for c in range(1, name)] + [(name, 1, text)]
    cells += [(c, 1, blank) for c in range(name + 1, table.columns + 1)]
    return changed(drawn, where, with_row(table, row + 1, cells))


def points_with_unit(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """10分 in the cells of weights, of scores."""
    table = table_of(drawn, where)
    columns = {figured(table, where, name) for name in ("weight", "score")} - {None}
    table, seen = copied(table), set(where.rows)
    for cell in table.cells:
        if cell.row in seen and cell.column in columns:
            cell.text += "分"
    return changed(drawn, where, table) if columns else None


def column_moved(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """A measured column in another place."""
    table = table_of(drawn, where)
    seen = cover(table)
    movable = [
        c
        for c in range(1, table.columns + 1)
        if all(seen[r, c].colspan == 1 for r in [*where.rows, where.header])
        and seen[where.header, c].row >= where.top
    ]
    if len(movable) < 5:
        return None
    column, to = rng.choice(movable[3:]), rng.choice(movable[1:])
    order = [c for c in range(1, table.columns + 1) if c != column]
    order.insert(to - 1, column)
    return changed(drawn, where, in_column_order(table, order))


def upright_words(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """Names of levels a character a line."""
    table = copied(table_of(drawn, where))
    for cell in table.cells:
        if cell.rowspan > 1 and cell.row > where.header and 2 <= len(cell.text) <= 8:
            cell.text = "\n".join(cell.text)
    return changed(drawn, where, table)


def cut_in_two(drawn: Drawn, where: Area, rng: Random) -> Drawn | None:
    """The indicators in a table of their own."""
    table = table_of(drawn, where)
    if where.top < 3 or any(c.row < where.top < c.row + c.rowspan for c in table.cells):
        return None
    above, below = copied(table), copied(table)
    above.rows, above.cells = where.top - 1, [c for c in above.cells if c.row < where.top]
    below.rows, below.cells = table.rows - where.top + 1, [c for c in below.cells if c.row >= where.top]
    below.at = f"{table.at}0"
    for cell in below.cells:
        cell.row -= where.top - 1
    blocks = list(drawn.document.blocks)
    between: list[Block] = (
        [Paragraph(text=rng.choice(words()["notes"]["between"]), at="b90")] if rng.random() < 0.6 else []
    )
    blocks[where.block : where.block + 1] = [placed(above), *between, placed(below)]
    return with_blocks(drawn, blocks)


MUTATIONS: dict[str, Callable[[Drawn, Area, Random], Drawn | None]] = {
    each.__name__: each
    for each in (
        column_added, spacer_added, untitled, title_inside, headings_renamed, headings_spaced, note_rows, subtotals,
        header_again, levels_unmerged, money_last, goal_beside, scores_removed, reserve_rows, points_with_unit,
        column_moved, upright_words, cut_in_two,
    )
}  # fmt: skip
