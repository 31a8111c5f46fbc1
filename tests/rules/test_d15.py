"""D15: another total, another grade."""

import pytest

from tests.rules.building import form, results, row, run
from tests.rules.narrating import say, told


def parts(printed, score, **more):
    return [form(total_score=printed, **more), row(weight=100, score=score)]


def test_fires():
    (finding,) = run("D15", *parts(92, 82))
    assert finding.message == "印出总分92属“优”，按各项得分合计82属“良”"


def test_near_misses():
    assert results("D15", *parts(92, 91)) == ["pass"]
    assert results("D15", *parts(92, 92)) == ["pass"]


@pytest.mark.parametrize(("text", "result"), [("优秀", "pass"), ("优", "pass"), ("良好", "fail")])
def test_a_printed_grade(text, result):
    assert results("D15", *parts(96, 96, grade_text=text)) == ["pass", result]


def test_grades_of_another_scheme_are_left_alone():
    assert results("D15", *parts(96, 96, grade_text="A级")) == ["pass"]


def test_not_applicable():
    assert results("D15", form()) == ["not_applicable"]
    assert results("D15", *parts(82, 82, total_weight=90)) == ["not_applicable"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("项目自评得分98分，等级为良。", ["fail"]),
        ("2021年度自评得分98分，自评等级为“优”。", ["pass"]),
        ("自评得分98分，评价结果：优秀。", ["pass"]),
        ("2020年度自评等级为良。", []),
        ("断面水质等级为良。", []),
        ("上年度考核等次为良好。", []),
    ],
)
def test_a_grade_told_by_the_report(text, found):
    outcomes = say("D15", form(total_score=98), row(weight=100, score=98), told("conclusion", text))
    assert [x.result for x in outcomes if "报告" in x.message] == found


def test_a_report_that_gives_itself_two_grades():
    scored = form("department", total_score="95.5", total_weight="100")
    for text, result in (
        ("综合评价等级为优。", "pass"),
        ("综合评价等级为优。自评结果为良。", "fail"),
        ("90分以上等级为优，80分以上等级为良。综合评价等级为优。", "pass"),
    ):
        findings = say("D15", scored, form("report"), told("conclusion", text))
        found = [x.result for x in findings if "自评报告" in x.message]
        assert found == [result], text
