"""Word in other clothes: Flat OPC, Word 2003 XML, MHTML, OpenDocument."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import docx as python_docx
import pytest

from extractors.document import Document, Paragraph, Rejected, Table
from extractors.readers import docx, flatopc, foreign, mhtml, office_bridge, word2003xml
from extractors.reading import read
from tests.rendering import has_office, office

HERE = Path(__file__).parent
with_office = pytest.mark.skipif(not has_office(), reason="LibreOffice is not on PATH")


def outline(document: Document) -> list[object]:
    return [
        block.text
        if isinstance(block, Paragraph)
        else [(c.row, c.column, c.rowspan, c.colspan, c.text) for c in block.cells]
        for block in document.blocks
    ]


@pytest.fixture(scope="module")
def package() -> bytes:
    made = python_docx.Document()
    made.add_heading("一、部门概况", 1)
    table = made.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "产出指标"
    table.cell(0, 1).text, table.cell(1, 1).text = "≥95%", "96%"
    made.add_paragraph("尾段")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def flat(package: bytes) -> str:
    """The parts of a docx as Flat OPC."""
    import zipfile

    parts = []
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            if name.endswith((".xml", ".rels")):
                body = data.decode().partition("?>")[2] if data.startswith(b"<?xml") else data.decode()
                content = f"<pkg:xmlData>{body}</pkg:xmlData>"
            else:
                content = f"<pkg:binaryData>{base64.b64encode(data).decode()}</pkg:binaryData>"
            parts.append(f'<pkg:part pkg:name="/{name}">{content}</pkg:part>')
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    return f'<pkg:package xmlns:pkg="{space}">{"".join(parts)}</pkg:package>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_flat_opc_reads_as_the_docx_does(package: bytes, encoding: str) -> None:
    declared = "UTF-16" if encoding == "utf-16" else "UTF-8"
    text = f'<?xml version="1.0" encoding="{declared}" standalone="yes"?>\n' + flat(package)
    found = read(text.encode(encoding), "export.doc")
    assert found.format == "flatopc"
    assert found.blocks == docx.read(package).blocks
    assert outline(found) == [
        "一、部门概况",
        [(1, 1, 2, 1, "产出指标"), (1, 2, 1, 1, "≥95%"), (2, 2, 1, 1, "96%")],
        "尾段",
    ]


def test_flat_opc_that_is_damaged() -> None:
    with pytest.raises(Rejected, match="damaged"):
        flatopc.read(b'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>')
    with pytest.raises(Rejected, match="damaged"):
        flatopc.read(b"<pkg:package")


WORD_2003 = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"
 xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core">
<w:lists><w:listDef w:listDefId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:lvlText w:val="（%1）"/>
</w:lvl></w:listDef><w:list w:ilfo="7"><w:ilst w:val="3"/></w:list></w:lists>
<w:styles><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>
</w:style></w:styles>
<w:body><wx:sect><wx:sub-section><w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:r><w:t>标题</w:t></w:r></w:p>
<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="7"/><wx:t wx:val="（一）"/></w:listPr></w:pPr><w:r><w:t>职责</w:t></w:r></w:p>
<w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="7"/><wx:t wx:val="（一）"/></w:listPr></w:pPr><w:r><w:t>机构</w:t></w:r></w:p>
<w:p><w:r><w:t>甲</w:t></w:r><aml:annotation aml:id="1" w:type="Word.Deletion"><aml:content><w:r><w:delText>删</w:delText></w:r>
</aml:content></aml:annotation><aml:annotation aml:id="2" w:type="Word.Insertion"><aml:content><w:r><w:t>增</w:t></w:r></aml:content>
</aml:annotation><aml:annotation aml:id="3" w:type="Word.Bookmark.Start" w:name="x"/><w:hlink w:dest="http://a"><w:r><w:t>链</w:t></w:r>
</w:hlink><w:r><w:footnote><w:p><w:r><w:t>注文</w:t></w:r></w:p></w:footnote></w:r></w:p></wx:sub-section>
<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>
<w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>产出</w:t></w:r></w:p></w:tc>
<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>96%</w:t></w:r></w:p></w:tc>
<w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>"""


