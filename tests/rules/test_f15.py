"""F15: paragraphs printed twice."""

import pytest

from tests.rules.narrating import say, told, worst

LONG = "负责全区水利工程建设和管理，承担河湖管护与农村供水保障职责，组织水旱灾害防御工作，落实各项安全生产责任制度，按季度通报进展，年末组织考核并将结果用于下一年度预算安排。"


def test_fires():
    texts = [told("duties", f"{LONG}\n另一段。", order=1), told("process", f"1.{LONG}", order=2)]
    (finding,) = say("F15", texts)
    assert (finding.result, finding.severity) == ("fail", "一般")
    assert [x.at for x in finding.evidence] == ["b10:0-83", "b20:0-85"]


def test_nearly_the_same_counts_as_well():
    texts = [told("duties", LONG, order=1), told("process", LONG.replace("按季度", "按月度"), order=2)]
    assert worst("F15", texts) == "fail"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"项目一投入120万元，{LONG}", f"项目一投入135万元，{LONG}"),
        ("负责全区水利工作。", "负责全区水利工作。"),
        (LONG, LONG[:40] + "开展河道清淤、水闸改造、堤防加固和山洪灾害防治等重点项目。"),
    ],
)
def test_near_misses(first, second):
    assert worst("F15", [told("duties", first, order=1), told("process", second, order=2)]) == "pass"


def test_goals_may_stand_in_two_sections():
    assert worst("F15", [told("goals", LONG, order=1), told("targets", LONG, order=2)]) == "pass"


def test_without_a_report_nothing_is_said():
    assert [x.result for x in say("F15")] == ["pass"]
