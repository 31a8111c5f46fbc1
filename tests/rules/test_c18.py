"""C18: what is said to hold for every row of a kind."""

import pytest

from tests.rules.building import row
from tests.rules.narrating import say, told, worst


def rows():
    pleased = {
        "level1": "满意度指标",
        "level2": "服务对象满意度",
        "target": (">=90", "%"),
        "weight": 5,
        "score": 5,
    }
    return [
        row(1, level3="学生满意度", actual=("96.2", "%"), **pleased),
        row(2, level3="家长满意度", actual=("94.5", "%"), **pleased),
        row(
            3,
            level2="质量指标",
            level3="工程验收合格率",
            target=("100", "%"),
            actual=("98", "%"),
            weight=5,
            score=4,
        ),
    ]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("各类服务对象满意度均在95%以上。", "家长满意度（94.5%）"),
        ("师生及家长满意度均达到96%以上。", "家长满意度（94.5%）"),
        ("工程验收合格率均为100%。", "工程验收合格率（98%）"),
    ],
)
def test_fires(text, short):
    (finding,) = say("C18", *rows(), told("effects", text))
    assert (finding.result, finding.severity) == ("fail", "重要")
    assert short in finding.message


@pytest.mark.parametrize(
    "text", ["各类服务对象满意度均在90%以上。", "服务对象满意度均达到94%以上。", "学生满意度均在95%以上。"]
)
def test_what_holds_passes(text):
    assert worst("C18", *rows(), told("effects", text)) == "pass"


@pytest.mark.parametrize(
    "text",
    [
        "目标为满意度均在98%以上。",
        "除家长外满意度均在95%以上。",
        "上年满意度均在95%以上。",
        "教师满意度均在98%以上。",
        "群众满意度95%。",
        "道路完好率均在99%以上。",
        "主体工程验收合格率均为100%。",
        "隐蔽工程验收合格率均为100%。",
        "分部工程验收合格率均为100%。",
        "已竣工的12个工程验收合格率均达到100%。",
        "抽检的10个工程验收合格率均达到100%。",
    ],
)
def test_not_applicable(text):
    assert worst("C18", *rows(), told("effects", text)) == "not_applicable"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("46台设备全部按期安装到位并投入使用。", "fail"),
        ("设备均已按时安装。", "fail"),
        ("除4台外，设备全部按期安装。", "not_applicable"),
        ("设备基本按期安装。", "not_applicable"),
        ("确保设备全部按期安装。", "not_applicable"),
    ],
)
def test_what_is_said_of_all_against_a_rate(text, result):
    late = row(
        1,
        level2="时效指标",
        level3="设备按期安装率",
        target=(">=90", "%"),
        actual=("91.3", "%"),
        weight=5,
        score=4,
    )
    assert worst("C18", late, told("outputs", text)) == result
