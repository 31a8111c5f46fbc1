"""Excel workbooks: what their visible sheets show."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from extractors.document import Document, Limits, Rejected, Table
from extractors.readers.xlsx import read

_SPEC = spec_from_file_location("packages", Path(__file__).with_name("packages.py"))
assert _SPEC is not None and _SPEC.loader is not None
packages = module_from_spec(_SPEC)
_SPEC.loader.exec_module(packages)

S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def written(fill: Callable[[Any, Any], None]) -> bytes:
    """A workbook that xlsxwriter makes; `fill(workbook, sheet)` writes on its first sheet 自评表."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        fill(book, book.add_worksheet("自评表"))
    return buffer.getvalue()


def workbook(
    rows: str, *, tail: str = "", head: str = "", strings: str = "", styles: str = "", names: str = S
) -> bytes:
    """A workbook of one sheet written by hand."""
    relation = '<Relationship Id="{0}" Type="{1}/{2}" Target="{3}"/>'
    related = (
        relation.format("r1", TYPE, "worksheet", "worksheets/sheet1.xml")
        + relation.format("r2", TYPE, "sharedStrings", "sharedStrings.xml")
        + relation.format("r3", TYPE, "styles", "/xl/styles.xml")
    )
    return bytes(
        packages.package(
            {
                "_rels/.rels": packages.ROOT_RELATIONS.format("xl/workbook.xml"),
                "xl/workbook.xml": f'<workbook {names} {R}><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
                "xl/_rels/workbook.xml.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
                f"relationships'>{related}</Relationships>",
                "xl/sharedStrings.xml": f"<sst {names}>{strings}</sst>",
                "xl/styles.xml": f"<styleSheet {names}>{styles}</styleSheet>",
                "xl/worksheets/sheet1.xml": f"<worksheet {names}>{head}<sheetData>{rows}</sheetData>{tail}</worksheet>",
            }
        )
    )


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def grid(table: Table) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row - 1].append(cell.text)
    return rows


def codes(document: Document) -> list[tuple[str, str]]:
    return [(issue.code, issue.severity) for issue in document.issues]


def test_what_is_shown_is_what_was_printed() -> None:
    def fill(book: Any, sheet: Any) -> None:
        def style(code: str) -> Any:
            return book.add_format({"num_format": code})

        sheet.write_row(0, 0, ["指标", "目标", "完成"])
        sheet.write("A2", "执行率")
        sheet.write_number("B2", 0.95, style('"≥"0%'))
        sheet.write_number("C2", 8.3004, style("0.00%"))
        sheet.write("A3", "金额")
        sheet.write_number("B3", 593, style("0.00"))
        sheet.write_number("C3", 6238.91, style("#,##0.00"))
        sheet.write("A4", "日期")
        sheet.write_datetime("B4", datetime(2021, 12, 31), style('yyyy"年"m"月"d"日"'))
        sheet.write_datetime("C4", datetime(2021, 12, 31), style("yyyy/m/d"))
        sheet.write("A5", "杂")
        sheet.write_number("B5", 0.1 + 0.2)
        sheet.write_string("C5", "007")
        sheet.write_boolean("A6", True)
        sheet.write_formula("B6", "=1+1", None, 2)
        sheet.write_formula("C6", '=IF(1,"优","良")', None, "优")

    document = read(written(fill))
    assert grid(tables(document)[0]) == [
        ["指标", "目标", "完成"],
        ["执行率", "≥95%", "830.04%"],
        ["金额", "593.00", "6,238.91"],
        ["日期", "2021年12月31日", "2021/12/31"],
        ["杂", "0.3", "007"],
        ["TRUE", "2", "优"],
    ]
    assert (document.format, codes(document)) == ("xlsx", [])


def test_merged_ranges_and_places() -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.merge_range("B2:D2", "项目支出绩效自评表")
        sheet.write_row("B3", ["一级指标", "目标", "得分"])
        sheet.merge_range("B4:B5", "产出")
        sheet.write_row("C4", ["≥5家", 5])
        sheet.write("D5", 6)

    table = tables(read(written(fill)))[0]
    assert (table.at, table.name, table.rows, table.columns, table.exact) == ("s1.t1", "自评表", 4, 3, True)
    assert [(c.row, c.column, c.rowspan, c.colspan, c.text, c.at) for c in table.cells] == [
        (1, 1, 1, 3, "项目支出绩效自评表", "s1.t1.r2.c2"),
        (2, 1, 1, 1, "一级指标", "s1.t1.r3.c2"),
        (2, 2, 1, 1, "目标", "s1.t1.r3.c3"),
        (2, 3, 1, 1, "得分", "s1.t1.r3.c4"),
        (3, 1, 2, 1, "产出", "s1.t1.r4.c2"),
        (3, 2, 1, 1, "≥5家", "s1.t1.r4.c3"),
        (3, 3, 1, 1, "5", "s1.t1.r4.c4"),
        (4, 2, 1, 1, "", "s1.t1.r5.c3"),
        (4, 3, 1, 1, "6", "s1.t1.r5.c4"),
    ]


