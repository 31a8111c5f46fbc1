"""F05: bounds in words."""

import pytest

from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    ("text", "expected", "observed"),
    [
        ("新增企业突破百家达到99家。", "高于百家", "99家"),
        ("新增企业近百家，达到112家。", "接近而不到百家", "112家"),
        ("单价96万元，控制在90万元以内。", "不高于90万元", "96万元"),
    ],
)
def test_fires(text, expected, observed):
    (finding,) = say("F05", told("outputs", text))
    assert (finding.result, finding.severity) == ("fail", "一般")
    assert (finding.expected, finding.observed) == (expected, observed)


@pytest.mark.parametrize(
    "text",
    [
        "新增企业突破百家，达到112家。",
        "新增企业突破百家，实际100家。",
        "参训近800人次，实际780人次。",
        "单价86万元，控制在90万元以内。",
        "超过30家企业参与，签约12家。",
        "培训约300人次，发放资料500份。",
    ],
)
def test_near_misses(text):
    assert worst("F05", told("outputs", text)) in {"not_applicable", "pass"}


def test_a_bound_alone_says_nothing():
    assert worst("F05", told("outputs", "新增企业突破百家。")) == "not_applicable"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("办理法律援助案件382件，超额完成400件的年度目标。", "fail"),
        ("办理法律援助案件382件，超额完成年度任务400件。", "fail"),
        ("办理法律援助案件412件，超额完成400件的年度目标。", "pass"),
        ("办理法律援助案件412件，超额完成12件。", "not_applicable"),
        ("办理法律援助案件382件，未完成400件的年度目标。", "not_applicable"),
    ],
)
def test_a_task_said_to_be_exceeded(text, result):
    assert worst("F05", told("outputs", text)) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("“三公”经费预算20万元，实际支出22.5万元，未超预算。", "fail"),
        ("三公经费预算15万元，支出16.2万元，控制在预算范围内。", "fail"),
        ("会议费预算8万元，支出8.6万元，没有超过年初预算。", "fail"),
        ("三公经费预算15万元，支出14.2万元，控制在预算范围内。", "pass"),
        ("三公经费预算15万元，支出15万元，未超预算。", "pass"),
        ("各项支出均控制在预算范围内。", "not_applicable"),
        ("预算15万元，支出16.2万元，超预算1.2万元。", "not_applicable"),
    ],
)
def test_what_is_said_to_stay_within_the_budget(text, result):
    assert worst("F05", told("budget", text)) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("调解成功1407件，占33.5%，超过35%的目标。", "fail"),
        ("森林火灾受害率0.12‰，低于0.9‰的控制目标。", "pass"),
        ("调解成功率36.5%，超过35%的目标。", "pass"),
        ("覆盖率92%，超过全省88%的平均水平。", "not_applicable"),
    ],
)
def test_a_target_that_is_said_to_be_passed(text, result):
    assert worst("F05", told("outputs", text)) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("平均响应时间91分钟，控制在85以内。", "fail"),
        ("平均响应时间81分钟，控制在85以内。", "pass"),
        ("万元能耗强度91，控制在85以内。", "fail"),
        ("支出1.6万元，控制在1.5以内。", "fail"),
        ("支出1.5万元，严格控制在1.5以内。", "pass"),
        ("支出约1.6万元，控制在1.5以内。", "not_applicable"),
        ("响应时间目标91分钟，拟控制在85以内。", "not_applicable"),
        ("投诉91件。响应时间控制在85以内。", "not_applicable"),
    ],
)
def test_a_limit_without_its_unit(text, result):
    assert worst("F05", told("outputs", text)) == result
