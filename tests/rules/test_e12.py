"""E12: what a heading demands, results without a figure."""

import pytest

from tests.rules.building import goal
from tests.rules.narrating import say, told

HEADING = "主要职责职能，组织架构、人员及资产等基本情况"
LONG = (
    "全局上下深入贯彻各级会议精神，紧紧围绕中心任务，主动作为、狠抓落实，较好地完成了各项工作任务，群众满意。"
)


def failing(*parts):
    return [x.expected for x in say("E12", *parts) if x.result == "fail"]


def test_a_topic_of_the_heading_is_not_spoken_of():
    text = "局机关负责全区水利工作，内设三个科室，核定编制8名。"
    assert failing(told("duties", text, heading=HEADING)) == ["资产"]


@pytest.mark.parametrize("more", ["年末固定资产原值120万元。", "无固定资产。", "办公用房600平方米。"])
def test_spoken_of_in_other_words(more):
    text = f"局机关负责全区水利工作，内设三个科室，核定编制8名。{more}"
    assert failing(told("duties", text, heading=HEADING)) == []


def test_a_heading_that_asks_for_nothing():
    assert failing(told("duties", "负责全区水利工作。", heading="主要职责")) == []


def test_below_the_heading_counts():
    parent = told("duties", "", heading=HEADING)
    child = told(
        "duties", "负责水利，编制8名，科室三个，固定资产完好。", heading="概述", order=2, parent="s1"
    )
    assert failing(parent, child) == []


def test_completion_without_a_figure():
    (finding,) = [x for x in say("E12", goal("完成清淤18公里。", LONG)) if x.result == "fail"]
    assert finding.subject == "全年完成情况"
    assert failing(goal("完成清淤18公里。", LONG + "完成清淤18.6公里。")) == []
    assert failing(goal("完成清淤。", "完成清淤，群众满意。")) == []


def test_results_without_a_figure():
    assert [x.subject for x in say("E12", told("outputs", LONG)) if x.result == "fail"] == ["履职完成情况"]
    assert failing(told("outputs", LONG + "培训120人次。")) == []


def test_not_applicable():
    assert [x.result for x in say("E12")] == ["not_applicable"]
