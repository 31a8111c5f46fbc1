"""The web report: an index of the batch, a page for each submission, nothing from the network."""

from __future__ import annotations

from pathlib import Path

from pipeline.reports.html.index import Index
from pipeline.reports.html.page import page
from pipeline.reports.html.templating import render
from pipeline.reports.material import dossiers, paths
from pipeline.store import Dataset

INDEX, PAGES = "核对报告.html", "单位"


def write_html(dataset: Dataset, folder: Path) -> Path:
    """Write the index with the pages beside it; pages of units that are gone are removed."""
    pages = folder / PAGES
    pages.mkdir(parents=True, exist_ok=True)
    index = Index(dataset)
    lies = paths(dataset)
    written = set()
    for dossier in dossiers(dataset, whole=True):
        name = f"{dossier.submission.record.submission_id}.html"
        (pages / name).write_text(render("page.html", **page(dossier, lies, f"../{INDEX}")), encoding="utf-8")
        index.add(dossier, f"{PAGES}/{name}")
        written.add(name)
    for old in pages.glob("*.html"):
        if old.name not in written:
            old.unlink()
    target = folder / INDEX
    target.write_text(render("index.html", **index.context()), encoding="utf-8")
    return target
