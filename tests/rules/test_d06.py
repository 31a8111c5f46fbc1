"""D06: bands of qualitative indicators."""

import pytest

from tests.rules.building import results, row, run


def worded(actual, score, weight=5, target="符合标准"):
    return row(1, target=target, actual=actual, weight=weight, score=score)


def test_fires():
    (finding,) = run("D06", worded("符合标准", 3))
    assert (finding.expected, finding.observed) == ("80%—100%", "60%")
    assert results("D06", worded("部分达成年度指标并具有一定效果", 5)) == ["fail"]
    assert results("D06", worded("未达成年度指标且效果较差", 3)) == ["fail"]


@pytest.mark.parametrize(
    ("actual", "score"),
    [
        ("符合标准", 4),
        ("符合标准", 5),
        ("达成预期指标", 5),
        ("部分达成年度指标并具有一定效果", 3),
        ("部分达成年度指标并具有一定效果", 2),
        ("未达成年度指标且效果较差", 0),
    ],
)
def test_near_misses(actual, score):
    assert results("D06", worded(actual, score)) == ["pass"]


@pytest.mark.parametrize(
    ("target", "actual"), [("明显改善", "未明显改善"), ("健全", "没有健全"), ("按时拨付", "未能按时拨付")]
)
def test_the_target_denied_is_not_achieved(target, actual):
    assert results("D06", worded(actual, 5, target=target)) == ["fail"]
    assert results("D06", worded(actual, 1, target=target)) == ["pass"]


@pytest.mark.parametrize("score", [5, 4, 3])
def test_almost_may_be_either_band(score):
    assert results("D06", worded("基本健全", score, target="健全")) == ["not_applicable"]


def test_not_applicable():
    assert results("D06", worded("已组织三次专家论证并形成书面意见报区政府研究", 3)) == ["not_applicable"]
    assert results("D06", row(target=(">=95", "%"), actual=("96", "%"), weight=5, score=3)) == [
        "not_applicable"
    ]


@pytest.mark.parametrize(
    ("actual", "expected"),
    [("未及时完成", "fail"), ("未按期完工", "fail"), ("未发现不合格项", "not_applicable")],
)
def test_what_was_not_done_in_its_own_words(actual, expected):
    assert results("D06", worded(actual, 5, target="及时")) == [expected]
