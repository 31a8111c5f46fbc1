"""D08: execution that a budget cannot explain."""

from tests.rules.building import form, fund, results, run, unit_row


def test_fires():
    (finding,) = run("D08", fund(budget="751.64", executed="6238.91"))
    assert (finding.result, finding.severity, finding.observed, finding.difference) == (
        "fail", "严重", "830.04%", "5487.27万元",
    )  # fmt: skip
    assert results("D08", fund(budget="100", executed="30")) == ["fail"]


def test_the_same_amounts_in_three_places_are_one_finding():
    parts = [
        form("summary"),
        unit_row(1, budget="751.64", executed="6238.91"),
        unit_row(2, total=True, budget="751.64", executed="6238.91"),
        form(),
        fund(budget="751.64", executed="6238.91"),
    ]
    (finding,) = run("D08", *parts)
    assert len(finding.evidence) == 9


def test_near_misses():
    assert results("D08", fund(budget="158.64", executed="162.85")) == ["pass"]
    assert results("D08", fund(budget="2", executed="3")) == ["pass"]  # 150% as printed


def test_little_money_is_not_judged():
    assert results("D08", fund(budget="0.3", executed="0.48")) == ["not_applicable"]


def test_parts_spent_slowly_and_opening_budgets_weigh_less():
    parts = [
        fund(1, budget="100", executed="90"),
        fund(2, "其他资金", "source", "other", budget="20", executed="0"),
    ]
    assert [x.severity for x in run("D08", *parts) if x.result == "fail"] == ["一般"]
    assert run("D08", fund(initial="100", executed="300"))[0].severity == "一般"


def test_not_applicable():
    assert results("D08", fund(budget="0", executed="5")) == ["not_applicable"]


def test_a_large_part_weighs_as_much_as_the_whole():
    parts = [
        fund(1, budget="15000", executed="10650"),
        fund(2, "财政预算资金", "source", "fiscal", budget="5000", executed="2450"),
    ]
    assert [x.severity for x in run("D08", *parts) if x.result == "fail"] == ["严重"]
