"""Forms in words that nobody has listed: what words, cells, places tell together, and what they leave open."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.extract import extract
from extractors.forms import morphemes, vocabulary
from extractors.forms.likelihood import unary
from extractors.forms.profile import profile
from extractors.records import Extract
from tests.forms.drawing import draw

FORM = """
2022年度财政项目绩效自我评估表
支出事项 | 河道清淤 | < | 承办方 | 青禾县河道站 | < | < | <
板块 | 小项 | 具体条目 | 预算时目标 | 年底做到 | 配分 | 实得 | 差距剖析
产出指标 | 数量指标 | 清淤河道 | ≥12公里 | 13公里 | 40 | 40 |
^ | 质量指标 | 验收合格率 | ≥95% | 90% | 30 | 28.4 | 一段返工
效益指标 | 社会效益指标 | 受益人口 | ≥2万人 | 2.2万人 | 30 | 30 |
评分总计 | < | < | < | < | 100 | 98.4 |
"""


def read(text: str, ragged: bool = False) -> Extract:
    return extract(draw(text, ragged), "0" * 64, "x.docx")


@pytest.mark.parametrize("ragged", [False, True])
def test_a_form_without_one_listed_heading(ragged: bool) -> None:
    found = read(FORM, ragged)
    form, row = found.forms[0], found.indicators[1]
    assert (form.form_kind, form.unit_name, form.project_name) == ("project", "青禾县河道站", "河道清淤")
    assert (form.total_weight_points, form.total_score_points, form.fiscal_year) == (
        100,
        Decimal("98.4"),
        2022,
    )
    assert (row.level1, row.level2, row.level3) == ("产出指标", "质量指标", "验收合格率")
    assert (row.target_text, row.actual_text, row.weight_points, row.reason_text) == (
        "≥95%",
        "90%",
        30,
        "一段返工",
    )
    noted = [issue for issue in found.issues if issue.code == "near_heading"]
    assert len(noted) >= 8 and {issue.severity for issue in noted} == {"note"}


@pytest.mark.parametrize(
    "heading", ["板块", "小项", "具体条目", "预算时目标", "年底做到", "配分", "实得", "差距剖析"]
)
def test_a_column_without_a_heading(heading: str) -> None:
    whole, bare = read(FORM).indicators, read(FORM.replace(heading, "∅")).indicators
    fields = ("level1", "level2", "level3", "target_text", "actual_text", "weight_points", "score_points")
    assert [[getattr(row, name) for name in fields] for row in bare] == [
        [getattr(row, name) for name in fields] for row in whole
    ]


def test_columns_in_another_order_are_told_by_their_cells() -> None:
    swapped = (
        FORM.replace("配分 | 实得", "实得 | 配分")
        .replace("30 | 28.4", "28.4 | 30")
        .replace("100 | 98.4", "98.4 | 100")
    )
    row = read(swapped).indicators[1]
    assert (row.weight_text, row.score_text) == ("30", "28.4")


def test_a_result_of_an_earlier_year_is_none_of_this_one() -> None:
    form = FORM.replace("年底做到 |", "2021年完成值 | 实际完成值 |").replace(
        "| < | < | <\n板块", "| < | < | < | <\n板块"
    )
    form = (
        form.replace("13公里 |", "11公里 | 13公里 |")
        .replace("90% |", "88% | 90% |")
        .replace("2.2万人 |", "1.9万人 | 2.2万人 |")
    )
    form = form.replace("评分总计 | < |", "评分总计 | < | < |")
    assert [row.actual_text for row in read(form).indicators] == ["13公里", "90%", "2.2万人"]


def test_a_second_scorer_needs_a_word() -> None:
    scores = morphemes.scores("indicators", "自评打分结果")
    assert scores["score"] > 0.5 > 0 > scores["review_score"]
    assert morphemes.scores("indicators", "主管局核查得分")["review_score"] > 0.5


def test_words_of_a_heading_weigh_against_each_other() -> None:
    for text, role in (
        ("应达目标", "target"),
        ("年底实绩", "actual"),
        ("每项满分", "weight"),
        ("所得分", "score"),
        ("失分缘由", "reason"),
    ):
        scores = morphemes.scores("indicators", text)
        assert max(scores, key=lambda name: scores[name]) == role, text


def test_every_role_of_the_parts_is_weighed_by_its_cells() -> None:
    empty = profile([])
    for context in ("indicators", "funds", "summary"):
        for role in morphemes.roles(context):
            assert unary(context, role, empty, 0.5) <= 0.2
            assert vocabulary.model(context, role)


HALVES = """
2022年度专项资金绩效自评表
项目名称 | 免费开放 | < | 实施单位 | 青禾县图书馆 | <
产出指标 | < | < | 效益指标 | < | <
指标名称 | 完成值 | 得分 | 指标名称 | 完成值 | 得分
开放天数 | 310天 | 50 | 读者人次 | 9万人次 | 30
讲座场次 | 24场 | 20 | ∅ | ∅ | ∅
"""


def test_a_table_in_two_halves_is_read_one_after_the_other() -> None:
    rows = read(HALVES).indicators
    assert [(row.level1, row.level3, row.score_points) for row in rows] == [
        ("产出指标", "开放天数", 50),
        ("产出指标", "讲座场次", 20),
        ("效益指标", "读者人次", 30),
    ]


STAFF = """
2022年度职工绩效考核评分表
姓名 | 张某 | < | 岗位 | 会计 | <
考核指标 | 权重 | 目标值 | 完成值 | 自评得分 | 领导评分
报表及时率 | 60 | 100% | 100% | 60 | 58
差错率 | 40 | ≤1% | 0.8% | 40 | 40
"""


def test_people_who_are_rated_are_no_form() -> None:
    assert read(STAFF).forms == []


def test_a_column_between_two_roles_is_a_doubt() -> None:
    form = (
        FORM.replace("配分 | 实得", "甲 | 乙")
        .replace("40 | 40 |", "7 | 3 |")
        .replace("30 | 28.4", "2 | 6")
        .replace("30 | 30 |", "4 | 5 |")
    )
    found = read(form.replace("100 | 98.4", "∅ | ∅"))
    assert all(row.weight_points is None or row.score_points is None for row in found.indicators)
    assert [issue for issue in found.issues if issue.severity == "doubt"]
