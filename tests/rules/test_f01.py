"""F01: one matter, several figures."""

import pytest

from rules.checking import check
from rules.families import find
from rules.profile import default
from tests.rules.building import row
from tests.rules.narrating import narrated, say, told, worst


def companies():
    return row(1, level3="中小企业认定数", target=(">=100", "家"), actual=("112", "家"), weight=2, score=2)


def texts(first, second):
    return [told("outputs", first, order=1), told("effects", second, order=2)]


def test_fires():
    (finding,) = say("F01", companies(), texts("中小企业认定数112家。", "中小企业认定数121家。"))
    assert (finding.result, finding.severity) == ("fail", "严重")
    assert finding.message == "“中小企业认定数”完成值在叙述中先后写为112家和121家"
    assert [x.text for x in finding.evidence] == ["中小企业认定数112家。", "中小企业认定数121家。"]


@pytest.mark.parametrize(
    "second",
    [
        "中小企业认定数110余家。",
        "中小企业认定数突破百家。",
        "上年中小企业认定数98家。",
        "其中柳河镇中小企业认定数21家。",
        "累计认定中小企业560家。",
        "中小企业认定数高于计划的100家。",
    ],
)
def test_near_misses(second):
    assert worst("F01", companies(), texts("中小企业认定数112家。", second)) in {"not_applicable", "pass"}


def test_the_difference_from_the_form_says_it_already():
    view = narrated(companies(), texts("中小企业认定数112家。", "中小企业认定数121家。"))
    found = {x.rule_id: x for x in check(view, default(), [find("C02"), find("F01")]) if x.result == "fail"}
    assert found["F01"].subsumed_by == found["C02"].finding_id


def test_unlinked_figures_are_not_compared():
    assert worst("F01", texts("检查企业112家。", "检查企业121家。")) == "not_applicable"


@pytest.mark.parametrize(
    ("one", "other", "subject"),
    [
        ("我局编制60名，年末在职人员52人。", "2021年末在职人员56人，公用经费按标准执行。", "在职人数"),
        ("核定编制60名。", "单位编制64名，在职52人。", "编制数"),
        ("局内设5个科室。", "我局内设机构6个。", "内设机构数"),
    ],
)
def test_facts_of_the_unit_told_twice(one, other, subject):
    found = say("F01", told("overview", one), told("budget", other, order=2))
    (finding,) = [x for x in found if x.result == "fail"]
    assert (finding.severity, finding.subject) == ("严重", subject)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("年末在职人员52人。", "年末在职人员52人。"),
        ("年末在职人员52人。", "实有人员58人。"),
        ("年末在职人员52人。", "其中行政在职20人。"),
        ("年末在职人员52人。", "2020年末在职人员50人。"),
        ("年末在职人员52人。", "年初在职人员55人。"),
        ("年末在职人员52人。", "下属单位在职人员30人。"),
        ("核定编制60名。", "行政编制20名，事业编制40名。"),
        ("行政编制13名，实有12人；下设网上信访中心，事业编制5名，实有4人。", "实有16人。"),
    ],
)
def test_facts_that_are_told_apart(one, other):
    assert worst("F01", told("overview", one), told("budget", other, order=2)) in {"pass", "not_applicable"}
