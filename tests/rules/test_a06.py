"""A06: 二级 weights under their 一级 weight."""

from tests.rules.building import results, row, run


def rows(weight, *labels, unlabelled=()):
    found = [
        row(i, level1_weight=weight, level2=f"二级{i}", level2_weight=x, weight=x)
        for i, x in enumerate(labels, 1)
    ]
    extra = [row(i, level1_weight=weight, level2="其他", weight=x) for i, x in enumerate(unlabelled, 50)]
    return [*found, *extra]


def test_fires():
    (finding,) = run("A06", *rows(35, 10, 15))
    assert (finding.result, finding.expected, finding.observed) == ("fail", "35", "25")
    assert finding.computation == "10＋15＝25"


def test_near_misses():
    assert results("A06", *rows(35, 10, 15, 10)) == ["pass"]
    assert results("A06", *rows(50, 20, unlabelled=(10, 20))) == ["pass"]


def test_a_blank_row_is_left_to_e01():
    blank = row(9, level1_weight=35, level2="可持续", level2_weight=10)
    assert results("A06", *rows(35, 10, 15), blank) == ["pass"]


def test_not_applicable():
    assert results("A06", row(weight=5)) == ["not_applicable"]
    assert results("A06", row(1, level1_weight=50, weight=5), row(2, level1_weight=50)) == ["not_applicable"]
