"""The sample submission reads alike from every office format."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.document import Document, Paragraph, Table
from extractors.reading import read

FOLDER = Path(__file__).parents[3] / "shared" / "sample"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the sample submission is not here")


@pytest.fixture(scope="module")
def word() -> Document:
    return read((FOLDER / "submission.docx").read_bytes(), "submission.docx")


@pytest.fixture(scope="module")
def text() -> Document:
    return read((FOLDER / "submission.txt").read_bytes(), "submission.txt")


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def paragraphs(document: Document) -> list[str]:
    return [block.text.strip() for block in document.blocks if isinstance(block, Paragraph)]


def as_lines(table: Table) -> list[list[str]]:
    """The cells of each row in order, as text shows them: what continues from above is empty."""
    rows: list[dict[int, str]] = [{} for _ in range(table.rows)]
    for cell in table.cells:
        for row in range(cell.rowspan):
            rows[cell.row - 1 + row][cell.column] = "" if row else cell.text
    return [
        [row[column].replace("[bookmark: _GoBack]", "").strip() for column in sorted(row)] for row in rows
    ]


def test_paragraphs_are_the_same(word: Document, text: Document) -> None:
    assert paragraphs(word) == paragraphs(text)
    assert len(paragraphs(word)) == 10


def test_every_cell_of_every_table_is_the_same(word: Document, text: Document) -> None:
    pairs = list(zip(tables(word), tables(text), strict=True))
    assert [as_lines(one) == as_lines(other) for one, other in pairs] == [True, True, True]
    assert [(one.rows, one.columns) for one, _ in pairs] == [(14, 7), (41, 10), (15, 1)]


def test_nothing_is_doubted(word: Document, text: Document) -> None:
    assert (word.issues, text.issues) == ([], [])


def test_word_tells_merges(word: Document) -> None:
    indicators = tables(word)[1]
    merged = {cell.text: (cell.row, cell.rowspan, cell.colspan) for cell in indicators.cells}
    assert merged["管理指标"] == (12, 17, 1)
    assert merged["产出指标"] == (29, 8, 1)
    assert merged["效果指标"] == (37, 3, 1)
    assert merged["预算执行管理（4分）"] == (15, 4, 1)
    assert merged["总分"] == (41, 1, 7)
