"""B05: one year in all titles."""

from tests.rules.building import form, results, run
from tests.rules.printing import block


def forms(*titles):
    kinds = ("summary", "department", "report")
    return [form(kind, title=title) for kind, title in zip(kinds, titles, strict=False)]


def test_fires():
    (finding,) = run("B05", *forms("2021年度汇总表", "整体支出绩效自评表（2020年度）", "2021年度自评报告"))
    assert (finding.result, finding.expected, finding.observed) == ("fail", "2021年度", "2020年度")


def test_near_misses():
    assert results("B05", *forms("2021年度汇总表", "绩效自评表", "2021年度自评报告")) == ["pass"]
    assert results("B05", *forms("2021年度汇总表", "二〇二一年度自评表")) == ["pass"]


def test_not_applicable():
    assert results("B05", *forms("汇总表", "2021年度自评表")) == ["not_applicable"]


def test_the_year_may_stand_in_a_line_under_the_title():
    titled = forms("2021年度汇总表", "整体支出绩效自评表", "2021年度自评报告")
    titled[1].fiscal_year = 2020
    (finding,) = run("B05", *titled, block("（2020年度）", "department"))
    assert (finding.result, finding.observed) == ("fail", "2020年度")
    assert [x.text for x in finding.evidence][1] == "（2020年度）"
    assert results("B05", *titled, block("2020年度，本单位挂牌成立。", "department")) == ["pass"]
