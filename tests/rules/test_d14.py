"""D14: written after the event."""

import pytest

from tests.rules.building import results, row, run


def named(name, actual, target=(">=34", "家")):
    return row(level3=name, target=target, actual=actual)


def test_fires():
    (finding,) = run("D14", named("新认定高新技术企业14家（任务数34家）", ("14", "家")))
    assert (finding.result, finding.severity) == ("fail", "重要")
    value = named("规上产值累计完成55.73亿元", ("55.73", "元", 10**8), (">=55", "元", 10**8))
    assert results("D14", value) == ["fail"]


@pytest.mark.parametrize(
    ("name", "actual", "target"),
    [
        ("新认定高新技术企业（任务数34家）", ("34", "家"), (">=34", "家")),
        ("2021年底完成", ("2021", ""), (">=100", "%")),
        ("完成任务数14家的企业认定", ("14", "家"), (">=34", "家")),
        ("新建水库3座", ("3", "座"), ("3", "座")),
        ("河道治理", ("14", "公里"), (">=12", "公里")),
    ],
)
def test_near_misses(name, actual, target):
    assert results("D14", named(name, actual, target)) == ["pass"]


def test_close_calls_only_ask():
    rows = [row(i, target=(">=100", "家"), actual=("101", "家")) for i in (1, 2)]
    assert results("D14", *rows) == ["pass", "pass", "review"]
    assert results("D14", rows[0]) == ["pass"]
    exact = [row(i, target=(">=100", "家"), actual=("100", "家")) for i in (1, 2)]
    assert results("D14", *exact) == ["pass", "pass"]


def test_not_applicable():
    assert results("D14", row(target="健全", actual="健全")) == ["not_applicable"]
