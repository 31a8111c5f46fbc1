"""Worksheets and documents embedded in Word documents are read at their place, or named."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
import xlsxwriter

from extractors.document import Document, Limits, Paragraph, Table
from extractors.readers import docx, embedded
from extractors.readers.assembly import RawTable
from extractors.readers.word97.bins import Runs
from extractors.readers.word97.objects import placed
from tests.readers.packages import document_xml, p, package, tbl, tc, tr
from tests.readers.packages import docx as written
from tests.readers.test_xls import number, record, stream

ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/></Relationships>'
)
OBJECT = (
    '<w:r><w:object><v:shape><v:imagedata r:id="rId9"/></v:shape>'
    '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="rId1"/></w:object></w:r>'
)


def workbook(shown: str = "") -> bytes:
    """A form on the second of two sheets, the one on top; notes of somebody's beside it."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.add_worksheet("底稿").write(0, 0, "草稿")
        sheet = book.add_worksheet("自评表")
        sheet.activate()
        sheet.merge_range("A1:C1", "项目支出绩效自评表")
        sheet.write_row("A2", ["三级指标", "分值", "得分"])
        sheet.write_row("A3", ["清淤渠道长度", 10, 9.5])
        sheet.write_number("C4", 0.955, book.add_format({"num_format": "0.0%"}))
        sheet.write("F9", "不印的算式")
    if not shown:
        return buffer.getvalue()
    with zipfile.ZipFile(buffer) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    size = f'<oleSize ref="{shown}"/></workbook>'.encode()
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"</workbook>", size)
    return package(parts)


def holding(inner: bytes, body: str = p("附件6：") + p(OBJECT) + p("盖章："), kind: str = "package") -> bytes:
    """A Word document with an embedded file."""
    target = "embeddings/Microsoft_Excel_Sheet1.xlsx"
    return package(
        {
            "_rels/.rels": ROOT.format("officeDocument", "word/document.xml"),
            "word/document.xml": document_xml(body),
            "word/_rels/document.xml.rels": ROOT.format(kind, target),
            f"word/{target}": inner,
        }
    )


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in table.cells if cell.row == row + 1] for row in range(table.rows)]


def codes(document: Document) -> dict[str, str]:
    return {issue.code: issue.severity for issue in document.issues}


def test_the_sheet_on_top_stands_where_the_object_stands() -> None:
    document = docx.read(holding(workbook("A1:C4")))
    before, table, after = document.blocks
    assert isinstance(before, Paragraph)
    assert isinstance(after, Paragraph)
    assert isinstance(table, Table)
    assert (before.text, after.text) == ("附件6：", "盖章：")
    assert texts(table) == [
        ["项目支出绩效自评表"],
        ["三级指标", "分值", "得分"],
        ["清淤渠道长度", "10", "9.5"],
        ["", "", "95.5%"],
    ]
    assert (table.at, table.columns, table.cells[0].colspan) == ("t1", 3, 3)
    assert codes(document) == {"embedded-read": "note"}


def test_without_a_range_the_whole_sheet_is_read() -> None:
    (table,) = (b for b in docx.read(holding(workbook())).blocks if isinstance(b, Table))
    assert "不印的算式" in [cell.text for cell in table.cells]


def test_in_a_cell_it_is_a_table_within() -> None:
    body = tbl(tr(tc(p("指标表"), p(OBJECT)), "备注"))
    (table,) = docx.read(holding(workbook("A2:C3"), body)).blocks
    assert isinstance(table, Table)
    (inner,) = table.cells[0].tables
    assert texts(inner) == [["三级指标", "分值", "得分"], ["清淤渠道长度", "10", "9.5"]]
    assert inner.at == "t1.r1.c1.t1"


def test_an_embedded_word_document() -> None:
    document = docx.read(holding(written(p("一、项目概况") + tbl(tr("得分", "95")))))
    assert [type(block) for block in document.blocks] == [Paragraph, Paragraph, Table, Paragraph]


@pytest.mark.parametrize(
    "inner", [b"", b"PK\x03\x04 cut", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut", b"%PDF-1.7"]
)
def test_what_cannot_be_read_is_said(inner: bytes) -> None:
    document = docx.read(holding(inner))
    assert codes(document)["embedded-object"] == "doubt"


def test_documents_in_documents_end() -> None:
    data = written(p("最内"))
    for _ in range(12):
        data = holding(data)
    document = docx.read(data)
    assert len(document.blocks) == 2 * (1 + Limits().nesting)
    assert codes(document)["embedded-object"] == "doubt"
    assert embedded.content(data, Limits(nesting=0)) == ([], [])


def test_doubts_of_the_sheet_are_doubts_of_the_document() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "合计")
        sheet.write_formula(0, 1, "=SUM(B2:B9)", value="")
    assert codes(docx.read(holding(buffer.getvalue())))["formula-without-value"] == "doubt"


def test_a_stream_of_excel_97_within_the_range_shown() -> None:
    shown = record(0x003D, b"\0" * 18) + record(0x00DE, struct.pack("<HHHBB", 0, 0, 1, 0, 0))
    cells = number(0, 0, 10) + number(1, 0, 9.5) + number(1, 1, 7) + number(5, 0, 8)
    ((table,), issues) = embedded.content(stream(cells, book=shown), Limits())
    assert isinstance(table, RawTable)
    assert (table.rows, table.columns, issues) == (2, 1, [])
    assert [part.text for cell in table.cells for part in cell.content] == ["10", "9.5"]  # type: ignore[union-attr]


def test_a_field_names_its_object() -> None:
    text = "附\x13 EMBED Excel.Sheet.8 \x14\x01\x15表\r"
    at = text.index("\x14")
    runs = Runs([0, at, at + 1], [at, at + 1, len(text)], [b"", struct.pack("<HI", 0x6A03, 1541929209), b""])
    assert placed(text, runs, {1541929209: b"book", 7: b"other"}) == {at: b"book"}
    assert placed(text, runs, {7: b"other"}) == {}
    assert placed(text.replace("EMBED", "SHAPE"), runs, {1541929209: b"book"}) == {}
