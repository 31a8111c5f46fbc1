"""F13: goals that nothing answers."""

import pytest

from tests.rules.building import goal, row
from tests.rules.narrating import say, told, worst


def output(name="技术合同登记额"):
    return row(1, level3=name, target=(">=1", "家"), actual=("1", "家"), weight=2, score=2)


def test_fires():
    texts = [
        told("targets", "鼓励企业转型，激活民间投资活力。", order=1),
        told("outputs", "技术合同登记1家。", order=2),
    ]
    (finding,) = say("F13", output(), texts)
    assert (finding.result, finding.severity, finding.subject) == ("fail", "一般", "民间投资")


def test_one_matter_in_two_places_is_one_finding():
    parts = [goal("激活民间投资。"), told("targets", "激活民间投资活力。")]
    (finding,) = say("F13", output(), parts)
    assert len(finding.evidence) == 2


def test_a_figure_of_something_unheard_of():
    (finding,) = say("F13", output(), told("goals", "新建智慧灯杆220座。"))
    assert (finding.result, len(finding.evidence)) == ("fail", 1)


@pytest.mark.parametrize(
    ("aim", "name"),
    [
        ("激活民间投资活力。", "招商引资到位资金"),
        ("强化节能管理。", "单位产值能耗下降率"),
        ("做好老旧小区改造。", "改造小区数量"),
        ("稳步推进各项工作。", "技术合同登记额"),
        ("新增停车位640个。", "停车位建设数量"),
    ],
)
def test_near_misses(aim, name):
    assert worst("F13", output(name), told("targets", aim)) == "pass"


def test_not_applicable():
    assert worst("F13", output()) == "not_applicable"
