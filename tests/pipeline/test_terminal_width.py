"""What people read in the terminal fits it, Chinese characters counted twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from corpus.sample_year.__main__ import write
from pipeline import terminal
from pipeline.cli import app
from tests.running import run

UNIT = "云溪区应急管理局"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("year")
    write(folder / "year")
    (folder / "raw").mkdir()
    (folder / "year" / f"{UNIT}.txt").rename(folder / "raw" / f"{UNIT}.txt")
    run(folder)
    return folder


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_trace_and_show_fit(made: Path, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for words in (
        ["trace", "--data", str(made / "out"), UNIT, "检查生产经营单位数"],
        ["show", str(made / "raw" / f"{UNIT}.txt")],
    ):
        terminal.out.cache_clear()
        done = CliRunner().invoke(app, words)
        terminal.out.cache_clear()
        assert done.exit_code == 0, done.output
        lines = done.output.partition("\n绩效自评报告  ")[0].splitlines()  # prose is for the terminal to wrap
        assert len(lines) > 5
        assert [line for line in lines if cell_len(line.rstrip()) > columns] == []


def test_trace_tells_place_print_and_findings(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    terminal.out.cache_clear()
    done = CliRunner().invoke(app, ["trace", "--data", str(made / "out"), UNIT, "检查生产经营单位数"])
    terminal.out.cache_clear()
    lines = [line.rstrip() for line in done.output.splitlines()]
    assert lines[0] == "单位      临江市云溪区应急管理局  2021"
    assert any(
        line.startswith("表内") and "指标值 ≥480家" in line and "完成值 432家" in line for line in lines
    )
    assert any(line.startswith("叙述") and "432家" in line and "与表内一致" in line for line in lines)
    assert any(line.startswith("重要 C04  不一致：") for line in lines)


def completed(**environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", "from pipeline.cli import main; main()"],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    return done.stdout


def test_a_shell_completes_commands_and_options() -> None:
    assert "complete_bash" in completed(_HEDUI_COMPLETE="source_bash")
    told = completed(_HEDUI_COMPLETE="complete_bash", COMP_WORDS="hedui re", COMP_CWORD="1")
    assert told.split() == ["report"]
    told = completed(_HEDUI_COMPLETE="complete_bash", COMP_WORDS="hedui report --p", COMP_CWORD="2")
    assert told.split() == ["--pdf"]


def test_trace_says_how_a_cell_was_understood_and_what_there_is(made: Path) -> None:
    terminal.out.cache_clear()
    words = ["trace", "--data", str(made / "out")]
    done = CliRunner().invoke(app, [*words, UNIT, "检查生产经营单位数"])
    assert any(line.startswith("读作") and "≥480家" in line for line in done.output.splitlines())
    for asked, told in (
        (["没有的局", "检查"], "没有名称含“没有的局”的单位；数据集中有：临江市云溪区应急管理局。"),
        ([UNIT, "没有的指标"], f"“{UNIT}”的表中没有名称含“没有的指标”的指标；有："),
    ):
        done = CliRunner().invoke(app, [*words, *asked])
        assert done.exit_code != 0
        assert told in str(done.exception)


def test_a_sentence_fills_its_lines() -> None:
    assert (
        terminal.filled("分值合计 90 ≠ 100，差额10等于空白行", 20).plain
        == "分值合计 90 ≠ 100，\n差额10等于空白行"
    )
