"""F06: ranks."""

import pytest

from rules.checking import check
from rules.families import find
from rules.profile import load
from tests.rules.narrating import narrated, say, told, worst


def test_fires():
    (finding,) = [
        x for x in say("F06", told("outputs", "招商引资在全市12个县区中排名第15。")) if x.result == "fail"
    ]
    assert (finding.severity, finding.expected, finding.observed) == ("一般", "不大于12", "第15")


def test_a_bureau_says_how_many_counties_there_are(tmp_path):
    path = tmp_path / "profile.toml"
    path.write_text('[[norm]]\nkey = "city_rank_places"\nvalue = 9\nsource = "本市区划"\n', encoding="utf-8")
    view = narrated(told("outputs", "研发投入强度全市排名第15。"))
    assert [x.result for x in check(view, load(path), [find("F06")])] == ["fail"]
    assert worst("F06", told("outputs", "研发投入强度全市排名第15。")) == "pass"


def test_near_misses():
    text = "研发投入强度全市排名第5，技术合同登记额全市排名第5，全市12个县区中居第12。"
    assert worst("F06", told("outputs", text)) == "pass"


def test_not_applicable():
    assert worst("F06", told("outputs", "考核位列全省第65名。")) == "not_applicable"


@pytest.mark.parametrize(
    "text",
    [
        "增速在全市6个开发区中列第8位。",
        "考核成绩在全省11家公立医院中排名第13。",
        "全市5个产业园区当中，综合排名第7位。",
    ],
)
def test_whatever_the_places_are_called(text):
    assert worst("F06", told("outputs", text)) == "fail"


@pytest.mark.parametrize(
    "text",
    [
        "增速在全市6个开发区中列第5位。",
        "建成6个产业园区，其中青石园区列全省第8位。",
        "完成3个项目的申报，考核列全省第8位。",
        "下设4个中心，全省排名第9位。",
        "新增5家高新技术企业，其中云溪公司居全省第12位。",
    ],
)
def test_other_counts_before_a_rank(text):
    assert worst("F06", told("outputs", text)) != "fail"
