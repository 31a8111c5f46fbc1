"""E03: a reason that explains nothing, or something else."""

import pytest

from tests.rules.building import results, row, run


def missed(reason, number=1, **more):
    more = {"target": (">=90", "%"), "actual": ("80", "%"), "weight": 10, "score": 9} | more
    return row(number, reason=reason, **more)


def worded(reason):
    return row(
        level3="补助对象资格审查", target="符合标准", actual="符合标准", weight=5, score=3, reason=reason
    )


@pytest.mark.parametrize(
    "reason", ["长期工作", "属长期工作", "持续推进中", "受疫情影响", "客观原因所致", "有待提高。"]
)
def test_a_phrase_that_explains_nothing(reason):
    (finding,) = run("E03", missed(reason))
    assert (finding.result, finding.severity, finding.observed) == ("fail", "一般", reason)


def test_one_phrase_for_two_indicators_is_said_with_both():
    first, second = run("E03", missed("长期工作"), missed("长期工作", 2))
    assert first.diagnosis == "同一原因还用于“指标第2”"
    assert second.diagnosis == "同一原因还用于“指标第1”"


def test_a_reason_of_another_matter():
    (finding,) = run("E03", worded("维权途径有待增加"))
    assert "未见关联" in finding.message


@pytest.mark.parametrize(
    "reason",
    [
        "因疫情影响，20家企业申报材料未在10月底前提交",
        "受汛期影响工期顺延两个月",
        "招标流标一次，供货晚于计划",
        "设备到货较晚",
    ],
)
def test_near_misses(reason):
    assert results("E03", missed(reason)) == ["pass"]


@pytest.mark.parametrize("reason", ["部分对象审查有待加强", "佐证材料不足", "对象台账更新晚"])
def test_a_met_row_with_a_reason_of_its_own(reason):
    assert results("E03", worded(reason)) == ["pass"]


def test_a_common_cause_is_no_phrase():
    reason = "省级资金十二月才下达，未及支付"
    assert results("E03", missed(reason), missed(reason, 2)) == ["pass", "pass"]
    assert results("E03", missed("款未到"), missed("款未到", 2)) == ["review", "review"]


def test_not_applicable():
    assert results("E03", missed(None)) == ["not_applicable"]
    assert results("E03", missed("长期工作", actual=("95", "%"), score=10)) == ["not_applicable"]
