"""C20: scores of groups, claims of full marks."""

import pytest

from tests.rules.building import form, row
from tests.rules.narrating import say, told, worst


def rows(score="9.65"):
    return [
        form("department", total_score="99.65", total_weight="100"),
        form("report"),
        row(1, level1="产出指标", level2="数量指标", weight=40, score=40),
        row(2, level1="产出指标", level2="数量指标", level3="培训人次", weight=10, score=score),
        row(3, level1="效益指标", level2="社会效益指标", weight=30, score=30),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产出指标得分48分，效益指标得分30分。", "49.65分"),
        ("产出指标自评得分49.56分。", "49.65分"),
        ("效益指标得28分。", "30分"),
        ("所有指标均未扣分。", "与评分表得分相合的说法"),
        ("各项指标得分均为满分。", "与评分表得分相合的说法"),
        ("产出指标均得满分。", "与评分表得分相合的说法"),
        ("本次自评无扣分事项。", "与评分表得分相合的说法"),
        ("自评得分为满分100分。", "与评分表得分相合的说法"),
    ],
)
def test_fires(text, expected):
    (finding,) = [x for x in say("C20", *rows(), told("conclusion", text)) if x.result == "fail"]
    assert (finding.severity, finding.expected) == ("重要", expected)


@pytest.mark.parametrize(
    "text",
    [
        "产出指标得分49.65分，效益指标得分30分。",
        "产出指标得分49.7分。",
        "效益指标均为满分。",
        "效益指标未扣分。",
    ],
)
def test_what_agrees_passes(text):
    assert worst("C20", *rows(), told("conclusion", text)) == "pass"


@pytest.mark.parametrize(
    "text",
    [
        "产出指标满分50分。",
        "除培训人次外，其余指标均为满分。",
        "产出指标分值50分，权重50%。",
        "上年产出指标得分48分。",
        "满分100分，自评得分99.65分。",
        "未扣分原因说明如下。",
    ],
)
def test_not_applicable(text):
    assert worst("C20", *rows(), told("conclusion", text)) == "not_applicable"


def test_full_marks_that_are_full():
    assert worst("C20", *rows(score="10"), told("conclusion", "所有指标均未扣分。")) == "pass"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("产出指标得满分。", "fail"),
        ("效益指标得满分30分。", "pass"),
        ("产出指标自评得分50分、效益指标28分。", "fail"),
    ],
)
def test_a_group_told_full_or_after_another(text, result):
    assert worst("C20", *rows(), told("conclusion", text)) == result


@pytest.mark.parametrize(
    "text",
    [
        "预算执行率为93.82%，按标准未扣分。",
        "资金到位率100%，未扣分。",
        "三公经费控制较好，该项未扣分。",
        "上级考核中我局未扣分。",
        "财务制度健全，未扣分。",
        "在市级文明创建考核中，各项工作均得满分。",
        "上年度各项指标均未扣分。",
        "完成值达到目标的得满分，未扣分。",
        "资金管理无扣分情况。",
        "第三方机构评价产出指标得分22分。",
        "专家组评定产出指标得分22分。",
        "主管部门评价产出指标得分22分。",
        "下属单位产出指标得分24分。",
    ],
)
def test_one_thing_or_what_others_gave(text):
    assert worst("C20", *rows(), told("conclusion", text)) == "not_applicable"


@pytest.mark.parametrize(
    "text",
    [
        "各项指标完成情况良好，未扣分。",
        "产出指标未扣分。",
        "各绩效指标均无扣分。",
        "本次自评未扣分。",
        "无扣分事项。",
        "本单位自评中，产出指标自评得分48分。",
    ],
)
def test_what_is_said_of_the_whole_or_of_a_group_fires(text):
    assert worst("C20", *rows(), told("conclusion", text)) == "fail"


def test_the_score_of_another_project_only_asks():
    assert worst("C20", *rows(), told("conclusion", "甲项目产出指标得分25分。")) == "review"
