"""Tab-and-row text: a cell is a line that starts with a tab, a blank line ends a row.

The layout that document converters write (Tika and others):

    附件6：                     a paragraph: no tab
    ⇥序号                       a cell; the first cell of a row starts with a tab, too
    ⇥预算单位                   the next cell
    自评分数                    no tab: the cell before goes on
    ⇥                           an empty (or vertically merged) cell
                                a blank line ends the row, or is an empty line inside a cell
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.readers.assembly import Raw, RawCell, RawParagraph, RawTable
from extractors.readers.text.fitting import Fragment, merged, rows

# lines that begin something new after a table: notes under it, the next annex, a form's title
_NEW = regex.compile(
    r"\s*+(?:注\s*+[:：1１]|备\s*+注|说\s*+明|附\s*+[件表录：:]|填\s*+[表报]|单位负责人|项目负责人|报告日期)"
    r"|\s*+[^\s，。；][^，。；]{0,60}+(?<=表|报告)\s*+(?:[（(][^（）()]{0,20}+[）)])?\s*+$"
)
_SENTENCE = regex.compile(r"[。；;！]|^\s*+(?:[一二三四五六七八九十]++、|[（(][一二三四五六七八九十]++[）)])")


def tab_rows(lines: Sequence[str]) -> list[Raw]:
    """Paragraphs and tables of tab-and-row text."""
    found: list[Raw] = []
    for region in _regions(list(_fragments(lines))):
        found += _indented(region) if _is_prose(region) else _read_region(region)
    return found


def _fragments(lines: Sequence[str]) -> Iterator[Fragment]:
    """What stands between blank lines."""
    current: Fragment | None = None
    gap = 0
    for line in lines:
        if not line.strip() and not line.startswith("\t"):
            if current:
                yield current
            current, gap = None, gap + 1
            continue
        current = current or Fragment(cells=[], lead=[], gap=gap)
        gap = 0
        if line.startswith("\t"):
            current.cells.append(line[1:])
        elif current.cells:
            current.cells[-1] += "\n" + line
        else:
            current.lead.append(line)
    if current:
        yield current


def _regions(fragments: Sequence[Fragment]) -> Iterator[list[Fragment]]:
    """Runs of fragments that may be rows of one table; a run begins where something new begins."""
    region: list[Fragment] = []
    for fragment in fragments:
        if region and _begins_anew(region, fragment):
            yield region
            region = []
        if region and not fragment.cells and all(len(part.cells) == 1 for part in region):
            # in a table of one column a line after an empty one goes on in the cell
            region[-1].cells[-1] += "\n" * (fragment.gap + 1) + "\n".join(fragment.lead)
        else:
            region.append(fragment)
    if region:
        yield region


def _begins_anew(region: Sequence[Fragment], fragment: Fragment) -> bool:
    if not fragment.lead:
        return not region[-1].cells
    return fragment.gap > 1 or not region[-1].cells or bool(_NEW.match(fragment.lead[0]))


def _is_prose(region: Sequence[Fragment]) -> bool:
    """Whether the tabs only indent paragraphs: sentences, no empty cell, no two rows alike."""
    many = [fragment for fragment in region if len(fragment.cells) > 1]
    if not many or len({len(fragment.cells) for fragment in many}) < len(many):
        return False
    cells = [cell for fragment in many for cell in fragment.cells]
    if not all(cell.strip() for cell in cells):
        return False
    said = sum(len(cell) for cell in cells if _SENTENCE.search(cell))
    return said * 2 > sum(len(cell) for cell in cells)


def _indented(region: Sequence[Fragment]) -> list[Raw]:
    lines = (line for fragment in region for line in (*fragment.lead, *"\n".join(fragment.cells).split("\n")))
    return [RawParagraph(text=line.strip("\t")) for line in lines]


def _read_region(region: Sequence[Fragment]) -> list[Raw]:
    found: list[Raw] = []
    grid: list[list[str]] = []
    for start, end in rows(region):
        first, row = region[start], merged(region[start:end])
        if first.lead or (first.gap > 2 and grid and len(grid[-1]) != len(row)):
            found += _tables(grid) + [RawParagraph(text=line) for line in first.lead]
            grid = []
        if row:
            grid.append(row)
    return found + _tables(grid)


def _tables(grid: Sequence[Sequence[str]]) -> list[Raw]:
    return [text_table(grid)] if grid else []


def text_table(grid: Sequence[Sequence[str]]) -> RawTable:
    """A table of rows whose cells stand in consecutive columns."""
    cells = [
        RawCell(row=row, column=column, content=[RawParagraph(text=text)])
        for row, line in enumerate(grid, 1)
        for column, text in enumerate(line, 1)
    ]
    return RawTable(rows=len(grid), columns=max(map(len, grid), default=0), cells=cells, exact=False)
