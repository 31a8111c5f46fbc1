"""The sample submission's scan: cells, records as from Word; what is misread accuses nobody.

Recognises five pages, in about 40 s of processor time.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from extractors.document import Document, Table
from extractors.extract import extract
from extractors.reading import read
from extractors.records import Extract
from extractors.submissions import group
from rules.checking import check
from rules.linking.link import link
from rules.profile import default
from rules.submission import from_extract

FOLDER = Path(__file__).parents[3] / "shared" / "sample"
pytestmark = [
    pytest.mark.ocr,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not FOLDER.exists(), reason="the sample submission is not here"),
]
pytest.importorskip("rapidocr")

TABLES = ("forms", "summary_rows", "funds", "goals", "indicators", "figures")
PLACES = ("at", "places", "text_places", "heading_start")
GRAVE = ("严重", "重要")


@cache
def document(name: str) -> Document:
    return read((FOLDER / name).read_bytes(), name)


@cache
def extracted(name: str) -> Extract:
    return extract(document(name), "0" * 64, name)


def test_cells_are_those_of_word() -> None:
    meant, got = (filled(document(name)) for name in ("submission.docx", "submission-scan.pdf"))
    right = (meant & got).total()
    assert meant.total() > 200
    assert right >= 0.98 * meant.total()


def test_every_figure_is_right() -> None:
    """All rows of every table, with amounts, rates, weights, scores, targets, results."""
    word, scanned = extracted("submission.docx"), extracted("submission-scan.pdf")
    assert len(scanned.indicators) == 29
    for table in TABLES:
        assert plain(getattr(scanned, table)) == plain(getattr(word, table)), table


def test_what_is_in_doubt_is_an_issue() -> None:
    scanned = document("submission-scan.pdf")
    doubted = {issue.at for issue in scanned.issues if issue.code == "low-confidence"}
    cells = [cell for block in scanned.blocks if isinstance(block, Table) for cell in block.cells]
    unsure = {cell.at for cell in cells if cell.confidence is not None and cell.confidence < 0.8}
    assert unsure <= doubted


def test_no_grave_finding_that_word_does_not_give() -> None:
    word, scanned = grave("submission.docx"), grave("submission-scan.pdf")
    assert word.total() > 0
    assert scanned - word == Counter()


def grave(name: str) -> Counter[tuple[str, str]]:
    """Grave findings, by rule and level, on the submission that this file alone makes."""
    found = extracted(name)
    (record,), forms = group(found.documents, found.forms)
    view = from_extract(found, record, forms)
    view.links = link(view)
    findings = check(view, default())
    return Counter((x.rule_id, x.severity) for x in findings if x.result == "fail" and x.severity in GRAVE)


def filled(document: Document) -> Counter[str]:
    """Texts of cells, white space and the width of signs aside."""
    cells = (cell.text for block in document.blocks if isinstance(block, Table) for cell in block.cells)
    return Counter(text for cell in cells if (text := bare(cell)))


def plain(rows: list[Any]) -> list[dict[str, Any]]:
    """Records without ids, places, white space."""
    return [
        {
            key: bare(value) if isinstance(value, str) else value
            for key, value in row.items()
            if key not in PLACES and not key.endswith(("_id", "_at"))
        }
        for row in msgspec.to_builtins(rows)
    ]


def bare(text: str) -> str:
    return "".join(text.split()).translate(str.maketrans("（）：；，％", "():;,%"))
