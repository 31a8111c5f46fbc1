"""What people decided shows everywhere, is never lost, and nobody is asked what was explained already."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from typer.testing import CliRunner

from corpus.sample_year.__main__ import write
from extractors.records import Decision
from pipeline.cli import app
from pipeline.reports.material import dossiers, paths
from pipeline.reports.signing import sheet as signing
from pipeline.store import open_dataset
from tests.running import run

UNIT = "临江市云溪区卫生健康委员会"
LETTER = f"2021年度-{UNIT}.docx"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("year")
    write(folder / "raw")
    for path in (folder / "raw").iterdir():  # the unit of three files, and another
        if path.name not in {"云溪区卫生健康委员会", "柳林街道办事处2021年度绩效自评.docx"}:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    run(folder)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A dataset of its own for each test."""
    shutil.copytree(made, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path


def ledger(folder: Path, reports: str = "out/reports") -> list[dict[str, Any]]:
    lines = list(openpyxl.load_workbook(folder / reports / "核对结果.xlsx")["整改台账"].values)[1:]
    return [dict(zip(map(str, lines[0]), line, strict=True)) for line in lines[1:]]


def fill(folder: Path, key: str, reports: str = "out/reports", **cells: str | None) -> None:
    """Write into the row of a finding, as people do."""
    path = folder / reports / "核对结果.xlsx"
    book = openpyxl.load_workbook(path)
    page = book["整改台账"]
    columns = {cell.value: cell.column for cell in page[2]}
    line = next(n for n in range(3, page.max_row + 1) if page.cell(n, 1).value == key)
    for heading, text in cells.items():
        page.cell(line, columns[heading]).value = text
    book.save(path)


def report(folder: Path, *words: str) -> str:
    done = CliRunner().invoke(app, ["report", "--data", str(folder / "out"), *words])
    assert done.exit_code == 0, done.output
    return done.output


def of(folder: Path, rule: str) -> str:
    return next(row["问题编号"] for row in ledger(folder) if (row["单位"], row["规则"]) == (UNIT, rule))


def decided(folder: Path) -> list[tuple[str | None, str | None, str]]:
    held = open_dataset(folder / "out").records("decisions")
    return [(d.decision, d.decided_on, d.status) for d in held if isinstance(d, Decision)]


def letter(folder: Path) -> str:
    word = docx.Document(str(folder / "out" / "reports" / "整改函" / LETTER))
    return "\n".join(paragraph.text for paragraph in word.paragraphs)


def page(folder: Path) -> str:
    pages = [p.read_text(encoding="utf-8") for p in (folder / "out" / "reports" / "单位").glob("*.html")]
    return next(text for text in pages if f"<h1>{UNIT}</h1>" in text)


EXPLAINED = {"处理决定": "解释成立", "理由": "另有附表", "决定人": "甲", "决定日期": "2022年5月10日"}


def test_a_report_before_a_run_loses_nothing(folder: Path) -> None:
    key = of(folder, "A09")
    fill(folder, key, **EXPLAINED)
    assert "读回处理决定 1 条" in report(folder)
    assert decided(folder) == [("解释成立", "2022-05-10", "current")]
    (row,) = [row for row in ledger(folder) if row["问题编号"] == key]
    assert [row[name] for name in EXPLAINED] == ["解释成立", "另有附表", "甲", "2022-05-10"]
    assert "读回" not in report(folder)


def test_a_report_elsewhere_reads_its_own_workbook_back(folder: Path) -> None:
    report(folder, "--out", str(folder / "报告"))
    fill(folder, of(folder, "A09"), "报告", **EXPLAINED)
    report(folder, "--out", str(folder / "报告"))
    assert decided(folder) == [("解释成立", "2022-05-10", "current")]


def test_a_day_that_is_none_refuses_and_leaves_the_workbook(folder: Path) -> None:
    key = of(folder, "A09")
    fill(folder, key, **EXPLAINED | {"决定日期": "五月"})
    done = CliRunner().invoke(app, ["report", "--data", str(folder / "out")])
    assert "决定日期“五月”无法识别" in str(done.exception)
    assert [row["决定日期"] for row in ledger(folder) if row["问题编号"] == key] == ["五月"]


def test_an_older_file_takes_nothing_back_however_often_it_is_read(folder: Path) -> None:
    key = of(folder, "A09")
    csv = folder / "out" / "decisions" / "决定.csv"
    csv.parent.mkdir()
    csv.write_text(
        f"问题编号,处理决定,理由,决定人,决定日期\n{key},认定,总分多计,乙,2022/4/20\n", encoding="utf-8-sig"
    )
    (csv.parent / "~$决定.xlsx").write_bytes(b"left by an office program")
    run(folder)
    assert decided(folder) == [("认定", "2022-04-20", "current")]
    fill(folder, key, **EXPLAINED)
    for _ in range(2):
        run(folder)
        assert decided(folder) == [("解释成立", "2022-05-10", "current")]
    fill(folder, key, 处理决定=None)
    for _ in range(2):
        run(folder)
        assert decided(folder) == [("撤销", "2022-05-10", "current")]
    assert "99.3" in letter(folder)


def test_what_is_missing_is_told(folder: Path) -> None:
    fill(folder, of(folder, "A09"), 处理决定="认定", 决定人="甲")
    said = report(folder)
    assert "处理决定中有 1 条需要补充或确认" in said
    assert "待补理由、决定日期" in said
    assert [row["决定状态"] for row in ledger(folder) if row["规则"] == "A09"] == ["待补理由、决定日期"]


def test_what_was_explained_is_asked_no_more_and_marked(folder: Path) -> None:
    assert "得分合计 89.3 ≠ 99.3" in letter(folder).replace("印出 ", "")
    fill(folder, of(folder, "A09"), **EXPLAINED)
    report(folder)
    assert "≠ 印出" not in letter(folder)
    assert "另有1项你单位已作说明，经核实说明成立，无需再答复。" in letter(folder)
    text = page(folder)
    assert "其中已解释 1" in text
    assert text.count('<span class="tag judged">解释成立</span>') == 1
    assert "解释成立 · 另有附表 · 甲 · 2022-05-10" in text


def test_places_name_the_file_where_a_unit_sent_several(folder: Path) -> None:
    assert "《附件6 整体支出绩效自评表." in letter(folder)
    dataset = open_dataset(folder / "out")
    (health,) = [d for d in dossiers(dataset) if d.submission.unit_name == UNIT]
    quotes = [quote for row in signing(health, paths(dataset))["rows"] for quote in row.quotes]
    assert any("（《附件6 整体支出绩效自评表." in quote for quote in quotes)
    single = docx.Document(str(next((folder / "out" / "reports" / "整改函").glob("*柳林*"))))
    assert not any("《" in paragraph.text for paragraph in single.paragraphs)


def test_the_register_is_no_matter_of_the_unit(folder: Path) -> None:
    (folder / "out" / "单位名录.csv").write_text("单位名称\n临江市云溪区柳林街道办事处\n", encoding="utf-8")
    run(folder)
    assert of(folder, "H10")
    assert "名录" not in letter(folder)


def test_a_decided_finding_that_is_gone_stays_with_its_decision(folder: Path) -> None:
    fill(folder, of(folder, "A09"), **EXPLAINED | {"处理决定": "认定"})
    run(folder)
    (form,) = (folder / "raw" / "云溪区卫生健康委员会").glob("附件6*")
    other = next((folder / "raw" / "云溪区卫生健康委员会").glob("附件4*"))
    form.unlink()
    other.touch()
    for _ in range(2):
        run(folder)
        assert decided(folder) == [("认定", "2022-05-10", "gone")]
        (row,) = [row for row in ledger(folder) if row["规则"] == "A09"]
        assert (row["单位"], row["变化"], row["处理决定"]) == (UNIT, "已消失", "认定")
        assert row["决定状态"] == "问题已不存在"
        index = (folder / "out" / "reports" / "核对报告.html").read_text(encoding="utf-8")
        assert "认定 · 另有附表 · 甲 · 2022-05-10" in index
        assert "认定 · 另有附表 · 甲 · 2022-05-10" in page(folder)
