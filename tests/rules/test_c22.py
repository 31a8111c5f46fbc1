"""C22: completion dates."""

import pytest

from tests.rules.building import row
from tests.rules.narrating import say, told, worst


def finished(actual="2021年12月"):
    more = {
        "target_text": "2021年10月底前",
        "target_kind": "date",
        "actual_text": actual,
        "actual_kind": "date",
    }
    return row(1, level2="时效指标", level3="项目完工时间", weight=10, score=10, **more)


@pytest.mark.parametrize(
    "text",
    ["项目于10月底前完工。", "工程于2021年11月全部完工。", "发放种苗12万株；项目完工时间为2021年9月。"],
)
def test_fires(text):
    (finding,) = say("C22", finished(), told("outputs", text))
    assert (finding.result, finding.severity, finding.expected) == ("fail", "重要", "2021年12月")


@pytest.mark.parametrize(
    "text", ["项目于2021年12月完工。", "项目于12月底前完工。", "工程于2021年12月20日竣工验收前建成。"]
)
def test_what_fits_passes(text):
    assert worst("C22", finished(), told("outputs", text)) in {"pass", "not_applicable"}


@pytest.mark.parametrize(
    "text",
    [
        "主体工程于8月完工。",
        "计划10月底前完工。",
        "3月完成招标，10月完工。",
        "6月底完成年度培训任务的60%，未完工。",
        "项目按期完工。",
    ],
)
def test_not_applicable(text):
    assert worst("C22", finished(), told("outputs", text)) == "not_applicable"


@pytest.mark.parametrize(
    "text",
    [
        "项目于8月完成用地审批。",
        "项目于6月完成勘察。",
        "项目于2021年6月完成施工许可办理。",
        "项目于2021年11月完成资金拨付。",
        "项目于11月完成工程量的95%。",
        "建设任务于11月完成80%。",
        "项目至9月完成7座水库加固。",
        "项目于5月建成样板段。",
        "项目于2020年12月完成立项批复。",
    ],
)
def test_a_step_or_a_part_is_another_thing(text):
    assert worst("C22", finished(), told("outputs", text)) == "not_applicable"


@pytest.mark.parametrize(
    "text", ["项目于10月完成。", "项目于10月建成，投入使用。", "工程于10月完成全部工程建设任务。"]
)
def test_the_whole_is_the_project(text):
    assert worst("C22", finished(), told("outputs", text)) == "fail"


def test_another_subject_only_asks():
    assert worst("C22", finished(), told("outputs", "云溪村泵站改造于8月建成。")) == "review"
