"""D01: full marks without the target."""

import pytest

from tests.rules.building import results, row, run


def missed(score, target=(">=90", "%"), actual=("80", "%"), weight=10, **more):
    return row(1, target=target, actual=actual, weight=weight, score=score, **more)


def test_fires():
    (finding,) = run("D01", missed(10))
    assert (finding.result, finding.severity, finding.expected) == ("fail", "严重", "按比例约8.89")


def test_near_miss():
    assert results("D01", missed(9)) == ["pass"]


def test_rounding_to_the_forms_own_grid_explains_and_does_not_excuse():
    finding = run("D01", missed(2, (">=34", "家"), ("30", "家"), 2))[0]
    assert (finding.result, finding.severity) == ("fail", "严重")
    assert results("D01", missed("10", ("100", "%"), ("99.99", "%"))) == ["pass"]


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ((">=95", "%"), ("96", "%")),
        ((">=34", "家"), ("14", "户")),  # another unit
        ("符合标准", "基本符合标准"),  # words
        ((">=95", "%"), ("0.96", "")),  # a share without its sign
        (("17.4", "万元"), ("16", "万元")),  # no sign: a cost or a volume?
        ((">=6", "元", 10**8), ("6.4", "")),  # the scale of the result is not printed
        (("=3", "次"), ("5", "次")),  # more than an exact target
        ((">=1", "万元"), ("1.0", "万元")),
        (("500", "元"), ("480", "元")),
        ((">=266", "米"), (">=266", "米")),  # the export copies the sign
    ],
)
def test_not_applicable_where_nothing_was_certainly_missed(target, actual):
    assert results("D01", missed(10, target, actual)) == ["not_applicable"]


def test_reverse_indicators():
    assert results("D01", missed(10, ("<=100", "%"), ("86.67", "%"), level3="公用经费控制率")) == [
        "not_applicable"
    ]
    assert results("D01", missed(10, ("<=3", "起"), ("5", "起"), level3="投诉数")) == ["fail"]
    assert results("D01", missed(10, ("0", "起"), ("0", "起"), level3="安全事故数")) == ["not_applicable"]
    assert results("D01", missed(10, ("0", "起"), ("2", "起"), level3="安全事故数")) == ["fail"]


def test_a_direction_that_only_the_name_gives():
    finding = run("D01", missed(10, ("34", "家"), ("14", "家")))[0]
    assert (finding.severity, finding.confidence) == ("重要", "推断")
    time = missed(10, ("23", "分钟"), ("20", "分钟"), level3="突发事件响应时间")
    assert results("D01", time) == ["not_applicable"]


def test_scores_that_span_rows_are_not_judged():
    merged = {"score": "t1.r11.c9"}
    rows = [
        row(i, target=(">=90", "%"), actual=("80", "%"), weight=5, score=10, places=merged) for i in (1, 2)
    ]
    assert results("D01", *rows) == ["not_applicable"]


def test_forms_without_scores():
    assert results("D01", row(target=(">=90", "%"), actual=("80", "%"))) == ["not_applicable"]


def test_an_unsigned_amount_under_costs_says_nothing():
    subsidy = missed(10, ("500", "元"), ("520", "元"), level2="成本指标", level3="人均补助标准")
    assert results("D01", subsidy) == ["not_applicable"]
    cost = missed(10, ("500", "元"), ("520", "元"), level2="成本指标", level3="单位成本")
    assert results("D01", cost) == ["fail"]


def test_nothing_may_happen_and_something_did():
    (finding,) = run("D01", missed(10, ("=0", "起"), ("1", "起")))
    assert (finding.result, finding.severity) == ("fail", "严重")
    assert results("D01", missed(10, ("=0", "起"), ("0", "起"))) == ["not_applicable"]


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        ("2021年12月20日", "fail"),
        ("2021年9月完工", "not_applicable"),
        ("2021年10月", "not_applicable"),
        ("2021年12月开工", "not_applicable"),
    ],
)
def test_a_time_limit(actual, expected):
    assert results("D01", row(1, target="2021年10月底前", actual=actual, weight=5, score=5)) == [expected]
