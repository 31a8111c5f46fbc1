"""The workbook of a batch: overview, findings, what to mend, review sheets, what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from pipeline import scope
from pipeline.reports.excel import changes, ledger, listing, overview, review, sending, troubles
from pipeline.reports.excel.sheet import Book, Column, Row, Sheet
from pipeline.reports.keeping import keep_edited, sign
from pipeline.reports.material import Dossier
from pipeline.store import Dataset


class Page(msgspec.Struct, frozen=True):
    """A sheet that is filled submission by submission."""

    name: str
    columns: list[Column]
    note: str
    rows: Callable[[Dossier, dict[str, str]], Iterator[Row]]
    finish: Callable[[Sheet, Dataset], None] = lambda sheet, dataset: None
    scoped: bool = False  # its note tells what the check was limited to


PAGES = (
    Page(overview.NAME, overview.COLUMNS, overview.NOTE, overview.rows, scoped=True),
    Page(listing.NAME, listing.COLUMNS, listing.NOTE, listing.rows, scoped=True),
    Page(ledger.NAME, ledger.COLUMNS, ledger.NOTE, ledger.rows, ledger.finish),
    Page(review.NAME, review.COLUMNS, review.NOTE, review.rows),
    Page(listing.UNDECIDED, listing.COLUMNS, listing.UNDECIDED_NOTE, listing.undecided),
)


def rows(dossier: Dossier, paths: dict[str, str]) -> list[list[Row]]:
    """What each of `PAGES` says of a submission."""
    return [list(page.rows(dossier, paths)) for page in PAGES]


class Workbook:
    """Filled submission by submission; every text stays text, nothing becomes a formula.

    Rows go to the disk as they come. A workbook in which people wrote since is kept beside it, whatever of
    it was read back.
    """

    def __init__(self, dataset: Dataset, path: Path, lies: dict[str, str]) -> None:
        from xlsxwriter import Workbook

        keep_edited(path)
        options = {"constant_memory": True}
        options |= dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
        self.dataset, self.path = dataset, path
        self.workbook = Workbook(str(path), options)
        self.book = Book(self.workbook, lies)
        told = "".join(scope.told(dataset))
        self.sheets = [
            Sheet(self.book, page.name, page.columns, note=told + page.note if page.scoped else page.note)
            for page in PAGES
        ]

    def add(self, made: list[list[Row]]) -> None:
        """Add what `rows` gave of a submission."""
        for sheet, lines in zip(self.sheets, made, strict=True):
            for line in lines:
                sheet.add(*line.values, colour=line.colour)

    def close(self) -> Path:
        """Write the file; returns where it is."""
        changes.add(self.book, self.dataset)
        sending.add(self.book, self.dataset)
        troubles.add(self.book, self.dataset)
        for page, sheet in zip(PAGES, self.sheets, strict=True):
            page.finish(sheet, self.dataset)
            sheet.close()
        self.workbook.close()
        sign(self.path)
        return self.path
