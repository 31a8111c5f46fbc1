"""A11: scores inside their weights."""

import pytest

from tests.rules.building import fund, results, row, run


@pytest.mark.parametrize(("score", "weight", "difference"), [(12, 10, "2"), (-1, 5, "1"), ("5.1", 5, "0.1")])
def test_fires(score, weight, difference):
    (finding,) = run("A11", row(weight=weight, score=score))
    assert (finding.result, finding.difference) == ("fail", difference)


def test_near_misses():
    assert results("A11", row(weight=10, score=10)) == ["pass"]
    assert results("A11", row(weight=10, score=0)) == ["pass"]
    merged = {"score": "t1.r11.c9"}
    assert results("A11", *[row(i, weight=5, score=9, places=merged) for i in (1, 2)]) == ["pass"]


def test_bonus_rows_may_exceed():
    assert results("A11", row(level3="加分项", weight=0, score=3)) == ["not_applicable"]


def test_scores_of_another_scale_only_ask():
    assert results("A11", *[row(i, weight=10, score=95) for i in range(1, 6)]) == ["review"]


def test_the_execution_too():
    assert results("A11", row(weight=10, score=9), fund(weight=10, score=11)) == ["pass", "fail"]


def test_not_applicable():
    assert results("A11", row(weight=10)) == ["not_applicable"]
