"""An honest paragraph conflicts with no cell: parts, other years, stocks, averages, other places."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.aligning import align_lines

LINES = [
    line
    for line in (Path(__file__).parent / "honest.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def aligned(line: str) -> list[tuple[str, int, str, bool]]:
    """Text, row, column and verdict of every figure that has a counterpart."""
    table, _, paragraph = line.rpartition(" / ")
    rows: list[dict[str, Any]] = []
    for number, row in enumerate(table.split(" + "), 1):
        name, target, actual = row.split("|")
        rows.append({"row": number, "indicator": name, "target": target, "actual": actual})
    asked = json.dumps({"id": 1, "rows": rows, "paragraph": paragraph}, ensure_ascii=False)
    (answer,) = align_lines([asked])
    return [
        (paragraph[slice(*found["span"])], found["row"], found["column"], found["consistent"])
        for found in json.loads(answer)["alignments"]
    ]


@pytest.mark.parametrize("line", LINES, ids=range(len(LINES)))
def test_nothing_conflicts(line: str) -> None:
    assert [entry for entry in aligned(line) if not entry[3]] == []


def test_most_rows_are_spoken_of() -> None:
    rows = sum(line.count(" + ") + 1 for line in LINES)
    spoken = sum(len({row for _, row, column, _ in aligned(line) if column == "actual"}) for line in LINES)
    assert spoken >= 0.95 * rows


@pytest.mark.parametrize(
    ("line", "conflicts"),
    [
        ("新建停车位|500个|512个 / 2023年新建停车位521个，三年累计1,460个。", ["521个"]),
        ("群众满意度|≥90%|93.5% / 群众满意度95.3%，高于全市平均水平92.1%。", ["95.3%"]),
        ("农村公路里程|12公里|13.4公里 / 新建农村公路里程134公里。", ["134公里"]),
        ("拆除违法建筑|5万平方米|5.37万平方米 / 拆违5.73万平方米。", ["5.73万平方米"]),
        ("公厕改造|20座|21座 / 公厕改造24座（省定任务18座）。", ["24座"]),
        ("培训农民|600人次|640人次 / 培训农民604人次，其中新型职业农民120人。", ["604人次"]),
    ],
)
def test_what_differs_still_conflicts(line: str, conflicts: list[str]) -> None:
    assert [
        text for text, _, column, consistent in aligned(line) if not consistent and column == "actual"
    ] == conflicts
