"""E16: goals phrased as results."""

import pytest

from tests.rules.building import form, goal, results
from tests.rules.narrating import say, worst


def test_fires():
    text = "重宣传，创新氛围日渐深厚。重保障，扶持政策逐步完善。工业经济发展态势良好。"
    (finding,) = say("E16", goal(text, "已完成。"))
    assert (finding.result, finding.severity) == ("fail", "提示")
    assert finding.observed == "日渐、逐步完善、态势良好"


@pytest.mark.parametrize(
    "text",
    [
        "完成高企认定34家。",
        "做好河道清淤。推进农村供水。加强水旱灾害防御。",
        "力争创新氛围日渐深厚。确保政策逐步完善。",
        "创新氛围日渐深厚。培训技术骨干120人次。政策逐步完善。",
        "发展态势良好。抓好防汛。抓好供水。抓好河长制。",
    ],
)
def test_near_misses(text):
    assert worst("E16", goal(text, "已完成。")) == "pass"


def test_not_applicable():
    assert results("E16", form()) == ["not_applicable"]
