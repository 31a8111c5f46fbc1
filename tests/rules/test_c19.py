"""C19: how many indicators were met."""

import pytest

from tests.rules.building import row
from tests.rules.narrating import say, told, worst


def rows():
    met = [row(n, target=(">=10", "个"), actual=("12", "个"), weight=10, score=10) for n in range(1, 8)]
    return [
        *met,
        row(8, level3="下乡演出场次", target=(">=36", "场"), actual=("30", "场"), weight=10, score=8),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "设置的8个三级指标中，8个完成年度目标，完成率100%。",
        "共设置绩效指标8项，其中8项达标。",
        "绩效指标共8个，完成8个。",
        "本项目设置三级指标8个，未完成0个。",
    ],
)
def test_fires(text):
    (finding,) = say("C19", *rows(), told("conclusion", text))
    assert (finding.result, finding.severity) == ("fail", "重要")
    assert "下乡演出场次" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "设置的8个三级指标中，7个完成年度目标，1个未完成。",
        "共设置绩效指标8项，其中6项达标，2项未达标。",
        "设置9项绩效指标（含预算执行率），8项完成。",
    ],
)
def test_what_fits_passes(text):
    assert worst("C19", *rows(), told("conclusion", text)) == "pass"


@pytest.mark.parametrize("text", ["设置三级指标8个。", "完成改造8处。", "设置一级指标3个，完成3个。"])
def test_not_applicable(text):
    assert worst("C19", *rows(), told("conclusion", text)) == "not_applicable"


@pytest.mark.parametrize(
    "text",
    [
        "设置绩效指标8项，已完成8项自评。",
        "绩效指标8个，完成8个指标的数据采集。",
        "共8个指标，8个完成了佐证材料收集。",
        "项目共设置8个指标，8个指标均完成情况良好。",
        "设置绩效指标8个，全部完成8个指标的评价打分。",
        "年度绩效指标8个，8个均已完成设定。",
        "原设指标8个，调整后8个完成。",
        "设置绩效指标8个，达标8个中2个为部分达标。",
    ],
)
def test_what_was_done_about_them_is_not_that_they_were_met(text):
    assert worst("C19", *rows(), told("conclusion", text)) == "not_applicable"


def test_another_number_of_indicators_only_asks():
    assert worst("C19", *rows(), told("conclusion", "设置20个三级指标，20个完成。")) == "review"
