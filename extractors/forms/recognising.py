"""A document's forms: cut it into pieces, read each as a table form or a report."""

from __future__ import annotations

from extractors.document import Document
from extractors.forms import cutting, reports, tables
from extractors.forms.cutting import Piece
from extractors.forms.grid import stream
from extractors.forms.reports import ReportRead
from extractors.forms.tables import FormRead


def recognise(document: Document) -> list[FormRead | ReportRead]:
    """The forms of a document in reading order; none where it holds none."""
    pieces = cutting.cut(stream(document))
    out: list[FormRead | ReportRead] = []
    for piece in _with_reports(pieces):
        if piece.table and piece.is_form:
            out.append(tables.read(piece))
        elif reports.is_report(piece):
            out.append(reports.read(piece))
    return out


def _with_reports(pieces: list[Piece]) -> list[Piece]:
    """Text that goes on after a table form belongs to the report before it."""
    out: list[Piece] = []
    open_report: Piece | None = None
    for piece in pieces:
        if piece.table:
            out.append(piece)
        elif open_report is not None and not (piece.title or piece.annex):
            open_report.rows = open_report.rows + piece.rows
        else:
            open_report = piece if piece.title_kind != "table" else None
            out.append(piece)
    return out
