"""D03: more than the proportion."""

import pytest

from tests.rules.building import results, row, run


def missed(score, weight=2, target=(">=34", "家"), actual=("14", "家"), **more):
    return row(1, target=target, actual=actual, weight=weight, score=score, **more)


def test_fires():
    (finding,) = run("D03", missed(2))
    assert (finding.result, finding.severity, finding.expected, finding.difference) == (
        "fail",
        "重要",
        "0.82",
        "1.18",
    )


def test_on_a_finer_grid_the_same_score_is_too_high():
    finding = run("D03", missed(1), row(2, weight=10, score="9.51"))[0]
    assert (finding.result, finding.severity) == ("fail", "一般")


@pytest.mark.parametrize(
    ("score", "weight", "target", "actual"),
    [
        (1, 2, (">=34", "家"), ("14", "家")),
        (9, 10, (">=90", "%"), ("80", "%")),
        ("0.82", 2, (">=34", "家"), ("14", "家")),
    ],
)
def test_near_misses(score, weight, target, actual):
    assert results("D03", missed(score, weight, target, actual)) == ["pass"]


@pytest.mark.parametrize(("score", "result"), [("8", "pass"), ("8.33", "pass"), ("9", "fail")])
def test_both_formulas_of_a_reverse_indicator_must_be_exceeded(score, result):
    reverse = missed(score, 10, ("<=100", "%"), ("120", "%"), level3="三公经费控制率")
    assert results("D03", reverse, row(2, weight=10, score="9.99"))[0] == result


def test_not_applicable():
    assert results("D03", missed(2, actual=("34", "家"))) == ["not_applicable"]
