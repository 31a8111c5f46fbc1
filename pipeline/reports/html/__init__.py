"""The web report: an index of the batch, a page for each submission, nothing from the network."""

from __future__ import annotations

from pathlib import Path

from pipeline.reports.html.index import Index
from pipeline.reports.html.page import page
from pipeline.reports.html.templating import render
from pipeline.reports.material import Dossier
from pipeline.store import Dataset

INDEX, PAGES = "核对报告.html", "单位"


class Pages:
    """Writes a page for one submission after the other, the index at the end."""

    def __init__(self, dataset: Dataset, folder: Path, lies: dict[str, str]) -> None:
        self.folder, self.lies = folder, lies
        self.index = Index(dataset)
        self.written: set[str] = set()
        (folder / PAGES).mkdir(parents=True, exist_ok=True)

    def add(self, dossier: Dossier) -> None:
        """Write the page of a submission."""
        name = f"{dossier.submission.record.submission_id}.html"
        text = render("page.html", **page(dossier, self.lies, f"../{INDEX}"))
        (self.folder / PAGES / name).write_text(text, encoding="utf-8")
        self.index.add(dossier, f"{PAGES}/{name}")
        self.written.add(name)

    def close(self) -> Path:
        """Write the index; pages of units that are gone are removed."""
        for old in (self.folder / PAGES).glob("*.html"):
            if old.name not in self.written:
                old.unlink()
        target = self.folder / INDEX
        target.write_text(render("index.html", **self.index.context()), encoding="utf-8")
        return target
