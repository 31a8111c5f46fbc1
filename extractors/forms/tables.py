"""A piece with tables read as one form."""

from __future__ import annotations

import msgspec

from extractors import records
from extractors.forms import classify, filling, titles, unread
from extractors.forms.choosing import choose
from extractors.forms.cutting import Piece
from extractors.forms.grid import lines
from extractors.forms.identities import Check, confidence
from extractors.forms.listing import uneven_issues
from extractors.forms.normalise import squeeze
from extractors.forms.reading import (
    Reading,
    amount_unit,
    issue,
    leftover_issues,
    masked_issues,
    unit_issues,
    walk,
)
from extractors.forms.reports import unit_in_title
from extractors.forms.spaced import cut_issues


class FormRead(msgspec.Struct):
    """One form read from a document: its record without ids, its rows, its cells' use."""

    form: records.Form
    reading: Reading
    rows: list[str]  # `at` of the rows that it covers
    tables: set[int]


def read(piece: Piece) -> FormRead:
    """Read a table piece: head, money, goals, indicators, totals; every cell accounted for."""
    reading = walk(piece.rows)
    reading.read, found = choose(reading)
    title = piece.title or _inner_title(piece)
    form = records.Form(
        form_id="",
        document_id="",
        form_kind=classify.kind(reading, _head(piece) or title or _setting(piece, reading)),
        title=squeeze(title) if title else None,
        annex=piece.annex,
        at=next(row.filled[0].at for row in piece.rows if row.filled),
        fiscal_year=_year(piece, title, reading),
        amount_unit=amount_unit(reading),
        confidence=confidence(reading.read, found),
    )
    filling.goals(reading)
    classify.fill(form, reading)
    if form.unit_name is None and title and form.form_kind == "department":
        form.unit_name = unit_in_title(title)
    form.reason_text = filling.reason(reading)
    _sweep(piece, reading)
    reading.read.issues.extend([*unit_issues(reading), *cut_issues(piece.rows), *uneven_issues(piece.rows)])
    reading.read.issues.extend([*_doubts(found, form.at), *unread.of_reading(reading, piece.rows, form.at)])
    reading.read.issues.extend(masked_issues(reading.blocks))
    reading.read.issues.extend(leftover_issues(reading.read.leftovers))
    return FormRead(
        form, reading, [row.at for row in piece.rows], {row.table for row in piece.rows if row.table}
    )


def _setting(piece: Piece, reading: Reading) -> str | None:
    """The title of the report around a table that neither has one nor names anybody."""
    named = any(pair.role in ("project_name", "unit_name") for pair in reading.pairs)
    return None if named else piece.within


def _doubts(found: list[Check], at: str) -> list[records.Issue]:
    """Many cells that are not of the kind that their column asks for: read wrongly, or drawn so."""
    kinds = [check.holds for check in found if check.name == "kind"]
    if len(kinds) < 6 or sum(kinds) * 10 >= len(kinds) * 7:
        return []
    message = "表内多处内容与所在栏目不符（如分值栏不是数字），读取结果可能错位，请对照原件"
    return [issue("doubtful_form", "doubt", message, at=at)]


def _sweep(piece: Piece, reading: Reading) -> None:
    """Whatever a layout neither used nor left over is left over: no cell passes in silence."""
    read = reading.read
    known = {slot.at for slot in read.leftovers} | {at.partition(":")[0] for at in read.uses} | set(read.uses)
    for row in piece.rows:
        if row.table:
            read.leftovers.extend(slot for slot in row.filled if slot.at not in known)


def _inner_title(piece: Piece) -> str | None:
    for row in piece.rows:
        if row.filled and titles.title_kind(row.filled[0].text):
            return row.filled[0].text
    return None


def _year(piece: Piece, title: str | None, reading: Reading) -> int | None:
    """The year in the title, under it, in a label, or in the lines of the form's head."""
    if title and (found := titles.year(title)):
        return found
    for pair in reading.pairs:
        if pair.role == "fiscal_year" and pair.text and (found := titles.year(pair.text)):
            return found
    return next((found for text in _head_lines(piece) if (found := titles.year(text))), None)


def _head_lines(piece: Piece) -> list[str]:
    """The lines above the first row of cells."""
    out: list[str] = []
    for row in piece.rows[:12]:
        if row.filled:
            if not titles.speaks(row):
                break
            out.extend(line.text for line in lines(row))
    return out


def _head(piece: Piece) -> str:
    """All that stands above the table: a title may take two lines."""
    return "".join(_head_lines(piece))
