"""A07: 一级 weights against the total of the form."""

import pytest

from tests.rules.building import form, fund, results, row, run


def rows(*weights):
    return [row(i, level1=f"一级{i}", level1_weight=x, weight=x) for i, x in enumerate(weights, 1)]


def test_fires():
    (finding,) = run("A07", form(total_weight=100), *rows(30, 25, 30, 10))
    assert (finding.result, finding.expected, finding.observed, finding.difference) == (
        "fail",
        "100",
        "95",
        "5",
    )


def test_a_real_form_of_110_points():
    parts = [form("project", total_weight=100), fund(form_id="project", weight=10, score=10)]
    parts += [
        row(i, "project", level1=f"一级{i}", level1_weight=x, weight=x) for i, x in enumerate((70, 20, 10))
    ]
    (finding,) = run("A07", *parts)
    assert finding.computation == "70＋20＋10＋预算执行10＝110"


@pytest.mark.parametrize("total", [100, None])
def test_near_misses(total):
    assert results("A07", form(total_weight=total), *rows(30, 25, 35, 10)) == ["pass"]


def test_totals_of_90_with_the_execution_apart():
    execution = fund(weight=10, score=10)
    assert results("A07", form(total_weight=100), execution, *rows(50, 30, 10)) == ["pass"]
    assert results("A07", form(total_weight=90), execution, *rows(50, 30, 10)) == ["pass"]
    assert results("A07", form(), *rows(50, 30, 10)) == ["pass"]


def test_not_applicable():
    assert results("A07", form(), row(weight=5)) == ["not_applicable"]
    assert results("A07", form(), *rows(50, 30), row(9, level1="满意度")) == ["not_applicable"]


def test_the_profile_decides_where_no_total_is_printed():
    assert results("A07", form(), *rows(50, 30, 10, 5)) == ["fail"]


def test_an_execution_whose_weight_is_not_printed():
    def found(*parts, kind="project", **more):
        twenty = [
            row(i, kind, level1=f"一级{i}", level1_weight=x, weight=x) for i, x in enumerate((50, 20, 10))
        ]
        return results("A07", form(kind, **more), *parts, *twenty)

    assert found(fund(form_id="project", score=18)) == ["pass"]
    assert found(fund(form_id="project", score=18), total_weight=100) == ["not_applicable"]
    assert found(fund(form_id="project", budget="1"), total_weight=100) == ["review"]
    assert found(total_weight=100, kind="department") == ["fail"]


def test_an_execution_beside_rows_that_make_a_hundred_alone():
    rows = [row(1, weight=50, score=48), row(2, level1="效益指标", weight=50, score=50)]
    money = fund(1, budget="100", executed="85", rate="85%", weight=10, score="8.5")
    total = form(total_weight="100", total_score="96.5")
    (finding,) = run("A07", total, money, *rows)
    assert (finding.result, finding.observed, finding.expected) == ("fail", "110", "100")
    assert results("A07", form(total_weight="100", total_score="98"), money, *rows) == ["not_applicable"]
