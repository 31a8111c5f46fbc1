"""The pictures of the documentation, taken of the sample year's real report.

    python -m corpus.pictures [FOLDER]

Reads, checks, reports in a folder of its own, then opens the pages in Chromium (of the development tools:
playwright). Writes unit.png, cells.png, index.png into docs/pictures.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from corpus.sample_year.__main__ import write

ROOT = Path(__file__).parents[1]
UNIT = "临江市云溪区卫生健康委员会"
_WIDTH, _HEIGHT = 1200, 1000


def main(folder: Path) -> None:
    """Take them."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        _take(_reports(Path(place)), folder)


def _reports(place: Path) -> Path:
    from typer.testing import CliRunner

    from pipeline.cli import app

    write(place / "raw")
    done = CliRunner().invoke(app, ["run", str(place / "raw"), "--out", str(place / "out"), "--quiet"])
    if done.exit_code:
        raise SystemExit(done.output)
    return place / "out" / "reports"


def _take(reports: Path, folder: Path) -> None:
    from playwright.sync_api import sync_playwright

    unit = next(
        p for p in (reports / "单位").glob("*.html") if f"<h1>{UNIT}" in p.read_text(encoding="utf-8")
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": _WIDTH, "height": _HEIGHT})
        page.goto((reports / "核对报告.html").as_uri())
        page.screenshot(path=folder / "index.png")
        page.goto(unit.as_uri())
        page.screenshot(path=folder / "unit.png")
        _at(page, ".paper table tr td.h严重")
        page.screenshot(path=folder / "cells.png")
        browser.close()


def _at(page: Any, chosen: str) -> None:
    """Scroll an element into the middle."""
    page.locator(chosen).last.evaluate("element => element.scrollIntoView({block: 'center'})")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
