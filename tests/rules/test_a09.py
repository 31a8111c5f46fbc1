"""A09: the 得分 column and its total, with what explains a difference."""

from decimal import Decimal

import pytest

from tests.rules.building import form, fund, results, row, run


def rows(*scores):
    return [row(i, weight=10, score=x) for i, x in enumerate(scores, 1)]


def test_a_blank_row_credited_in_full():
    blank = row(9, level1="效果指标", level2="可持续影响指标", level2_weight=10, level3="无")
    (finding,) = run(
        "A09", form(total_score=92), row(1, weight=50, score=42), row(2, weight=40, score=40), blank
    )
    assert finding.message == "得分合计 82 ≠ 92，差额 10 等于“可持续影响指标（10分）”空白行的分值"
    assert (finding.result, finding.severity, finding.confidence) == ("fail", "严重", "确定")
    assert (finding.expected, finding.observed, finding.difference) == ("82", "92", "10")
    assert finding.evidence[0].role == "总分"
    assert finding.computation == "产出指标82＝82"


@pytest.mark.parametrize(
    ("total", "scores", "diagnosis"),
    [
        ("98", ("9", "9"), "总分等于100减去各项扣分之和2"),
        ("90", ("9", "9"), "总分是按分值合计20折算成百分制的"),
        ("20", ("9", "9"), "总分栏印的是分值合计"),
        ("9", ("4", "9"), "差额 4 等于“指标第1”的得分，可能漏加"),
        ("17", ("4", "9"), "差额 4 等于“指标第1”的得分，可能重复计入"),
        ("29.1", ("10", "9.2"), None),
    ],
)
def test_diagnoses(total, scores, diagnosis):
    (finding,) = run("A09", form(total_score=total), *rows(*scores))
    assert (finding.result, finding.diagnosis) == ("fail", diagnosis)


def test_swapped_digits():
    (finding,) = run("A09", form(total_score="82.35"), row(1, weight=100, score="83.25"))
    assert finding.diagnosis == "“83.25”与“82.35”仅相邻两位数字互换"


def test_near_misses():
    assert results("A09", form(total_score="91.5"), row(weight=100, score="91.5")) == ["pass"]
    assert results("A09", form(total_score="19.0"), *rows(10, 9)) == ["pass"]


def test_merged_scores_count_once():
    merged = {"score": "t1.r11.c9"}
    parts = [row(i, weight=5, score=9, places=merged) for i in (1, 2)]
    assert results("A09", form(total_score=9), *parts) == ["pass"]


def test_blank_scores_are_unknown_but_may_be_nothing():
    (finding,) = run("A09", form(total_score=19), *rows(10, 9), row(3, weight=10))
    assert finding.result == "pass"
    assert "空白得分按0计" in finding.message
    assert run("A09", form(total_score=29), *rows(10, 9), row(3, weight=10))[0].diagnosis == (
        "差额 10 等于“指标第3”空白行的分值"
    )


def test_the_weights_decide_whether_the_execution_counts():
    parts = [fund(weight=10, score=8), row(1, weight=90, score=80)]
    assert results("A09", form(total_weight=100, total_score=88), *parts) == ["pass"]
    assert results("A09", form(total_weight=90, total_score=80), *parts) == ["pass"]
    assert results("A09", form(total_weight=100, total_score=80), *parts) == ["fail"]
    assert results("A09", form(total_score=80), *parts) == ["pass"]


def test_points_of_the_execution_that_the_weights_leave_out_are_named():
    parts = [fund(weight=10, score=9.2), row(1, weight=100, score=98.2)]
    (finding,) = run("A09", form(total_weight=100, total_score=Decimal("107.4")), *parts)
    assert finding.result == "fail"
    assert finding.diagnosis == "差额 9.2 等于预算执行的得分，而分值合计没有计入预算执行"


def test_bonus_rows_may_or_may_not_count():
    bonus = row(2, level3="获省级表彰加分", weight=5, score=3)
    assert results("A09", form(total_score=93), row(weight=100, score=93), bonus) == ["pass"]
    assert results("A09", form(total_score=96), row(weight=100, score=93), bonus) == ["pass"]


def test_not_applicable():
    assert results("A09", form(), *rows(9)) == ["not_applicable"]
    assert results("A09", form(total_score=100), row(weight=10)) == ["not_applicable"]
    assert results("A09", form(total_score=100), *rows(9), row(2, score_text="9.5（扣0.5）")) == [
        "not_applicable"
    ]


def test_the_execution_may_be_what_is_missing_in_a_project_form():
    def found(total, kind="project"):
        return results(
            "A09", form(kind, total_score=total, total_weight=100), row(1, kind, weight=90, score=85)
        )

    assert found(94) == ["review"]
    assert found(96) == ["fail"]
    assert found(94, "department") == ["fail"]


def test_a_gap_that_several_rows_explain_names_none():
    names = ("绩效目标覆盖率", "预算完成率", "资产利用率")
    several = [row(n, level3=name, weight=1, score=1) for n, name in enumerate(names, 1)]
    (finding,) = run("A09", form(total_score=94), *several, row(9, weight=97, score=90))
    assert finding.diagnosis == "差额 1 等于某一项的得分（3项如此），可能重复计入"
    (finding,) = run("A09", form(total_score=92), several[0], row(9, weight=97, score=90))
    assert finding.diagnosis == "差额 1 等于“绩效目标覆盖率”的得分，可能重复计入"
