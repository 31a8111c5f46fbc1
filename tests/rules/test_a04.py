"""A04: the rate of the 合计 row comes from the sums, not from the rates."""

import pytest

from tests.rules.building import form, results, run, unit_row


def table(rate, **total):
    return [
        form("summary"),
        unit_row(1, "甲所", budget="100", executed="100", rate="100%"),
        unit_row(2, "乙所", budget="300", executed="150", rate="50%"),
        unit_row(3, total=True, rate=rate, **total),
    ]


def test_fires():
    (finding,) = run("A04", *table("75%", budget="400", executed="250"))
    assert (finding.result, finding.expected) == ("fail", "62.5%")
    assert finding.diagnosis == "等于各单位执行率的简单平均，应由合计数计算"


@pytest.mark.parametrize("rate", ["62.5%", "62%", "63%", "62.50%"])
def test_near_misses(rate):
    assert results("A04", *table(rate, budget="400", executed="250")) == ["pass"]


def test_blank_totals_are_taken_from_the_rows():
    assert results("A04", *table("62.5%")) == ["pass"]


def test_not_applicable():
    assert results("A04", *table(None, budget="400", executed="250")) == ["not_applicable"]
    assert results("A04", form("summary"), unit_row(budget="1", executed="1", rate="100%")) == [
        "not_applicable"
    ]
