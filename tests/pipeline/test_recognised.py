"""`hedui show` draws a table as it was read: roles over the printed headings, what nobody used marked."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from extractors.extract import extract
from extractors.reading import read
from extractors.records import Cell
from pipeline.recognised import regions, roles, tables, tally

CORPUS = Path(__file__).parents[1] / "corpus"


def drawn(cells: list[Cell]) -> list[str]:
    console = Console(file=io.StringIO(), width=100, no_color=True)
    for part in tables(cells):
        console.print(part)
    assert isinstance(console.file, io.StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines() if line.strip()]


def cells_of(case: str) -> list[Cell]:
    file = CORPUS / case
    return extract(read(file.read_bytes(), file.name), "d", file.name).cells


def cell(row: int, column: int, text: str, use: str | None, confidence: float | None = None) -> Cell:
    at = f"t1.r{row}.c{column}"
    return Cell(
        document_id="d",
        table_at="t1",
        row=row,
        column=column,
        text=text,
        use=use,
        at=at,
        confidence=confidence,
    )


ROWS = [
    cell(1, 1, "单位名称", "label:unit_name"),
    cell(1, 2, "云溪区水利局", "unit_name"),
    cell(2, 1, "三级指标", "ignored:header"),
    cell(2, 2, "年度指标值", "ignored:header"),
    cell(2, 3, "得分", "ignored:header"),
    cell(3, 1, "河道长度", "level3"),
    cell(3, 2, "≥3公里", "target"),
    cell(3, 3, "5", "score"),
    cell(4, 1, "水质", "level3", 0.4),
    cell(4, 2, "达标", "target"),
    cell(4, 3, "备查", None),
    cell(5, 1, "总分", "total_label"),
    cell(5, 3, "92", "total_score"),
]


def test_regions_take_their_printed_headings_along() -> None:
    found = regions(ROWS)
    assert [(region.kind, [row[0].row for row in region.rows]) for region in found] == [
        ("single", [1]),
        ("indicators", [2, 3, 4]),
        ("single", [5]),
    ]
    assert roles(found[1]) == {1: "level3", 2: "target", 3: None}


def test_what_nobody_used_and_what_is_doubtful_is_marked() -> None:
    lines = drawn(ROWS)
    assert lines[0] == "单位名称：云溪区水利局"
    assert lines[1].split() == ["三级", "指标值", "－"]
    assert [line.split() for line in lines[3:6]] == [
        ["三级指标", "年度指标值", "得分"],
        ["河道长度", "≥3公里", "得分：5"],
        ["水质?", "达标", "✗备查"],
    ]
    assert lines[6] == "合计：总分　总分：92"
    assert tally(ROWS) == "有字的单元格 13：读入 9，表头等 3，未用 1（标 ✗）"


@pytest.mark.parametrize(
    ("case", "row"),
    [
        ("flat_list/disabled.html", ["预算执行率", "≥", "95", "96", "%", "20", "20"]),
        ("side_by_side/allowance.html", ["预算数：", "100", "到位数：", "100", "执行数：", "98", "98"]),
        ("transposed_money/fishery.html", ["实际支出", *(f"执行：{n}" for n in (50, 10, 10, 20, 10, 0))]),
    ],
)
def test_odd_forms_are_drawn_row_by_row(case: str, row: list[str]) -> None:
    assert row in [line.split() for line in drawn(cells_of(case))]


def test_a_text_cannot_command_the_terminal() -> None:
    assert "\x1b" not in "".join(drawn([cell(1, 1, "\x1b[2J水质", "level3"), cell(1, 2, "x", "target")]))
