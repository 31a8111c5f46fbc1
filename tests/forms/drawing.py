"""Documents drawn from plain text, so that a test shows the form as it looks on paper.

A line without `|` is a paragraph (`#` a styled heading), blank lines part tables. A line with
`|` is a table row: cells from left to right, `^` merged with the cell above, `<` with the one to
its left, `⏎` a line break inside a cell, `∅` a blank one. `=== name` starts a new sheet.
"""

from __future__ import annotations

from extractors.document import Cell, Document, Paragraph, Table


def draw(text: str, ragged: bool = False) -> Document:
    """A Document with true merges, or (`ragged`) as tab-and-row text tells it: no merges at all."""
    blocks: list[Paragraph | Table] = []
    rows: list[list[str]] = []
    counts = {"b": 0, "t": 0, "s": 0}

    def part() -> str:
        return f"s{counts['s']}." if counts["s"] else ""

    def flush() -> None:
        if rows:
            counts["t"] += 1
            blocks.append(_table(list(rows), f"{part()}t{counts['t']}", ragged))
            rows.clear()

    for line in text.strip("\n").split("\n"):
        if line.startswith("==="):
            flush()
            counts.update(b=0, t=0, s=counts["s"] + 1)
        elif "|" in line:
            rows.append(
                [
                    cell.strip().replace("⏎", "\n").replace("∅", "")
                    for cell in line.strip().removeprefix("|").split("|")
                ]
            )
        else:
            flush()
            if line.strip():
                counts["b"] += 1
                level = 1 if line.startswith("#") else None
                blocks.append(
                    Paragraph(text=line.lstrip("# ").strip(), at=f"{part()}b{counts['b']}", level=level)
                )
    flush()
    return Document(format="docx", blocks=blocks)


def _table(rows: list[list[str]], at: str, ragged: bool) -> Table:
    width = max(len(row) for row in rows)
    owner: dict[tuple[int, int], Cell] = {}
    cells: list[Cell] = []
    for r, row in enumerate(rows, start=1):
        for c, text in enumerate(row, start=1):
            if text == "<" and (r, c - 1) in owner:
                cell = owner[r, c - 1]
                cell.colspan = max(cell.colspan, c - cell.column + 1)
            elif text == "^" and (r - 1, c) in owner:
                cell = owner[r - 1, c]
                cell.rowspan = max(cell.rowspan, r - cell.row + 1)
            else:
                cell = Cell(row=r, column=c, text=text, at=f"{at}.r{r}.c{c}")
                cells.append(cell)
            owner[r, c] = cell
    if not ragged:
        return Table(at=at, rows=len(rows), columns=width, cells=cells)
    return _ragged(rows, owner, at)


def _ragged(rows: list[list[str]], owner: dict[tuple[int, int], Cell], at: str) -> Table:
    """Vertically merged cells are empty, horizontally merged ones a single cell."""
    out: list[Cell] = []
    widest = 0
    for r, row in enumerate(rows, start=1):
        column, c = 0, 1
        while c <= len(row):
            cell = owner[r, c]
            column += 1
            text = cell.text if cell.row == r else ""
            out.append(Cell(row=r, column=column, text=text, at=f"{at}.r{r}.c{column}"))
            c = cell.column + cell.colspan if (r, c) in owner else c + 1
        widest = max(widest, column)
    return Table(at=at, rows=len(rows), columns=widest, cells=out, exact=False)
