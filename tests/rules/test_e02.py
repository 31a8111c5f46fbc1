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
