"""Tables typed with blanks: lines whose cells stand two or more blanks, or bars, apart."""

from __future__ import annotations

import msgspec
import regex

from extractors import places, records
from extractors.forms import outline, titles, vocabulary
from extractors.forms.contents import content
from extractors.forms.grid import Row, Slot
from extractors.forms.reading import issue

_GAP = regex.compile(r"[ \t\u3000\xa0]{2,}+|\t|[ \t\u3000\xa0]*+[|｜│┃][ \t\u3000\xa0]*+")
_LEAST = 5  # cells of the widest lines
_LINES = 3  # as wide as that
_HEADINGS = 3  # of one line at least
_FIGURES = frozenset({"points", "number", "percent", "measure"})
_LONG = 300  # characters of a line that may be a row
_FEWER = 2  # cells than the widest line: still a row of its columns
_SAID = 2  # parts of a numbered line that may be words around one gap
_STOP = regex.compile(r"[。；，]")
_TYPED = regex.compile(r"(?:^|\.)b\d++:")  # a cell that is a part of a paragraph


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
        if row is not None and len(parts) > 1 and not _heads(row, parts):
            run.append(msgspec.structs.replace(row, slots=parts))
            continue
        if run:
            out += _tabled(run, rows[len(out) : len(out) + len(run)], table)
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


def _heads(row: Row, parts: list[Slot]) -> bool:
    """Whether a line is a numbered heading or paragraph: `三、  存在问题`, `1.  资金到位较晚…`.

    A row of a table may be numbered too: it has more cells, or figures.
    """
    found = outline.mark(row.slots[0].text)
    if found is None:
        return False
    cells = parts[1:] if parts[0].text == found.printed else parts
    return len(cells) == 1 or (len(cells) == _SAID and not any(_is_figure(slot) for slot in cells))


def _tabled(run: list[Row], printed: list[Row], table: int) -> list[Row]:
    """The lines of a run as rows of one table, or as `printed`; sentences around the table stay printed."""
    width = max(len(row.slots) for row in run)
    wide = [i for i, row in enumerate(run) if len(row.slots) >= width - _FEWER]
    near = [run[i] for i in wide]
    if width < _LEAST or len(near) < _LINES or not any(_is_header(row) for row in near):
        return printed
    if sum(1 for row in near if any(_is_figure(slot) for slot in row.slots)) < _LINES - 1:
        return printed
    first, last = 0, wide[-1]
    while first < wide[0] and _is_sentence(run[first]):
        first += 1
    while last + 1 < len(run) and not _is_sentence(run[last + 1]):
        last += 1
    rows = [
        msgspec.structs.replace(row, table=table, exact=False, columns=width) for row in run[first : last + 1]
    ]
    return [*printed[:first], *rows, *printed[last + 1 :]]


def _is_sentence(row: Row) -> bool:
    """Whether a narrow line is running text with a gap in it: it begins with no label and has a stop."""
    first = row.slots[0].text
    known = vocabulary.match("labels", first) is not None or _is_word(first)
    return not known and any(_STOP.search(slot.text) for slot in row.slots)


def _is_figure(slot: Slot) -> bool:
    return content(slot.text) in _FIGURES


def _is_header(row: Row) -> bool:
    return sum(1 for slot in row.slots if vocabulary.is_heading(slot.text)) >= _HEADINGS


def cut_issues(rows: list[Row]) -> list[records.Issue]:
    """One issue where a form's cells were told by blanks alone; a doubt where some rows have fewer."""
    typed = [row for row in rows if row.table and row.filled and _TYPED.search(row.filled[0].at)]
    if not typed:
        return []
    whole = all(not 0 < row.columns - len(row.slots) <= 2 for row in typed)
    message = "表格没有分栏符号，按空格分栏读取，请核对各栏"
    return [issue("cut_by_blanks", "note" if whole else "doubt", message, at=typed[0].at)]
