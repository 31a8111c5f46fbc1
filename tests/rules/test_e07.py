"""E07: a target that is a question or a topic."""

import pytest

from tests.rules.building import results, row, run


@pytest.mark.parametrize(
    "target",
    [
        "资产管理制度是否健全、完整",
        "有无违规使用资金",
        "绩效目标编制的规范性、合理性，以及覆盖率",
        "预算公开情况",
    ],
)
def test_fires(target):
    (finding,) = run("E07", row(target=target))
    assert (finding.result, finding.severity, finding.confidence) == ("fail", "一般", "确定")


def test_a_target_that_repeats_the_name():
    assert results("E07", row(level3="资金使用合规性", target="资金使用合规性")) == ["fail"]


@pytest.mark.parametrize(
    "target",
    [
        "健全、完整",
        "符合标准",
        "按规定公开",
        "达成预期指标",
        "好坏",
        "优良中低差",
        "提高办事效率",
        "国内先进水平",
        "居民知晓程度明显提升",
        "覆盖全区12个村",
    ],
)
def test_near_misses(target):
    assert results("E07", row(target=target)) == ["pass"]


def test_not_applicable():
    assert results("E07", row(target=(">=3", "次"))) == ["not_applicable"]
