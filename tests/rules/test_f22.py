"""F22: how a budget was adjusted."""

import pytest

from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    ("text", "expected", "observed"),
    [
        ("年初预算1500万元，年中追加260万元，调整后预算1860万元。", "1760万元", "1860万元"),
        ("2023年年初预算2680万元，使用上年结转253.6万元，全年预算2915.6万元。", "2933.6万元", "2915.6万元"),
        ("年初预算900万元，调减120万元，调整后预算数为790万元。", "780万元", "790万元"),
        ("全年预算1860万元（年初预算1500万元，追加260万元）。", "1760万元", "1860万元"),
        ("年初预算412万元（拨款380万元、结转32万元），追加50万元，全年预算486万元。", "462万元", "486万元"),
    ],
)
def test_fires(text, expected, observed):
    (finding,) = [x for x in say("F22", told("budget", text)) if x.result == "fail"]
    assert (finding.severity, finding.expected, finding.observed) == ("重要", expected, observed)


def test_a_slip_is_named():
    text = "年初预算2680万元，使用上年结转253.6万元，全年预算2915.6万元。"
    (finding,) = say("F22", told("budget", text))
    assert "相邻两位数字互换" in finding.diagnosis


@pytest.mark.parametrize(
    "text",
    [
        "年初预算1500万元，年中追加360万元，调整后预算1860万元。",
        "年初预算1500万元，上年结转100万元，追加300万元，调减40万元，调整后预算1860万元。",
        "年初预算3500万元，年中市级追加并使用上年结转资金620万元，调整后全年预算4120万元。",
        "年初预算900万元，调剂120万元，调整后预算780万元。",
        "年初预算1500万元，追加360万元，其中基本支出追加60万元，调整后预算1860万元。",
        "年初预算412万元（当年拨款380万元、结转32万元），追加50万元，全年预算462万元。",
        "年初预算1,862.4万元，使用上年结转182.5万元，全年预算共2044.9万元。",
    ],
)
def test_what_adds_up_passes(text):
    assert worst("F22", told("budget", text)) == "pass"


@pytest.mark.parametrize(
    "text",
    [
        "年初预算1500万元，调整后预算1860万元。",
        "全年预算1860万元，支出1745万元。",
        "年初预算约1500万元，追加260万元，调整后预算1860万元。",
        "年初预算1500万元。年中追加260万元。",
        "年初预算412万元（当年拨款380万元、结转32万元），决算时上年结转核定为56万元，全年预算436万元。",
        "年初预算数600.5万元，调整预算数80.2万元，全年预算数708.7万元。",  # which of the two is the result?
    ],
)
def test_not_applicable(text):
    assert worst("F22", told("budget", text)) == "not_applicable"


@pytest.mark.parametrize(
    "text",
    [
        "年初预算1500万元，年中追加人员经费260万元、项目经费100万元，调整后预算1860万元。",
        "年初预算1500万元，年中追加260万元和本级100万元，调整后预算1860万元。",
        "年初预算1500万元，追加民政资金100万元、教育资金160万元、水利资金100万元，全年预算1860万元。",
        "年初预算1500万元，上年结转160万元，中央资金100万元，省级资金100万元，全年预算1860万元。",
        "年初预算1500万元，第一次追加200万元，第二次160万元，全年预算1860万元。",
        "年初预算1500万元，全年预算1860万元，主要是追加防汛资金260万元、人员调资100万元。",
        "年初预算1500万元，追加260万元，全年预算数（含专项转移支付100万元）1860万元。",
    ],
)
def test_amounts_that_do_not_repeat_what_was_done(text):
    assert worst("F22", told("budget", text)) == "pass"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("年初预算1500万元，追加人员经费260万元、项目经费120万元，调整后预算1860万元。", "review"),
        ("年初预算1500万元，追加260万元，其中人员60万元、项目200万元，调整后预算1860万元。", "fail"),
        ("年初预算1500万元，追加260万元，调整后预算1860万元，全年支出1745万元。", "fail"),
        ("年初预算1500万元，全年预算1860万元，主要是追加防汛资金260万元。", "not_applicable"),
        ("年初预算1500万元，追加防汛资金260万元等，全年预算1860万元。", "not_applicable"),
        ("年初预算1500万元，追加260万元，全年预算数（含专项100万元）1890万元。", "fail"),
    ],
)
def test_what_may_not_be_all(text, result):
    assert worst("F22", told("budget", text)) == result


def test_a_change_without_an_amount_only_asks():
    text = "年初预算1500万元，追加260万元，收回统筹后调整后预算1700万元。"
    assert worst("F22", told("budget", text)) == "review"
