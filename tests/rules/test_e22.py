"""E22: target and result in units of different kinds."""

import pytest

from tests.rules.building import results, row, run


def rated(target, actual):
    return row(1, target=target, actual=actual, weight=10, score=10)


@pytest.mark.parametrize(
    ("target", "actual"),
    [((">=50000", "人"), ("52000", "户")), ((">=30", "公里"), ("12", "座")), ((">=95", "%"), ("120", "人"))],
)
def test_fires(target, actual):
    (finding,) = run("E22", rated(target, actual))
    assert (finding.result, finding.severity) == ("fail", "一般")


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ((">=400", "人"), ("386", "人次")),
        ((">=30", "公里"), ("31500", "米")),
        ((">=12", "座"), ("12", "处")),
        ((">=12", "场"), ("12", "次")),
        ((">=6", "元", 10**8), ("640000000", "元")),
    ],
)
def test_near_misses(target, actual):
    assert results("E22", rated(target, actual)) == ["pass"]


def test_not_applicable():
    assert results("E22", rated((">=400", "人"), ("386", ""))) == ["not_applicable"]
    assert results("E22", rated("健全", "健全")) == ["not_applicable"]


@pytest.mark.parametrize(
    ("target", "actual"),
    [((">=400", "人次"), ("386", "次")), ((">=90", "分"), ("95", "%")), ((">=5", "百分点"), ("6", "%"))],
)
def test_units_that_say_the_same(target, actual):
    assert results("E22", row(1, target=target, actual=actual, weight=10, score=10)) == ["pass"]
    assert results("E22", row(1, target=actual, actual=target, weight=10, score=10)) == ["pass"]
