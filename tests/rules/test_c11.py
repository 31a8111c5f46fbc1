"""C11: satisfaction without a survey."""

import pytest

from tests.rules.building import row
from tests.rules.narrating import say, told, worst


def pleased(actual="100"):
    return row(
        1,
        level1="满意度指标",
        level2="满意度指标",
        level3="企业满意率",
        target=(">=90", "%"),
        actual=(actual, "%"),
    )


def test_fires():
    (finding,) = say("C11", pleased(), told("satisfaction", "企业满意度高。"))
    assert (finding.result, finding.severity) == ("fail", "一般")
    assert [x.text for x in finding.evidence] == ["100%", "企业满意度高。"]


@pytest.mark.parametrize(
    "text",
    ["发放问卷200份，回收196份，满意率100%。", "回访消费者500人，满意度91.6%。", "抽样访谈企业负责人150名。"],
)
def test_near_misses(text):
    assert worst("C11", pleased(), told("satisfaction", text)) == "pass"


def test_a_survey_without_numbers_is_a_note():
    (finding,) = say("C11", pleased(), told("satisfaction", "通过问卷了解，企业满意度高。"))
    assert (finding.result, finding.severity) == ("fail", "提示")


def test_an_inquiry_among_the_duties_is_no_survey():
    texts = [told("duties", "受理投诉并调查核实。", order=1), told("satisfaction", "企业满意度高。", order=2)]
    assert say("C11", pleased(), texts)[0].severity == "一般"


def test_not_applicable():
    assert worst("C11", pleased("85"), told("satisfaction", "企业满意度一般。")) == "not_applicable"
