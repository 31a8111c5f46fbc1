"""D02: points taken where the target was met."""

from tests.rules.building import results, row, run


def met(score, weight=15, number=1, **more):
    more = {"target": (">=95", "%"), "actual": ("96", "%"), "reason": "长期工作"} | more
    return row(number, weight=weight, score=score, **more)


def test_fires():
    (finding,) = run("D02", met(12))
    assert (finding.result, finding.severity, finding.difference) == ("fail", "重要", "3")


def test_words_that_are_the_same():
    words = {"target": "符合标准", "actual": "符合标准"}
    assert run("D02", met(3, 5, **words))[0].severity == "重要"
    assert run("D02", met(4, 5, **words))[0].severity == "一般"


def test_near_misses():
    assert results("D02", met(15)) == ["pass"]
    assert results("D02", met(12, reason="因佐证资料不全扣3分")) == ["review"]
    assert results("D02", met(12, reason="部分企业申报材料未在十月底前提交，影响后续验收")) == ["review"]


def test_the_share_of_all_deductions():
    parts = [
        met(12),
        met(3, 5, 2, target="符合标准", actual="符合标准"),
        met(1, 2, 3, target=(">=34", "家"), actual=("14", "家")),
    ]
    summary = run("D02", *parts)[-1]
    assert summary.result == "fail"
    assert summary.message == "全表扣6分，其中5分（83%）扣在已达标的“指标第1”、“指标第2”上"


def test_not_applicable():
    assert results("D02", met(12, actual=("94", "%"))) == ["not_applicable"]
    assert results("D02", row(target=(">=95", "%"), actual=("96", "%"))) == ["not_applicable"]
