"""D09: more than the budget, certainly."""

from rules.checking import check
from rules.families import find
from rules.profile import default
from tests.rules.building import fund, results, run, submission


def test_fires():
    (finding,) = run("D09", fund(budget="158.64", executed="162.85"))
    assert (finding.result, finding.severity, finding.difference) == ("fail", "一般", "4.21万元")


def test_near_misses():
    assert results("D09", fund(budget="158.64", executed="158.64")) == ["pass"]
    assert results("D09", fund(budget="158.6", executed="158.64")) == ["pass"]
    assert results("D09", fund(budget="158.64", executed="150")) == ["pass"]


def test_an_abnormal_rate_says_it_already():
    found = check(submission(fund(budget="100", executed="300")), default(), [find("D08"), find("D09")])
    assert found[1].subsumed_by == found[0].finding_id


def test_not_applicable():
    assert results("D09", fund(initial="100", executed="120")) == ["not_applicable"]
