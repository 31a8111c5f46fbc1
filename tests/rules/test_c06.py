"""C06: results of the narrative that no indicator has."""

import pytest

from tests.rules.building import row
from tests.rules.narrating import say, told, worst


def companies():
    return row(1, level3="中小企业认定数", target=(">=100", "家"), actual=("112", "家"), weight=2, score=2)


def test_fires():
    text = "全区研发投入强度达到1.26，全市排名第5；规上工业总产值55.73亿元，同比增长11%。"
    findings = say("C06", companies(), told("outputs", text))
    assert [(x.result, x.severity, x.observed) for x in findings] == [
        ("fail", "提示", "1.26"), ("fail", "提示", "第5"), ("fail", "提示", "55.73亿元"), ("fail", "提示", "11%"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "中小企业认定数112家（任务数100家），完成率112%。",
        "发放问卷220份，回收212份。",
        "上年新增平台3家。",
        "单价控制在800元以内。",
    ],
)
def test_near_misses(text):
    assert worst("C06", companies(), told("outputs", text)) == "pass"


def test_other_sections_are_not_searched():
    assert worst("C06", companies(), told("duties", "核定编制24名，下辖社区9个。")) == "not_applicable"


def test_not_applicable():
    assert worst("C06", told("outputs", "研发投入强度达到1.26。")) == "not_applicable"
