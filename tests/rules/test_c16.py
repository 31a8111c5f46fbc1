"""C16: groups without indicators, paragraphs without content."""

from tests.rules.building import row
from tests.rules.narrating import say, told, worst


def lasting(**more):
    return row(1, level1="效果指标", level2="可持续影响指标", **{"level3": "无", **more})


def green():
    return row(
        1, level1="效果指标", level2="生态效益指标", level3="新增绿化面积", target=(">=100", "亩"), actual=("120", "亩"),
        weight=5, score=5,
    )  # fmt: skip


def test_fires():
    (finding,) = say("C16", lasting(), told("effects", "建立了长效管护机制，聘用管护员32名。", "可持续影响"))
    assert (finding.result, finding.severity) == ("fail", "一般")
    assert worst("C16", green(), told("effects", "无。", "生态效益")) == "fail"


def test_a_labelled_paragraph_counts_as_a_place():
    text = "（1）经济效益：增收165元。\n（2）可持续影响：建立了长效管护机制。"
    assert worst("C16", lasting(), told("effects", text)) == "fail"


def test_near_misses():
    assert worst("C16", lasting(), told("satisfaction", "企业满意度高。", "社会满意度及可持续影响")) == "pass"
    assert worst("C16", lasting(), told("effects", "无。", "可持续影响")) == "pass"
    assert worst("C16", green(), told("effects", "新增绿化面积120亩。", "生态效益")) == "pass"


def test_not_applicable():
    assert worst("C16", lasting(), told("outputs", "略。")) == "not_applicable"
