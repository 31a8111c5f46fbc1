"""C07: ratios of persons that whole numbers cannot give."""

import pytest

from tests.rules.building import form, row
from tests.rules.narrating import say, told, worst

POSTS = "机关行政编制3名，事业编制5名。"


def ratio(value):
    return row(
        1,
        level1="管理指标",
        level2="部门预算管理",
        level3="在职人员控制率",
        target=("<=100", "%"),
        actual=(value, "%"),
    )


def test_fires():
    (finding,) = say("C07", ratio("86.67"), told("duties", POSTS))
    assert (finding.result, finding.severity, finding.confidence) == ("fail", "重要", "推断")
    assert finding.expected == "87.5%（7/8）、75%（6/8）"
    assert "最小编制数为15" in finding.message
    assert [x.role for x in finding.evidence] == ["在职人员控制率·全年完成值", "编制", "编制"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("87.5", POSTS),
        ("88", POSTS),
        ("100", POSTS),
        ("86.67", "核定编制15名，年末在职13名。"),
        ("86.66", "核定编制15名，年末在职13名。"),
        ("86.7", "核定编制15名。"),
        ("86.67", "核定编制24名，其中行政编制9名、事业编制15名。"),
    ],
)
def test_near_misses(value, text):
    assert worst("C07", ratio(value), told("duties", text)) == "pass"


def test_posts_of_subordinates_may_be_missing():
    assert worst("C07", form(subordinate_count=2), ratio("86.67"), told("duties", POSTS)) == "review"


def test_not_applicable():
    assert worst("C07", ratio("86.67"), told("duties", "内设3个科室。")) == "not_applicable"


@pytest.mark.parametrize(
    ("value", "text", "result"),
    [
        ("108.33", "核定编制12名，实有11人。", "fail"),
        ("91.67", "核定编制12名，实有11人。", "pass"),
        ("92", "核定编制12名，实有11人。", "pass"),
        ("94.44", "行政编制18名，实有17人，事业编制9名，实有9人。", "pass"),
    ],
)
def test_posts_and_staff_counted_once(value, text, result):
    assert worst("C07", ratio(value), told("duties", text)) == result
