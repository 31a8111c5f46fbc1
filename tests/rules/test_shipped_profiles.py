"""Profiles that come with the software; what rules do with their norms; the page for bureaus."""

from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from rules import profile as profiles
from rules.norms import KEYS, Norms
from rules.profile import BadProfile, default, find, load, shipped
from tests.rules.building import form, fund, results, row, run

PAGE = (Path(__file__).parents[2] / "docs" / "profiles.md").read_text(encoding="utf-8")
YEARS = (None, 2017, 2019, 2020, 2021, 2022, 2023, 2024, 2025)


@pytest.mark.parametrize("profile", shipped(), ids=lambda one: one.name)
def test_every_shipped_profile_resolves_for_every_year_and_kind(profile):
    for year in YEARS:
        for kind in ("summary", "department", "project", "transfer", "report"):
            assert profile.at(year, kind).total_points == 100
    own = profile.norms[len(default().norms) :] if profile is not default() else profile.norms
    assert own
    assert all(norm.source for norm in own)


def test_a_profile_is_found_by_its_names():
    assert find("江西") is find("jiangxi") is find("江西省部门整体支出")
    names = [name for one in shipped() for name in (one.name, one.title, *one.names)]
    assert len(names) == len(set(names))


def test_only_the_default_demands_nothing_local():
    norms = default().at(2021, "project")
    assert (norms.level1_weights, norms.required_categories, norms.required_forms) == ({}, [], [])
    assert (norms.outline, norms.outline_headings) == ("", [])


@pytest.mark.parametrize(
    ("name", "year", "kind", "weights"),
    [
        ("国家项目", 2021, "project", {"预算执行": 10, "产出指标": 50, "效益指标": 30, "满意度指标": 10}),
        ("江西", 2021, "department", {"管理指标": 30, "产出指标": 25, "效果指标": 35, "满意度指标": 10}),
        ("江西", 2021, "project", {}),
        ("湖北", 2022, "project", {"预算执行": 20, "产出指标": 40, "效益指标": 30, "满意度指标": 10}),
        ("银川", 2020, "project", {"项目决策": 10, "项目管理": 25, "项目产出": 30, "项目效益": 35}),
        ("河南", 2022, "project", {}),
        ("四川", 2023, "project", {"预算执行": 10}),
    ],
)
def test_weights_of_a_place(name, year, kind, weights):
    assert find(name).at(year, kind).level1_weights == weights


def test_a_shipped_profile_inherits_another():
    norms = find("广西").at(2023, "project")
    assert norms.over_target_percent == 130
    assert norms.level1_weights == find("国家项目").at(2023, "project").level1_weights


def written(tmp_path, text):
    path = tmp_path / "本市.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_bureau_inherits_a_shipped_profile(tmp_path):
    own = load(
        written(tmp_path, 'inherits = "jiangxi"\n[[norm]]\nkey="missed_points"\nvalue=15\nsource="甲"')
    )
    norms = own.at(2021, "department")
    assert (norms.missed_points, norms.qualitative_partial_percent) == (15, 50)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('inherits = "月球"', "没有可继承的口径“月球”"),
        ("norms = []", "不认识的项“norms”"),
        ("[[norm]]\nkey='missed_points'\nvalue=-1\nsource='s'", "不能小于0"),
        ("[[norm]]\nkey='missed_points'\nvalue=1\nsource='s'\nkinds=['部门']", "没有表单种类“部门”"),
        ("[[norm]]\nkey='missed_points'\nvalue=1\nsource='s'\nfrom=2023\nto=2021", "晚于截止年度"),
        (
            "[[norm]]\nkey='grade_bands'\nvalue=[{name='差',low=0},{name='优',low=90}]\nsource='s'",
            "由高到低",
        ),
        ("[[norm]]\nkey='level1_weights'\nvalue={'产出'=80,'效益'=40}\nsource='s'", "超过100"),
        ("[[norm]]\nkey='outline'\nvalue='月球提纲'\nsource='s'", "没有名为“月球提纲”的提纲"),
        ("[[norm]]\nkey='reverse_formula'\nvalue='other'\nsource='s'", "反向指标"),
        ("[[norm]]\nkey='required_forms'\nvalue=['表一']\nsource='s'", "没有表单种类“表一”"),
    ],
)
def test_a_faulty_file_says_what_is_wrong(tmp_path, text, says):
    with pytest.raises(BadProfile, match=says):
        load(written(tmp_path, text))


def test_an_unknown_name_lists_the_known():
    with pytest.raises(BadProfile, match=r"没有名为“月球”的口径.*江西"):
        find("月球")


def test_shipped_profiles_that_inherit_each_other_are_refused(tmp_path, monkeypatch):
    (tmp_path / "default.toml").write_bytes((profiles.PROFILES / "default.toml").read_bytes())
    for one, other in (("a", "b"), ("b", "a")):
        (tmp_path / f"{one}.toml").write_text(f'inherits = "{other}"', encoding="utf-8")
    monkeypatch.setattr(profiles, "PROFILES", tmp_path)
    with pytest.raises(BadProfile, match="又继承它自己"):
        load(tmp_path / "a.toml")


