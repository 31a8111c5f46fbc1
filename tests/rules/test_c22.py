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


def test_another_subject_only_asks():
    assert worst("C22", finished(), told("outputs", "云溪村泵站改造于8月建成。")) == "review"
