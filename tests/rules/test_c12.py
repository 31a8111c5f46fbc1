"""C12: lost points that the problems do not mention."""

import pytest

from tests.rules.building import row
from tests.rules.narrating import say, told, worst


def companies(score=4, reason=None):
    return row(
        1, level3="新认定高新技术企业数", target=(">=34", "家"), actual=("14", "家"), weight=10, score=score,
        **({"reason": reason} if reason else {}),
    )  # fmt: skip


def test_fires():
    (finding,) = say("C12", companies(), told("problems", "预算编制不够精细。"))
    assert (finding.result, finding.severity) == ("fail", "重要")
    assert finding.message == "“新认定高新技术企业数”共扣6分，存在的问题均未提及"


def test_few_points_weigh_less():
    assert say("C12", companies(9), told("problems", "预算编制不够精细。"))[0].severity == "一般"


@pytest.mark.parametrize(
    "text", ["高企认定数未完成任务。", "新认定高新技术企业偏少。", "部分企业申报材料未按时提交，影响认定。"]
)
def test_near_misses(text):
    reason = "20家企业申报材料未按时提交"
    assert worst("C12", companies(reason=reason), told("problems", text)) == "pass"


def test_not_applicable():
    assert worst("C12", companies(10), told("problems", "预算编制不够精细。")) == "not_applicable"
    assert worst("C12", companies(), told("outputs", "略。")) == "not_applicable"


def test_what_is_counted_may_be_named_alone():
    students = row(1, level3="受益学生人数", target=(">=900", "人"), actual=("600", "人"), weight=10, score=6)
    assert worst("C12", students, told("problems", "惠及学生工作滞后。")) == "pass"
    assert worst("C12", students, told("problems", "对学生的宣传形式单一。")) == "fail"
    roads = row(1, level3="完成重点任务数量", target=(">=9", "项"), actual=("6", "项"), weight=10, score=6)
    assert worst("C12", roads, told("problems", "绩效管理任务与要求有差距。")) == "fail"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("接待来访群众", "现场接访任务没有完成，来访批次低于目标。"),
        ("报告按时出具率", "设备老化，检修影响报告出具时间。"),
        ("到馆读者增长率", "闭馆维修时间长，读者增加不够。"),
    ],
)
def test_a_problem_may_name_the_thing_in_other_words(name, text):
    lost = row(1, level3=name, target=(">=600", "次"), actual=("588", "次"), weight=10, score=8)
    assert worst("C12", lost, told("problems", text)) == "pass"


def test_problems_that_deny_any_loss_weigh_whatever_was_lost():
    small = row(
        1, level3="补贴床位数", target=(">=1550", "张"), actual=("1426", "张"), weight=15, score="13.8"
    )
    (finding,) = say("C12", small, told("problems", "本项目无扣分事项，不存在问题。"))
    assert (finding.result, finding.severity) == ("fail", "重要")
    (finding,) = say("C12", small, told("problems", "宣传力度不够。"))
    assert (finding.result, finding.severity) == ("fail", "一般")
