"""Scanned forms, recognised: exact cells, or a doubt that says where.

The short run recognises three pages. `--slow` adds worse scans.
"""

from __future__ import annotations

import io

import pytest

from extractors.document import Document, Paragraph, Table
from extractors.reading import read
from tests.readers.printing import Paper, pdf
from tests.rendering import Scanner, scan, scan_images

pytestmark = [
    pytest.mark.ocr,
    pytest.mark.timeout(600),
]
pytest.importorskip("rapidocr")

HEADING = ["一级指标", "三级指标", "年度指标值", "全年完成值", "分值", "得分"]
ROWS = [
    HEADING,
    ["产出指标", "清淤渠道长度（10分）", "≥8公里", "8.5公里", "10", "10"],
    ["", "验收合格率（10分）", "=100%", "96.25%", "10", "9.63"],
    ["", "人均培训费用（5分）", "≤747元", "625元", "5", "5"],
    ["效益指标", "受益群众人数（20分）", "≥2000人", "1864人", "20", "18.64"],
    ["", "无", "", "", "", ""],
    ["总分", "", "", "", "45", "43.27"],
]
XS = [60, 130, 270, 350, 430, 482, 535]
YS = [130, 156, 182, 208, 234, 260, 286, 312]


def form() -> Paper:
    """A form with merges, as rules draw them."""
    paper = Paper()
    paper.text(60, 60, "附件6：", 14)
    paper.text(216, 85, "项目支出绩效自评表", 18)
    paper.text(420, 113, "单位：万元", 10)
    for y in YS:
        paper.line(XS[0] if y in {130, 156, 234, 286, 312} else XS[1], y, XS[-1], y)
    for x in XS:
        paper.line(x, YS[0], x, YS[-1])
    paper.fill(XS, YS, ROWS, 10)
    paper.lines(
        85,
        330,
        [
            "　　2021年共投入资金1,286.40万元，完成清淤8.5公里，为年初目标的106.25%，各项按期，全年未发",
            "生安全事故。",
        ],
        10,
    )
    paper.text(290, 800, "- 1 -", 9)
    return paper


def cells(document: Document) -> list[list[str]]:
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row - 1][cell.column - 1] = cell.text
    return rows


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def check(document: Document) -> None:
    assert cells(document) == ROWS
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [c.rowspan for c in table.cells if c.text in {"产出指标", "效益指标"}] == [3, 2]
    assert paragraphs(document) == [
        "附件6：",
        "项目支出绩效自评表",
        "单位：万元",
        "2021年共投入资金1,286.40万元，完成清淤8.5公里，为年初目标的106.25%，各项按期，全年未发生安全事故。",
    ]
    scores = [c for c in table.cells if c.column > 4 and c.row > 1 and c.text]
    assert min(c.confidence or 0.0 for c in scores) > 0.8


def test_a_scan_with_a_seal_over_the_table() -> None:
    document = read(scan(pdf([form()]), Scanner(seal=(0.6, 0.28), skew=0.8)), "扫描件.pdf")
    check(document)
    assert (document.format, document.pages) == ("pdf-scan", 1)
    assert [issue.severity for issue in document.issues if issue.severity == "loss"] == []


def test_a_sheet_that_lies_on_its_side_in_a_picture_file() -> None:
    jpeg = scan_images(pdf([form()]), Scanner(turn=1, skew=-0.5))[0]
    document = read(jpeg, "IMG_0001.jpg")
    check(document)
    assert document.format == "image"


def test_a_scan_among_printed_pages() -> None:
    import pypdfium2 as pdfium

    mixed = pdfium.PdfDocument(pdf([form()]))
    mixed.import_pages(pdfium.PdfDocument(scan(pdf([small()]), Scanner(skew=0.5))))
    buffer = io.BytesIO()
    mixed.save(buffer)
    document = read(buffer.getvalue(), "mixed.pdf")
    one, other = (block for block in document.blocks if isinstance(block, Table))
    assert document.format == "pdf"
    assert {cell.confidence for cell in one.cells} == {None}
    assert [cell.text for cell in other.cells] == ["项目名称", "云溪河清淤", "得分", "95.5"]
    assert [cell.at for cell in other.cells][-1] == "p2.t1.r2.c2"
    assert all(cell.confidence is not None and cell.confidence > 0.8 for cell in other.cells)


def small() -> Paper:
    paper = Paper()
    paper.text(230, 60, "项目支出绩效自评表", 16)
    paper.table([60, 200, 400], [130, 160, 190], [["项目名称", "云溪河清淤"], ["得分", "95.5"]], 12)
    return paper


@pytest.mark.slow
@pytest.mark.parametrize(
    "scanner",
    [
        Scanner(turn=2, skew=1.4),
        Scanner(turn=3, skew=-1.0, dpi=300),
        Scanner(gray=True, seal=(0.55, 0.28), skew=0.3),
        Scanner(dpi=150, jpeg=60, noise=7),
    ],
    ids=["upside-down", "on its other side", "grey seal", "150 dpi"],
)
def test_worse_scans(scanner: Scanner) -> None:
    assert_right_or_doubted(read(scan(pdf([form()]), scanner), "扫描件.pdf"))


def assert_right_or_doubted(document: Document) -> None:
    """Each cell of each table says what the form says, or an issue names it."""
    doubted = {issue.at for issue in document.issues}
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert tables
    for table in tables:
        assert (table.rows, table.columns) == (7, 6)
        for cell in table.cells:
            assert cell.text == ROWS[cell.row - 1][cell.column - 1] or cell.at in doubted, cell


@pytest.mark.slow
def test_a_photograph_in_uneven_light_at_an_angle() -> None:
    from PIL import Image

    sheet = Image.open(io.BytesIO(scan_images(pdf([form()]), Scanner(shade=0.4, skew=0, blur=0.9))[0]))
    width, height = sheet.size
    corners = (-8, -6, 10, height + 4, width + 6, height - 12, width - 4, 8)
    photograph = sheet.transform(
        sheet.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=(90, 80, 70)
    )
    buffer = io.BytesIO()
    photograph.save(buffer, "JPEG", quality=70)
    assert_right_or_doubted(read(buffer.getvalue(), "IMG_0002.jpg"))


@pytest.mark.slow
def test_a_fax_of_two_pages() -> None:
    from PIL import Image

    grey = [Image.open(io.BytesIO(jpeg)).convert("L") for jpeg in scan_images(pdf([form(), form()]))]
    first, second = (page.point(lambda value: 255 if value > 150 else 0).convert("1") for page in grey)
    buffer = io.BytesIO()
    first.save(buffer, "TIFF", save_all=True, append_images=[second], compression="group4", dpi=(200, 200))
    document = read(buffer.getvalue(), "传真.tif")
    assert (document.format, document.pages) == ("image", 2)
    assert sum(isinstance(block, Table) for block in document.blocks) == 2
    assert_right_or_doubted(document)


@pytest.mark.slow
@pytest.mark.parametrize("turn", [0, 1])
def test_a_landscape_page(turn: int) -> None:
    paper = Paper(842, 595)
    paper.table([60, 180, 400, 500, 600, 700, 780], [80 + 30 * row for row in range(8)], ROWS, 10)
    document = read(scan(pdf([paper]), Scanner(skew=0.7, turn=turn)), "横页.pdf")
    assert_right_or_doubted(document)
