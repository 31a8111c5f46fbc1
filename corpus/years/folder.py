"""Lay a city's files down, have them ingested and checked by the program itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from corpus.writing import WRITERS
from corpus.writing.drawing import document
from corpus.years.book import Book
from extractors.records import Finding
from pipeline import store

_MAIN = "from pipeline.cli import main; main()"


def checked(book: Book, place: Path) -> list[Finding]:
    """The findings of `hedui run` over the files of a book, its register beside them."""
    raw, out = place / "raw", place / "parsed"
    write(book, raw)
    register = place / "单位名录.csv"
    lines = [f"{unit.name},{'、'.join(unit.aliases)}" for unit in book.register]
    register.write_text("\n".join(["单位名称,别名", *lines]), encoding="utf-8")
    for step in (
        ("ingest", str(raw), "--out", str(out)),
        ("check", "--data", str(out), "--register", str(register)),
    ):
        subprocess.run([sys.executable, "-c", _MAIN, *step], check=True, capture_output=True)
    return [x for x in store.open_dataset(out).records("findings") if isinstance(x, Finding)]


def write(book: Book, raw: Path) -> None:
    """Every file of a book in its folder."""
    for file in book.files():
        path = raw / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(WRITERS[file.format](document(*file.parts)))
