"""E23: a counted target with a result in words."""

import pytest

from tests.rules.building import results, row, run


def rated(target, actual):
    return row(1, target=target, actual=actual, weight=10, score=10)


@pytest.mark.parametrize("actual", ["已完成", "完成", "达标", "达到年度目标值", "良好", "是"])
def test_fires(actual):
    (finding,) = run("E23", rated((">=30", "公里"), actual))
    assert (finding.result, finding.severity, finding.observed) == ("fail", "一般", actual)


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ((">=30", "公里"), ("31.5", "公里")),
        ((">=30", "公里"), "完成31.5公里，另有2公里在建"),
    ],
)
def test_near_misses(target, actual):
    assert results("E23", rated(target, actual)) == ["pass"]


@pytest.mark.parametrize(
    ("target", "actual"),
    [(("100", "%"), "全部完成"), (("<=12", "月"), "按期完成"), ("健全", "已完成")],
)
def test_not_applicable(target, actual):
    assert results("E23", rated(target, actual)) == ["not_applicable"]
