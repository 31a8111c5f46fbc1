"""C13: full marks against admitted problems."""

import pytest

from tests.rules.building import row
from tests.rules.narrating import say, told, worst


def managed(name, score=2):
    return row(
        1,
        level1="管理指标",
        level2="预算管理",
        level3=name,
        target="规范",
        actual="规范",
        weight=2,
        score=score,
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("预算编制准确性", "资金安排仍有不可预见性，年中追加经费较多。"),
        ("绩效目标管理", "在科学设置预算绩效指标上还需进一步加强。"),
        ("资金使用合规性", "个别项目存在超支现象。"),
        ("资产管理安全性", "部分资产账实不符。"),
    ],
)
def test_fires(name, text):
    (finding,) = say("C13", managed(name), told("problems", text))
    assert (finding.result, finding.severity) == ("fail", "重要")


def test_a_measure_weighs_less():
    (finding,) = say("C13", managed("资金使用合规性"), told("measures", "严格审核，杜绝超支现象的发生。"))
    assert (finding.result, finding.severity) == ("fail", "一般")


@pytest.mark.parametrize(
    ("name", "score", "text"),
    [
        ("预算编制准确性", 1, "预算编制不够精细。"),
        ("资金使用合规性", 2, "未发现挪用、截留资金情况。"),
        ("资产管理安全性", 2, "办公设备老化。"),
        ("支付进度率", 2, "农村户厕改造进度滞后。"),
        ("政府采购执行率", 2, "个别学校设备采购周期偏长。"),
    ],
)
def test_near_misses(name, score, text):
    assert worst("C13", managed(name, score), told("problems", text)) in {"not_applicable", "pass"}


def test_not_applicable():
    assert worst("C13", managed("预算编制准确性"), told("outputs", "略。")) == "not_applicable"


def test_a_part_of_the_money_does_not_contradict_the_whole():
    rate = row(
        1, level1="管理指标", level2="预算管理", level3="预算执行率", target=(">=95", "%"), actual=("96", "%"),
        weight=10, score=10,
    )  # fmt: skip
    assert worst("C13", rate, told("problems", "其他资金支出进度偏慢。")) == "pass"
    assert worst("C13", rate, told("problems", "支出进度偏慢。")) == "fail"


def rate(number, name, target="95", actual="98"):
    return row(
        number, level1="管理指标", level2="预算管理", level3=name, target=(f">={target}", "%"), actual=(actual, "%"),
        weight=5, score=5,
    )  # fmt: skip


RATES = ("预算完成率", "支付进度率", "政府采购执行率")


@pytest.mark.parametrize(
    ("names", "text", "expected"),
    [
        (RATES, "项目支出执行率偏低。", [("提示", None)]),
        ((*RATES, "项目支出执行率"), "项目支出执行率偏低。", [("重要", "项目支出执行率")]),
        (RATES, "支付进度滞后。", [("重要", "支付进度率")]),
        (RATES, "采购执行率低，个别设备未及时采购。", [("重要", "政府采购执行率")]),
        (("预算执行率", "支付进度率"), "预算执行率偏低。", [("重要", "预算执行率")]),
        (("预算执行率", "支付进度率"), "专项资金支出进度缓慢。", [("提示", None)]),
        (RATES, "基本支出执行率较低。", [("提示", None)]),
        (RATES, "制度执行不严格。", []),
    ],
)
def test_one_sentence_one_finding(names, text, expected):
    rows = [rate(number, name) for number, name in enumerate(names, 1)]
    found = [x for x in say("C13", *rows, told("problems", text)) if x.result == "fail"]
    assert [x.severity for x in found] == [severity for severity, _ in expected]
    assert all(name in {None, x.subject} for x, (_, name) in zip(found, expected, strict=True))
