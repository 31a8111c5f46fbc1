"""OFD: text and rules of its pages."""

from __future__ import annotations

import io
import zipfile

import pytest

from extractors.document import Document, Limits, Paragraph, Rejected
from extractors.readers import ofd
from extractors.readers.ofd.geometry import Matrix, numbers, placed
from extractors.readers.ofd.ruling import outlines
from extractors.readers.ofd.writing import deltas
from extractors.readers.scan import engine
from extractors.reading import read

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def package(pages: list[str], template: str = "", resources: str = "", **files: bytes) -> bytes:
    listed = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    common = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    if template:
        common += '<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/>'
    if resources:
        common += "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        root = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
        z.writestr("OFD.xml", f"<ofd:OFD {NS}>{root}</ofd:OFD>")
        body = f"<ofd:CommonData>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>"
        z.writestr("Doc_0/Document.xml", f"<ofd:Document {NS}>{body}</ofd:Document>")
        used = '<ofd:Template TemplateID="9"/>' if template else ""
        for number, content in enumerate(pages):
            z.writestr(f"Doc_0/Pages/Page_{number}/Content.xml", page(content, used))
        if template:
            z.writestr("Doc_0/Tpls/Tpl_0/Content.xml", page(template))
        if resources:
            z.writestr("Doc_0/DocumentRes.xml", f'<ofd:Res {NS} BaseLoc="Res">{resources}</ofd:Res>')
        for name, data in files.items():
            z.writestr(f"Doc_0/Res/{name.replace('_', '.')}", data)
    return out.getvalue()


def page(content: str, used: str = "") -> str:
    return f"<ofd:Page {NS}>{used}<ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content></ofd:Page>"


def text(x: float, y: float, words: str, more: str = "", size: float = 4.0) -> str:
    """Words at x, y (base line) in mm, each character its own width apart."""
    steps = " ".join(f"{size if ord(c) > 0x2E80 else size / 2:g}" for c in words[:-1])
    code = f'<ofd:TextCode X="0" Y="{size}" DeltaX="{steps}">{words}</ofd:TextCode>'
    return (
        f'<ofd:TextObject Boundary="{x} {y - size} 200 {size}" Size="{size}" {more}>{code}</ofd:TextObject>'
    )


