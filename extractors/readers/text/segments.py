"""Cuts the lines of a text into runs that are read alike: drawn tables, one-line rows, the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extractors.readers.assembly import Raw
from extractors.readers.text.delimited import line_rows
from extractors.readers.text.drawn import drawn_table, is_drawn
from extractors.readers.text.tabbed import tab_rows

Kind = Callable[[Sequence[str]], list[Raw]]


def segments(lines: Sequence[str]) -> Iterator[tuple[Kind, Sequence[str]]]:
    """Runs of lines with the function that reads them, in order, nothing left out."""
    kinds: list[Kind] = [tab_rows] * len(lines)
    for start, end in _drawn_runs(lines):
        kinds[start:end] = [drawn_table] * (end - start)
    for start, end in _row_runs(lines, kinds):
        kinds[start:end] = [line_rows] * (end - start)
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or kinds[end] is not kinds[start]:
            yield kinds[start], lines[start:end]
            start = end


def _drawn_runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Two and more neighbouring lines drawn as rows of a table."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and is_drawn(lines[end], lines[end + 1] if end + 1 < len(lines) else ""):
            end += 1
        if end - start > 1:
            yield start, end
        start = end + 1


def _row_runs(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[tuple[int, int]]:
    """Runs of blocks (between blank lines) in which rows stand on one line, cells parted by tabs."""
    blocks = list(_blocks(lines, kinds))
    index = 0
    while index < len(blocks):
        start, end = blocks[index]
        index += 1
        if not _is_rows(lines[start:end]):
            continue
        while index < len(blocks) and blocks[index][0] == end + 1 and _is_rows(lines[slice(*blocks[index])]):
            end = blocks[index][1]
            index += 1
        if sum(_inner(line) for line in lines[start:end]) > 1:
            yield start, end


def _blocks(lines: Sequence[str], kinds: Sequence[Kind]) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for index, line in enumerate(lines):
        inside = kinds[index] is tab_rows and bool(line.strip(" \u3000"))
        if inside and start is None:
            start = index
        elif not inside and start is not None:
            yield start, index
            start = None
    if start is not None:
        yield start, len(lines)


def _is_rows(lines: Sequence[str]) -> bool:
    """Rows on a line each: more lines with a tab inside than lines that are one cell."""
    inner = sum(_inner(line) for line in lines)
    single = sum(line.startswith("\t") and not _inner(line) for line in lines)
    return inner > single


def _inner(line: str) -> bool:
    return "\t" in line[1:].rstrip("\t") or (not line.startswith("\t") and "\t" in line.rstrip())
