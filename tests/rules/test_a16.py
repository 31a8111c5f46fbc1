"""A16: progress of payment and completion of the budget."""

from tests.rules.building import fund, results, row, run


def rates(progress, completion):
    return [
        row(1, level3="支付进度率", actual=(progress, "%")),
        row(2, level3="预算完成率", target=(">=95", "%"), actual=(completion, "%")),
    ]


def test_fires():
    (finding,) = run("A16", *rates("100", "830.04"))
    assert finding.message == "支付进度率100%与预算完成率830.04%相差730.04个百分点"


def test_near_misses():
    assert results("A16", *rates("100", "97")) == ["pass"]
    assert results("A16", *rates("80", "100")) == ["pass"]


def test_the_money_block_stands_in_for_the_indicator():
    parts = [row(level3="支付进度率", actual=("100", "%")), fund(rate="60%")]
    assert results("A16", *parts) == ["fail"]


def test_not_applicable():
    assert results("A16", row(level3="支付进度率", actual=("100", "%"))) == ["not_applicable"]
    assert results("A16", row(level3="预算完成率", actual=("100", "%"))) == ["not_applicable"]
