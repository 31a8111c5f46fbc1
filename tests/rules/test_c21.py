"""C21: one indicator named as done, differences from a target."""

import pytest

from tests.rules.building import row
from tests.rules.narrating import say, told, worst


def rows():
    return [
        row(
            1, level3="开展防汛培训人次", target=(">=400", "人次"), actual=("386", "人次"), weight=10, score=9
        ),
        row(2, level3="新建小型水库", target=(">=12", "座"), actual=("15", "座"), weight=10, score=10),
    ]


@pytest.mark.parametrize(
    "text",
    ["防汛培训超额完成目标任务。", "开展防汛培训386人次，圆满完成年度任务。", "防汛培训人次已达到年初目标。"],
)
def test_fires(text):
    (finding,) = [x for x in say("C21", *rows(), told("outputs", text)) if x.result == "fail"]
    assert (finding.severity, finding.subject) == ("重要", "开展防汛培训人次")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建小型水库15座，比计划多2座。", "3座"),
        ("开展防汛培训386人次，较年初目标少24人次。", "14人次"),
    ],
)
def test_a_difference_is_computed(text, expected):
    (finding,) = [x for x in say("C21", *rows(), told("outputs", text)) if x.result == "fail"]
    assert finding.expected == expected


@pytest.mark.parametrize(
    "text",
    [
        "新建小型水库超额完成目标任务。",
        "新建小型水库15座，比计划多3座。",
        "开展防汛培训386人次，较年初目标少14人次。",
    ],
)
def test_what_agrees_passes(text):
    assert worst("C21", *rows(), told("outputs", text)) == "pass"


@pytest.mark.parametrize(
    "text",
    [
        "防汛培训未完成目标任务。",
        "防汛培训基本完成目标任务。",
        "除防汛培训外，各项工作均完成目标任务。",
        "开展防汛培训386人次，完成年度目标的96.5%。",
        "开展防汛演练，圆满完成任务。",
        "开展防汛培训386人次。",
    ],
)
def test_not_applicable(text):
    assert worst("C21", *rows(), told("outputs", text)) in {"not_applicable", "pass"}


def test_a_difference_with_its_verb():
    (finding,) = [
        x
        for x in say("C21", *rows(), told("outputs", "新建小型水库15座，比计划多建设2座。"))
        if x.result == "fail"
    ]
    assert finding.expected == "3座"


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("流动图书车服务次数超过年初目标值。", True),
        ("流动图书车服务次数高于年度目标。", True),
        ("流动图书车服务次数优于目标值，群众满意。", True),
        ("流动图书车服务次数未超过年初目标值。", False),
        ("流动图书车服务次数低于年初目标值。", False),
        ("图书流通超过年初目标值。", False),
    ],
)
def test_a_row_said_to_exceed_its_target(text, accused):
    short = row(
        1, level3="流动图书车服务次数", target=(">=120", "次"), actual=("108", "次"), weight=5, score=4
    )
    found = [x for x in say("C21", short, told("effects", text)) if x.result == "fail"]
    assert bool(found) == accused


@pytest.mark.parametrize(
    "text",
    [
        "防汛培训按期完成。",
        "防汛培训如期完成，共培训386人次。",
        "汛前按时完成防汛培训。",
        "开展防汛培训386人次，顺利完成防汛知识普及。",
        "开展防汛培训12期386人次，按期完成12期培训。",
        "全县举办开展防汛培训386人次，顺利完成汛期安全度汛目标。",
        "线上防汛培训人次达到目标。",
        "乡镇举办的开展防汛培训人次均达到年初目标。",
        "防汛培训人次超额完成25%。",
    ],
)
def test_done_in_time_another_thing_or_a_part_is_no_target_met(text):
    assert worst("C21", *rows(), told("outputs", text)) in {"not_applicable", "pass"}


@pytest.mark.parametrize(
    "text", ["开展防汛培训人次超额完成。", "开展防汛培训386人次，如期完成年度目标任务。"]
)
def test_a_target_said_to_be_met(text):
    assert worst("C21", *rows(), told("outputs", text)) == "fail"