def test_hidden_rows_columns_and_sheets_are_left_out_and_noted() -> None:
    def fill(book: Any, sheet: Any) -> None:
        for row in range(4):
            sheet.write_row(row, 0, [f"{letter}{row + 1}" for letter in "ABCD"])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column("B:C", None, None, {"hidden": True})
        sheet.merge_range("A3:B4", "合")
        book.add_worksheet("底稿").write("A1", "不看")
        book.add_worksheet("第二").write("A1", "看")
        book.get_worksheet_by_name("底稿").hide()

    document = read(written(fill))
    first, second = tables(document)
    assert [(c.row, c.column, c.rowspan, c.colspan, c.text, c.at) for c in first.cells] == [
        (1, 1, 1, 1, "A1", "s1.t1.r1.c1"),
        (1, 2, 1, 1, "D1", "s1.t1.r1.c4"),
        (2, 1, 2, 1, "合", "s1.t1.r3.c1"),
        (2, 2, 1, 1, "D3", "s1.t1.r3.c4"),
        (3, 2, 1, 1, "D4", "s1.t1.r4.c4"),
    ]
    assert (second.at, second.name) == ("s2.t1", "第二")
    assert codes(document) == [("hidden-sheets", "note"), ("hidden-cells", "note")]


def test_a_merge_whose_first_row_is_hidden_still_shows_its_text() -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.merge_range("A1:A3", "产出")
        sheet.write_column("B1", ["1", "2", "3"])
        sheet.set_row(0, None, None, {"hidden": True})

    table = tables(read(written(fill)))[0]
    assert [(c.row, c.column, c.rowspan, c.text, c.at) for c in table.cells] == [
        (1, 1, 2, "产出", "s1.t1.r1.c1"), (1, 2, 1, "2", "s1.t1.r2.c2"), (2, 2, 1, "3", "s1.t1.r3.c2"),
    ]  # fmt: skip


def test_formulas_without_a_result_are_a_doubt_and_not_nought() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["B1"], sheet["C1"] = "合计", "=SUM(B2:B3)", 3
    buffer = io.BytesIO()
    book.save(buffer)
    document = read(buffer.getvalue())
    assert grid(tables(document)[0]) == [["合计", "", "3"]]
    assert [(i.code, i.severity, i.at) for i in document.issues] == [
        ("formula-without-value", "doubt", "s1.t1.r1.c2")
    ]


def test_a_formula_whose_result_is_an_empty_text() -> None:
    rows = '<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c></row>'
    document = read(workbook(rows))
    assert (grid(tables(document)[0]), codes(document)) == ([["1"]], [])


def test_rich_shared_and_inline_texts() -> None:
    strings = (
        "<si><r><t>产出</t></r><r><rPr/><t>指标</t></r><rPh sb='0' eb='1'><t>chǎn</t></rPh></si>"
        "<si><t xml:space='preserve'>一_x000D_\n二_x005F_三</t></si>"
    )
    rows = (
        "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='inlineStr'><is><t>内</t></is></c></row>"
        "<row r='3'><c r='B3' t='e'><v>#DIV/0!</v></c><c/><c t='d'><v>2021-12-31</v></c></row>"
    )
    assert grid(tables(read(workbook(rows, strings=strings)))[0]) == [
        ["产出指标", "一\n二_三", "内", ""],
        ["", "", "", ""],
        ["", "#DIV/0!", "", "44561"],
    ]


def test_dates_since_1904_and_built_in_formats() -> None:
    styles = "<cellXfs><xf numFmtId='0'/><xf numFmtId='31'/><xf numFmtId='10'/></cellXfs>"
    rows = "<row><c s='1'><v>44561</v></c><c s='2'><v>0.5</v></c><c s='9'><v>1.50</v></c></row>"
    assert grid(tables(read(workbook(rows, styles=styles)))[0]) == [["2021年12月31日", "50.00%", "1.5"]]


