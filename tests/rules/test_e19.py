"""E19: the same indicator twice."""

from tests.rules.building import form, results, row, run

SAME = {"level3": "培训人次", "target": (">=100", "人次"), "actual": ("120", "人次"), "weight": 5, "score": 5}


def test_fires():
    (finding,) = run("E19", row(1, **SAME), row(2, **SAME))
    assert (finding.result, finding.severity) == ("fail", "重要")


def test_one_name_for_two_targets_is_a_lead():
    assert results("E19", row(1, **SAME), row(2, **SAME | {"target": (">=30", "人次")})) == ["review"]


def test_near_misses():
    assert results("E19", row(1, **SAME), row(2, level2="社会效益指标", **SAME)) == ["pass"]
    assert results("E19", row(1, **SAME), row(2, is_detail=True, **SAME)) == ["pass"]


def test_not_applicable():
    assert results("E19", form()) == ["not_applicable"]
