"""F09: problems without measures."""

import pytest

from tests.rules.narrating import say, told, worst


def texts(problem, measure):
    return [told("problems", problem, order=1), told("measures", measure, order=2)]


def test_fires():
    parts = texts(
        "资金安排仍有不可预见性，在科学设置绩效指标上还需进一步加强。", "科学合理编制预算；加强财务管理。"
    )
    (finding,) = say("F09", parts)
    assert (finding.result, finding.severity) == ("fail", "一般")
    assert finding.subject == "在科学设置绩效指标上还需进一步加强"


@pytest.mark.parametrize(
    ("problem", "measure"),
    [
        ("绩效指标设置不够科学；执法人员不足。", "完善绩效指标体系，招聘辅助执法人员。"),
        ("演练总结不够深入。", "建立演练复盘机制，逐场总结。"),
        ("企业开办平均用时压缩不够，与目标有差距。", "推行全程网办，压缩企业开办用时。"),
        ("停车位建设受地下管线影响，新增停车位少于计划。", "协调管线单位迁改，补建停车位。"),
        ("基层所检测设备老化。", "分批更新检测设备。"),
    ],
)
def test_near_misses(problem, measure):
    assert worst("F09", texts(problem, measure)) == "pass"


def test_not_applicable():
    assert worst("F09", told("problems", "执法人员不足。")) == "not_applicable"
