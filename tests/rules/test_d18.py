"""D18: the sign and the nature of the indicator."""

import pytest

from tests.rules.building import results, row, run


def signed(name, target, **more):
    return row(level3=name, target=target, **more)


def test_fires():
    (finding,) = run("D18", signed("项目成本", (">=17.4", "万元")))
    assert finding.message == "“项目成本”应当越少越好，指标值却印为≥17.4万元"
    assert results("D18", signed("群众满意度", ("<=95", "%"))) == ["fail"]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("公用经费控制率", ("<=100", "%")),
        ("高血压患者血压控制率", (">=60", "%")),
        ("投诉办结率", (">=95", "%")),
        ("成本节约率", (">=5", "%")),
        ("不满意率", ("<=5", "%")),
        ("主要污染物排放达标率", (">=95", "%")),
        ("生产安全事故起数", ("<=3", "起")),
        ("交通事故起数下降率", (">=10", "%")),
        ("信访投诉量降幅", (">=5", "%")),
        ("培训天数", ("<=30", "天")),
    ],
)
def test_near_misses(name, target):
    assert results("D18", signed(name, target)) == ["pass"]


def test_under_costs_only_by_place():
    assert results("D18", signed("项目总投资", (">=17.4", "万元"), level2="成本指标")) == ["review"]
    assert results("D18", signed("人均补助标准", (">=500", "元"), level2="成本指标")) == ["pass"]


def test_not_applicable():
    assert results("D18", signed("项目成本", ("17.4", "万元"))) == ["not_applicable"]


@pytest.mark.parametrize(
    ("name", "result"),
    [
        ("开展防汛培训人次", "fail"),
        ("新建小型水库", "fail"),
        ("公务接待人次", "pass"),
        ("减少上访人次", "pass"),
        ("编外人员控制人数", "pass"),
    ],
)
def test_things_delivered_have_no_upper_limit(name, result):
    unit = "座" if "水库" in name else "人次"
    one = row(
        1, level2="数量指标", level3=name, target=("<=400", unit), actual=("386", unit), weight=10, score=10
    )
    assert results("D18", one) == [result]
