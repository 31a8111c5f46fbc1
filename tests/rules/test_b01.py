"""B01: one unit's money in two forms."""

import pytest

from tests.rules.building import form, fund, results, run, unit_row


def parts(listed, own=("751.64", "6238.91", "830.04%"), name="临江市云溪区水利局"):
    budget, executed, rate = own
    return [
        form("summary"),
        unit_row(1, name, budget=listed[0], executed=listed[1], rate=listed[2]),
        form(),
        fund(1, "财政拨款", "source", "fiscal", budget=budget, executed=executed, rate=rate),
        fund(2, "其他资金", "source", "other"),
        fund(3, "基本支出", "structure", "basic", budget="158.64", executed="162.85"),
        fund(4, "项目支出", "structure", "project", budget="593", executed="6076.06"),
    ]


def test_fires_with_its_cause():
    findings = run("B01", *parts(("715.64", "6238.91", "830.04%")))
    assert [x.result for x in findings] == ["fail", "pass"]
    assert findings[0].message == "全年预算数：汇总表715.64，自评表751.64"
    assert findings[0].diagnosis == "“715.64”与“751.64”仅相邻两位数字互换"
    assert findings[0].difference == "36万元"


def test_a_slip_of_the_unit_is_named():
    assert run("B01", *parts(("7516400", "6238.91", "830.04%")))[0].diagnosis == "相差1万倍（元与万元之差）"


def test_the_rate_is_judged_where_the_amounts_agree():
    assert results("B01", *parts(("751.64", "6238.91", "83.04%"))) == ["pass", "pass", "fail"]


@pytest.mark.parametrize(
    "listed", [("751.64", "6238.91", "830.04%"), ("752", "6239", "830%"), ("751.6", "6238.9", "830.0%")]
)
def test_near_misses(listed):
    assert results("B01", *parts(listed)) == ["pass", "pass", "pass"]


def test_the_total_row_may_be_the_unit():
    rows = [
        form("summary"),
        unit_row(1, "临江市云溪区水利局本级", budget="500", executed="400"),
        unit_row(2, "云溪区河道管理所", budget="251.64", executed="300"),
        unit_row(3, total=True, budget="751.64", executed="700"),
        form(),
        fund(budget="751.64", executed="700"),
    ]
    assert results("B01", *rows) == ["pass", "pass"]


def test_not_applicable():
    assert results("B01", form(), fund(budget="1")) == ["not_applicable"]
    others = [
        form("summary"),
        unit_row(1, "青禾县教育体育局", budget="1"),
        unit_row(2, "青禾县第一中学", budget="2"),
    ]
    assert results("B01", *others, form(), fund(budget="1")) == ["not_applicable"]
