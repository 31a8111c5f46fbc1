"""D19: done without money."""

from tests.rules.building import fund, results, row, run, section


def parts(executed, actual="748"):
    return [fund(budget="132.81", executed=executed), row(target=(">=100", "人"), actual=(actual, "人"))]


def test_fires():
    (finding,) = run("D19", *parts("0.10"))
    assert finding.message == "执行率仅0.08%，产出指标平均完成150%，未见说明"


def test_near_misses():
    assert results("D19", *parts("100")) == ["pass"]
    assert results("D19", *parts("0.10", "20")) == ["pass"]
    assert results("D19", *parts("20"), section("budget", "工程完工未结算，资金尚未支付。")) == ["pass"]


def test_not_applicable():
    assert results("D19", fund(budget="100", executed="1")) == ["not_applicable"]
