"""F16: dates of completion and acceptance."""

import pytest

from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("农村公路工程于2022年3月完工。", "完成日期2022年3月晚于2021年度终了"),
        ("工程于2021年8月7日完成，2022年1月16日通过验收。", "验收日期2022年1月16日晚于2021年度终了"),
        ("工程于2021年8月7日完工，2021年7月通过验收。", "验收日期2021年7月早于完成日期2021年8月7日"),
    ],
)
def test_fires(text, message):
    (finding,) = [x for x in say("F16", told("outputs", text)) if x.result == "fail"]
    assert (finding.severity, finding.confidence, finding.message) == ("重要", "推断", message)


@pytest.mark.parametrize(
    "text",
    [
        "农村公路工程于2021年11月底完成。",
        "预期工作都在2021年底前完成。",
        "因征地影响，工程于2022年3月完工，未能按期完成。",
        "计划于2022年3月完工。",
        "工程于2021年8月完工，2021年8月通过验收。",
        "于2022年3月完成自评。",
        "设备于2022年3月起投入考核，2021年9月到货。",
    ],
)
def test_near_misses(text):
    assert worst("F16", told("outputs", text)) in {"not_applicable", "pass"}


def test_plans_are_not_results():
    assert worst("F16", told("measures", "工程于2022年3月完工。")) == "not_applicable"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("项目于2021年3月开工，2022年4月20日全部完工，实行监理制。", "fail"),
        ("项目于2021年3月开工，2021年11月全部完工。", "pass"),
        ("2022年2月完成项目绩效评价工作。", "not_applicable"),
    ],
)
def test_how_it_was_carried_out(text, result):
    assert worst("F16", told("process", text)) == result
