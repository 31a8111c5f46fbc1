"""A01: execution rates, with everything that honest authors do to them."""

import pytest

from tests.rules.building import form, fund, results, run, unit_row


def rated(rate, budget="751.64", executed="6238.91", **more):
    return fund(budget=budget, executed=executed, rate=rate, **more)


def test_fires():
    (finding,) = run("A01", rated("831.04%"))
    assert (finding.result, finding.severity) == ("fail", "重要")
    assert (finding.expected, finding.observed, finding.difference) == ("830.04%", "831.04%", "1个百分点")
    assert finding.computation == "6238.91÷751.64×100%＝830.04%"
    assert len(finding.evidence) == 3


@pytest.mark.parametrize("rate", ["830.04%", "830%", "830.05%", "830.03%", "830.0%"])
def test_near_misses(rate):
    assert results("A01", rated(rate)) == ["pass"]


def test_a_dropped_zero_is_read_at_the_precision_of_its_column():
    rows = [rated("102.65%", "158.64", "162.85"), rated("1024.63%", "593", "6076.06", label="项目支出")]
    assert results("A01", *rows) == ["pass", "pass"]
    assert results("A01", rows[0], rated("1025.4%", "593", "6076.06", label="项目支出")) == ["pass", "fail"]


@pytest.mark.parametrize(
    ("rate", "budget", "executed", "diagnosis"),
    [
        ("116.02%", "100.00", "86.19", "分子与分母颠倒"),
        ("-13.81%", "100.00", "86.19", "印的是增减幅度（比率减100%），不是比率"),
    ],
)
def test_diagnoses(rate, budget, executed, diagnosis):
    assert run("A01", rated(rate, budget, executed))[0].diagnosis == diagnosis


def test_a_fraction_is_a_rate_too():
    assert results("A01", rated("0.8619", "100.00", "86.19")) == ["pass"]


def test_a_rate_of_the_opening_budget_is_named():
    (finding,) = run("A01", rated("86.19%", "120.00", "86.19", initial="100.00"))
    assert (finding.result, finding.severity, finding.diagnosis) == ("fail", "提示", "是按年初预算数计算的")


def test_a_capped_rate_is_named():
    (finding,) = run("A01", rated("100%", "329.77", "338.31"))
    assert (finding.severity, finding.diagnosis) == ("提示", "实际执行率超过100%，按100%封顶填报")


@pytest.mark.parametrize(("budget", "executed"), [("0", "3.36"), (None, "3.36"), ("100", None)])
def test_not_applicable(budget, executed):
    assert results("A01", rated("100%", budget, executed)) == ["not_applicable"]


def test_a_blank_rate_is_nothing_to_check():
    assert results("A01", fund(budget="100", executed="90")) == []


def test_unit_rows_count_and_the_total_row_is_left_to_a04():
    rows = [
        unit_row(1, budget="100", executed="90", rate="80%"),
        unit_row(2, total=True, budget="100", executed="90", rate="80%"),
    ]
    assert results("A01", form("summary"), *rows) == ["fail"]
