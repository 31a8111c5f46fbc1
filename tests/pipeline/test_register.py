"""The register of units: read from a small file, told apart from what came in."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.sample_year.__main__ import write
from pipeline.cli import app
from pipeline.refusal import Refused
from pipeline.registering import load
from pipeline.store import open_dataset
from rules.register import Unit

ROWS = "单位名称,别名,主管部门,应报送\n青禾县水利局,县水利局、水利局,,是\n青禾县档案馆,,青禾县委办,否\n"


def test_csv_and_toml_say_the_same(tmp_path: Path) -> None:
    units = [
        Unit(name="青禾县水利局", aliases=("县水利局", "水利局")),
        Unit(name="青禾县档案馆", supervisor="青禾县委办", expected=False),
    ]
    table = tmp_path / "register.csv"
    table.write_bytes(ROWS.encode("gb18030"))
    assert load(table) == units
    text = tmp_path / "register.toml"
    text.write_text(
        '[["单位"]]\n"单位名称" = "青禾县水利局"\n"别名" = ["县水利局", "水利局"]\n[["单位"]]\n"单位名称" = "青禾县档案馆"\n"主管部门" = "青禾县委办"\n"应报送" = "否"\n',
        encoding="utf-8",
    )
    assert load(text) == units


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("单位,电话\n甲,1\n", "没有“单位名称”一栏"),
        ("单位名称\n甲局\n甲局\n", "“甲局”出现两次"),
        ("单位名称\n", "没有单位"),
    ],
)
def test_a_faulty_register_is_refused(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "register.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=said):
        load(file)


def test_line_ends_an_open_quote_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    file.write_bytes(ROWS.replace("\n", "\r").encode())
    assert [unit.name for unit in load(file)] == ["青禾县水利局", "青禾县档案馆"]
    file.write_text(ROWS + '"青禾县' + "长" * 140_000, encoding="utf-8")
    with pytest.raises(Refused, match=r"register\.csv 第4行起无法读取：.*引号"):
        load(file)
    (tmp_path / "x.csv").mkdir()
    with pytest.raises(Refused, match="这是文件夹，不是文件"):
        load(tmp_path / "x.csv")


def test_the_run_says_who_is_missing(tmp_path: Path) -> None:
    write(tmp_path / "raw")
    names = [
        "云溪区水利局",
        "云溪区教育体育局",
        "云溪区卫生健康委员会",
        "云溪区市场监督管理局",
        "云溪区民政局",
        "柳林街道办事处",
        "云溪区档案馆",
        "云溪区应急管理局",
        "云溪区文化馆",
        "云溪区审计局",
    ]
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "register.csv").write_text(
        "单位名称\n" + "\n".join(f"临江市{n}" for n in names), encoding="utf-8"
    )
    done = CliRunner().invoke(app, ["run", str(tmp_path / "raw"), "--out", str(tmp_path / "out"), "--quiet"])
    assert done.exit_code == 0, done.output
    found = [
        f
        for f in open_dataset(tmp_path / "out").records("findings")
        if f.rule_id == "H10" and f.result == "fail"
    ]  # type: ignore[attr-defined]
    assert sorted(f.message for f in found) == [
        "“临江市云溪区农业农村局”不在单位名录中",
        "名录中的“临江市云溪区审计局”未报送",
    ]  # type: ignore[attr-defined]
    import openpyxl

    sheet = openpyxl.load_workbook(tmp_path / "out" / "reports" / "核对结果.xlsx")["报送情况"]
    lines = [[cell.value for cell in line][:2] for line in sheet.iter_rows(min_row=3)]
    assert lines[:2] == [["临江市云溪区审计局", "未报送"], ["临江市云溪区农业农村局", "不在名录中"]]
    assert [word for _, word in lines].count("已报送") == 9
