"""The analyst's notebook and the ten queries run on the sample year."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.sample_year.__main__ import write
from pipeline.querying import query
from tests.running import run

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("year")
    write(folder / "raw")
    run(folder)
    return folder / "out"


def test_ten_queries(data: Path) -> None:
    page = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    asked = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    answers = [query(data, sql) for sql in asked]
    assert len(answers) == 10
    assert ("临江市云溪区卫生健康委员会") in {row[0] for row in answers[0][1]}
    assert [len(rows) > 0 for _, rows in answers] == [
        True,
        False,
        False,
        True,
        True,
        True,
        True,
        True,
        False,
        True,
    ]


def test_notebook(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import jupytext
    from nbclient import NotebookClient

    monkeypatch.setenv("HEDUI_DATA", str(data))
    book = jupytext.read(ROOT / "docs" / "notebooks" / "sample_year.py")
    NotebookClient(book, timeout=240, kernel_name="python3").execute(cwd=str(ROOT))
    texts = "".join(str(cell.get("outputs", "")) for cell in book.cells)
    assert "临江市云溪区卫生健康委员会" in texts
    assert "image/png" in texts