def groups(*weights):
    names = ("产出指标", "效益指标", "满意度指标")
    return [
        row(i, "project", level1=name, level1_weight=weight, weight=weight)
        for i, (name, weight) in enumerate(zip(names, weights, strict=False), 1)
    ]


def weighted(profile, *weights, execution=10):
    head = form("project", total_weight=100)
    money = fund(1, form_id="project", budget="10", executed="9", weight=execution)
    found = run("A07", head, money, groups(*weights), profile=profile)
    return [(x.subject, x.result, x.severity) for x in found if x.subject]


def test_prescribed_weights():
    national = find("国家项目")
    right = weighted(national, 50, 30, 10)
    assert {result for _, result, _ in right} == {"pass"}
    assert ("产出指标", "fail", "一般") in weighted(national, 60, 20, 10)
    assert weighted(default(), 60, 20, 10) == []


def test_points_of_a_group_that_does_not_apply_may_be_given_to_others():
    assert ("产出指标", "review", "提示") in weighted(find("国家项目"), 60, 30)


def test_hubei_scores_execution_with_twenty():
    assert ("预算执行", "fail", "一般") in weighted(find("湖北"), 40, 30, 10, execution=10)
    assert ("预算执行", "pass", "严重") in weighted(find("湖北"), 40, 30, 10, execution=20)


def test_the_message_names_the_source():
    found = run("A07", form("project", total_weight=100), groups(60, 30, 10), profile=find("国家项目"))
    assert any("财预〔2020〕10号" in x.message for x in found if x.result in {"fail", "review"})


def test_sichuan_wants_a_reason_below_ninety_percent(tmp_path):
    norms = [find("四川").at(year, "project").execution_reason_percent for year in (2021, 2022)]
    assert norms == [0, 90]
    own = load(written(tmp_path, "[[norm]]\nkey='execution_reason_percent'\nvalue=90\nsource='s'"))

    def outcome(rate, reason, profile):
        line = fund(1, form_id="project", rate=rate, places={"reason": "t1.r1.c8"}, reason_text=reason)
        return [x.result for x in run("E02", form("project"), line, profile=profile) if x.subject]

    assert outcome("88.5%", None, own) == ["fail"]
    assert outcome("88.5%", "无", own) == ["fail"]
    assert outcome("88.5%", "年底未结算", own) == ["pass"]
    assert outcome("92%", None, own) == ["pass"]
    assert outcome("88.5%", None, default()) == []


def reverse(score):
    return row(level3="安全事故起数", target=("<=10", "起"), actual=("15", "起"), weight=10, score=score)


def test_reverse_formulas_either_or_the_one_of_the_place(tmp_path):
    """10 of 15: 6.67 by the ratio, 5 by the official module."""
    linear = load(written(tmp_path, "[[norm]]\nkey='reverse_formula'\nvalue='linear'\nsource='s'"))
    others = [row(2, score="1.25", weight=2, target=(">=1", "次"), actual=("1", "次"))]  # a grid of 0.01
    for score, in_default, in_linear in (
        ("6.67", "pass", "fail"),
        ("5", "pass", "pass"),
        ("8", "fail", "fail"),
    ):
        assert results("D03", reverse(score), *others) == [in_default]
        assert results("D03", reverse(score), *others, profile=linear) == [in_linear]


def test_scores_cut_off_are_not_too_low():
    fine = row(
        2,
        "project",
        score="1.25",
        weight=2,
        target=(">=1", "次"),
        actual=("1", "次"),
        reason="见附件佐证材料",
    )
    cut = find("山西").at(2022, "project")
    assert cut.score_rounding == "cut"
    head = form("project")
    line = row(1, "project", target=(">=3", "次"), actual=("2", "次"), weight=10, score="6.66")
    assert results("D04", head, line, fine) == ["fail", "pass"]
    assert results("D04", head, line, fine, profile=find("山西")) == ["pass", "pass"]


def test_forms_that_a_place_wants():
    assert run("B09", form("department"), profile=find("江西"))[0].message == (
        "口径要求报送的自评情况汇总表、绩效自评报告未见"
        "（口径依据：江西省部门整体支出绩效自评通知附件4、附件6、附件7（2021年度））"
    )
    assert "review" not in results("B09", form("department"))


def test_the_example_of_the_page_is_a_valid_profile(tmp_path):
    example = PAGE.partition("```toml\n")[2].partition("```")[0]
    own = load(written(tmp_path, example))
    assert own.title == "临江市2022年度绩效自评口径"
    assert own.at(2022, "department").over_target_percent == 150
    assert own.at(2021, "department").over_target_percent == 130
    assert own.at(2022, "report").outline_headings[0] == "单位概况"
    assert own.at(2022, "department").qualitative_partial_percent == 50


def test_the_page_tells_every_norm_and_every_profile():
    hints = get_type_hints(Norms, include_extras=True)
    for key in KEYS:
        assert f"| `{key}` | {get_args(hints[key])[1].description} |" in PAGE
    for one in shipped()[1:]:
        assert f"| {one.names[0]} | {one.name} |" in PAGE