def test_word_2003_xml() -> None:
    found = read(WORD_2003.encode(), "导出.doc")
    assert found.format == "word2003xml"
    assert outline(found) == [
        "标题",
        "（一）职责",
        "（二）机构",
        "甲增链",
        [(1, 1, 2, 1, "产出"), (1, 2, 1, 2, "指标"), (2, 2, 1, 1, "96%"), (2, 3, 1, 1, "5")],
        "注文",
    ]
    first, second = found.blocks[:2]
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.level, second.number) == (2, "（一）")


def test_word_2003_xml_without_a_body() -> None:
    with pytest.raises(Rejected, match="damaged"):
        word2003xml.read(WORD_2003.replace("w:body", "w:other").encode())


PAGE = "<html><body><p>部门概况</p><table><tr><td rowspan=2>产出</td><td>96%</td></tr><tr><td>5</td></tr></table></body></html>"
TABLE = [(1, 1, 2, 1, "产出"), (1, 2, 1, 1, "96%"), (2, 2, 1, 1, "5")]


def archive(*parts: tuple[str, bytes, str], head: str = "") -> bytes:
    lines = [f"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B{head}\r\n"]
    for place, data, kind in parts:
        body = base64.encodebytes(data).decode()
        lines.append(
            f"--B\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n"
            f"Content-Location: {place}\r\nContent-ID: <{place}>\r\n\r\n{body}"
        )
    return "\r\n".join([*lines, "--B--"]).encode()


@pytest.mark.parametrize(
    ("encoding", "kind"), [("gbk", 'text/html; charset="gb2312"'), ("utf-8", "text/html")]
)
def test_mhtml(encoding: str, kind: str) -> None:
    data = archive(
        ("file:///a.htm", PAGE.encode(encoding), kind), ("file:///header.htm", b"<p>head</p>", "text/html")
    )
    found = read(b"\r\n" + data, "自评.doc")
    assert found.format == "mhtml"
    assert outline(found) == ["部门概况", TABLE]


def test_mhtml_with_a_named_start() -> None:
    parts = [("x.htm", b"<p>x</p>", "text/html"), ("root.htm", PAGE.encode(), "text/html; charset=utf-8")]
    assert outline(mhtml.read(archive(*parts, head='; start="<root.htm>"'))) == ["部门概况", TABLE]


def test_a_workbook_saved_as_mhtml_gives_its_sheets() -> None:
    frames = b"<html><frameset><frame src=tabstrip.htm></frameset></html>"
    sheets = [(f"book.files/sheet00{n}.htm", PAGE.encode(), "text/html; charset=utf-8") for n in (1, 2)]
    found = mhtml.read(
        archive(("book.htm", frames, "text/html"), *sheets, ("tabstrip.htm", b"<p>no</p>", "text/html"))
    )
    assert outline(found) == ["部门概况", TABLE, "部门概况", TABLE]


def test_mhtml_without_a_page() -> None:
    with pytest.raises(Rejected, match="damaged"):
        mhtml.read(archive(("a.png", b"x", "image/png")))


@pytest.mark.office
@with_office
@pytest.mark.parametrize("target", ["odt", "fodt"])
def test_open_document_by_way_of_libreoffice(target: str, tmp_path: Path) -> None:
    source = HERE / "legacy.fodt"
    data = source.read_bytes() if target == "fodt" else office([source], "odt", tmp_path)[0].read_bytes()
    found = read(data, "a.odt")
    assert found.format == ("flat-odf" if target == "fodt" else "odt")
    tables = [block for block in found.blocks if isinstance(block, Table)]
    assert [(t.rows, t.columns) for t in tables] == [(4, 4)]
    assert [issue.severity for issue in found.issues] == ["note"] * len(found.issues)
    assert found.issues[0].code == "converted"


def test_open_document_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_bridge, "available", lambda: False)
    with pytest.raises(Rejected, match=r"office-missing: OpenDocument .*apt install libreoffice"):
        foreign.read((HERE / "legacy.fodt").read_bytes())


@pytest.mark.office
@with_office
def test_a_batch_in_which_one_file_fails() -> None:
    good = (HERE / "legacy.fodt").read_bytes()
    made = office_bridge.convert([good, b"\x00\x01 no document"], "fodt", "docx")
    assert made[0] is not None
    assert made[0].startswith(b"PK")
    assert made[1] is None
