"""A document's forms: cut it into pieces, read each as a table form or a report."""

from __future__ import annotations

import msgspec

from extractors import records
from extractors.document import Document
from extractors.forms import cutting, reports, tables, unread
from extractors.forms.cutting import Piece
from extractors.forms.evaluating import is_evaluation, may_be
from extractors.forms.filling import is_blank
from extractors.forms.grid import stream
from extractors.forms.listing import listed
from extractors.forms.reading import issue
from extractors.forms.reports import ReportRead
from extractors.forms.spaced import spaced
from extractors.forms.tables import FormRead
from extractors.forms.turning import upright


class Recognised(msgspec.Struct):
    """The forms of a document in reading order, and what was said of tables that are none."""

    forms: list[FormRead | ReportRead] = []
    issues: list[records.Issue] = []


def recognise(document: Document) -> Recognised:
    """The forms of a document; none where it holds none.

    A blank template is no form, and a table that calls itself a 自评表 but cannot be read
    as one is an issue: neither passes in silence. A defect of ours costs the table that it
    met, and is an issue with the code `defect`.
    """
    out = Recognised()
    above: str | None = None
    for piece in _with_reports(cutting.cut(listed(spaced(stream(upright(document)))))):
        try:
            _recognise(piece, above, out)
        except (MemoryError, RecursionError):
            raise  # of the document, told by the one who reads it
        except Exception as error:  # noqa: BLE001 - a defect of ours costs one table, not its document
            out.issues.append(unread.of_defect(piece, error))
        above = _last_line(piece)
    return out


def _recognise(piece: Piece, above: str | None, out: Recognised) -> None:
    """One piece: a form, a report, or an issue where it looks like one and is none."""
    if piece.table and piece.is_form:
        found = tables.read(piece)
        title = found.form.title or above
        if not is_evaluation(title, found.reading, piece.within):
            if may_be(title, found.reading, piece.within):
                out.issues.append(unread.of_another(found.form.title, found.form.at))
        elif is_blank(found.form, found.reading):
            message = "空白表样：表内没有填写内容，未作为表单"
            out.issues.append(issue("blank_template", "note", message, found.form.title, found.form.at))
        else:
            out.forms.append(found)
    elif reports.is_report(text := reports.unrolled(piece)):
        out.forms.append(reports.read(text))
    elif piece.table and (problem := unread.of_piece(piece)) is not None:
        out.issues.append(problem)


def _last_line(piece: Piece) -> str | None:
    """What stands right above the next piece, where that may be the name of a table."""
    last = next((row for row in reversed(piece.rows) if row.filled), None)
    text = last.filled[0].text if last is not None and not last.table else ""
    return text if 4 <= len(text) <= 40 and text.rstrip("）)").endswith("表") else None


def _with_reports(pieces: list[Piece]) -> list[Piece]:
    """Text that goes on after a table form, or is laid out as a table, belongs to the report before it."""
    out: list[Piece] = []
    open_report: Piece | None = None
    for piece in pieces:
        told = reports.unrolled(piece, open_report.title) if open_report and not piece.is_form else piece
        if open_report is not None and piece.table and not told.table:
            open_report.rows = open_report.rows + told.rows
        elif piece.table:
            piece.within = open_report.title if open_report else None
            out.append(piece)
        elif open_report is not None and not (piece.title or piece.annex):
            open_report.rows = open_report.rows + piece.rows
        else:
            open_report = piece if piece.title_kind != "table" else None
            out.append(piece)
    return out
