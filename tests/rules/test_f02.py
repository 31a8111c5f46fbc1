"""F02: completion rates beside their figures."""

import pytest

from tests.rules.narrating import say, told, worst


def test_fires():
    (finding,) = say("F02", told("outputs", "技术合同登记交易额完成6.4亿元（任务数6亿元）完成率108%。"))
    assert (finding.result, finding.severity) == ("fail", "重要")
    assert (finding.observed, finding.expected, finding.difference) == ("108%", "106.67%", "1.33个百分点")
    assert finding.computation == "6.4亿元÷6亿元×100%＝106.67%"


@pytest.mark.parametrize(
    "text",
    [
        "计划新建30公里，实际完成32.5公里，完成率118%。",
        "预算安排500万元，支出450万元，执行率95%。",
        "检查生产经营单位432家（任务数480家），完成率92%。",
    ],
)
def test_fires_in_other_orders(text):
    assert worst("F02", told("outputs", text)) == "fail"


@pytest.mark.parametrize(
    "text",
    [
        "技术合同登记交易额完成6.4亿元（任务数6亿元）完成率106%。",
        "技术合同登记交易额完成6.4亿元（任务数6亿元）完成率107%。",
        "年初预算500万元，调整后预算600万元，支出540万元，执行率90%。",
        "新认定14家（任务数34家），完成率41.1%。",
        "高企认定14家（任务数34家）、平台3家（任务数2家），总体完成率95%。",
        "完成清淤5条（任务数6条），总体完成率97%。",
        "总投资500万元，完成投资450万元，形象进度100%，投资完成率90%。",
        "计划培训300人，实际培训320人，参训率98%。",
        "部门预算2210万元，支出2210万元，完成年初预算的103.5%，完成调整预算的100%。",
    ],
)
def test_near_misses(text):
    assert worst("F02", told("outputs", text)) in {"not_applicable", "pass"}


def test_more_than_done_at_100_percent_is_a_note():
    (finding,) = say("F02", told("outputs", "培训教师655人次（任务数620人次），完成率100%。"))
    assert (finding.result, finding.severity) == ("fail", "提示")


def test_what_was_mistaken_is_said():
    (finding,) = say("F02", told("outputs", "新认定14家（任务数34家），完成率242.86%。"))
    assert finding.diagnosis == "分子与分母颠倒"


def test_a_rate_alone_says_nothing():
    assert worst("F02", told("outputs", "完成率92%。")) == "not_applicable"
