"""A18: 0% of what?"""

from tests.rules.building import results, row, run, section


def zero(name="“三公经费”控制率", weight=1):
    return row(level3=name, target=("<=100", "%"), actual=("0.00", "%"), weight=weight)


def test_fires():
    (finding,) = run("A18", zero())
    assert (finding.result, finding.severity, finding.confidence) == ("review", "提示", "线索")


def test_near_miss():
    told = section("budget", "本年三公经费预算2.00万元，支出0。")
    assert results("A18", zero(), told) == ["pass"]


def test_not_applicable():
    assert results("A18", row(level3="有效投诉率", actual=("0", "%"))) == ["not_applicable"]
    assert results("A18", zero(weight="0.5")) == ["not_applicable"]
    assert results("A18", row(level3="三公经费控制率", actual=("80", "%"))) == ["not_applicable"]
