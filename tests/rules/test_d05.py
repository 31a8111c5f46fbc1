"""D05: half the points for less than 60%."""

from tests.rules.building import results, row, run


def missed(score, actual="14", weight=2):
    return row(1, target=(">=34", "家"), actual=(actual, "家"), weight=weight, score=score)


def test_fires():
    (finding,) = run("D05", missed(1))
    assert finding.message == "“指标第1”指标值≥34家，完成值14家（41.18%），得分仍占分值的50%（1/2）"


def test_near_misses():
    assert results("D05", missed("0.82")) == ["pass"]
    assert results("D05", missed("1.2", "21")) == ["not_applicable"]


def test_the_proportional_score_is_no_fault():
    assert results("D05", missed(4, "4", 7), row(2, target=(">=7", "年"), actual=("4", "年"), weight=7, score=4)) == [
        "fail", "pass",
    ]  # fmt: skip


def test_reverse_indicators_count_by_the_milder_formula():
    parts = row(level3="投诉数", target=("<=10", "起"), actual=("14", "起"), weight=2, score=1)
    assert results("D05", parts) == ["not_applicable"]


def test_not_applicable():
    assert results("D05", missed(1, "34")) == ["not_applicable"]