def line(x0: float, y0: float, x1: float, y1: float, more: str = "") -> str:
    data = f"M 0 0 L {x1 - x0:g} {y1 - y0:g}"
    return (
        f'<ofd:PathObject Boundary="{x0} {y0} {x1 - x0} {y1 - y0}" LineWidth="0.3" {more}>'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def blocks(data: bytes) -> list[object]:
    return shown(ofd.read(data))


def shown(document: Document) -> list[object]:
    return [
        block.text
        if isinstance(block, Paragraph)
        else [(c.row, c.column, c.rowspan, c.colspan, c.text) for c in block.cells]
        for block in document.blocks
    ]


RULES = (
    line(20, 50, 140, 50) + line(60, 60, 140, 60) + line(20, 70, 140, 70)
    + line(20, 50, 20, 70) + line(60, 50, 60, 70) + line(100, 60, 100, 70) + line(140, 50, 140, 70)
)  # fmt: skip
TEXTS = text(25, 62, "产出指标") + text(65, 57, "年度指标值") + text(65, 67, "≥95%") + text(105, 67, "96%")
TABLE = [(1, 1, 2, 1, "产出指标"), (1, 2, 1, 2, "年度指标值"), (2, 2, 1, 1, "≥95%"), (2, 3, 1, 1, "96%")]


def test_ruled_table_and_text_around() -> None:
    data = package([text(60, 30, "项目支出绩效自评表") + TEXTS + RULES + text(20, 90, "说明：无")])
    found = read(data, "自评表.ofd")
    assert found.format == "ofd"
    assert found.pages == 1
    assert shown(found) == ["项目支出绩效自评表", TABLE, "说明：无"]
    assert [block.at for block in found.blocks] == ["p1.b1", "p1.t1", "p1.b2"]
    assert found.issues == []


def test_rules_of_a_template_and_of_a_composite_drawing() -> None:
    unit = f'<ofd:CompositeGraphicUnit ID="5" Width="210" Height="297"><ofd:Content>{TEXTS}</ofd:Content>'
    drawing = '<ofd:PageBlock><ofd:CompositeObject ResourceID="5" Boundary="0 0 210 297"/></ofd:PageBlock>'
    data = package([drawing], template=RULES, resources=f"{unit}</ofd:CompositeGraphicUnit>")
    assert blocks(data) == [TABLE]


def test_thin_bars_are_rules_and_shaded_cells_are_not() -> None:
    def bar(x: float, y: float, width: float, height: float) -> str:
        data = f"M 0 0 L {width} 0 L {width} {height} L 0 {height} C"
        return (
            f'<ofd:PathObject Boundary="{x} {y} {width} {height}" Fill="true" Stroke="false">'
            f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
        )

    drawn = bar(20, 50, 80, 0.2) + bar(20, 60, 80, 0.2) + bar(20, 50, 0.2, 10) + bar(60, 50, 0.2, 10)
    shaded = bar(25, 52, 20, 6)
    assert blocks(
        package([drawn + bar(100, 50, 0.2, 10) + shaded + text(25, 57, "分值") + text(65, 57, "10")])
    ) == [[(1, 1, 1, 1, "分值"), (1, 2, 1, 1, "10")]]


def test_what_is_not_seen() -> None:
    hidden = text(20, 40, "看不见", 'Visible="false"') + text(20, 50, "水印", 'CTM="0.7 0.7 -0.7 0.7 0 0"')
    white = line(20, 20, 20, 60).replace("<ofd:Abb", '<ofd:StrokeColor Value="255 255 255"/><ofd:Abb')
    assert blocks(package([hidden + white + text(20, 60, "正文。")])) == ["正文。"]


def test_scaled_text_and_repeated_steps() -> None:
    code = '<ofd:TextCode X="0" Y="2" DeltaX="g 3 2">全年预算</ofd:TextCode>'
    scaled = f'<ofd:TextObject Boundary="20 30 50 5" Size="2" CTM="2 0 0 2 0 0">{code}</ofd:TextObject>'
    assert blocks(package([scaled + text(36, 34, "数")])) == ["全年预算数"]


def test_pages_in_order_and_too_many() -> None:
    data = package([text(20, 40, f"第{n}段。") for n in "一二三"])
    assert blocks(data) == ["第一段。", "第二段。", "第三段。"]
    with pytest.raises(Rejected, match="too-large"):
        ofd.read(data, Limits(pages=2))


def test_characters_without_a_code_are_doubted() -> None:
    found = ofd.read(package([text(20, 40, "预\ue11e算")]))
    assert [(i.code, i.severity, i.at) for i in found.issues] == [("unknown-characters", "doubt", "p1")]


PICTURE = '<ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia>'
IMAGE = '<ofd:ImageObject ResourceID="7" Boundary="0 0 210 297"/>'


def test_a_page_that_is_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    scan = package([IMAGE], resources=PICTURE, a_png=b"no picture")
    mixed = package([text(20, 40, "正文。"), IMAGE], resources=PICTURE, a_png=b"no picture")
    monkeypatch.setattr(engine, "available", lambda: False)
    with pytest.raises(Rejected, match="ocr-missing"):
        ofd.read(scan)
    found = ofd.read(mixed)
    assert shown(found) == ["正文。"]
    assert [(i.code, i.severity, i.at) for i in found.issues] == [("page-not-recognised", "loss", "p2")]


def test_damaged_files() -> None:
    whole = package([text(20, 40, "正文。")])
    with pytest.raises(Rejected, match="truncated"):
        ofd.read(whole[:100])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        z.writestr("OFD.xml", f"<ofd:OFD {NS}/>")
    with pytest.raises(Rejected, match="damaged"):
        ofd.read(out.getvalue())


def test_numbers_matrices_paths() -> None:
    assert numbers("1 2.5 x 3") == [1.0, 2.5]
    assert numbers("nan 1") == []
    assert deltas("1 g 2 3 4", 9) == [1.0, 3.0, 3.0, 4.0]
    assert deltas("g 999999999 1", 5) == [1.0] * 5
    assert placed("2 0 0 2 1 1", "10 20 5 5", Matrix(a=3, d=3)).apply(1, 1) == (39.0, 69.0)
    assert list(outlines("M 0 0 L 5 0 B 1 1 2 2 5 5 C M 9 9", Matrix())) == [[(0, 0), (5, 0), (5, 5), (0, 0)]]
