"""D16: a result that repeats the question."""

import pytest

from tests.rules.building import results, row, run


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("资产管理制度是否健全、完整", "制度健全、完整"),
        ("预算编列预算科目是否准确、细化", "预算编列预算科目准确、细化"),
        ("是否按照有关规定公开预决算信息", "及时按照要求公开"),
        ("绩效目标编制的规范性、合理性", "绩效目标编制规范合理"),
    ],
)
def test_fires(target, actual):
    assert results("D16", row(target=target, actual=actual)) == ["fail"]


def test_near_misses():
    told = row(target="内控制度是否健全、完整", actual="修订内控制度6项")
    assert results("D16", told) == ["pass"]
    other = row(target="资金使用是否合规", actual="经第三方审计未发现问题")
    assert results("D16", other) == ["pass"]


def test_not_applicable():
    assert results("D16", row(target="健全、完整", actual="健全、完整")) == ["not_applicable"]
    assert results("D16", row(target=(">=266", "米"), actual=(">=266", "米"))) == ["not_applicable"]


def test_the_quote():
    (finding,) = run("D16", row(target="制度是否健全", actual="制度健全"))
    assert finding.message == "“指标第1”完成值只是复述指标值：制度健全"
