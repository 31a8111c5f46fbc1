"""F18: the counts of a survey."""

import pytest

from tests.rules.narrating import say, told, worst


@pytest.mark.parametrize(
    ("text", "expected", "observed"),
    [
        ("共发放问卷180份，回收195份。", "不多于180份", "195份"),
        ("发放调查问卷200份，收回有效问卷212份，回收率106%。", "不多于200份", "212份"),
        ("回收问卷189份，有效问卷196份。", "不多于189份", "196份"),
        ("向服务对象发放满意度调查表120张，收回118张，回收率93.8%。", "98.33%", "93.8%"),
        ("发放问卷200份，收回有效问卷190份，满意度94.5%，其中满意165份。", "86.84%", "94.5%"),
        ("本次测评共发放测评表60份，回收58份，其中表示满意的61份。", "不多于58份", "61份"),
    ],
)
def test_fires(text, expected, observed):
    found = [x for x in say("F18", told("satisfaction", text)) if x.result == "fail"]
    assert (found[0].severity, found[0].expected, found[0].observed) == ("重要", expected, observed)


@pytest.mark.parametrize(
    "text",
    [
        "共发放问卷200份，收回189份，回收率94.5%，有效问卷180份，有效率95.24%。",
        "发放问卷200份，收回196份，其中非常满意120份、满意52份、基本满意18份，满意度96.9%。",
        "发放问卷150份，回收148份，满意146份，满意率97.3%。",  # of those sent
        "发放学生问卷200份，回收198份；发放家长问卷150份，回收147份，共有满意330份，满意度95.7%。",
        "发放问卷100份，回收98份，不满意3份。",
    ],
)
def test_what_agrees_passes(text):
    assert worst("F18", told("satisfaction", text)) == "pass"


@pytest.mark.parametrize(
    "text",
    [
        "群众满意度96.8%。",
        "上年发放问卷100份，今年回收问卷189份。",
        "发放宣传资料3000份，受益群众5200人。",
        "平均每个社区发放问卷20份，共回收问卷189份。",
    ],
)
def test_where_there_is_nothing_to_compare(text):
    assert worst("F18", told("satisfaction", text)) in {"not_applicable", "pass"}


def test_persons_among_forms_only_ask():
    text = "发放问卷200份，回收189份，其中165人表示满意，满意度94.5%。"
    assert worst("F18", told("satisfaction", text)) == "review"


def test_a_rate_beside_its_two_counts_is_f02_s():
    text = told("satisfaction", "发放问卷200份，收回有效问卷190份，其中满意165份，满意度94.5%。")
    assert worst("F18", text) == "pass"
    assert worst("F02", text) == "fail"


@pytest.mark.parametrize(
    "text",
    [
        "纸质问卷发放100份，网上问卷收到150份，共收回有效问卷248份。",
        "现场发放问卷50份，电话回访100户，共收回150份。",
        "发放问卷200份，收回200份，满意180份，基本满意按0.8计，综合满意度95%。",
        "发放问卷200份，收回200份，满意180份，满意度加权后，满意度为95%。",
    ],
)
def test_other_ways_of_asking_or_weights_only_ask(text):
    assert worst("F18", told("satisfaction", text)) in {"review", "pass", "not_applicable"}
