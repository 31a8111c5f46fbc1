"""Word files for the units: their own document with comments, a letter on what to explain or correct."""

from __future__ import annotations

import datetime
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

import msgspec

from extractors.document import Rejected
from extractors.records import Document
from pipeline.reports.answering import demanded
from pipeline.reports.material import Dossier
from pipeline.reports.naming import fit, free
from pipeline.reports.word.annotating import annotate
from pipeline.reports.word.letter import Letters
from pipeline.reports.word.notes import Note, notes
from pipeline.reports.word.redrawing import redraw
from pipeline.roots import original

ANNOTATED, LETTERS = "批注", "整改函"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)


class Names(msgspec.Struct):
    """The names of one submission's Word files, below the folder of the reports."""

    letter: str
    annotated: dict[str, str] = {}  # by document id


class Namer:
    """Gives every file of a batch a name of its own."""

    def __init__(self) -> None:
        self.taken: set[Path] = set()

    def letter(self, unit: str, year: int | None) -> str:
        """A letter's name."""
        return self._free(LETTERS, fit(f"{year}年度-{unit}" if year else unit))

    def annotated(self, path: str) -> str:
        """The name of an annotated document that came under `path`."""
        stem = path.removesuffix(".docx").removesuffix(".txt")
        return self._free(ANNOTATED, fit(stem.replace("!/", "_").replace("/", "_")))

    def _free(self, kind: str, name: str) -> str:
        return free(Path(kind), name, ".docx", self.taken).as_posix()


def clear(folder: Path) -> None:
    """Make the folders, without the files of an earlier report."""
    for name in (ANNOTATED, LETTERS):
        (folder / name).mkdir(parents=True, exist_ok=True)
        for old in (folder / name).glob("*.docx"):
            old.unlink()


class Word:
    """Writes the Word files of one submission after the other into `folder`."""

    def __init__(self, data: Path, folder: Path, template: bytes, now: datetime.datetime) -> None:
        self.data, self.folder, self.now = data, folder, now
        self.letters = Letters(template)

    def write(self, dossier: Dossier, names: Names) -> None:
        """One annotated file for each document that findings speak of, one letter where something is to answer."""
        for document in dossier.submission.documents:
            key = document.document_id or ""
            if found := notes(dossier, key):
                (self.folder / names.annotated[key]).write_bytes(self._annotated(dossier, document, found))
        if demanded(dossier):
            (self.folder / names.letter).write_bytes(self.letters.letter(dossier, self.now))

    def _annotated(self, dossier: Dossier, document: Document, found: list[Note]) -> bytes:
        if document.format == "docx":
            data = original(self.data, document)
            if data is not None:
                with suppress(
                    Rejected, *_BROKEN
                ):  # read from what was left of it: there is no package to keep
                    return annotate(data, found, self.now)
        return redraw(dossier.submission, document, found, self.now)
