"""Word files for the units: their own document with comments, a letter on what to explain or correct."""

from __future__ import annotations

import datetime
from pathlib import Path

from extractors.records import Document
from pipeline.reports.material import Dossier
from pipeline.reports.naming import fit, free
from pipeline.reports.word.annotating import annotate
from pipeline.reports.word.letter import Letters, template
from pipeline.reports.word.notes import Note, notes
from pipeline.reports.word.redrawing import redraw
from pipeline.roots import original

ANNOTATED, LETTERS = "批注", "整改函"


class Word:
    """Writes the Word files of one submission after the other into `folder`."""

    def __init__(self, data: Path, folder: Path) -> None:
        self.data, self.folder = data, folder
        self.now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
        self.letters = Letters(template(data))
        self.taken: set[Path] = set()
        for name in (ANNOTATED, LETTERS):
            (folder / name).mkdir(parents=True, exist_ok=True)
            for old in (folder / name).glob("*.docx"):
                old.unlink()

    def add(self, dossier: Dossier) -> None:
        """One annotated file for each document that findings speak of, one letter where something is to answer."""
        for document in dossier.submission.documents:
            found = notes(dossier, document.document_id or "")
            if found:
                self._path(ANNOTATED, _name(document)).write_bytes(self._annotated(dossier, document, found))
        if dossier.loud("fail"):
            unit = dossier.submission.unit_name or dossier.submission.record.submission_id
            year = dossier.submission.year
            name = fit(f"{year}年度-{unit}" if year else unit)
            self._path(LETTERS, name).write_bytes(self.letters.letter(dossier, self.now))

    def _path(self, kind: str, name: str) -> Path:
        return free(self.folder / kind, name, ".docx", self.taken)

    def _annotated(self, dossier: Dossier, document: Document, found: list[Note]) -> bytes:
        if document.format == "docx":
            data = original(self.data, document)
            if data is not None:
                return annotate(data, found, self.now)
        return redraw(dossier.submission, document, found, self.now)


def _name(document: Document) -> str:
    stem = document.path.removesuffix(".docx").removesuffix(".txt")
    return fit(stem.replace("!/", "_").replace("/", "_"))
