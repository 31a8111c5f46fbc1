"""E18: personal data in a text that is to be published."""

import pytest

from tests.rules.building import form, goal, results, run, section


def told(text):
    return form("report"), section("process", text)


def test_fires():
    (finding,) = run("E18", *told("局长李某某同志任组长，联系人：王某，电话13912345678。"))
    assert (finding.result, finding.severity, finding.confidence) == ("fail", "提示", "推断")
    assert "李" not in finding.message


def test_goal_cells_count():
    assert results("E18", form(), goal("由副局长赵某某负责。", None)) == ["fail"]


@pytest.mark.parametrize(
    "text", ["局长任组长，各科室负责人为成员。", "依据《预算法》开展自评。", "安全生产检查12次。"]
)
def test_near_misses(text):
    assert results("E18", *told(text)) == ["pass"]


def test_nothing_without_text():
    assert results("E18", form()) == []
