"""The sample submission gives the same records from PDF as from Word, places aside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from extractors.extract import extract
from extractors.reading import read

FOLDER = Path(__file__).parents[3] / "shared" / "sample"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the sample submission is not here")
TABLES = ("forms", "summary_rows", "funds", "goals", "indicators", "sections", "figures")
PLACES = ("at", "places", "text_places", "heading_start")


def records(name: str) -> dict[str, list[dict[str, Any]]]:
    """Every record without ids, places, white space."""
    document = read((FOLDER / name).read_bytes(), name)
    found = msgspec.to_builtins(extract(document, "0" * 64, "sample"))
    return {table: [_plain(row) for row in found[table]] for table in TABLES}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {
        key: "".join(value.split()) if isinstance(value, str) else value
        for key, value in row.items()
        if key not in PLACES and not key.endswith(("_id", "_at"))
    }


def test_every_record_is_the_same() -> None:
    word, printed = records("submission.docx"), records("submission.pdf")
    assert {table: len(rows) for table, rows in printed.items()} == {
        "forms": 3,
        "summary_rows": 2,
        "funds": 4,
        "goals": 1,
        "indicators": 29,
        "sections": 18,
        "figures": 28,
    }
    for table in TABLES:
        assert printed[table] == word[table], table


def test_nothing_is_doubted() -> None:
    document = read((FOLDER / "submission.pdf").read_bytes(), "submission.pdf")
    assert (document.issues, document.pages, document.format) == ([], 5, "pdf")
