"""What people see of a run on the terminal: files in trouble by name, an empty folder, an interruption."""

import io
from types import SimpleNamespace

import pyarrow

from extractors.records import Document
from pipeline.reports.html.partial import partly_read
from pipeline.summary import Summary, tables
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
    told = printed(Summary(dataset="x", files={"complete": 3}, interrupted=True))
    assert "核对结果" not in told
    assert "没有丢失，再次运行同一命令即从此处继续" in told


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


def test_many_files_in_trouble_are_cut():
    told = printed(
        Summary(dataset="x", files={"rejected": 20}, troubles=[f"未能读取 {i}" for i in range(20)])
    )
    assert sum(line.startswith("未能读取 ") for line in told.splitlines()) == 8
    assert "另有 12 个" in told
