"""C17: what is left of the budget."""

import pytest

from tests.rules.building import fund
from tests.rules.narrating import say, told, worst


def money():
    return fund(1, budget="1860.00", executed="1745.00", rate="93.82%")


@pytest.mark.parametrize(
    ("text", "expected", "observed"),
    [
        ("预算1860万元，支出1745万元，结余145万元。", "115万元", "145万元"),
        ("全年预算数1860万元，执行数1745万元。年末结转结余资金125万元。", "115万元", "125万元"),
        ("预算1860万元，支出1745万元，结余115万元，结余率8.18%。", "6.18%", "8.18%"),
    ],
)
def test_fires(text, expected, observed):
    found = [x for x in say("C17", money(), told("budget", text)) if x.result == "fail"]
    assert [(x.expected, x.observed) for x in found] == [(expected, observed)]


def test_without_budget_or_slip_it_only_asks():
    assert worst("C17", money(), told("budget", "年末结余130万元。")) == "review"


def test_a_slip_fires_without_a_budget_beside_it():
    other = fund(1, budget="1860.00", executed="1624.40")
    (finding,) = say("C17", other, told("budget", "年末结转和结余253.6万元。"))
    assert (finding.result, finding.expected) == ("fail", "235.6万元")
    assert "相邻两位数字互换" in finding.diagnosis


@pytest.mark.parametrize(
    "text",
    [
        "预算1860万元，支出1745万元，结余115万元，结余率6.18%。",
        "年末结余115万元。",
        "结转下年使用80万元，财政收回35万元。",
        "结转下年80万元。",
        "预算2000万元，支出1745万元，财政收回140万元，年末结余115万元。",
        "收入1860.00万元，支出1745.00万元，收支结余115.00万元。",
    ],
)
def test_what_is_left_agrees(text):
    assert worst("C17", money(), told("budget", text)) == "pass"


@pytest.mark.parametrize(
    "text",
    ["上年结转结余48万元。", "其中项目经费结余30万元。", "预算1860万元，支出1745万元。", "年初结余90万元。"],
)
def test_not_applicable(text):
    assert worst("C17", money(), told("budget", text)) == "not_applicable"


def test_a_balance_beside_a_carry_over_only_asks():
    text = "上年结转48万元，本年收入512万元，本年支出468.3万元，年末结转95.7万元。"
    assert worst("C17", fund(1, budget="600", executed="468.3"), told("budget", text)) in {"review", "pass"}


def test_what_was_carried_over_may_be_what_is_left_over():
    text = "上年结转60万元，支出52.4万元，执行率87.33%，剩余7.6万元。"
    assert worst("C17", money(), told("budget", text)) == "pass"


def test_a_budget_of_nothing_has_no_balance_rate():
    text = "政府性基金预算0万元，支出0万元，结余0万元，结余率0%。"
    assert worst("C17", told("budget", text)) == "pass"


@pytest.mark.parametrize(
    "text",
    [
        "预算1860万元，支出1745万元，年末结余163万元（含上年结余48万元）。",
        "预算1860万元，支出1745万元，年末结余163万元，其中上年结转48万元。",
        "全年预算1860万元，执行1745万元，年末结余163万元，其中当年结余115万元、以前年度结余48万元。",
        "中央资金预算500万元，执行480万元，结余20万元，省级资金预算300万元，执行290万元，结余10万元，共结余30万元。",
        "甲项目预算100万元，支出95万元；乙项目预算60万元，支出58万元，共结余7万元。",
    ],
)
def test_carried_over_or_of_several_budgets_it_adds_up(text):
    assert {x.result for x in say("C17", money(), told("budget", text))} == {"pass"}


@pytest.mark.parametrize(
    "text",
    [
        "预算1860万元，支出1745万元，年末结余165万元，系历年结余滚存形成。",
        "甲项目预算100万元，支出95万元；乙项目预算60万元，支出58万元，共结余19万元。",
        "预算1860万元，支出1745万元，年末结余资金0万元，未支出部分财政年底统一收回。",
    ],
)
def test_carried_over_or_of_several_budgets_it_only_asks(text):
    assert worst("C17", money(), told("budget", text)) == "review"
