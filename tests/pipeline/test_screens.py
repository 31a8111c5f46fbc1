"""What people see of a run on the terminal: files in trouble by name, an empty folder, an interruption."""

import contextlib
import io
import time
from types import SimpleNamespace

import pyarrow
import pytest

from extractors.records import Document
from pipeline.reports.html.partial import partly_read
from pipeline.summary import Summary, tables
from pipeline.upkeep import TooLong, at_most
from tests.pipeline.folders import hedui


def printed(summary):
    from rich.console import Console

    console = Console(width=200, record=True, file=io.StringIO())
    for part in tables(summary):
        console.print(part)
    return console.export_text()


def test_files_in_trouble_are_named_with_reason_and_remedy(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "坏.docx").write_bytes(b"PK\x03\x04 nothing")
    done = hedui("ingest", tmp_path / "raw", "--out", tmp_path / "out")
    assert done.returncode == 0
    (line,) = (line for line in done.stdout.splitlines() if "坏.docx" in line)
    assert line.startswith("未能读取 坏.docx：")
    assert len(line) > 20


def test_an_empty_folder_says_so(tmp_path):
    (tmp_path / "raw").mkdir()
    done = hedui("run", tmp_path / "raw", "--out", tmp_path / "out")
    assert done.returncode == 0
    assert "报送文件夹中没有文件" in done.stdout


def test_an_interrupted_run_shows_no_table_of_zeros():
    told = printed(Summary(dataset="x", files={"complete": 0}, interrupted=True))
    assert "合计" not in told
    assert "没有文件" not in told
    told = printed(Summary(dataset="x", files={"complete": 3}, interrupted=True))
    assert "合计" in told
    assert "核对结果" not in told
    assert "没有丢失，再次运行同一命令将继续" in told


def test_a_file_read_in_part_stands_in_the_index_with_what_was_doubtful():
    documents = [
        Document(document_id="a", path="甲.jpg", status="partial"),
        Document(document_id="b", path="乙.zip", status="partial"),
    ]
    messages = ["把握不足（0.79），请核实。", "把握不足（0.8），请核实。", "缺一行。"]
    issues = pyarrow.table({"document_id": ["a"] * 3, "message": messages})
    assert partly_read(SimpleNamespace(read_table=lambda *_, **__: issues), documents) == [
        ("乙.zip", ["其中有未能读取的文件，见“未能读取”"]),
        ("甲.jpg", ["把握不足，请核实。（2 处）", "缺一行。"]),
    ]


def test_showing_a_picture_recognises_it(tmp_path):
    cv2 = pytest.importorskip("cv2")
    numpy = pytest.importorskip("numpy")
    pytest.importorskip("rapidocr")
    sheet = numpy.full((400, 600, 3), 255, numpy.uint8)
    cv2.putText(sheet, "2021 118.5", (40, 200), cv2.FONT_HERSHEY_SIMPLEX, 2, (0, 0, 0), 3)
    (tmp_path / "a.png").write_bytes(cv2.imencode(".png", sheet)[1].tobytes())
    done = hedui("show", tmp_path / "a.png")
    assert done.returncode == 0
    assert "a.png 是扫描件或图片，正在逐页识别" in done.stderr
    assert "需要识别" not in done.stdout


def test_what_takes_too_long_is_stopped_through_any_handler():
    with pytest.raises(TooLong), at_most(0.05):
        while True:
            with contextlib.suppress(Exception):
                time.sleep(0.01)


def test_many_files_in_trouble_are_cut():
    told = printed(
        Summary(dataset="x", files={"rejected": 20}, troubles=[f"未能读取 {i}" for i in range(20)])
    )
    assert sum(line.startswith("未能读取 ") for line in told.splitlines()) == 8
    assert "另有 12 个" in told
