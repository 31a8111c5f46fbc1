"""A19: the points of the execution."""

import pytest

from tests.rules.building import fund, results, row, run


def scored(score, rate="86.19%", weight=10, **more):
    return fund(rate=rate, weight=weight, score=score, **more)


def test_fires_above_the_formula():
    (finding,) = run("A19", scored("9.5"), row(weight=10, score="9.5"))
    assert (finding.result, finding.severity, finding.expected) == ("fail", "重要", "8.62")


def test_rounding_by_hand_is_a_hint_at_most():
    (finding,) = run("A19", scored("9"), row(weight=10, score="8"))
    assert (finding.result, finding.severity, finding.diagnosis) == ("fail", "提示", "得分可能取整")


def test_below_the_formula_weighs_less():
    assert run("A19", scored("5"))[0].severity == "一般"


@pytest.mark.parametrize(
    ("score", "rate", "weight"),
    [
        ("8.62", "86.19%", 10),
        ("8.6", "86.19%", 10),
        ("8.61", "86.19%", 10),
        ("10", "830.04%", 10),
        ("17.2", "86%", 20),
    ],
)
def test_near_misses(score, rate, weight):
    assert results("A19", scored(score, rate, weight)) == ["pass"]


def test_the_rate_behind_a_coarse_print():
    assert results("A19", scored("8.62", "86%", budget="100", executed="86.19")) == ["pass"]


def test_the_opening_budget_is_another_base():
    assert results("A19", scored("8.62", None, initial="100", budget="120", executed="86.19")) == ["pass"]


def test_not_applicable():
    assert results("A19", fund(rate="86.19%")) == ["not_applicable"]
    assert results("A19", scored("10", None)) == ["not_applicable"]


def test_a_weight_that_only_the_heading_prints():
    from extractors.records import Cell

    heading = Cell(
        document_id="d",
        form_id="department",
        table_at="t1",
        row=3,
        column=7,
        text="得分（20分×执行率）",
        at="t1.r3.c7",
    )
    for score, expected in (("19.4", "fail"), ("18.4", "pass")):
        money = fund(1, budget="150.00", executed="138.00", rate="92.00%", score=score)
        assert results("A19", money, heading) == [expected]
    assert results("A19", fund(1, budget="150.00", executed="138.00", rate="92.00%", score="19.4")) == [
        "not_applicable"
    ]


@pytest.mark.parametrize(
    ("score", "rate", "result", "computation"),
    [
        ("10", "85.2%", "fail", "10×min(1，85.2%（272.64÷320）)＝8.52"),
        ("9.09", "85.2%", "fail", "10×min(1，85.2%（272.64÷320）)＝8.52"),
        ("8.52", "85.2%", "pass", None),
        ("9.09", "90.88%", "pass", None),
        ("8.52", "90.88%", "fail", "10×min(1，90.88%（272.64÷300）)＝9.09"),
        ("9.09", None, "pass", None),
        ("8.52", None, "pass", None),
        ("7", "70%", "pass", None),
    ],
)
def test_the_printed_rate_decides_of_which_budget_it_is(score, rate, result, computation):
    amounts = {"initial": "300", "budget": "320", "executed": "272.64"}
    (finding,) = run("A19", scored(score, rate, **amounts), row(weight=10, score="9.55"))
    assert finding.result == result
    if result == "fail":
        assert finding.computation == computation
