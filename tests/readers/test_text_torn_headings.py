"""Headings torn inside a word by a blank line are one header row again."""

from __future__ import annotations

from extractors.document import Limits, Table
from extractors.readers import text


def _lines(*cells: str) -> str:
    return "".join(f"\t{cell}\n" for cell in cells) + "\n"


def test_a_header_with_blank_lines_inside_its_cells() -> None:
    drawn = _lines("项目资金", "", "年初\n\n预算数", "全年\n\n预算数", "执行数")
    drawn += _lines("", "年度资金总额", "10", "12", "12") + _lines("", "财政拨款", "10", "12", "12")
    tables = [block for block in text.read(drawn.encode(), Limits()).blocks if isinstance(block, Table)]
    assert len(tables) == 1
    header = [cell.text for cell in tables[0].cells if cell.row == 1]
    assert [cell.split() for cell in header] == [
        ["项目资金"],
        [],
        ["年初", "预算数"],
        ["全年", "预算数"],
        ["执行数"],
    ]


def test_a_title_between_two_tables_stays_a_title() -> None:
    drawn = _lines("甲", "乙", "丙", "丁", "戊") + _lines("1", "2", "3", "4", "5")
    drawn += "支出明细\n" + _lines("己", "庚", "辛", "壬", "癸") + _lines("6", "7", "8", "9", "0")
    tables = [block for block in text.read(drawn.encode(), Limits()).blocks if isinstance(block, Table)]
    assert [len({cell.row for cell in table.cells}) for table in tables] == [2, 2]
