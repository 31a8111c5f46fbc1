"""Rows on one line each: cells parted by tabs (TSV, copied tables) or commas (CSV)."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence

import regex

from extractors.readers.assembly import Raw, RawParagraph, RawTable
from extractors.readers.text.fitting import Fragment, merged, rows
from extractors.readers.text.tabbed import text_table

_BREAK = "\x1e"  # a line end inside a quoted cell; `decode` leaves no such character in a text
_QUOTED = regex.compile(r'(?m)(?<=^|\t)"((?:[^"]|"")*+)"(?=\t|$)')

_THOUSANDS = regex.compile(r"(?<=\d),(?=\d{3}(?!\d))")


def unquoted(text: str) -> str:
    """Cells that a spreadsheet quoted because of a line end or a quote in them, made plain."""
    if '"' not in text or "\t" not in text:
        return text
    return _QUOTED.sub(lambda found: found[1].replace('""', '"').replace("\n", _BREAK), text)


def line_rows(lines: Sequence[str]) -> list[Raw]:
    """A table whose rows stand on one line each; lines around it are paragraphs."""
    lines = [line for line in lines if line.strip(" \u3000")]
    inner = [index for index, line in enumerate(lines) if "\t" in line]
    first, last = inner[0], inner[-1] + 1
    table = lines[first:last]
    if all(line.startswith("\t") for line in table if "\t" in line):  # a tab before each cell, the first too
        table = [line.removeprefix("\t") for line in table]
    fragments = [Fragment(cells=line.split("\t")) for line in table]
    grid = [merged(fragments[start:end], shared=1) for start, end in rows(fragments, shared=1)]
    before = [RawParagraph(text=line) for line in lines[:first]]
    after = [RawParagraph(text=line) for line in lines[last:]]
    return [*before, text_table([[cell.replace(_BREAK, "\n") for cell in row] for row in grid]), *after]


def comma_table(text: str) -> RawTable | None:
    """The table of a CSV file: at least three rows, most of them with the same three or more cells."""
    commas = text.count(",")
    if "\t" in text or commas < 6 or "。\n" in text or len(_THOUSANDS.findall(text)) * 2 > commas:
        return None
    try:
        grid = [row for row in csv.reader(io.StringIO(text), strict=True) if row]
    except csv.Error:
        return None
    width, times = Counter(map(len, grid)).most_common(1)[0] if grid else (0, 0)
    if width < 3 or times < 3 or times < 0.7 * len(grid):
        return None
    return text_table(grid)
