"""Excel 2003 XML, OpenDocument and binary workbooks."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import xlsxwriter

from extractors.document import Document, Limits, Rejected, Table
from extractors.readers import spreadsheetml, xlsb
from extractors.reading import read
from tests.rendering import has_office

HEAD = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40"><Styles>'
    '<Style ss:ID="Default"/><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="q" ss:Parent="p"/>'
    '<Style ss:ID="d"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style></Styles>'
)


def cell(text: str, kind: str = "String", **attributes: object) -> str:
    given = "".join(f' ss:{name}="{value}"' for name, value in attributes.items())
    return f'<Cell{given}><Data ss:Type="{kind}">{text}</Data></Cell>'


def workbook(rows: str, rest: str = "") -> bytes:
    return f'{HEAD}<Worksheet ss:Name="表"><Table>{rows}</Table></Worksheet>{rest}</Workbook>'.encode()


def cells(document: Document) -> list[tuple[int, int, int, int, str]]:
    table = document.blocks[0]
    assert isinstance(table, Table)
    return [(c.row, c.column, c.rowspan, c.colspan, c.text) for c in table.cells]


def test_spreadsheetml() -> None:
    rows = (
        f"<Column ss:Index='4' ss:Hidden='1'/><Row>{cell('自评表', MergeAcross=2)}</Row>"
        f"<Row ss:Index='3'>{cell('产出', MergeDown=1)}{cell('8.3004', 'Number', StyleID='q')}"
        f"{cell('2021-12-31T00:00:00.000', 'DateTime', StyleID='d')}{cell('隐')}</Row>"
        f"<Row ss:StyleID='p'>{cell('0.5', 'Number', Index=2)}{cell('1', 'Boolean')}</Row>"
        f"<Row ss:Hidden='1'>{cell('隐')}</Row>"
    )
    hidden = '<Worksheet ss:Name="底"><Table><Row><Cell/></Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>'
    document = read(workbook(rows, hidden), "a.xls")
    assert document.format == "spreadsheetml"
    assert cells(document) == [
        (1, 1, 1, 3, "自评表"),
        (2, 1, 1, 1, ""), (2, 2, 1, 1, ""), (2, 3, 1, 1, ""),
        (3, 1, 2, 1, "产出"), (3, 2, 1, 1, "830.04%"), (3, 3, 1, 1, "2021年12月"),
        (4, 2, 1, 1, "50.00%"), (4, 3, 1, 1, "TRUE"),
    ]  # fmt: skip
    assert [issue.code for issue in document.issues] == ["hidden-cells"]


def test_rich_text_and_formulas_in_spreadsheetml() -> None:
    rich = '<Cell><ss:Data ss:Type="String"><html:B>产</html:B>出&#10;指标</ss:Data></Cell>'
    rows = f"<Row>{rich}<Cell ss:Formula='=1+1'/>{cell('5', 'Number')}</Row>"
    document = read(workbook(rows), "a.xml")
    assert cells(document) == [(1, 1, 1, 1, "产出\n指标"), (1, 2, 1, 1, ""), (1, 3, 1, 1, "5")]
    assert [issue.code for issue in document.issues] == ["formula-without-value"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(workbook("<Row>")[:-30], "damaged"), (b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "hostile")],
)
def test_faults_of_spreadsheetml(data: bytes, code: str) -> None:
    with pytest.raises(Rejected) as verdict:
        spreadsheetml.read(data)
    assert verdict.value.code == code


def test_too_many_cells() -> None:
    with pytest.raises(Rejected) as verdict:
        spreadsheetml.read(workbook(f"<Row>{cell('x')}</Row>" * 30), Limits(cells=20))
    assert verdict.value.code == "too-large"


@pytest.fixture(scope="module")
def ods(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("ods")
    path = folder / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("表")
        sheet.merge_range("A1:B1", "题")
        sheet.write_row("A2", ["率", 0.5])
        sheet.write_number("B2", 8.3004, book.add_format({"num_format": "0.00%"}))
    profile = (folder / "profile").as_uri()
    words = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "ods",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*words, str(path)], check=True, capture_output=True, timeout=120)
    return Path(folder / "book.ods").read_bytes()


@pytest.mark.office
@pytest.mark.skipif(not has_office(), reason="needs LibreOffice")
def test_open_document_tables_show_their_formats(ods: bytes) -> None:
    document = read(ods, "book.ods")
    assert (document.format, [issue.code for issue in document.issues]) == ("ods", ["converted"])
    assert cells(document) == [(1, 1, 1, 2, "题"), (2, 1, 1, 1, "率"), (2, 2, 1, 1, "830.04%")]


@pytest.mark.office
@pytest.mark.skipif(not has_office(), reason="needs LibreOffice")
def test_without_libreoffice_bare_values_are_a_doubt(ods: bytes) -> None:
    document = xlsb.read_values(ods, "ods")
    assert [(issue.code, issue.severity) for issue in document.issues] == [("unformatted", "doubt")]
    assert [entry[-1] for entry in cells(document)][-2:] == ["率", "8.3004"]


def test_a_damaged_binary_workbook() -> None:
    with pytest.raises(Rejected) as verdict:
        xlsb.read_values(b"PK\x03\x04" + b"\0" * 90, "xlsb")
    assert verdict.value.code == "damaged"
