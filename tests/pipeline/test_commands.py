"""The command line: help, summaries, exit status, logs."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pipeline.folders import DOCX, ROOT, SAMPLE_YEAR, TEXT, hedui, lay, summary, texts, zipped

COMMANDS = (
    "run",
    "ingest",
    "check",
    "report",
    "show",
    "figures",
    "align",
    "rules",
    "query",
    "export",
    "trace",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_chinese_page_with_an_example(command):
    done = hedui(command, "--help")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"用法：hedui {command}")
    assert f"hedui {command}" in done.stdout.partition("[例]")[2]
    assert "Show this message" not in done.stdout


def test_help_names_every_command_and_is_quick():
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = hedui("--help")
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 0.5
    assert [
        line.split()[0] for line in done.stdout.partition("命令：\n")[2].splitlines() if line[2:3].isalpha()
    ][: len(COMMANDS)] == list(COMMANDS)


def test_help_loads_nothing_heavy():
    program = "import sys, pipeline.cli; print([m for m in sys.modules if m.split('.')[0] in HEAVY])"
    heavy = "HEAVY = {'pandas', 'pyarrow', 'numpy', 'lxml', 'duckdb', 'jieba', 'pebble', 'onnxruntime', 'regex'}\n"
    done = subprocess.run(
        [sys.executable, "-c", heavy + program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["run"], "缺少参数 报送文件夹"),
        (["run", "x", "--foo"], "没有选项 --foo"),
        (["run", "x", "--workers", "0"], "参数 --workers"),
        (["run", "x", "--engine", "spark"], "参数 --engine"),
        (["walk"], "没有命令"),
        (["run", "nowhere"], "不是文件夹"),
        (["show", "nowhere.docx"], "不存在"),
        (["rules", "Z99"], "没有编号为 Z99"),
        (["export", "nothing"], "没有表 nothing"),
    ],
)
def test_wrong_use_is_one_clear_line_and_status_2(arguments, complaint):
    done = hedui(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("错误：")
    assert done.stderr.count("\n") == 1
    assert complaint in done.stderr


def test_the_summary_for_people_and_for_programs(tmp_path):
    raw = lay(tmp_path / "raw", texts(range(2)) | {"空.docx": b""})
    told = hedui("run", raw, "--out", tmp_path / "out").stdout
    for words in ("读取完整", "未能读取 空.docx：", "严重", "数据集：", "运行日志："):
        assert words in told
    found = summary(hedui("run", raw, "--out", tmp_path / "out", "--json", "--force"))
    assert found["files"] == {"complete": 2, "partial": 0, "rejected": 1, "duplicate": 0}
    assert (found["read"], found["submissions"], found["rejected"]) == (3, 2, {"empty": 1})
    assert set(found["findings"]) == {"严重", "重要", "一般", "提示"}
    assert hedui("run", raw, "--out", tmp_path / "out", "--quiet").stdout == ""


def test_the_log_is_for_people_and_for_programs(tmp_path):
    raw = lay(tmp_path / "raw", texts(range(1)) | {"空.docx": b""})
    assert hedui("ingest", raw, "--out", tmp_path / "out", "--quiet").returncode == 0
    (prose,) = (tmp_path / "out" / "logs").glob("*.log")
    (lines,) = (tmp_path / "out" / "logs").glob("*.jsonl")
    events = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    assert [event["event"] for event in events] == [
        "开始读取",
        "读取文件",
        "读取文件",
        "提交",
        "读取结束",
        "结束",
    ]
    assert {event["code"] for event in events if event["event"] == "读取文件"} == {None, "empty"}
    assert prose.read_text(encoding="utf-8").count("\n") == len(events)


def test_show_as_json_has_a_list_for_each_table():
    done = hedui("show", DOCX, "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    tables = {"documents", "submissions", "forms", "summary_rows", "funds", "goals", "indicators", "sections"}
    assert tables | {"figures", "issues"} <= told.keys()
    assert [form["form_kind"] for form in told["forms"]] == ["summary", "department", "report"]
    assert all(isinstance(row["budget_yuan"], str) for row in told["funds"] if row["budget_text"])
    assert told["forms"][0]["submission_id"] == told["submissions"][0]["submission_id"]


def test_show_gives_one_object_a_member(tmp_path):
    inner = zipped({"b.txt": TEXT.read_bytes()})
    lay(tmp_path, {"a.zip": zipped({"a.txt": TEXT.read_bytes(), "b.zip": inner, "空.txt": b""})})
    told = [json.loads(line) for line in hedui("show", tmp_path / "a.zip", "--json").stdout.splitlines()]
    rows = {one["documents"][0]["path"]: one["documents"][0]["status"] for one in told}
    assert rows == {
        "a.zip!/a.txt": "complete",
        "a.zip!/b.zip!/b.txt": "complete",
        "a.zip!/空.txt": "rejected",
    }


def test_show_for_people():
    told = hedui("show", DOCX, "--figures").stdout
    for words in ("部门（单位）整体支出绩效自评表", "指标值", "读取完整", "主语"):
        assert words in told


def test_figures_and_align_answer_line_by_line():
    asked = '{"id": 1, "text": "新增就业112人，增长8.5%。"}\nno json\n{"id": 2, "text": "2021年"}\n'
    done = hedui("figures", input=asked)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    by_id = {answer["id"]: answer for answer in answers}
    assert [figure["text"] for figure in by_id[1]["figures"]] == ["112人", "8.5%"]
    assert by_id[2]["figures"] == []
    assert "error" in by_id[None]
    row = {"row": 1, "indicator": "新增就业人数", "target": "≥100人", "actual": "112人"}
    asked = json.dumps({"id": 7, "rows": [row], "paragraph": "全年新增就业112人。"}) + "\n[]\n"
    answers = [json.loads(line) for line in hedui("align", input=asked).stdout.splitlines()]
    assert answers[0]["alignments"] == [{"span": [6, 10], "row": 1, "column": "actual", "consistent": True}]
    assert "error" in answers[1]


def test_rules_lists_and_explains():
    assert "A09" in hedui("rules").stdout
    assert "比对" in hedui("rules", "a09").stdout
    assert json.loads(hedui("rules", "A09", "--json").stdout)["severity"] == "严重"


def test_a_reader_that_has_enough_is_no_error():
    command = f"{sys.executable} -c 'from pipeline.cli import main; main()' rules --json | head -1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_sample_year_ends_well_from_anywhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path.insert(0, {str(ROOT)!r}); from pipeline.cli import main; main()",
            "ingest",
            str(SAMPLE_YEAR),
            "--quiet",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (Path("data") / "parsed" / "current" / "documents").is_dir()
