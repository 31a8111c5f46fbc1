"""A05: weights of rows and the label of their 二级指标."""

from tests.rules.building import results, row, run


def group(label, *weights, **more):
    return [
        row(i, level2="数量指标", level2_weight=label, weight=x, **more) for i, x in enumerate(weights, 1)
    ]


def test_fires():
    (finding,) = run("A05", *group(10, 2, 2, 2, 2, 1))
    assert (finding.result, finding.expected, finding.observed, finding.difference) == (
        "fail",
        "10",
        "9",
        "1",
    )


def test_near_misses():
    assert results("A05", *group(5, 2, 2, 1)) == ["pass"]
    assert results("A05", *group(5, "2.5", "2.5")) == ["pass"]


def test_a_blank_weight_is_named_as_the_cause():
    (finding,) = run("A05", *group(10, 5, None))
    assert finding.diagnosis == "“指标第2”分值空白"


def test_a_merged_cell_counts_once_and_detail_rows_do_not():
    merged = {"weight": "t1.r11.c9"}
    rows = [
        row(1, level2_weight=10, weight=10, places=merged),
        row(2, level2_weight=10, weight=10, places=merged),
    ]
    assert results("A05", *rows) == ["pass"]
    assert results(
        "A05", row(1, level2_weight=10, weight=10), row(2, level2_weight=10, weight=4, is_detail=True)
    ) == ["pass"]


def test_a_label_repeated_after_a_page_break_is_one_weight_or_two():
    first, second = {"level2": "p1.t1.r5.c2"}, {"level2": "p2.t1.r2.c2"}
    once = [
        row(1, level2_weight=10, weight=4, places=first),
        row(2, level2_weight=10, weight=6, places=second),
    ]
    twice = [
        row(1, level2_weight=10, weight=10, places=first),
        row(2, level2_weight=10, weight=10, places=second),
    ]
    assert results("A05", *once) == ["pass"]
    assert results("A05", *twice) == ["pass"]


def test_not_applicable():
    assert results("A05", row(weight=5)) == ["not_applicable"]
    odd = row(2, level2_weight=10, weight_text="5（含加分1）")
    assert results("A05", row(1, level2_weight=10, weight=5), odd) == ["not_applicable"]


def test_forms_without_a_weight_column_are_silent():
    assert results("A05", row(level2_weight=10)) == []
