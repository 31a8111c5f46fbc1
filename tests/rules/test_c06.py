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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("纠纷受理量比上年减少216件。", "减少216件"),
        ("平均办理时限同比下降12%。", "降幅12%"),
        ("产值同比增长11%。", "增幅11%"),
        ("知晓率比上年降低2个百分点。", "降低2个百分点"),
        ("知晓率比上年提高3个百分点。", "提高3个百分点"),
        ("新增床位比上年增加60张。", "增加60张"),
    ],
)
def test_changes_are_called_by_their_direction(text, words):
    measured = row(1, level3="培训人数", target=(">=100", "人"), actual=("120", "人"))
    (finding,) = [x for x in say("C06", measured, told("outputs", text)) if x.result == "fail"]
    assert f"”{words}没有" in finding.message


@pytest.mark.parametrize("text", ["知晓率比目标低2个百分点。", "完成量较计划减少20件。", "超额完成20件。"])
def test_the_distance_from_a_target_is_no_result(text):
    measured = row(1, level3="培训人数", target=(">=100", "人"), actual=("120", "人"))
    assert [
        x for x in say("C06", measured, told("outputs", text)) if x.result == "fail" and "增" in x.message
    ] == []
