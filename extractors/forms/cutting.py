"""A document cut into pieces: table forms, and the running text between them."""

from __future__ import annotations

import msgspec

from extractors.forms import continuing, finding, headers, labels, outline, titles
from extractors.forms import rows as kinds
from extractors.forms.columns import FACTS
from extractors.forms.grid import Line, Row, lines
from extractors.forms.money_stages import stage
from extractors.forms.unfolding import unfold

SHORT_GAP = 80  # characters of text that may stand between two tables of one form
HEAD_LINES = 8
_HEAD = frozenset({"project_name", "unit_name", "supervisor", "project_code"})
CAPTIONS = 6  # lines above a table without a title that speak of it


class Piece(msgspec.Struct):
    """A run of rows that belongs together: one table form, or running text."""

    rows: list[Row]
    table: bool = False
    annex: str | None = None
    title: str | None = None
    title_kind: str | None = None  # table | report
    contexts: set[str] = set()
    targets: bool = False  # a header of indicators without anything done
    totals: int = 0
    opens: tuple[str, ...] = ()  # the headings that it begins with
    headings: tuple[str, ...] = ()  # of its last table of indicators
    first_label: str | None = None
    within: str | None = None  # the title of the report that it stands in

    @property
    def is_form(self) -> bool:
        """True where its tables print actual values or scores of indicators, or units with scores."""
        return bool(self.contexts & {"indicators", "summary"})


class _Marks(msgspec.Struct):
    annex: str | None = None
    title: str | None = None
    kind: str | None = None


def marks(row: Row) -> _Marks:
    """The annex mark and title that a line row prints, if any; a cell may print both."""
    out = _Marks()
    for line in _lines(row)[:4]:
        if found := titles.annex(line.text):
            out.annex = out.annex or found.mark
            if found.rest:
                out.title, out.kind = found.rest, titles.title_kind(found.rest)
        elif (kind := titles.title_kind(line.text)) and out.title is None:
            out.title, out.kind = line.text, kind
    return out


def _lines(row: Row) -> list[Line]:
    return lines(row) if row.filled else []


def cut(rows: list[Row]) -> list[Piece]:
    """Cut a document's rows into pieces, in reading order.

    A piece begins at an annex mark, a title, a new sheet, or where a form begins again
    (its first label, or a header after its total row).
    """
    pieces: list[Piece] = [Piece(rows=[])]
    rows = unfold(rows)
    for index, row in enumerate(rows):
        if not row.filled:
            if pieces[-1].table:
                pieces[-1].rows.append(row)
            continue
        if titles.speaks(row):
            _line(row, pieces)
        else:
            _cells(rows, index, pieces)
    return _merged([piece for piece in pieces if piece.rows])


def _line(row: Row, pieces: list[Piece]) -> None:
    last = pieces[-1]
    found = marks(row)
    if found.annex or found.title:
        fresh = not last.table and all(_is_head(r) for r in last.rows) and not (found.annex and last.annex)
        if not fresh or (last.title and found.title and last.title_kind != found.kind):
            last = Piece(rows=[])
            pieces.append(last)
        last.annex = last.annex or found.annex
        if found.title and last.title is None:
            last.title, last.title_kind = found.title, found.kind
        last.rows.append(row)
    elif last.table and not _stays(row, last):
        pieces.append(Piece(rows=[row]))
    else:
        last.rows.append(row)


def _is_head(row: Row) -> bool:
    """A line that may stand between an annex mark and a title."""
    found = marks(row)
    if any((m := outline.mark(line.text)) and m.style <= outline.SUB for line in _lines(row)):
        return False
    return bool(found.annex or found.title) or all(
        len(line.text) <= 30 and "。" not in line.text for line in _lines(row)
    )


def _stays(row: Row, piece: Piece) -> bool:
    """True for a line after or inside a table that belongs to its form."""
    if row.table and row.table == piece.rows[-1].table:
        return True
    text = _lines(row)[0].text
    return (
        kinds.is_note(text)
        or kinds.is_page_mark(text)
        or _is_label(text, row.at)
        or (text[:1].isdigit() and kinds.is_note(_last_text(piece)))
    )


def _is_label(text: str, at: str) -> bool:
    """`填表人：` or `单位：万元` under a table; a numbered line or 存在问题：… is narrative."""
    if outline.mark(text) is not None:
        return False
    pair = labels.inline(text, at)
    return pair is not None and pair.role not in ("text", "goal_target", "goal_actual")


def _last_text(piece: Piece) -> str:
    for row in reversed(piece.rows):
        if row.filled:
            text = row.filled[0].text
            if not text[:1].isdigit():
                return text
    return ""


