"""Every place follows the grammar, every link of a page has its target, whatever the format was."""

from __future__ import annotations

import io
import time
from pathlib import Path
from typing import Any

import pytest
import regex

from corpus.sample_year.__main__ import write
from extractors import places
from extractors.records import TABLES
from pipeline.reports import write as write_reports
from pipeline.reports.html.page import _target
from pipeline.store import Dataset, open_dataset
from tests.running import run

FULL = regex.compile(r"(?:[ps]\d+\.)?(?:(?:t\d+\.r\d+\.c\d+)(?:\.t\d+\.r\d+\.c\d+)*|b\d+)(?::\d+-\d+)?")
ROWS = {"summary_rows", "funds", "goals", "indicators", "blocks"}  # whose own `at` is a row, a table
SHEET: list[list[Any]] = [
    ["附件4"],
    ["青禾县水务局2021年度部门整体支出绩效自评情况汇总表"],
    ["序号", "单位名称", "预算数（万元）", "执行数（万元）", "执行率", "自评得分"],
    [1, "青禾县水务局", 120.5, 110.2, "91.45%", 95],
    ["", "合计", 120.5, 110.2, "91.45%", 95],
]


def workbook() -> bytes:
    import xlsxwriter

    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        sheet = book.add_worksheet("汇总表")
        for number, row in enumerate(SHEET):
            sheet.write_row(number, 0, row)
    return held.getvalue()


def page() -> str:
    rows = ("".join(f"<td>{value}</td>" for value in row) for row in SHEET)
    return f"<html><body><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table></body></html>"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("links")
    write(folder / "raw")
    (folder / "raw" / "青禾县水务局.xlsx").write_bytes(workbook())
    (folder / "raw" / "青禾县农机局.html").write_text(page().replace("水务局", "农机局"), encoding="utf-8")
    run(folder)
    return folder / "out"


def ats(dataset: Dataset, table: str) -> list[str]:
    """Every place that a table tells."""
    found: list[str] = []
    row: dict[str, Any]
    for row in dataset.read_table(table).to_pylist():
        found += [value for key, value in row.items() if key == "at" or key.endswith("_at")]
        found += [each["at"] for each in row.get("evidence") or []]
        found += [at for _, at in row.get("places") or []]  # pairs
    return [at for at in found if at and "-" not in at.partition(":")[0] and at[0] in "pstb"]


def test_every_place_follows_the_grammar(data: Path) -> None:
    dataset = open_dataset(data)
    seen = 0
    for table in TABLES:
        for at in ats(dataset, table):
            seen += 1
            place = places.parse(at)
            assert places.write(place) == at
            assert FULL.fullmatch(at) or table in ROWS | {"cells"}, (table, at)
    assert seen > 10_000


def test_what_is_quoted_is_a_cell_or_a_paragraph(data: Path) -> None:
    dataset = open_dataset(data)
    quoted = [
        (row["rule_id"], each["at"])
        for row in dataset.read_table("findings", ["rule_id", "evidence"]).to_pylist()
        for each in row["evidence"] or []
        if each["at"]
    ]
    assert [each for each in quoted if not FULL.fullmatch(each[1])] == []
    forms = dataset.read_table("forms", ["at"])["at"].to_pylist()
    assert all(FULL.fullmatch(at) for at in forms)
    assert any(at.startswith("s1.") for at in forms)


def test_every_link_of_a_page_has_its_target(data: Path, tmp_path: Path) -> None:
    write_reports(data, tmp_path)
    pages = sorted((tmp_path / "单位").glob("*.html"))
    assert len(pages) == 12
    for page in pages:
        text = page.read_text(encoding="utf-8")
        ids = set(regex.findall(r' id="([^"]+)"', text))
        links = set(regex.findall(r' href="#([^"]+)"', text))
        jumps = {each for told in regex.findall(r' data-to="([^"]+)"', text) for each in told.split()}
        assert links | jumps <= ids, page.name
        assert len(links) > 5


def test_the_element_of_a_place_is_found_without_a_walk_over_all() -> None:
    held = sorted(f"d1-t{table}-r{row}-c1" for table in range(1, 301) for row in range(1, 101))
    places_of = {
        "t7": "d1-t7-r1-c1",
        "t12.r10": "d1-t12-r10-c1",
        "t7.r3.c1:0-2": "d1-t7-r3-c1",
        "b9": "",
        "t301": "",
    }
    assert {at: _target({"x": "d1"}, "x", at, held) for at in places_of} == places_of
    began = time.process_time()
    assert {_target({"x": "d1"}, "x", f"b{number}", held) for number in range(5_000)} == {""}
    assert time.process_time() - began < 1  # seconds; 10 and more where the rest is walked each time
