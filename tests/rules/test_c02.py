"""C02: results of the narrative against results of the form."""

import pytest

from tests.rules.building import row
from tests.rules.narrating import say, told, worst


def rows():
    return [
        row(1, level3="新建农村公路里程", target=(">=30", "公里"), actual=("32.5", "公里")),
        row(2, level3="改造危桥数量", target=(">=6", "座"), actual=("6", "座")),
        row(3, level3="培训驾驶员人次", target=(">=800", "人次"), actual=("846", "人次")),
        row(4, level2="满意度指标", level3="群众满意度", target=(">=90", "%"), actual=("95.2", "%")),
    ]


def test_fires():
    (finding,) = [
        x for x in say("C02", rows(), told("outputs", "新建农村公路35.2公里。")) if x.result == "fail"
    ]
    assert finding.severity == "严重"
    assert (finding.observed, finding.expected, finding.difference) == ("35.2公里", "32.5公里", "2.7公里")
    assert finding.message == "“新建农村公路里程”完成值，叙述为35.2公里，评分表为32.5公里"
    assert [x.text for x in finding.evidence] == ["新建农村公路35.2公里。", "32.5公里"]


@pytest.mark.parametrize(
    ("text", "diagnosis"),
    [
        ("新建农村公路里程325公里。", "小数点错一位（10倍）"),
        ("培训驾驶员864人次。", "“864人次”与“846人次”仅相邻两位数字互换"),
    ],
)
def test_diagnoses(text, diagnosis):
    (finding,) = say("C02", rows(), told("outputs", text))
    assert (finding.result, finding.diagnosis) == ("fail", diagnosis)


@pytest.mark.parametrize(
    "text",
    [
        "新建农村公路32.5公里（任务数30公里），完成率108.3%。",
        "新建农村公路32公里余，培训驾驶员近850人次。",
        "新建农村公路超30公里。",
        "其中：青石镇新建农村公路12公里。",
        "上半年新建农村公路15公里，全年新建32.5公里。",
        "截至6月底，新建农村公路20公里。",
        "全区农村公路总里程达1286公里，新建农村公路32.5公里。",
        "累计新建农村公路210公里。",
        "上年新建农村公路28公里，今年新建32.5公里。",
        "2020年新建农村公路28公里。",
        "明年计划新建农村公路40公里。",
        "改造危桥6座，投资180万元，其中A类2座。",
        "新建农村公路超任务2.5公里。",
        "培训驾驶员12期846人次，较上年增加120人次。",
        "柳河镇群众满意度93%，群众满意度平均95.2%。",
        "群众满意度比上年提高3.1个百分点。",
        "培训驾驶员846人次，未达到900人次。",
        "改造危桥6座，6座改造危桥中4座已通车。",
        "6座危桥中有5座完成改造危桥任务。",
    ],
)
def test_near_misses(text):
    assert worst("C02", rows(), told("outputs", text)) != "fail"


def test_a_weak_link_stays_open():
    weak = row(1, level3="阅读推广活动场次", target=(">=40", "场"), actual=("46", "场"))
    assert worst("C02", weak, told("outputs", "举办各类读书活动70场。")) in {"not_applicable", "open"}


def test_one_pair_of_numbers_in_two_places_is_one_finding():
    texts = [
        told("outputs", "新建农村公路35.2公里。", order=1),
        told("effects", "新建农村公路35.2公里。", order=2),
    ]
    (finding,) = say("C02", rows(), texts)
    assert [x.role for x in finding.evidence] == ["叙述数字", "新建农村公路里程·全年完成值", "叙述数字"]


def test_a_plan_is_no_result():
    assert worst("C02", rows(), told("goals", "新建农村公路30公里。")) in {"not_applicable", "pass"}


def test_without_links_nothing_is_said():
    assert worst("C02", told("outputs", "新建农村公路35.2公里。")) == "not_applicable"


@pytest.mark.parametrize(
    "text",
    [
        "平均住院日7.9天，比全省平均水平（8.3天）少0.4天。",
        "平均住院日7.9天，较上年缩短0.4天。",
        "平均住院日7.9天，与目标相差0.6天。",
    ],
)
def test_differences_and_averages_of_others_are_no_results(text):
    stay = row(1, level3="平均住院日", target=("<=8.5", "天"), actual=("7.9", "天"), weight=10, score=10)
    assert worst("C02", stay, told("effects", text)) in {"pass", "not_applicable"}


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("抽检合格率96.2%。质量方面：抽检合格率98.6%。", True),
        ("餐饮具抽检平均合格率96.2%；质量方面，抽检合格率达到98.6%。", True),
        ("餐饮具抽检平均合格率96.2%；农产品抽检合格率98.6%。", False),
        ("餐饮具抽检平均合格率96.2%；其中学校抽检合格率98.6%。", False),
        ("餐饮具抽检平均合格率96.2%；上半年，抽检合格率98.6%。", False),
    ],
)
def test_the_very_name_of_the_row_is_the_row(text, accused):
    rate = row(1, level3="抽检合格率", target=(">=95", "%"), actual=("96.2", "%"), weight=5, score=5)
    found = [x for x in say("C02", rate, told("outputs", text)) if x.result == "fail"]
    assert [x.observed for x in found] == (["98.6%"] if accused else [])


@pytest.mark.parametrize(
    ("name", "text", "observed"),
    [
        ("农牧民满意度", "问卷调查农牧民500人，满意468人，满意度93.6%。", "93.6%"),
        ("检测报告准确率", "全年出具检测报告3286份，差错3份，准确率达到99.9%。", "99.9%"),
        ("受训教师合格率", "受训教师参加结业考核96人，合格率92.7%。", "92.7%"),
    ],
)
def test_a_name_may_stand_in_two_places_of_a_sentence(name, text, observed):
    one = row(1, level3=name, target=(">=90", "%"), actual=("97.1", "%"))
    (finding,) = [x for x in say("C02", one, told("outputs", text)) if x.result == "fail"]
    assert finding.observed == observed


@pytest.mark.parametrize(
    "text",
    [
        "问卷调查农牧民500人，满意486人，满意度97.1%。",
        "农牧民参加培训500人，企业满意度93.6%。",
        "上年调查农牧民400人，满意度93.6%。",
    ],
)
def test_another_name_between_them_is_another_matter(text):
    one = row(1, level3="农牧民满意度", target=(">=90", "%"), actual=("97.1", "%"))
    assert worst("C02", one, told("outputs", text)) != "fail"


MISSED = {"level3": "人工增雨作业次数", "target": (">=12", "次"), "actual": ("9", "次")}


@pytest.mark.parametrize("text", ["人工增雨作业12次，用弹186枚。", "开展人工增雨作业12次。"])
def test_a_target_told_as_the_result(text):
    (finding,) = [x for x in say("C02", row(1, **MISSED), told("effects", text)) if x.result == "fail"]
    assert (finding.observed, finding.expected) == ("12次", "9次")


@pytest.mark.parametrize(
    "text",
    [
        "人工增雨作业12次的目标未完成。",
        "计划人工增雨作业12次，受空域限制没有完成。",
        "人工增雨作业指标12次，完成率75%。",
        "人工增雨作业12次，实际9次。",
        "应开展人工增雨作业12次。",
        "人工增雨作业次数不少于12次。",
        "人工增雨作业9次，比要求的12次少3次。",
        "人工增雨作业9次。",
    ],
)
def test_a_target_told_as_a_target(text):
    assert worst("C02", row(1, **MISSED), told("effects", text)) != "fail"