def _cells(rows: list[Row], index: int, pieces: list[Piece]) -> None:
    row, last = rows[index], pieces[-1]
    header = finding.find(rows, index)
    label = _label(row)
    if not last.table or _begins(row, header, label, last):
        last = _started(pieces)
        pieces.append(last)
    if header is not None and header.context == "indicators":
        last.opens = last.opens or (() if any(r.table and r.filled for r in last.rows) else header.keys)
        last.headings = header.keys
    last.rows.append(row)
    last.first_label = last.first_label or label
    if header is not None and (header.context != "indicators" or header.roles & FACTS):
        last.contexts = last.contexts | {header.context}
    elif header is not None:
        last.targets = True
    if kinds.is_total(row) and "indicators" in last.contexts:
        last.totals += 1


def _label(row: Row) -> str | None:
    role = labels.role_of(row.filled[0].text)
    return role if role in ("project_name", "unit_name") else None


def _begins(row: Row, header: headers.Header | None, label: str | None, last: Piece) -> bool:
    if row.part != last.rows[-1].part:
        return True
    if not last.is_form:
        return False
    if label == "project_name" or (label is not None and label == last.first_label):
        return True
    if header is None:
        return False
    if header.context == "funds":
        return "funds" in last.contexts and "indicators" in last.contexts
    return header.context in ("indicators", "summary") and last.totals > 0


def _started(pieces: list[Piece]) -> Piece:
    """A new table piece, with the lines before it that are its head."""
    last = pieces[-1]
    if last.table or not last.rows:
        return Piece(rows=[], table=True)
    if last.title_kind == "table" or (last.title is None and last.annex and len(last.rows) <= HEAD_LINES):
        pieces.pop()
        return Piece(
            rows=last.rows, table=True, annex=last.annex, title=last.title, title_kind=last.title_kind
        )
    count = 0
    while count < len(last.rows) and count < CAPTIONS and _is_caption(last.rows[-1 - count]):
        count += 1
    head = last.rows[len(last.rows) - count :]
    last.rows = last.rows[: len(last.rows) - count]
    return Piece(rows=head, table=True)


def _is_caption(row: Row) -> bool:
    """A line just above a table that speaks of it: its unit, its year, whom it is about."""
    return all(_speaks_of_table(line.text) for line in _lines(row))


def _speaks_of_table(text: str) -> bool:
    if titles.is_subtitle(text) or (labels.stated_unit(text) is not None and len(text) <= 24):
        return True
    label, colon, _ = text.replace("：", ":").partition(":")
    if not colon or len(text) > 80 or "。" in text:
        return False
    return labels.role_of(label, loose=True) in _HEAD or stage(label) is not None


def _is_section(text: str) -> bool:
    """`二、绩效目标完成情况`: the narrative goes on, the table before it is over."""
    found = outline.mark(text)
    return found is not None and found.style <= outline.PART


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Join tables of one form that a short caption parts."""
    out: list[Piece] = []
    for piece in pieces:
        if piece.table and out and (_goes_on(out, piece) or _continues(out, piece)):
            between = out.pop() if not out[-1].table else None
            into = out[-1]
            into.rows = into.rows + (between.rows if between else []) + piece.rows
            into.contexts = into.contexts | piece.contexts
            into.totals += piece.totals
            into.headings = piece.headings or into.headings
        else:
            out.append(piece)
    return out


def _goes_on(out: list[Piece], piece: Piece) -> bool:
    """True for the rows of a form after a page break, page marks and 续表 aside."""
    before = out[-1]
    if not before.table:
        texts = [line.text for row in before.rows for line in _lines(row)]
        if len(out) < 2 or before.title or before.annex or not all(map(continuing.is_break, texts)):
            return False
        before = out[-2]
    added_up = before.totals or "indicators" not in before.contexts
    begins = piece.title or piece.annex or piece.first_label or before.rows[-1].part != piece.rows[0].part
    if not before.table or added_up or begins:
        return False
    if piece.opens:
        return piece.opens == before.headings
    return not piece.contexts and continuing.fits(before.rows, piece.rows)


def _continues(out: list[Piece], piece: Piece) -> bool:
    """True where this table goes on with the form before it."""
    if piece.title or piece.annex or not out:
        return False
    before = out[-1]
    if not before.table:
        text = sum(len(slot.text) for row in before.rows for slot in row.filled)
        if len(out) < 2 or not out[-2].table or text > SHORT_GAP or before.title or before.annex:
            return False
        told = [line.text for row in before.rows if row.filled for line in _lines(row)]
        if len(told) > 1 and any(_is_section(text) for text in told):
            return False  # a section of a report, with words of its own
        before = out[-2]
    if before.rows[-1].part != piece.rows[0].part:
        return False
    if (before.is_form and piece.is_form) or not (
        before.is_form or piece.is_form or before.title_kind == "table"
    ):
        return False
    parts = [each for each in (before, piece) if not each.is_form]
    return all(each.contexts or each.first_label or each.title_kind == "table" for each in parts)
