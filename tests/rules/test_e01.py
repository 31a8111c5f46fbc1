"""E01: weight that nobody carries."""

from rules.checking import check
from rules.families import find
from rules.profile import default
from tests.rules.building import form, results, row, run, submission

BLANK = {"level1": "效果指标", "level2": "可持续影响指标", "level2_weight": 10, "level3": "无"}


def parts(total=92):
    return [form(total_score=total), row(1, level2_weight=90, weight=90, score=82), row(2, **BLANK)]


def test_fires():
    passing, finding = run("E01", *parts())
    assert passing.result == "pass"
    assert (finding.result, finding.severity) == ("fail", "严重")
    assert finding.diagnosis == "总分比各行得分之和多10，等于把这部分计为满分"
    assert run("E01", *parts(82))[1].diagnosis == "总分未计这部分分值"


def test_it_says_what_a05_would_say():
    found = check(submission(*parts()), default(), [find("A05"), find("E01")])
    cause = next(x for x in found if x.rule_id == "E01" and x.result == "fail")
    assert [x.subsumed_by for x in found if x.rule_id == "A05" and x.result == "fail"] == [cause.finding_id]


def test_near_miss():
    unlabelled = row(2, level1="效果指标", level2="生态效益指标", level3="无")
    assert results("E01", row(1, level2_weight=90, weight=90, score=82), unlabelled) == ["pass"]


def test_not_applicable():
    assert results("E01", row(weight=5)) == ["not_applicable"]
    assert results("E01", row(1, **BLANK)) == ["not_applicable"]
