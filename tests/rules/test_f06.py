"""F06: ranks."""

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
