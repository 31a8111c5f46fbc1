"""D12: everybody is satisfied, and nobody was asked."""

from tests.rules.building import form, results, row, run, section


def parts(actual="100", score=10, told="企业满意度高。"):
    line = row(level3="企业满意率", target=("100", "%"), actual=(actual, "%"), weight=10, score=score)
    return [form(), form("report"), line, section("satisfaction", told)]


def test_fires():
    (finding,) = run("D12", *parts())
    assert (finding.result, finding.severity) == ("fail", "一般")
    assert finding.message == "“企业满意率”完成值100%并得满分，材料中未见调查依据"


def test_near_misses():
    assert results("D12", *parts("98.5")) == ["not_applicable"]
    assert results("D12", *parts(score=9)) == ["pass"]
    assert results("D12", *parts(told="发放问卷200份，回收196份，满意率100%。")) == ["pass"]


def test_not_applicable():
    assert results("D12", row(actual=("100", "%"), weight=10, score=10)) == ["not_applicable"]
