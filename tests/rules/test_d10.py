"""D10: one-sided targets."""

from tests.rules.building import results, row, run


def rate(actual, target=">=95", score=1, name="预算完成率", **more):
    return row(level3=name, target=(target, "%"), actual=(actual, "%"), weight=1, score=score, **more)


def test_fires():
    (finding,) = run("D10", rate("830.04"))
    assert (finding.result, finding.severity) == ("fail", "一般")


def test_near_misses():
    assert results("D10", rate("101.2")) == ["pass"]
    assert results("D10", rate("830.04", reason="年中追加专项")) == ["pass"]
    assert results("D10", rate("830.04", score="0.5")) == ["pass"]


def test_not_applicable():
    assert results("D10", rate("830.04", target="95~105")) == ["not_applicable"]
    assert results("D10", rate("130", name="企业满意率")) == ["not_applicable"]
