"""C01: the whole budget as the report states it against the form."""

import pytest

from tests.rules.building import form, fund, unit_row
from tests.rules.narrating import say, told, worst


def money():
    return [
        fund(
            1,
            "资金来源：（1）财政拨款",
            "source",
            "fiscal",
            budget="751.64",
            executed="6238.91",
            rate="830.04%",
        ),
        fund(
            2,
            "资金结构：（1）基本支出",
            "structure",
            "basic",
            budget="158.64",
            executed="162.85",
            rate="102.65%",
        ),
        fund(3, "（2）项目支出", "structure", "project", budget="593", executed="6076.06", rate="1024.63%"),
    ]


def test_fires_and_says_which_line_it_equals():
    first, second = say("C01", money(), told("budget", "2021年年初预算数593万元，决算数6076.06万元。"))
    assert (first.result, first.severity) == ("fail", "严重")
    assert (first.observed, first.expected, first.difference) == ("593万元", "751.64万元", "158.64万元")
    assert first.diagnosis == "等于项目支出，差额158.64万元等于基本支出"
    assert [x.role for x in first.evidence] == [
        "叙述年初预算数",
        "合计·全年预算数",
        "（2）项目支出·全年预算数",
    ]
    assert second.diagnosis == "等于项目支出，差额162.85万元等于基本支出"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("局机关全年预算数751.64万元，执行数6283.91万元。", ["6283.91万元"]),
        ("局机关全年预算数751.64万元，执行数6238.91万元。", []),
        ("局机关全年预算数750万元，执行数6283.91万元。", []),
        ("项目支出全年预算数593万元，执行数6283.91万元。", []),
        ("局机关全年预算数751.64万元。三公经费执行数6283.91万元。", []),
    ],
)
def test_an_execution_beside_the_whole_budget_is_the_whole_one(text, expected):
    found = say("C01", money(), told("budget", text))
    assert [x.observed for x in found if x.result == "fail"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "2021年项目支出年初预算593万元，决算数6076.06万元。",
        "2021年部门预算约752万元，决算6238.91万元。",
        "2021年全年预算数751.64万元，其中：基本支出158.64万元，项目支出593万元。",
        "2020年部门预算593万元，2021年部门预算751.64万元。",
        "项目支出情况：预算数593万元，决算数6076.06万元。",
        "三公经费预算数5万元，决算数3.2万元。",
        "上级专项资金预算593万元。",
        "人员经费支出132.10万元，公用经费支出30.75万元。",
        "2021年年初预算数620万元，年中追加后全年预算数751.64万元。",
        "2021年年初预算数620万元，决算数6238.91万元。",
    ],
)
def test_near_misses(text):
    assert worst("C01", money(), told("budget", text)) in {"pass", "not_applicable"}


def test_an_amount_among_the_results_is_a_projects():
    assert (
        worst("C01", money(), told("outputs", "设备采购预算780万元，实际支出457万元。预算780万元。"))
        == "not_applicable"
    )


def test_a_heading_may_narrow():
    assert worst("C01", money(), told("budget", "预算数593万元。", "项目支出情况")) == "not_applicable"


@pytest.mark.parametrize(
    ("text", "diagnosis"),
    [
        ("2021年全年预算数715.64万元。", "“715.64万元”与“751.64”仅相邻两位数字互换"),
        ("2021年全年预算数7516400万元。", "相差1万倍（元与万元之差）"),
    ],
)
def test_slips_accuse(text, diagnosis):
    (finding,) = say("C01", money(), told("budget", text))
    assert (finding.result, finding.severity) == ("fail", "严重")
    assert finding.diagnosis == diagnosis


def test_a_bare_budget_that_equals_nothing_only_asks():
    assert worst("C01", money(), told("budget", "2021年部门预算620万元，决算数6238.91万元。")) == "review"


def test_an_amount_of_its_own_accuses_where_its_words_leave_no_choice():
    text = told("budget", "我单位2021年全年执行数6100.50万元。")
    assert worst("C01", money(), text) == "fail"
    assert worst("C01", form(subordinate_count=3), money(), text) == "review"


