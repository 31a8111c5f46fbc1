"""F20: savings."""

import pytest

from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("采购预算320万元，实际采购298.6万元，节约31.4万元。", "21.4万元"),
        ("采购预算320万元，实际采购298.6万元，节约率8.69%。", "6.69%"),
        ("工程送审金额1260万元，审定金额1188万元，核减62万元。", "72万元"),
        ("招标控制价480万元，中标价465.6万元，节约资金14.4万元，节约率5%。", "3%"),
    ],
)
def test_fires(text, expected):
    (finding,) = [x for x in say("F20", told("budget", text)) if x.result == "fail"]
    assert (finding.severity, finding.expected) == ("重要", expected)


@pytest.mark.parametrize(
    "text",
    [
        "采购预算320万元，实际采购298.6万元，节约21.4万元，节约率6.69%。",
        "采购预算320万元，实际采购298.6万元，节约率6.7%。",
        "招标控制价480万元，中标价465.6万元，节约14.4万元。",
    ],
)
def test_what_agrees_passes(text):
    assert worst("F20", told("budget", text)) == "pass"


@pytest.mark.parametrize(
    "text",
    [
        "节约资金31.4万元。",
        "采购预算320万元，其中设备200万元，实际采购298.6万元，节约31.4万元。",
        "三公经费预算15万元，支出12.5万元，比上年节约0.7万元。",
        "实际采购298.6万元，节约31.4万元。",
    ],
)
def test_not_applicable(text):
    assert worst("F20", told("budget", text)) == "not_applicable"


def test_prices_are_no_totals():
    text = "更新课桌椅1200套，单价285元，低于预算单价300元，节约1.8万元。"
    assert worst("F20", told("budget", text)) == "not_applicable"


@pytest.mark.parametrize(
    "text",
    [
        "部门预算1860万元，支出1745万元，压缩会议费节约12万元。",
        "年初预算15万元，实际支出12万元，公务用车运行费节约1万元。",
        "工程预算480万元，已支付360万元，节约资金14万元。",
        "采购预算320万元，实际采购298.6万元，集中采购平均节约率12%。",
        "工程预算480万元，拨付360万元，节约率5%。",
    ],
)
def test_a_saving_of_something_else_or_a_part_paid(text):
    assert worst("F20", told("budget", text)) == "not_applicable"


@pytest.mark.parametrize(
    "text",
    [
        "采购预算320万元，实际采购298.6万元，比预算节约资金31.4万元。",
        "采购预算320万元，实际采购298.6万元，较采购预算节省31.4万元。",
        "采购预算320万元，中标298.6万元，共节约财政资金31.4万元。",
    ],
)
def test_linking_words_may_stand_before_the_saving(text):
    assert worst("F20", told("budget", text)) == "fail"
