"""The web report: an index of the batch, a page for each submission, nothing from the network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.reports.html.page import page
from pipeline.reports.html.templating import render
from pipeline.reports.material import Dossier

INDEX, PAGES = "核对报告.html", "单位"


def href(dossier: Dossier) -> str:
    """Where the page of a submission lies, beside the index."""
    return f"{PAGES}/{dossier.submission.record.submission_id}.html"


def write_page(dossier: Dossier, folder: Path, lies: dict[str, str], told: Sequence[str] = ()) -> None:
    """Write the page of a submission; `told` is what to know of the check."""
    text = render("page.html", **page(dossier, lies, f"../{INDEX}"), told=told)
    (folder / href(dossier)).write_text(text, encoding="utf-8")


def remove_others(folder: Path, kept: set[str]) -> None:
    """Remove the pages of units that are gone; `kept` are places beside the index."""
    for old in (folder / PAGES).glob("*.html"):
        if f"{PAGES}/{old.name}" not in kept:
            old.unlink()
