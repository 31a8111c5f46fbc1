"""Forms of the corpus, printed by LibreOffice: every cell as Word has it, also over page breaks."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from corpus.reading import layouts
from corpus.writing import WRITERS
from extractors.document import Document, Paragraph, Table
from extractors.reading import read
from tests.rendering import office

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here"),
]

CASES = [
    ("national", 1),
    ("spaced_names", 1),
    ("two_header_rows", 1),
    ("twenty_eighty", 3),
    ("department", 2),
]
CASES += [("summary", 0), ("stacked", 1), ("sichuan", 0), ("label_in_name", 7), ("flat_list", 2)]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, int], tuple[Document, Document]]:
    """Case -> the document as read from Word and from its print."""
    folder: Path = tmp_path_factory.mktemp("printed")
    known = {**layouts(), **layouts("kept_out")}
    sources = []
    for name, seed in CASES:
        source = folder / f"{name}-{seed}.docx"
        source.write_bytes(WRITERS["docx"](known[name](seed).document))
        sources.append(source)
    papers = office(sources, "pdf", folder)
    return {
        case: (read(source.read_bytes(), source.name), read(paper.read_bytes(), paper.name))
        for case, source, paper in zip(CASES, sources, papers, strict=True)
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def test_every_cell_and_paragraph(
    case: tuple[str, int], printed: dict[tuple[str, int], tuple[Document, Document]]
) -> None:
    word, paper = printed[case]
    assert cells(paper) == cells(word)
    assert paragraphs(paper) == paragraphs(word)
    assert len(tables(paper)) == len(tables(word))
    assert paper.issues == []


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def cells(document: Document) -> Counter[tuple[str, int]]:
    """Text and rows spanned of every cell; columns are not told apart where no rule divides them."""
    return Counter(
        ("".join(cell.text.split()), cell.rowspan)
        for table in tables(document)
        for cell in table.cells
        if cell.text.strip()
    )


def paragraphs(document: Document) -> list[str]:
    texts = ("".join(block.text.split()) for block in document.blocks if isinstance(block, Paragraph))
    return [text for text in texts if text]
