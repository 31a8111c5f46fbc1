"""E11: a sentence inside another one."""

import pytest

from tests.rules.building import form, results, run, section


def told(text):
    return form("report"), section("duties", text, form_id="report")


def test_a_word_cut_in_two():
    text = (
        "贯彻有关发协调重大工程和新材料的推广应用。展乡村旅游和民宿经济的政策，提出规划建议。\n推动经济发展。"
    )
    (finding,) = run("E11", *told(text))
    assert (finding.result, finding.severity) == ("fail", "一般")
    assert "有关发展乡村旅游和民宿" in finding.message


def test_a_phrase_cut_in_two():
    text = (
        "负责指导中负责本单位财务管理工作。小学体育场地开放工作。\n"
        "全年推进指导中小学体育场地开放工作两轮。统筹指导中小学体育场地开放工作经费。"
    )
    (finding,) = run("E11", *told(text))
    assert finding.result == "fail"


@pytest.mark.parametrize(
    "text",
    [
        "推进农业发展，组织开展培训。展示平台建成投入使用。",
        "加强理论学习和业务培训工作。理顺各科室职责。",
        "发放补贴十二万元，管理台账完整。理论学习按月开展。",
        "组织开展巡查。施工单位按期进场。",
        "完成设施维护。标准化建设通过验收。",
        "统筹安排全年资金，业务科室按季填报进度。业务培训两次。",
    ],
)
def test_near_misses(text):
    assert results("E11", *told(text)) == ["pass"]


def test_not_applicable():
    assert results("E11", form()) == ["not_applicable"]