def test_a_summary_that_lists_every_unit_leaves_no_other_reading():
    text = told("budget", "我单位2021年全年执行数6100.50万元。")
    units = [unit_row(1, executed="6238.91"), unit_row(2, "水利站", executed="61.00")]
    total = [unit_row(3, total=True, executed="6299.91")]
    parts = [form("summary"), form(subordinate_count=1), money(), text]
    assert worst("C01", *parts, units, total) == "fail"
    assert worst("C01", *parts, units) == "review"
    total[0].executed_text, total[0].executed_yuan = "6100.50", 61005000
    assert worst("C01", *parts, units, total) == "review"


def test_the_opening_budget_has_its_own_column():
    row = fund(1, "年度资金总额", initial="620", budget="751.64", executed="700", rate="93.13%")
    assert worst("C01", row, told("budget", "2021年年初预算数620万元。")) == "pass"


def test_without_money_rows_nothing_is_said():
    assert worst("C01", told("budget", "2021年年初预算数593万元。")) == "not_applicable"


def of_a_project(text):
    parts = [form("project"), form("report")]
    rows = [
        fund(1, "年度资金总额", form_id="project", budget="128", executed="115.26", rate="90.05%"),
        fund(2, "其中：本年财政拨款", "source", "fiscal", form_id="project", budget="128", executed="115.26"),
    ]
    return say("C01", *parts, rows, told("budget", text, "项目资金情况"))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("项目预算1280万元，支出115.26万元，执行率90.05%。", "1280万元"),
        ("2021年本项目预算128万元，实际支出151.26万元。", "151.26万元"),
        ("到位资金128万元，支出112.56万元。", "112.56万元"),
    ],
)
def test_in_the_report_of_a_project_the_project_is_the_whole(text, wrong):
    assert [x.observed for x in of_a_project(text) if x.result == "fail"] == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "项目预算128万元，支出115.26万元。",
        "3个子项目预算60万元，支出58万元。",
        "项目人员经费预算30万元，专项设备支出22万元。",
        "2020年项目预算98万元，支出97万元。",
        "上级到位资金80万元，配套资金支出48万元。",
    ],
)
def test_parts_of_a_project_are_not_the_whole(text):
    assert {x.result for x in of_a_project(text)} <= {"pass", "not_applicable"}


@pytest.mark.parametrize(
    ("text", "diagnoses"),
    [
        (
            "2021年执行数6238.91万元，其中基本支出6076.06万元，项目支出162.85万元。",
            ["等于项目支出的全年执行数", "等于基本支出的全年执行数"],
        ),
        ("其中：基本支出162.85万元，项目支出6067.06万元。", ["“6067.06万元”与“6076.06”仅相邻两位数字互换"]),
        ("基本支出预算1586400万元。", ["相差1万倍（元与万元之差）"]),
    ],
)
def test_a_line_by_its_name(text, diagnoses):
    found = [x for x in say("C01", money(), told("budget", text)) if x.result == "fail"]
    assert [(x.severity, x.diagnosis) for x in found] == [("重要", words) for words in diagnoses]


@pytest.mark.parametrize(
    "text",
    [
        "其中基本支出162.85万元，项目支出6076.06万元。",
        "2020年基本支出150.20万元，项目支出600万元。",
        "信息化建设项目支出20万元。",
        "基本支出中人员经费130万元。",
        "上级专款项目支出346万元。",
        "基本支出约163万元。",
    ],
)
def test_lines_that_agree_or_are_narrower(text):
    assert {x.result for x in say("C01", money(), told("budget", text))} <= {"pass", "not_applicable"}


def test_another_amount_for_a_line_only_asks():
    assert worst("C01", money(), told("budget", "项目支出5412.30万元。")) == "review"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("财政拨款支出480万元，上年结转资金支出42.4万元。", "review"),
        ("财政拨款支出408万元。", "fail"),
        ("上年结转资金支出52.4万元。", "pass"),
        ("省级财政拨款支出300万元。", "not_applicable"),
    ],
)
def test_lines_of_the_sources(text, result):
    money = [
        fund(1, "年度资金总额", budget="560.00", executed="532.40"),
        fund(2, "其中：财政拨款", "source", "fiscal", budget="500.00", executed="480.00"),
        fund(3, "上年结转资金", "source", "carryover", budget="60.00", executed="52.40"),
    ]
    assert worst("C01", money, told("budget", text)) == result
