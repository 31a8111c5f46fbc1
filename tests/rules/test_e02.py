"""E02: points lost without a reason."""

import pytest

from tests.rules.building import results, row, run


def lost(reason=None, actual="14", **more):
    return row(target=(">=34", "家"), actual=(actual, "家"), weight=2, score=1, reason=reason, **more)


def test_fires():
    (finding,) = run("E02", lost())
    assert (finding.result, finding.severity, finding.observed) == ("fail", "严重", "空白")
    assert run("E02", lost(actual="40"))[0].severity == "一般"


@pytest.mark.parametrize("reason", ["无", "/", "0", "——"])
def test_a_filler_is_no_reason(reason):
    assert results("E02", lost(reason)) == ["fail"]


def test_near_misses():
    assert results("E02", lost("申报材料未按时提交")) == ["pass"]
    full = row(target=(">=34", "家"), actual=("34", "家"), weight=2, score=2)
    assert results("E02", full) == ["not_applicable"]


def test_not_applicable_without_a_column_for_reasons():
    bare = lost()
    bare.places.pop("reason")
    assert results("E02", bare) == ["not_applicable"]


def test_a_form_without_points_asks_for_reasons_as_well():
    short = row(1, target=(">=85", "%"), actual=("82.6", "%"))
    (finding,) = [x for x in run("E02", short) if x.result == "fail"]
    assert (finding.severity, finding.observed) == ("重要", "空白")


@pytest.mark.parametrize(("actual", "reason"), [("82.6", "连续干旱"), ("85", None), ("91", None)])
def test_no_reason_is_wanted_there(actual, reason):
    assert "fail" not in results("E02", row(1, target=(">=85", "%"), actual=(actual, "%"), reason=reason))


def test_there_too_without_a_column_for_reasons():
    bare = row(1, target=(">=85", "%"), actual=("82.6", "%"))
    bare.places.pop("reason", None)
    assert "fail" not in results("E02", bare)
