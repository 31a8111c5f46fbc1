"""The workbook of a batch: overview, findings, what to mend, review sheets, what could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from pipeline.reports.excel import changes, ledger, listing, overview, review, sending, troubles
from pipeline.reports.excel.sheet import Book
from pipeline.reports.keeping import keep_edited, sign
from pipeline.reports.material import Dossier
from pipeline.store import Dataset


class _Page(Protocol):
    """A sheet that is filled submission by submission."""

    def add(self, dossier: Dossier) -> None:
        """Add a submission."""

    def close(self) -> None:
        """Finish the sheet."""


class Workbook:
    """Filled submission by submission; every text stays text, nothing becomes a formula.

    A workbook in which people wrote since is kept beside it, whatever of it was read back.
    """

    def __init__(self, dataset: Dataset, path: Path, lies: dict[str, str]) -> None:
        from xlsxwriter import Workbook

        keep_edited(path)
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.dataset, self.path = dataset, path
        self.workbook = Workbook(str(path), options)
        self.book = book = Book(self.workbook, lies)
        self.pages: list[_Page] = [
            overview.Overview(book),
            listing.Findings(book),
            ledger.Ledger(book),
            review.Review(book),
            listing.Undecided(book),
        ]

    def add(self, dossier: Dossier) -> None:
        """Add a submission to every sheet."""
        for page in self.pages:
            page.add(dossier)

    def close(self) -> Path:
        """Write the file; returns where it is."""
        changes.add(self.book, self.dataset)
        sending.add(self.book, self.dataset)
        troubles.add(self.book, self.dataset)
        for page in self.pages:
            page.close()
        self.workbook.close()
        sign(self.path)
        return self.path
