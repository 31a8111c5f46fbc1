"""The PDF to sign: its texts, its lines, who prints it, what is said where nobody can; LibreOffice opens all."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from lxml import etree
from typer.testing import CliRunner

from corpus.sample_year.__main__ import write
from extractors.readers.docx import read
from pipeline.cli import app
from pipeline.refusal import Refused
from pipeline.reports import signing
from pipeline.reports.naming import fit, free
from tests.running import run

UNIT = "2021年度-临江市云溪区卫生健康委员会.pdf"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
office = pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
browser = pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("year")
    write(folder / "raw")
    for path in (folder / "raw").iterdir():  # two units are enough
        if path.name not in {"云溪区卫生健康委员会", "柳林街道办事处2021年度绩效自评.docx"}:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    run(folder)
    return folder / "out"


def text(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in pages)
    finally:
        pages.close()


def check(pdf: bytes) -> None:
    said = "".join(text(pdf).split())
    assert "单位：临江市云溪区卫生健康委员会" in said
    assert "得分合计89.3≠99.3" in said
    for line in ("单位负责人（签字）", "单位经办人（签字）", "核对人（签字）", "（单位盖章）"):
        assert line in said


@pytest.mark.browser
@browser
def test_a_browser_prints_a_sheet_for_each_unit(made: Path) -> None:
    done = CliRunner().invoke(app, ["report", "--data", str(made), "--pdf", "--quiet"])
    assert done.exit_code == 0, done.output
    found = sorted(path.name for path in (made / "reports" / "签字").iterdir())
    assert found == [UNIT, "2021年度-临江市云溪区柳林街道办事处.pdf"]
    check((made / "reports" / "签字" / UNIT).read_bytes())


@pytest.mark.office
@office
def test_libreoffice_prints_where_there_is_no_browser(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing, "_BROWSERS", ())
    signing.write_pdfs(made, made / "office")
    check((made / "office" / "签字" / UNIT).read_bytes())


def test_where_nobody_can_print_it_says_so_before_any_work(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extractors.readers import office_bridge

    monkeypatch.setenv("PATH", str(tmp_path))
    office_bridge.program.cache_clear()
    done = CliRunner().invoke(app, ["report", "--data", str(made), "--out", str(tmp_path / "报告"), "--pdf"])
    office_bridge.program.cache_clear()
    assert isinstance(done.exception, Refused)
    assert "未找到其中任何一个" in str(done.exception)
    assert not (tmp_path / "报告").exists()


@pytest.mark.office
@office
def test_libreoffice_opens_the_annotated_file_with_all_its_comments(made: Path, tmp_path: Path) -> None:
    for source in sorted((made / "reports" / "批注").glob("*.docx")):
        before = comments(source.read_bytes())
        after = convert(source, "docx:MS Word 2007 XML", ".docx", tmp_path / "out")
        assert before
        assert comments(after) == before
        assert [b.text for b in read(after).blocks if hasattr(b, "text")] == [
            b.text for b in read(source.read_bytes()).blocks if hasattr(b, "text")
        ]


@pytest.mark.office
@office
def test_libreoffice_opens_the_workbook_with_all_its_sheets(made: Path, tmp_path: Path) -> None:
    source = made / "reports" / "核对结果.xlsx"
    after = openpyxl.load_workbook(
        io.BytesIO(convert(source, "xlsx:Calc MS Excel 2007 XML", ".xlsx", tmp_path))
    )
    before = openpyxl.load_workbook(source)
    assert after.sheetnames == before.sheetnames
    for name in before.sheetnames:
        mine, theirs = (
            [[cell for cell in row if cell is not None] for row in book[name].iter_rows(values_only=True)]
            for book in (before, after)
        )
        assert [row for row in theirs if row] == [row for row in mine if row]


def convert(source: Path, target: str, suffix: str, folder: Path) -> bytes:
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--convert-to", target, "--outdir", str(folder), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=200,
    )
    return (folder / source.name).with_suffix(suffix).read_bytes()


def comments(data: bytes) -> list[str]:
    """The texts of a document's comments, those of one text together."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/comments.xml"))
    return sorted("".join(t.text or "" for t in comment.iter(f"{W}t")) for comment in root)


def test_names_that_every_system_takes(tmp_path: Path) -> None:
    assert [fit(name) for name in ("甲/乙:丙", "CON", "nul.txt", " . ", "单位")] == [
        "甲_乙_丙", "_CON", "_nul.txt", "_", "单位",
    ]  # fmt: skip
    taken: set[Path] = set()
    names = [free(tmp_path, name, ".pdf", taken).name for name in ("A", "a", "甲" * 200, "甲" * 201)]
    assert names == ["A.pdf", "a(2).pdf", "甲" * 80 + ".pdf", "甲" * 74 + "(2).pdf"]
