"""A17: an overrun that a low overhead rate hides."""

from tests.rules.building import fund, results, row, run


def parts(budget, executed, rate):
    return [
        fund(1, "基本支出", "structure", "basic", budget=budget, executed=executed),
        row(level3="公用经费控制率", target=("<=100", "%"), actual=(rate, "%")),
    ]


def test_fires():
    (finding,) = run("A17", *parts("158.64", "162.85", "21.89"))
    assert (finding.result, finding.difference) == ("fail", ">4.21万元")


def test_near_misses():
    assert results("A17", *parts("162.85", "158.64", "21.89")) == ["pass"]
    assert results("A17", *parts("158.64", "162.85", "98")) == ["pass"]
    assert results("A17", *parts("158.6", "158.6", "21.89")) == ["pass"]


def test_not_applicable():
    assert results("A17", row(level3="公用经费控制率", actual=("21.89", "%"))) == ["not_applicable"]
    assert results("A17", parts("1", "2", "21.89")[0]) == ["not_applicable"]
