"""C04: completion rates of the narrative against the form's own figures."""

import pytest

from rules.checking import check
from rules.families import find
from rules.profile import default
from tests.rules.building import form, fund, row
from tests.rules.narrating import narrated, say, told, worst
from tests.rules.test_c01 import money


def companies():
    return row(1, level3="新认定高新技术企业", target=(">=34", "家"), actual=("14", "家"))


def text(rate):
    return told("outputs", f"新认定高新技术企业14家（任务数34家）完成率{rate}。")


def test_fires():
    (finding,) = say("C04", companies(), text("42%"))
    assert (finding.result, finding.severity) == ("fail", "重要")
    assert (finding.observed, finding.expected) == ("42%", "41.18%")
    assert finding.computation == "14家÷≥34家×100%＝41.18%"


@pytest.mark.parametrize("rate", ["41%", "41.2%", "41.18%", "41.1%"])
def test_near_misses(rate):
    assert worst("C04", companies(), text(rate)) == "pass"


def test_one_defect_is_one_line():
    view = narrated(companies(), text("42%"))
    found = {x.rule_id: x for x in check(view, default(), [find("C04"), find("F02")])}
    assert found["F02"].result == "fail"
    assert found["F02"].subsumed_by == found["C04"].finding_id


def test_a_rate_of_figures_that_differ_is_not_accused_itself():
    said = told("outputs", "新认定高新技术企业41家（任务数34家）完成率120.6%。")
    assert worst("C04", companies(), said) == "not_applicable"


def test_100_percent_for_more_than_done_is_a_note():
    done = row(1, level3="培训教师人次", target=(">=620", "人次"), actual=("655", "人次"))
    (finding,) = say("C04", done, told("outputs", "培训教师655人次（任务数620人次），完成率100%。"))
    assert (finding.severity, finding.diagnosis) == ("提示", "实际超过任务，按100%封顶填写")


def test_the_execution_rate_is_compared_with_the_totals():
    def said(rate):
        return told("budget", f"2021年全年预算数751.64万元，全年执行数6238.91万元，预算执行率{rate}。")

    assert worst("C04", money(), said("803.04%")) == "fail"
    assert worst("C04", money(), said("830%")) == "pass"
    assert worst("C04", money(), told("budget", "2021年项目支出执行率1024.63%。")) == "not_applicable"


def test_an_indicator_that_is_a_rate_has_none():
    rated = row(1, level3="群众满意度", target=(">=90", "%"), actual=("95.2", "%"))
    assert worst("C04", rated, told("outputs", "群众满意度95.2%，完成率106%。")) == "not_applicable"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("其中基本支出162.85万元，项目支出6076.06万元，执行率分别为102.65%和1024.63%。", []),
        ("其中基本支出162.85万元，项目支出6076.06万元，执行率分别为98.8%和98.4%。", ["102.65%", "1024.63%"]),
        ("项目支出、基本支出执行率分别为1024.63%、102.65%。", []),
        ("项目支出、基本支出执行率分别为1024.63%、92.65%。", ["102.65%"]),
        ("基本支出、项目支出预算执行率依次为102.7%、1024.6%。", []),
        ("甲项目、乙项目执行率分别为98.8%、98.4%。", []),
        ("上半年基本支出、项目支出执行率分别为48.8%、38.4%。", []),
        ("2020年基本支出、项目支出执行率分别为98.8%、98.4%。", []),
        ("基本支出、项目支出执行率分别为98.8%、98.4%、97%。", []),
    ],
)
def test_rates_in_turn(text, expected):
    found = [x for x in say("C04", *money(), told("budget", text)) if x.result == "fail"]
    assert [x.expected for x in found if "支出" in (x.subject or "")] == expected


@pytest.mark.parametrize(
    ("key", "text", "result"),
    [
        ("problems", "项目资金执行率超过90%，使用效益良好。", "fail"),
        ("budget", "预算执行率达到了95%以上。", "fail"),
        ("budget", "预算执行率低于90%，支出进度偏慢。", "pass"),
        ("budget", "项目资金执行率不足50%。", "pass"),
        ("problems", "财政预算资金拨付偏慢，执行率不足40%。", "not_applicable"),
        ("problems", "雨季停工，执行率超过50%的仅1个标段。", "not_applicable"),
        ("budget", "项目资金执行率超过45%。", "pass"),
        ("problems", "上年项目资金执行率超过90%。", "not_applicable"),
        ("problems", "设备购置资金执行率超过90%。", "not_applicable"),
        ("measures", "确保项目资金执行率超过90%。", "not_applicable"),
        ("budget", "要求预算执行率超过90%。", "not_applicable"),
        ("budget", "9月底预算执行率超过30%。", "not_applicable"),
    ],
)
def test_a_bound_on_the_rate_of_a_project(key, text, result):
    total = fund(1, budget="96", executed="45.12", rate="47%", form_id="project")
    assert worst("C04", form("project"), total, told(key, text)) == result
