"""D04: less than the proportion."""

from tests.rules.building import results, row, run


def scored(score, weight=15, target=(">=95", "%"), actual=("96", "%"), **more):
    return row(1, target=target, actual=actual, weight=weight, score=score, **more)


def test_fires():
    (finding,) = run("D04", scored(12))
    assert (finding.result, finding.severity, finding.difference) == ("fail", "重要", "3")


def test_a_missed_target_scored_lower_weighs_less():
    assert run("D04", scored(5, 10, actual=("90", "%")))[0].severity == "一般"
    assert run("D04", scored("8.9", 10, actual=("90", "%")))[0].severity == "提示"


def test_near_misses():
    assert results("D04", scored(8, 10, (">=100", "家"), ("84", "家"))) == ["pass"]
    assert results("D04", scored(15)) == ["pass"]
    assert results("D04", scored(12, reason="因部分企业佐证资料缺失，经研究扣3分")) == ["pass"]


def test_not_applicable():
    assert results("D04", row(target="符合标准", actual="符合标准", weight=5, score=3)) == ["not_applicable"]
