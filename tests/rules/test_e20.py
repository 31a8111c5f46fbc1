"""E20: an indicator under the wrong parent."""

import pytest

from tests.rules.building import form, results, row, run


@pytest.mark.parametrize(
    ("level2", "name", "says"),
    [("数量指标", "拨付资金额", "不是产出数量"), ("社会效益指标", "群众满意度", "是满意度")],
)
def test_fires(level2, name, says):
    line = row(level1="效益指标", level2=level2, level3=name, target=(">=43.2", "元"))
    (finding,) = run("E20", line)
    assert says in finding.message
    assert (finding.severity, finding.confidence) == ("一般", "推断")


def test_an_output_again_as_a_benefit():
    rows = row(1, level3="新建公厕数"), row(2, level1="效益指标", level2="社会效益指标", level3="新建公厕数")
    assert [x.subject for x in run("E20", *rows)] == ["新建公厕数"]


@pytest.mark.parametrize(
    ("level2", "name", "unit"),
    [
        ("数量指标", "技术合同登记交易额", "元"),
        ("数量指标", "招商引资到位资金额", "元"),
        ("成本指标", "拨付资金额", "元"),
        ("满意度指标", "群众满意度", "%"),
        ("数量指标", "资金拨付次数", "次"),
    ],
)
def test_near_misses(level2, name, unit):
    assert results("E20", row(level1="产出指标", level2=level2, level3=name, target=(">=6", unit))) == [
        "pass"
    ]


def test_not_applicable_to_a_flat_list():
    assert results("E20", row(level1=None, level2="", level3="拨付资金额")) == ["not_applicable"]
    assert results("E20", form()) == ["not_applicable"]
