"""What a goal's target cell states is a target, what its completion cell states is a result."""

import pytest

from extractors.records import Goal
from tests.rules.building import row
from tests.rules.narrating import narrated, say, told


def goal(target, actual="演出54场。"):
    return Goal(
        document_id="d", form_id="department", row=1, at="t1.r1", target_text=target, actual_text=actual
    )


def shows(target=(">=60", "场"), actual=("54", "场")):
    return row(1, level3="送戏下乡场次", target=target, actual=actual, weight=10, score=9)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("全年免费开放，送戏下乡60场。", "target"),
        ("完成送戏下乡60场。", "target"),
        ("确保送戏下乡60场", "target"),
        ("开展送戏下乡60场，丰富群众生活", "target"),
        ("2021年，送戏下乡不少于60场。", "target"),
        ("去年送戏下乡60场", "previous"),
        ("已送戏下乡60场", "actual"),
        ("全镇现有村社60个", None),
    ],
)
def test_the_kind_of_a_goal(text, kind):
    view = narrated(goal(text), shows())
    (figure,) = [x for x in view.figures if x.source == "goal_target" and x.text[:2] == "60"]
    assert figure.kind == kind or (kind is None and figure.kind != "target")


def test_a_goal_agrees_with_the_target_that_was_missed():
    view = narrated(goal("全年举办活动，送戏下乡60场。", "送戏下乡54场。"), shows())
    assert sorted((x.column, x.relation) for x in view.links) == [("actual", "equal"), ("target", "equal")]


def test_a_section_of_goals_agrees_with_it_too():
    view = narrated(told("goals", "全年举办活动，送戏下乡60场。"), shows())
    assert [(x.column, x.relation) for x in view.links] == [("target", "equal")]


def test_a_goal_that_differs_is_told():
    found = say("C03", goal("送戏下乡80场。"), shows())
    assert {x.result for x in found} & {"fail", "review", "open"}


def test_parts_of_a_goal_are_added_up():
    (finding,) = [
        x for x in say("F14", goal("送戏下乡共60场，其中城区30场、乡镇40场。"), shows()) if x.result == "fail"
    ]
    assert finding.expected == "70场"
