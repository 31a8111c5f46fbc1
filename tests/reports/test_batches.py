"""Reports written by several processes are those that one writes; a process that dies loses nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from corpus.sample_year.__main__ import write
from pipeline import crew, gathering
from pipeline.reports import write as write_reports
from tests.running import run


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("year")
    write(folder / "raw")
    run(folder)
    return folder / "out"


def told(folder: Path) -> dict[str, object]:
    """What stands in each file of a report, the moment of writing aside."""
    out: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".html":
            out[name] = path.read_text(encoding="utf-8")
        elif path.suffix == ".docx":
            with zipfile.ZipFile(path) as package:
                out[name] = package.read("word/document.xml")
        elif path.suffix == ".xlsx":
            book = openpyxl.load_workbook(path)
            out[name] = {s.title: [[c.value for c in row] for row in s.iter_rows()] for s in book}
    return out


def test_two_processes_write_what_one_writes(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []
    write_reports(data, tmp_path / "one", 1, counted.append)
    monkeypatch.setattr(gathering, "CHUNK", 3)
    write_reports(data, tmp_path / "many", 2, counted.append)
    assert counted == [10, 3, 3, 3, 1]
    one, many = told(tmp_path / "one"), told(tmp_path / "many")
    assert len(one) > 30
    assert one == many


def test_units_stand_in_the_order_of_their_names(data: Path, tmp_path: Path) -> None:
    write_reports(data, tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / "核对结果.xlsx")["汇总"]
    names = [row[0].value for row in sheet.iter_rows(min_row=3)]
    assert names == sorted(names, key=str)
    assert len(names) == 10


def test_a_piece_whose_process_died_is_written_here(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dying(function: object, pieces: Iterator[object], *_: object) -> Iterator[tuple[object, None]]:
        return ((piece, None) for piece in pieces)

    monkeypatch.setattr(crew, "each", dying)
    write_reports(data, tmp_path, 2)
    assert len(list((tmp_path / "单位").glob("*.html"))) == 10
