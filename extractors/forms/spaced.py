"""Tables typed with blanks: lines whose cells stand two or more blanks, or bars, apart."""

from __future__ import annotations

from collections import Counter

import msgspec
import regex

from extractors import places, records
from extractors.forms import titles, vocabulary
from extractors.forms.contents import content
from extractors.forms.grid import Row, Slot
from extractors.forms.reading import issue

_GAP = regex.compile(r"[ \t\u3000\xa0]{2,}+|\t|[ \t\u3000\xa0]*+[|｜│┃][ \t\u3000\xa0]*+")
_LEAST = 5  # cells of the widest lines
_LINES = 3  # as wide as that
_HEADINGS = 3  # of one line at least
_FIGURES = frozenset({"points", "number", "percent", "measure"})
_LONG = 300  # characters of a line that may be a row


def spaced(rows: list[Row]) -> list[Row]:
    """The rows with every run of such lines as the rows of a table without merges.

    Cells keep their places in the paragraphs. A run is a table where one line is of headings,
    others as wide hold figures; anything else stays text.
    """
    if not any(_may_be_row(row) for row in rows):
        return rows
    out: list[Row] = []
    run: list[Row] = []
    table = 1 + max(row.table for row in rows)
    for row in [*rows, None]:
        parts = _parts(row) if row is not None and not row.table else []
        if row is not None and len(parts) > 1:
            run.append(msgspec.structs.replace(row, slots=parts))
            continue
        if run:
            out += _tabled(run, table) or rows[len(out) : len(out) + len(run)]
            table, run = table + 1, []
        if row is not None:
            out.append(row)
    return out


def _may_be_row(row: Row) -> bool:
    text = row.slots[0].text if row.slots and not row.table else ""
    return len(text) <= _LONG and len(_GAP.findall(text)) + 1 >= _LEAST


def _parts(row: Row) -> list[Slot]:
    """The cells of a line, each with its span of characters."""
    whole = row.slots[0]
    if len(whole.text) > _LONG or titles.title_kind(whole.text):
        return []
    spans = []
    start = 0
    for gap in [*_GAP.finditer(whole.text), None]:
        stop = gap.start() if gap else len(whole.text)
        if stop > start:
            spans.append((start, stop))
        start = gap.end() if gap else stop
    return [
        Slot(
            text=whole.text[a:b],
            at=places.span(whole.at, whole.lead + a, whole.lead + b),
            column=i,
        )
        for i, (a, b) in enumerate(_joined(whole.text, spans), start=1)
    ]


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """得 and 分, set apart to fill a cell, are one word."""
    out: list[tuple[int, int]] = []
    for a, b in spans:
        word = out and b - a == 1 and text[out[-1][0] : b]
        if word and out[-1][1] - out[-1][0] == 1 and _is_word(word):
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return out


def _is_word(text: str) -> bool:
    found = vocabulary.match("rows", text)
    return vocabulary.is_heading(text) or found is not None


def _tabled(run: list[Row], table: int) -> list[Row] | None:
    widths = Counter(len(row.slots) for row in run)
    width = max(widths)
    near = [row for row in run if len(row.slots) >= width - 2]
    if width < _LEAST or len(near) < _LINES or not any(_is_header(row) for row in near):
        return None
    if sum(1 for row in near if any(content(slot.text) in _FIGURES for slot in row.slots)) < _LINES - 1:
        return None
    return [msgspec.structs.replace(row, table=table, exact=False, columns=width) for row in run]


def _is_header(row: Row) -> bool:
    return sum(1 for slot in row.slots if vocabulary.is_heading(slot.text)) >= _HEADINGS


def cut_issues(rows: list[Row]) -> list[records.Issue]:
    """One issue where a form's cells were told by blanks alone; a doubt where some rows have fewer."""
    typed = [row for row in rows if row.table and row.filled and ":" in row.filled[0].at]
    if not typed:
        return []
    whole = all(not 0 < row.columns - len(row.slots) <= 2 for row in typed)
    message = "表格没有分栏符号，按空格分栏读取，请核对各栏"
    return [issue("cut_by_blanks", "note" if whole else "doubt", message, at=typed[0].at)]
