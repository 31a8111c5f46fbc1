"""E06: cells that have to be filled are blank."""

from tests.rules.building import form, fund, results, row, run

FULL = {"target": (">=3", "次"), "actual": ("3", "次"), "weight": 5, "score": 5}


def test_fires():
    line = {key: value for key, value in FULL.items() if key != "actual"}
    (finding,) = run("E06", row(1, **FULL), row(2, **line))
    assert (finding.result, finding.severity) == ("fail", "一般")
    assert finding.message == "“指标第2”的全年完成值空白"


def test_near_misses():
    bare = row(2, level3="无")
    detail = row(3, is_detail=True, target=("3", "次"))
    only_name = row(4)
    assert results("E06", row(1, **FULL), bare, detail, only_name) == ["pass"]


def test_a_column_that_the_form_does_not_have():
    line = {"target": (">=3", "次"), "actual": ("3", "次")}
    assert results("E06", row(1, **line), row(2, **line)) == ["pass"]


def test_a_merged_score_is_not_missed():
    line = {key: value for key, value in FULL.items() if key != "score"}
    rows = row(1, **FULL), row(2, **line)
    assert results("E06", form(total_score=5), *rows) == ["pass"]
    assert results("E06", form(total_score=10), *rows) == ["fail"]


def test_blank_money_rows_are_a_hint():
    money = fund(1, budget="10", executed="9"), fund(2, "其他资金", "source", "other")
    finding = run("E06", row(1, **FULL), *money)[-1]
    assert (finding.result, finding.severity, finding.subject) == ("fail", "提示", "其他资金")


def test_not_applicable():
    assert results("E06", form()) == ["not_applicable"]
