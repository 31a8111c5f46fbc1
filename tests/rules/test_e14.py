"""E14: a demanded kind of indicator, the largest block of spending."""

from rules.profile import load
from tests.rules.building import form, fund, results, row, run, section

MONEY = [
    fund(1, "基本支出", "structure", "basic", budget="150", executed="160"),
    fund(2, "项目支出", "structure", "project", budget="590", executed="6000"),
]
ADMITTED = section("problems", "年底对企业的政策性补助增加，需要追加经费。", form_id="report")
QUALITY = row(1, level2="质量指标", level3="补助对象合规率", target=("100", "%"))


def test_spending_that_no_indicator_measures():
    (finding,) = run("E14", form(), form("report"), MONEY, QUALITY, ADMITTED)
    assert (finding.result, finding.severity, finding.confidence) == ("fail", "重要", "推断")
    assert "反映补助数量或成本的指标" in finding.message


def test_near_misses():
    counted = row(2, level3="补助企业户数", target=(">=30", "户"))
    cost = row(3, level2="成本指标", level3="户均成本", target=("<=2", "万元"))
    for line in (counted, cost):
        found = results("E14", form(), form("report"), MONEY, QUALITY, line, ADMITTED)
        assert "fail" not in found


def test_not_applicable():
    small = [MONEY[0], fund(2, "项目支出", "structure", "project", budget="50", executed="60")]
    assert results("E14", form(), form("report"), small, QUALITY, ADMITTED) == ["not_applicable"]
    assert results("E14", form(), MONEY, QUALITY) == ["not_applicable"]


def test_a_profile_demands_a_category(tmp_path):
    path = tmp_path / "本市.toml"
    path.write_text(
        '[[norm]]\nkey = "required_categories"\nvalue = ["成本指标", "质量指标"]\nsource = "某财绩〔2022〕1号"',
        encoding="utf-8",
    )
    missing, held = run("E14", QUALITY, profile=load(path))
    assert (missing.result, missing.expected, held.result) == ("fail", "成本指标", "pass")
