"""A15: what is left over and what was spent."""

import pytest

from tests.rules.building import fund, results, row, run, section


def parts(rate, carried):
    return [
        fund(budget="100", executed="82", rate=rate),
        row(level3="结转结余率", target=("<=10", "%"), actual=(carried, "%")),
    ]


def test_fires():
    (finding,) = run("A15", *parts("82%", "25"))
    assert (finding.result, finding.expected, finding.observed) == ("fail", "≤18.5%", "25%")
    assert results("A15", *parts("82%", "0.00")) == ["fail"]


@pytest.mark.parametrize(
    ("rate", "carried"), [("830.04%", "0.00"), ("82%", "18"), ("95%", "0"), ("82%", "5")]
)
def test_near_misses(rate, carried):
    assert results("A15", *parts(rate, carried)) == ["pass"]


def test_a_word_of_where_it_went():
    assert results("A15", *parts("82%", "0"), section("budget", "年末财政收回18万元。")) == ["pass"]


def test_not_applicable():
    assert results("A15", fund(rate="82%")) == ["not_applicable"]
    change = row(level3="结转结余变动率", actual=("25", "%"))
    assert results("A15", fund(rate="82%"), change) == ["not_applicable"]
