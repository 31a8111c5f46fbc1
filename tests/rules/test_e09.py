"""E09: a heading that the outline demands is not there."""

import pytest

from rules.profile import load
from tests.rules.building import form, results, run, section

JIANGXI = [
    (1, "部门（单位）概况"), (2, "部门主要职责职能，组织架构、人员及资产等基本情况"), (2, "当年履职总体目标、工作任务"),
    (2, "当年部门年度整体支出绩效目标"), (2, "部门预算绩效管理开展情况"), (2, "当年部门预算及执行情况"),
    (1, "部门（单位）整体支出绩效实现情况"), (2, "履职完成情况"), (2, "履职效果情况"), (2, "社会满意度"),
    (1, "部门整体支出绩效中存在问题及改进措施"), (2, "存在的问题"), (2, "改进的方向和具体措施"),
]  # fmt: skip


def report(headings):
    parts = [
        section("other", "正文。", heading=heading, order=i, section_id=f"s{i}")
        for i, (_, heading) in enumerate(headings, 1)
    ]
    for part, (depth, _) in zip(parts, headings, strict=True):
        part.depth = depth
    return [form("report"), *parts]


def without(word):
    return [x for x in JIANGXI if word not in x[1]]


def failing(headings, profile=None):
    return [x for x in run("E09", *report(headings), profile=profile) if x.result == "fail"]


def test_fires():
    (finding,) = failing(without("履职效果"))
    assert (finding.subject, finding.severity, finding.confidence) == ("履职效果情况", "一般", "推断")
    assert finding.message.startswith("报告未见“履职效果情况”一节")


def test_near_misses():
    assert failing(JIANGXI) == []
    worded = [
        (d, h.replace("改进的方向和具体措施", "整改打算").replace("履职效果情况", "取得的成效"))
        for d, h in JIANGXI
    ]
    assert failing(worded) == []
    assert failing(without("满意度")) == []


@pytest.mark.parametrize(
    "headings",
    [
        ["部门概况", "部门资金收支情况"],
        ["自评结论", "佐证材料"],
        ["部门、单位基本情况", "存在的问题", "下一步改进措施"],
        ["项目概况", "项目资金申报及使用情况", "项目绩效情况"],
    ],
)
def test_other_outlines_are_not_measured_by_this_one(headings):
    assert results("E09", *report([(1, heading) for heading in headings])) == ["not_applicable"]


def test_a_transfer_report_has_its_own():
    headings = [(1, "绩效目标分解下达情况"), (1, "绩效目标完成情况分析"), (2, "资金投入情况分析"), (2, "总体绩效目标完成情况分析"),
                (2, "绩效指标完成情况分析"), (1, "偏离绩效目标的原因和下一步改进措施")]  # fmt: skip
    (finding,) = failing(headings)
    assert finding.subject == "绩效自评结果拟应用和公开情况"


def test_a_profile_demands(tmp_path):
    path = tmp_path / "本市.toml"
    path.write_text(
        '[[norm]]\nkey = "outline_headings"\nvalue = ["项目概况", "结果应用"]\nsource = "某财绩〔2022〕1号"',
        encoding="utf-8",
    )
    (finding,) = failing([(1, "项目概况"), (1, "绩效分析")], load(path))
    assert (finding.subject, finding.severity, finding.confidence) == ("结果应用", "重要", "确定")


def test_headings_that_a_profile_demands_stand_in_other_words(tmp_path):
    path = tmp_path / "本市.toml"
    path.write_text(
        '[[norm]]\nkey = "outline_headings"\nsource = "某财绩〔2022〕1号附件3"\n'
        'value = ["单位概况", "预算执行情况", "绩效目标完成情况", "存在的问题", "改进措施"]',
        encoding="utf-8",
    )
    assert failing(JIANGXI, load(path)) == []
    worded = ["本单位基本情况", "项目资金使用情况", "履职完成情况", "存在问题及下一步打算"]
    assert failing([(1, heading) for heading in worded], load(path)) == []
    (finding,) = failing([(1, heading) for heading in worded[:3]] + [(1, "整改建议")], load(path))
    assert (
        finding.message == "报告未见“存在的问题”一节（按口径列明的提纲）（口径依据：某财绩〔2022〕1号附件3）"
    )


@pytest.mark.parametrize(
    ("headings", "absent"),
    [
        (["项目概况", "项目资金申报及使用情况", "项目实施及管理情况", "项目绩效情况"], "评价结论及建议"),
        (["自评结论", "自评得分", "绩效目标完成情况", "存在的问题", "佐证材料"], "改进措施"),
        (["基本情况", "自评结论", "绩效指标分析", "存在的主要问题"], "改进意见"),
        (
            [
                "项目基本情况",
                "绩效评价工作开展情况",
                "综合评价情况及评价结论",
                "绩效评价指标分析",
                "有关建议",
            ],
            "存在的问题及原因分析",
        ),
    ],
)
def test_outlines_of_other_provinces(headings, absent):
    (finding,) = failing([(1, heading) for heading in headings])
    assert (finding.subject, finding.severity, finding.confidence) == (absent, "一般", "推断")
    assert failing([(1, heading) for heading in [*headings, absent]]) == []


@pytest.mark.parametrize("first", ["部门概况", "单位概况", "部门（单位）基本情况"])
def test_a_chapter_with_sections_below_is_there(first):
    headings = [
        (1, first), (2, "职能职责"), (2, "机构人员"), (1, "部门资金收支情况"), (1, "部门整体绩效分析"),
        (2, "产出方面"), (2, "效益方面"), (1, "评价结论及建议"),
    ]  # fmt: skip
    parts = report(headings)
    for i, parent in ((2, "s1"), (3, "s1"), (6, "s5"), (7, "s5")):
        parts[i].parent_id = parent
    parts[1].text = parts[5].text = ""
    assert [x.subject for x in run("E09", *parts) if x.result == "fail"] == []
