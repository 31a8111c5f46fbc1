"""B02: the self score in the summary table and in the form."""

import pytest

from tests.rules.building import form, fund, results, run, unit_row
from tests.rules.narrating import say, told


def parts(listed, own):
    return [form("summary"), unit_row(self_score=listed), form(total_score=own)]


def test_fires():
    (finding,) = run("B02", *parts(92, 90))
    assert (finding.expected, finding.observed, finding.difference) == ("90", "92", "2")


def test_near_misses():
    assert results("B02", *parts("92", "92.0")) == ["pass"]


def test_not_applicable():
    assert results("B02", form(total_score=92)) == ["not_applicable"]
    assert results("B02", form("summary"), unit_row(), form(total_score=92)) == ["not_applicable"]


def of_report(text, total="98.54", score="8.64"):
    parts = [form("project", total_score=total), form("report")]
    money = fund(1, form_id="project", budget="100", executed="86.4", weight=10, score=score)
    found = say("B02", *parts, money, told("conclusion", text))
    return [x for x in found if x.result in {"fail", "pass"}]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("项目自评得分89.54分，等级为优。", "严重"),
        ("本项目综合自评得分98.45分。", "严重"),
        ("经自评，2021年度部门整体支出绩效自评总分88分。", "严重"),
        ("预算执行率得分9.64分。", "重要"),
    ],
)
def test_a_report_with_another_score(text, severity):
    assert [(x.result, x.severity) for x in of_report(text)] == [("fail", severity)]


@pytest.mark.parametrize(
    "text",
    ["项目自评得分98.54分。", "自评得分98.5分，等级优。", "自评总分约99分。", "预算执行率得分8.64分。"],
)
def test_a_report_that_agrees(text):
    assert {x.result for x in of_report(text)} <= {"pass"}


@pytest.mark.parametrize(
    "text",
    [
        "自评满分100分。",
        "2020年度自评得分95分。",
        "产出指标得分49.5分，效益指标得分30分。",
        "主管部门复核得分97分。",
        "其中绩效指标自评得分89.9分。",
        "自评得分不低于90分的为优。",
    ],
)
def test_other_scores_are_nobodys_total(text):
    assert of_report(text) == []


def test_several_projects_one_report():
    parts = [form("project", total_score=98), form("project", form_id="p2", total_score=91), form("report")]
    found = say("B02", *parts, told("conclusion", "项目自评得分91分。"))
    assert {x.result for x in found} == {"not_applicable"}


def test_a_summary_of_projects():
    rows = [
        unit_row(1, project_name="餐饮具抽检", self_score="99.8"),
        unit_row(2, project_name="疫苗接种项目", self_score="95.5"),
    ]
    forms = [
        form("project", project_name="餐饮具抽检", total_score="99.8"),
        form("project", form_id="p2", project_name="疫苗接种", total_score="94.5"),
    ]
    found = run("B02", form("summary"), rows, forms)
    assert [(x.result, x.observed) for x in found] == [("pass", None), ("fail", "95.5")]
