"""A08: the 分值 column and its total."""

from tests.rules.building import form, fund, results, row, run


def rows(*weights):
    return [row(i, weight=x) for i, x in enumerate(weights, 1)]


def test_fires_and_names_the_blank():
    blank = row(9, level1="效果指标", level2="可持续影响指标", level2_weight=10, level3="无")
    (finding,) = run("A08", form(total_weight=100), *rows(50, 40), blank)
    assert finding.message == "分值合计 90 ≠ 100，差额10等于“可持续影响指标（10分）”空白行的分值"
    assert finding.difference == "10"


def test_fires_without_an_explanation():
    (finding,) = run("A08", form(total_weight=100), *rows(50, 40))
    assert (finding.message, finding.diagnosis) == ("分值合计 90 ≠ 100，差额 10", None)


def test_near_misses():
    assert results("A08", form(total_weight=100), *rows("99.5", "0.5")) == ["pass"]


def test_the_execution_may_or_may_not_count():
    funds = [fund(1, weight=10), fund(2, "财政拨款", "source", "fiscal", weight=10)]
    assert results("A08", form(total_weight=100), *funds, *rows(60, 30)) == ["pass"]
    assert results("A08", form(total_weight=90), *funds, *rows(60, 30)) == ["pass"]
    assert results("A08", form(total_weight=110), *funds, *rows(60, 30)) == ["fail"]


def test_not_applicable():
    assert results("A08", form(), *rows(50)) == ["not_applicable"]
    assert results("A08", form(total_weight=100), row()) == ["not_applicable"]
    assert results("A08", form(total_weight=100), row(weight=90), row(2, weight_text="10分左右")) == [
        "not_applicable"
    ]


def test_an_execution_whose_weight_is_not_printed():
    def found(*parts, kind="project"):
        cells = [row(i, kind, weight=x) for i, x in enumerate((50, 40))]
        return results("A08", form(kind, total_weight=100), *parts, *cells)

    assert found(fund(form_id="project", score=9)) == ["not_applicable"]
    assert found(fund(form_id="project", budget="1")) == ["review"]
    assert found(kind="department") == ["fail"]
