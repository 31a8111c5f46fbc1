"""Cells with a list each: every line gets what was set beside it, nothing that was not."""

from __future__ import annotations

import pytest

from extractors.extract import extract
from extractors.records import Extract
from tests.forms.drawing import draw

FORM = """
2022年度项目支出绩效自评表
项目名称 | 堤防加固 | < | < | 主管部门 | 青禾县水利局 | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因
{level} | 数量指标 | 加固堤防⏎新建水闸⏎清淤河道 | 10公里⏎2座⏎30公里 | {actual} | 10⏎10⏎10 | {score} | {reason}
总分 | < | < | < | < | 30 | {total} | ∅
"""


def read(
    actual: str = "12公里⏎2座⏎28公里",
    score: str = "10⏎10⏎9",
    reason: str = "∅",
    level: str = "产出指标",
    total: str = "29",
) -> Extract:
    text = FORM.format(actual=actual, score=score, reason=reason, level=level, total=total)
    return extract(draw(text), "0" * 64, "x.docx")


def uneven(found: Extract) -> list[tuple[str | None, str | None]]:
    return [(issue.text, issue.at) for issue in found.issues if issue.code == "uneven_lines"]


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("⏎⏎受汛期影响", [None, None, "受汛期影响"]),
        ("受汛期影响⏎⏎", ["受汛期影响", None, None]),
        ("统计口径调整⏎⏎受汛期影响", ["统计口径调整", None, "受汛期影响"]),
        ("受汛期影响", ["受汛期影响"] * 3),
    ],
)
def test_a_reason_stands_beside_its_line(reason: str, told: list[str | None]) -> None:
    found = read(reason=reason)
    assert [row.reason_text for row in found.indicators] == told
    assert uneven(found) == [] and "cut_by_blanks" not in [issue.code for issue in found.issues]


def test_a_blank_line_among_figures() -> None:
    found = read(actual="12公里⏎⏎28公里", score="10⏎0⏎9", total="19")
    assert [(row.actual_text, row.score_points) for row in found.indicators] == [
        ("12公里", 10),
        (None, 0),
        ("28公里", 9),
    ]
    assert uneven(found) == []


def test_figures_that_fit_no_line_are_not_claimed_for_each() -> None:
    found = read(actual="12公里⏎28公里")
    assert [row.actual_text for row in found.indicators] == ["12公里\n28公里", None, None]
    assert uneven(found) == [("12公里\n28公里", "t1.r3.c5")]


@pytest.mark.parametrize("level", ["产出指标", "⏎产出指标⏎", "⏎⏎产出指标", "产出指标⏎"])
def test_levels_stand_over_all_lines(level: str) -> None:
    found = read(level=level)
    assert [row.level1 for row in found.indicators] == ["产出指标"] * 3


@pytest.mark.parametrize("score", ["29", "⏎29⏎"])
def test_one_figure_belongs_to_the_first_line(score: str) -> None:
    found = read(score=score)
    assert [row.score_text for row in found.indicators] == ["29", None, None]
