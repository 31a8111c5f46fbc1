"""C03: targets of the narrative against targets of the form."""

import pytest

from tests.rules.building import goal, row
from tests.rules.narrating import say, told, worst

ROWS = [
    {"level3": "新认定高新技术企业", "target": (">=34", "家"), "actual": ("14", "家")},
    {"level3": "技术合同登记交易额", "target": (">=60000", "元", 10**4), "actual": ("6.4", "元", 10**8)},
]


def rows():
    return [row(number, **more) for number, more in enumerate(ROWS, 1)]


def test_fires():
    (finding,) = [
        x
        for x in say("C03", rows(), told("outputs", "新认定高新技术企业14家（任务数30家）。"))
        if x.result == "fail"
    ]
    assert (finding.observed, finding.expected, finding.severity) == ("30家", "≥34家", "严重")


@pytest.mark.parametrize(
    "text",
    [
        "新认定高新技术企业14家（任务数34家）。",
        "技术合同登记交易额6.4亿元（任务数6亿元）。",
        "新认定高新技术企业14家，比年初计划少20家。",
        "力争明年新认定高新技术企业40家。",
    ],
)
def test_near_misses(text):
    assert worst("C03", rows(), told("outputs", text)) != "fail"


def test_a_goal_cell_states_the_target():
    assert worst("C03", rows(), goal("新认定高新技术企业30家。")) == "fail"
    assert worst("C03", rows(), goal("新认定高新技术企业34家。")) == "pass"


def test_a_range_is_not_compared():
    ranged = row(1, level3="新认定高新技术企业", target=("30~40", "家"), actual=("34", "家"))
    assert worst("C03", ranged, told("outputs", "新认定高新技术企业34家（任务数35家）。")) == "not_applicable"


@pytest.mark.parametrize(
    ("key", "text", "result"),
    [
        ("overview", "项目计划改造农村户厕550座，新建垃圾分类亭24个。", "fail"),
        ("overview", "项目计划改造农村户厕500座，新建垃圾分类亭24个。", "pass"),
        ("measures", "下一年度计划改造农村户厕550座，新建垃圾分类亭24个。", "pass"),
        ("overview", "规划三年改造农村户厕1550座。", "not_applicable"),
    ],
)
def test_a_plan_among_this_year_s_plans(key, text, result):
    toilets = row(1, level3="改造农村户厕", target=(">=500", "座"), actual=("462", "座"), weight=10, score=9)
    kiosks = row(2, level3="新建垃圾分类亭", target=(">=24", "个"), actual=("24", "个"), weight=10, score=10)
    assert worst("C03", toilets, kiosks, told(key, text)) == result


@pytest.mark.parametrize("heading", ["审计查出问题204个，整改186个，整改率91.2%", "整改情况"])
def test_what_was_put_right_is_no_plan(heading):
    one = row(1, level3="问题整改率", target=(">=90", "%"), actual=("91.2", "%"))
    text = "查出问题204个，已整改186个，问题整改率91.2%。"
    assert worst("C03", one, told("measures", text, heading=heading)) != "fail"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("2021年计划办理法律援助案件300件。", "fail"),
        ("年初计划办理法律援助案件300件。", "fail"),
        ("本年计划办理法律援助案件300件。", "fail"),
        ("2021年计划办理法律援助案件320件。", "pass"),
        ("2020年计划办理法律援助案件300件。", None),
        ("2022年计划办理法律援助案件300件。", None),
        ("十四五期间计划办理法律援助案件1500件。", None),
        ("计划分两批办理法律援助案件，第一批150件。", None),
        ("2021年计划办理法律援助案件培训12件。", None),
        ("2021年计划在乡镇办理法律援助案件90件，其中刑事30件。", None),
    ],
)
def test_a_plan_of_the_year_in_the_introduction(text, result):
    one = row(1, level3="办理法律援助案件", target=(">=320", "件"), actual=("134", "件"))
    found = worst("C03", one, told("overview", text))
    assert found == result if result else found != "fail"
