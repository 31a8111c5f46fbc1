"""A12: one execution rate printed twice in a form."""

import pytest

from tests.rules.building import fund, results, row, run


def parts(actual, name="预算完成率", rate="830.04%"):
    lines = [
        fund(1, "财政拨款", "source", "fiscal", budget="751.64", executed="6238.91", rate=rate),
        fund(2, "其他资金", "source", "other"),
        fund(3, "项目支出", "structure", "project", budget="593", executed="6076.06", rate="1024.63%"),
    ]
    return [*lines, row(level3=name, target=(">=95", "%"), actual=(actual, "%"))]


def test_fires():
    (finding,) = run("A12", *parts("95.2"))
    assert (finding.result, finding.expected, finding.observed) == ("fail", "830.04%", "95.2%")
    assert run("A12", *parts("1024.63"))[0].diagnosis == "等于“项目支出”的执行率"
    assert run("A12", *parts("100"))[0].diagnosis == "整体执行率超过100%，此处按100%填报"


@pytest.mark.parametrize("actual", ["830.04", "830", "830.0"])
def test_near_misses(actual):
    assert results("A12", *parts(actual)) == ["pass"]
    assert results("A12", *parts(actual, rate=None)) == ["pass"]


@pytest.mark.parametrize("name", ["三公经费预算执行率", "项目预算执行率", "政府采购执行率"])
def test_rates_of_another_scope_are_not_the_whole(name):
    assert results("A12", *parts("95.2", name)) == ["not_applicable"]


def test_not_applicable():
    assert results("A12", row(level3="预算完成率", actual=("95", "%"))) == ["not_applicable"]
