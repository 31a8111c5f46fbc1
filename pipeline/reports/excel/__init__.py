"""The workbook of a batch: overview, findings, what to mend, review sheets, what could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from pipeline.reports.excel import changes, ledger, listing, overview, review, troubles
from pipeline.reports.excel.sheet import Book
from pipeline.reports.keeping import keep_edited, sign
from pipeline.reports.material import Dossier, dossiers, paths
from pipeline.store import Dataset


class _Page(Protocol):
    """A sheet that is filled submission by submission."""

    def add(self, dossier: Dossier) -> None:
        """Add a submission."""

    def close(self) -> None:
        """Finish the sheet."""


def write_workbook(dataset: Dataset, path: Path) -> Path:
    """Write the workbook; every text stays text, nothing becomes a formula.

    A workbook in which people wrote since is kept beside it, whatever of it was read back.
    """
    from xlsxwriter import Workbook

    keep_edited(path)

    options = {"constant_memory": False, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}  # fmt: skip
    workbook = Workbook(str(path), options)
    book = Book(workbook, paths(dataset))
    pages: list[_Page] = [
        overview.Overview(book),
        listing.Findings(book),
        ledger.Ledger(book),
        review.Review(book),
        listing.Undecided(book),
    ]
    for dossier in dossiers(dataset):
        for page in pages:
            page.add(dossier)
    changes.add(book, dataset)
    troubles.add(book, dataset)
    for page in pages:
        page.close()
    workbook.close()
    sign(path)
    return path