def test_strict_names() -> None:
    strict = 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"'
    assert grid(tables(read(workbook("<row><c><v>5</v></c></row>", names=strict)))[0]) == [["5"]]


def test_a_cell_far_away_costs_nothing() -> None:
    def text(place: str, value: str) -> str:
        return f'<c r="{place}" t="str"><v>{value}</v></c>'

    rows = (
        f'<row r="1">{text("A1", "甲")}{text("B1", "乙")}</row><row r="3">{text("C3", "大")}</row>'
        f'<row r="1048576">{text("XFD1048576", "远")}</row>'
    )
    tail = '<mergeCells><mergeCell ref="C3:XFC1048000"/></mergeCells>'
    table = tables(read(workbook(rows, tail=tail)))[0]
    assert [(c.text, c.at) for c in table.cells] == [
        ("甲", "s1.t1.r1.c1"), ("乙", "s1.t1.r1.c2"), ("大", "s1.t1.r3.c3"), ("远", "s1.t1.r1048576.c16384"),
    ]  # fmt: skip
    assert (table.rows, table.columns) == (3, 4)


def test_empty_rows_and_columns_around_the_range_are_cut() -> None:
    rows = "<row r='1'><c r='A1' s='0'/></row><row r='5'><c r='C5'><v>1</v></c></row><row r='90'><c r='H90' t='str'><v> </v></c></row>"
    table = tables(read(workbook(rows)))[0]
    assert (grid(table), table.cells[0].at) == ([["1"]], "s1.t1.r5.c3")


def test_sheets_without_content_give_no_table() -> None:
    assert tables(read(workbook(""))) == []


def test_macros_and_text_boxes_are_noted() -> None:
    def fill(_: Any, sheet: Any) -> None:
        sheet.write("A1", "甲")
        sheet.insert_textbox("C3", "标题")

    assert codes(read(written(fill))) == [("drawing-text", "doubt")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (workbook("<row><c><v>5</v>"), "damaged"),
        (packages.package({"xl/x.xml": "<x/>"}), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (workbook("<row><c t='str'><v>&x;</v></c></row>").replace(b"a", b"a"), "damaged"),
    ],
)
def test_each_fault_has_its_code(data: bytes, code: str) -> None:
    with pytest.raises(Rejected) as verdict:
        read(data)
    assert verdict.value.code in {code, "truncated"}


def test_a_file_that_lost_its_end_is_read_as_far_as_it_goes() -> None:
    data = workbook("<row><c><v>5</v></c><c t='s'><v>0</v></c></row>", strings="<si><t>甲</t></si>")
    document = read(data[: data.rfind(b"PK\x01\x02")])
    assert (grid(tables(document)[0]), codes(document)) == ([["5", "甲"]], [("truncated", "doubt")])
    document = read(data[: data.find(b"xl/worksheets/sheet1.xml") + 40])
    assert (tables(document), codes(document)) == ([], [("truncated", "doubt"), ("damaged-part", "loss")])


def test_texts_that_are_missing_are_a_loss() -> None:
    document = read(workbook("<row><c><v>5</v></c><c t='s'><v>3</v></c></row>"))
    assert [(i.code, i.severity, i.at) for i in document.issues] == [("damaged-part", "loss", "s1.t1.r1.c2")]


def test_entities_are_refused() -> None:
    parts = workbook("")
    import zipfile

    with zipfile.ZipFile(io.BytesIO(parts)) as file:
        content = {name: file.read(name) for name in file.namelist()}
    content["xl/worksheets/sheet1.xml"] = (
        f'<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet {S}><sheetData>'
        "<row><c t='str'><v>&x;</v></c></row></sheetData></worksheet>"
    ).encode()
    with pytest.raises(Rejected) as verdict:
        read(packages.package(content))
    assert verdict.value.code == "hostile"


def test_a_text_longer_than_excel_takes_is_refused() -> None:
    with pytest.raises(Rejected) as verdict:
        read(workbook("<row><c t='s'><v>0</v></c></row>", strings=f"<si><t>{'长' * 40_000}</t></si>"))
    assert verdict.value.code == "too-large"


def test_too_many_cells() -> None:
    rows = "".join(f"<row><c><v>{n}</v></c><c><v>{n}</v></c></row>" for n in range(60))
    with pytest.raises(Rejected) as verdict:
        read(workbook(rows), Limits(cells=100))
    assert verdict.value.code == "too-large"
