"""The workbook: sheets, text that stays text, decisions written into it come back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from corpus.sample_year.__main__ import write
from pipeline.reports.excel.sheet import Book, Column, Sheet, height
from pipeline.store import open_dataset
from tests.running import run

SHEETS = ["汇总", "问题清单", "整改台账", "复核表", "未能核对", "与上次相比", "读取问题"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("year")
    write(folder / "raw")
    run(folder)
    return folder


def rows(book: Path, name: str) -> list[dict[str, object]]:
    sheet = openpyxl.load_workbook(book)[name]
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()][1:]
    return [dict(zip(map(str, lines[0]), line, strict=True)) for line in lines[1:]]


def test_every_sheet_is_there_and_the_planted_total_is_listed(made: Path) -> None:
    book = made / "out" / "reports" / "核对结果.xlsx"
    assert openpyxl.load_workbook(book).sheetnames == SHEETS
    found = [row for row in rows(book, "问题清单") if row["规则"] == "A09"]
    assert [(row["单位"], row["应为"], row["实为"]) for row in found] == [
        ("临江市云溪区卫生健康委员会", "89.3", "99.3")
    ]
    assert len(rows(book, "汇总")) == 10


def test_a_decision_in_the_ledger_is_read_back_and_kept(made: Path) -> None:
    book = made / "out" / "reports" / "核对结果.xlsx"
    edited = openpyxl.load_workbook(book)
    sheet = edited["整改台账"]
    columns = {cell.value: cell.column for cell in sheet[2]}
    line = next(r for r in range(3, sheet.max_row + 1) if sheet.cell(r, columns["规则"]).value == "A09")
    for heading, text in {
        "处理决定": "认定",
        "理由": "总分多计10分",
        "决定人": "甲",
        "决定日期": "2022-04-15",
        "单位回复": "已更正",
    }.items():
        sheet.cell(line, columns[heading]).value = text
    edited.save(book)
    run(made)
    kept = list(open_dataset(made / "out").records("decisions"))
    assert [(d.decision, d.reason, d.decided_by, d.decided_on, d.reply, d.status) for d in kept] == [  # type: ignore[attr-defined]
        ("认定", "总分多计10分", "甲", "2022-04-15", "已更正", "current")
    ]
    assert [row["处理决定"] for row in rows(book, "整改台账") if row["规则"] == "A09"] == ["认定"]
    assert len(list((made / "out" / "reports" / "已填写").glob("核对结果-*.xlsx"))) == 1


def test_nothing_becomes_a_formula(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    workbook = Workbook(str(tmp_path / "x.xlsx"))
    sheet = Sheet(Book(workbook, {}), "表", [Column("甲", 9), Column("乙", 9)])
    sheet.add("=1+1", "http://example.invalid")
    sheet.close()
    workbook.close()
    page = openpyxl.load_workbook(tmp_path / "x.xlsx")["表"]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in page[2]] == [
        ("=1+1", "s", None),
        ("http://example.invalid", "s", None),
    ]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("短", 20, 1),
        ("一二三四五六七八九十", 20, 2),  # ten ideographs are twenty wide, and the cell has a padding
        ("一二三四五六七八九", 20, 1),
        ("一二三四五六document.docx七八九", 20, 3),  # a Latin word is not broken
        ("a" * 100, 20, 6),
        ("甲\n乙\n丙", 20, 3),
        ("一" * 5000, 20, 28),
    ],
)
def test_rows_are_as_high_as_their_longest_text(text: str, width: int, lines: int) -> None:
    columns = [Column("甲", 9), Column("乙", width)]
    assert height(["短", text], columns) == 14 * lines + 3
