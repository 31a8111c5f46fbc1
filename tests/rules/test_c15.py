"""C15: qualitative verdicts."""

import pytest

from tests.rules.building import row
from tests.rules.narrating import say, told, worst


def sound():
    return row(
        1,
        level2="质量指标",
        level3="补助的企业是否符合标准",
        target="符合标准",
        actual="符合标准",
        weight=5,
        score=5,
    )


def test_fires():
    (finding,) = say("C15", sound(), told("outputs", "补助的部分企业不符合标准。"))
    assert (finding.result, finding.severity, finding.observed) == ("fail", "一般", "不符合")


@pytest.mark.parametrize(
    "text",
    [
        "补助的企业符合标准。",
        "补助的企业均符合标准，对不符合标准的企业不予补助。",
        "补助的企业中没有发现不符合标准的情况。",
        "剔除不符合标准的补助企业3家。",
        "园区环境不符合标准。",
    ],
)
def test_near_misses(text):
    assert worst("C15", sound(), told("outputs", text)) in {"not_applicable", "pass"}


def test_not_applicable():
    assert worst("C15", sound(), told("measures", "补助的企业不符合标准的，及时退出。")) == "not_applicable"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("市容环境明显改善，群众投诉下降。", "fail"),
        ("市容环境有待进一步改善。", "not_applicable"),
        ("市容环境未明显改善。", "not_applicable"),
        ("通过整治，部分路段市容环境有所改善。", "not_applicable"),
        ("水质明显改善。", "not_applicable"),
    ],
)
def test_praise_against_a_negative_result(text, result):
    bad = row(
        1,
        level2="社会效益指标",
        level3="市容环境改善",
        target="明显改善",
        actual="未明显改善",
        weight=5,
        score=2,
    )
    assert worst("C15", bad, told("effects", text)) == result
