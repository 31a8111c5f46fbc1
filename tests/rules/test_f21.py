"""F21: what is said not to have happened."""

import pytest

from tests.rules.building import row
from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("全年未发生食物中毒事件。", "9月发生食物中毒1起，已妥善处置。"),
        ("全年未发生安全生产事故。", "汛期发生安全生产事故2起。"),
        ("没有发生重大安全事故。", "发生重大安全事故1起。"),
        ("未发生一起火灾。", "4月发生火灾1起。"),
    ],
)
def test_fires(text, other):
    (finding,) = [
        x for x in say("F21", told("outputs", text), told("problems", other, order=2)) if x.result == "fail"
    ]
    assert (finding.severity, finding.confidence) == ("重要", "推断")
    assert len(finding.evidence) == 2


def test_a_row_of_the_form_counts_as_well():
    happened = row(
        1, level3="食品安全事故发生数", target=("<=0", "起"), actual=("1", "起"), weight=5, score=5
    )
    (finding,) = say("F21", happened, told("effects", "全年未发生食品安全事故。"))
    assert (finding.result, finding.observed) == ("fail", "“食品安全事故发生数”完成值为1起")


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("全年未发生重大安全事故。", "发生一般安全事故1起。"),
        ("全年未发生安全事故。", "排查安全事故隐患36起。"),
        ("全年未发生安全事故。", "上年发生安全事故1起。"),
        ("全年未发生食物中毒事件。", "开展食物中毒应急演练2次。"),
        ("全年未发生安全事故。", "开展安全检查36次。"),
        ("全年未发生安全事故。", "查处交通违法案件120件。"),
    ],
)
def test_near_misses(text, other):
    assert worst("F21", told("outputs", text), told("effects", other, order=2)) == "pass"


def test_complaints_only_ask():
    found = say("F21", told("outputs", "全年无投诉。"), told("effects", "全年收到投诉3件。", order=2))
    assert [x.result for x in found] == ["review"]


def test_not_applicable():
    assert worst("F21", told("outputs", "开展安全检查36次。")) == "not_applicable"
    assert worst("F21", told("goals", "全年未发生安全事故。")) == "not_applicable"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("全年未发生道路运输安全生产责任事故，其中4月12日发生的1起责任事故已按程序处置完毕。", "fail"),
        ("全年未发生安全生产责任事故，排查隐患36起。", "pass"),
        ("全年未发生安全生产责任事故，比上年减少1起事故。", "pass"),
    ],
)
def test_the_same_sentence(text, result):
    assert worst("F21", told("outputs", text)) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("全年检测报告差错率为零，差错3份，准确率99.9%。", "fail"),
        ("录入信息2.6万条，差错率保持为0，其中录入差错12条。", "fail"),
        ("安全事故起数为零。3月发生安全事故1起，无人员伤亡。", "fail"),
        ("生产安全事故数为零。3月发生生产安全事故1起。", "fail"),
        ("全年检测报告差错率为零，上年差错3份。", "pass"),
        ("全年检测报告差错率为零，出具报告3286份。", "pass"),
        ("全年检测报告差错率为0.1%，差错3份。", "not_applicable"),
        ("检测报告差错率为零的目标，差错3份。", "not_applicable"),
        ("力争差错率为零，差错3份。", "not_applicable"),
        ("投诉率为零，受理投诉12件。", "pass"),
        ("差错率为零，复核中纠正差错3份。", "pass"),
    ],
)
def test_a_rate_of_nothing(text, result):
    assert worst("F21", told("outputs", text)) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("校园未发生溺水事故，暑期辖区发生溺水事故1起。", "pass"),
        ("本单位全年未发生安全事故，全县发生安全事故2起。", "pass"),
        ("水利工程未发生安全事故。辖区发生道路安全事故35起。", "pass"),
        ("全年未发生安全生产事故。全县发生安全生产事故2起。", "review"),
        ("全县未发生安全生产事故。辖区发生安全生产事故2起。", "fail"),
    ],
)
def test_what_happened_in_a_wider_area(text, result):
    assert worst("F21", told("outputs", text)) == result
