"""The annotated document keeps everything of the unit's own; the letter follows the bureau's template."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

import docx
import pytest

from corpus.sample_year.__main__ import write
from corpus.writing import write_docx
from corpus.writing.drawing import document
from extractors.readers.docx import read
from pipeline.reports.word.annotating import annotate
from pipeline.reports.word.notes import Note
from tests.running import run

NOW = datetime.datetime(2022, 4, 1, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("year")
    write(folder / "raw")
    template = folder / "out" / "模板" / "整改函.docx"
    template.parent.mkdir(parents=True)
    own = docx.Document()
    own.add_paragraph("财政局抬头：{单位}（{年度}）")
    own.add_paragraph("{问题清单}")
    own.save(str(template))
    run(folder)
    return folder


def test_comments_are_added_and_all_else_stays() -> None:
    before = write_docx(document("一、概况", [["总分", "100", "92"]]))
    after = annotate(
        before,
        [Note("t1.r1.c3", ["得分合计 82 ≠ 92"]), Note("b1:2-4", ["<&>\x07"]), Note("t9.r1.c1", ["nowhere"])],
        NOW,
    )
    word = docx.Document(io.BytesIO(after))
    assert [(c.text, c.author, c.timestamp) for c in word.comments] == [
        ("得分合计 82 ≠ 92", "核对", NOW),
        ("<&>", "核对", NOW),
    ]
    assert read(after).blocks == read(before).blocks
    one, two = zipfile.ZipFile(io.BytesIO(before)), zipfile.ZipFile(io.BytesIO(after))
    touched = {
        "[Content_Types].xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
    }
    assert {
        name for name in two.namelist() if name not in one.namelist() or one.read(name) != two.read(name)
    } <= touched


def test_comments_that_are_there_are_kept() -> None:
    first = annotate(write_docx(document("甲", "乙")), [Note("b1", ["one"])], NOW)
    second = annotate(first, [Note("b2", ["two"])], NOW)
    assert [(c.comment_id, c.text) for c in docx.Document(io.BytesIO(second)).comments] == [
        (0, "one"),
        (1, "two"),
    ]


def test_the_unit_s_own_file_carries_its_findings(made: Path) -> None:
    name = "柳林街道办事处2021年度绩效自评.docx"
    annotated = (made / "out" / "reports" / "批注" / name).read_bytes()
    texts = [comment.text for comment in docx.Document(io.BytesIO(annotated)).comments]
    assert any("D01" in text for text in texts)
    assert read(annotated).blocks == read((made / "raw" / name).read_bytes()).blocks


def test_other_formats_are_redrawn_with_the_same_notes(made: Path) -> None:
    word = docx.Document(str(made / "out" / "reports" / "批注" / "云溪区应急管理局.docx"))
    assert any("B02" in comment.text for comment in word.comments)
    assert "总分" in {cell.text for table in word.tables for row in table.rows for cell in row.cells}


def test_the_letter_lists_what_to_answer_in_the_bureau_s_words(made: Path) -> None:
    letters = sorted((made / "out" / "reports" / "整改函").glob("*.docx"))
    lines = {path.stem: [p.text for p in docx.Document(str(path)).paragraphs] for path in letters}
    health = lines["2021年度-临江市云溪区卫生健康委员会"]
    assert health[0] == "财政局抬头：临江市云溪区卫生健康委员会（2021年度）"
    assert any("89.3" in line and "99.3" in line for line in health)
    assert all("{" not in line for line in health)
