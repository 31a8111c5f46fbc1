"""B05: one year in all titles."""

from tests.rules.building import form, results, run
from tests.rules.narrating import say, told
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


def test_a_score_told_of_another_year():
    scored = form("department", total_score="95.5", total_weight="100")
    text = "平江县民政局2020年度养老机构运营补贴项目自评得分95.5分。"
    (finding,) = [
        x for x in say("B05", scored, form("report"), told("conclusion", text)) if x.result == "fail"
    ]
    assert (finding.severity, finding.observed) == ("重要", "2020年度")
    for fine in (
        "2021年度项目自评得分95.5分。",
        "2020年度我局自评得分为96分，2021年度继续保持。",
        "2020年度自评得分95.5分，2021年度自评得分95.5分。",
    ):
        found = say("B05", scored, form("report"), told("conclusion", fine))
        assert not [x for x in found if x.result == "fail"], fine
