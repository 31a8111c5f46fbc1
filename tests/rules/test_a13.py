"""A13: ratios that their name bounds."""

import pytest

from tests.rules.building import results, row, run


def ratio(name, value):
    return row(level3=name, target=(">=90", "%"), actual=(value, "%"))


def test_fires():
    (finding,) = run("A13", ratio("企业满意率", "103"))
    assert finding.message == "“企业满意率”完成值103%超过100%"
    assert results("A13", ratio("预算执行率", "-3")) == ["fail"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("预算执行率", "830.04"),
        ("认定数完成率", "112"),
        ("企业满意率", "100"),
        ("覆盖率提高幅度", "120"),
        ("税收增长率", "-3.2"),
        ("病床利用率", "108"),
    ],
)
def test_near_misses(name, value):
    assert results("A13", ratio(name, value)) == ["pass"]


def test_not_applicable():
    assert results("A13", row(actual=("112", "家"))) == ["not_applicable"]
