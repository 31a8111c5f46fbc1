"""C10: claims that everything was done."""

import pytest

from extractors.records import Cell
from rules.checking import check
from rules.families import find
from rules.profile import default
from tests.rules.building import goal, row
from tests.rules.narrating import narrated, say, told, worst


def shows(actual="30", **more):
    more = {"level3": "下乡演出场次", "target": (">=36", "场"), "actual": (actual, "场"), **more}
    return row(1, weight=10, score=8, **more)


@pytest.mark.parametrize(
    "text",
    [
        "按时完成，预期工作都在2021年底前完成，完成率100%。",
        "圆满完成了年度各项目标任务。",
        "年初设定的绩效目标全部实现，各项指标均达到预期目标。",
        "各项任务均已完成。",
        "所有工作任务已按时完成。",
    ],
)
def test_fires(text):
    (finding,) = say("C10", shows(), told("outputs", text))
    assert (finding.result, finding.severity, finding.confidence) == ("fail", "严重", "推断")
    assert "下乡演出场次（≥36场，30场）" in finding.message


def test_a_goal_cell_may_claim_it():
    assert worst("C10", shows(), goal("下乡演出36场。", "全年各项任务全面完成。")) == "fail"


@pytest.mark.parametrize(
    "text",
    [
        "除下乡演出外，各项任务均已完成。",
        "各项工作任务基本完成。",
        "较好地完成了各项工作任务。",
        "各项任务均已完成。但下乡演出因疫情未达目标。",
        "确保各项任务全部完成。",
        "改造工程全部完成。",
        "各项工作完成情况如下。",
        "各项工作取得新成效。",
    ],
)
def test_near_misses(text):
    assert worst("C10", shows(), told("outputs", text)) in {"pass", "not_applicable"}


def test_the_scope_of_the_claim_counts():
    timely = row(
        2, level2="时效指标", level3="完成及时率", target=("100", "%"), actual=("100", "%"), weight=5, score=5
    )
    assert worst("C10", shows(), timely, told("outputs", "时效指标均按时完成。")) == "pass"
    assert worst("C10", shows(level1="管理指标"), told("outputs", "各项任务全部完成。")) == "pass"
    pleased = shows(level1="满意度指标", level2="满意度指标")
    assert worst("C10", pleased, told("outputs", "各项任务全部完成。")) == "pass"


def test_plans_do_not_claim():
    assert worst("C10", shows(), told("measures", "各项任务全部完成。")) == "not_applicable"


def test_met_targets_agree():
    assert worst("C10", shows("40"), told("outputs", "各项任务全部完成。")) == "pass"


def test_it_says_what_f08_says():
    text = "高企认定14家（任务数34家），完成率41.2%。各项工作都在年底前完成，完成率100%。"
    found = {
        x.rule_id: x
        for x in check(narrated(shows(), told("outputs", text)), default(), [find("C10"), find("F08")])
    }
    assert found["F08"].subsumed_by == found["C10"].finding_id


def test_not_applicable():
    assert worst("C10", shows(), told("outputs", "演出30场。")) == "not_applicable"


@pytest.mark.parametrize(
    ("heading", "text", "result"),
    [
        ("未完成的绩效目标及原因", "无。", "fail"),
        ("偏离绩效目标的原因和下一步改进措施", "无偏离。", "fail"),
        ("绩效目标完成情况", "完成情况良好。\n3.未完成的绩效目标。无。", "fail"),
        ("未完成的绩效目标及原因", "下乡演出因疫情未达目标。", "not_applicable"),
        ("存在的问题", "无。", "not_applicable"),
        ("绩效目标完成情况", "未完成的绩效目标无法按原计划推进。", "not_applicable"),
    ],
)
def test_nothing_was_missed_it_says(heading, text, result):
    assert worst("C10", shows(), told("problems", text, heading)) == result


def test_claims_among_the_problems_count():
    text = "本年度项目执行中未发现问题，各项指标全部完成。"
    assert worst("C10", shows(), told("problems", text)) == "fail"


@pytest.mark.parametrize(
    "text", ["年度绩效目标全部实现，无偏差。", "绩效目标完成情况与预期无偏差。", "本年度无未完成指标。"]
)
def test_claims_of_no_deviation(text):
    assert worst("C10", shows(), told("conclusion", text)) == "fail"


def test_what_is_said_of_all_against_a_rate_that_missed_its_target():
    late = row(
        1,
        level2="时效指标",
        level3="设备按期安装率",
        target=(">=95", "%"),
        actual=("91.3", "%"),
        weight=5,
        score=4,
    )
    found = [x for x in say("C10", late, told("outputs", "46台设备全部按期安装到位。")) if x.result == "fail"]
    assert [(x.severity, x.expected) for x in found] == [("严重", "91.3%")]
    assert worst("C18", late, told("outputs", "46台设备全部按期安装到位。")) == "not_applicable"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("开展下乡演出30场，超额完成全年任务。", "超额完成全年任务"),
        ("下乡演出场次30场，超过目标值。", "超过目标值"),
        ("下乡演出场次达到30场（城区10场），如期完成年度目标任务。", "完成年度目标任务"),
        ("下乡演出场次30场，达到年初目标。", "达到年初目标"),
        ("下乡演出场次30场，已完成年度计划。", "完成年度计划"),
        ("下乡演出场次30场，优于目标值。", "优于目标值"),
        ("下乡演出场次30场（超额完成任务）。", "超额完成任务"),
        ("下乡演出场次30场、高于绩效目标。", "高于绩效目标"),
    ],
)
def test_a_result_said_to_reach_its_target(text, words):
    (finding,) = [x for x in say("C10", shows(), told("outputs", text)) if x.result == "fail"]
    assert (finding.severity, finding.subject) == ("重要", "下乡演出场次")
    assert f"“{words}”" in finding.message
    assert [
        x for x in say("C10", shows("38"), told("outputs", text.replace("30", "38"))) if x.result == "fail"
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        "下乡演出场次30场，未完成全年任务。",
        "下乡演出场次30场，基本完成全年任务。",
        "下乡演出场次30场，距完成全年任务还差6场。",
        "下乡演出场次30场，完成全年任务的83.3%。",
        "下乡演出场次30场，完成目标任务有困难。",
        "下乡演出场次30场。其他工作超额完成任务。",
    ],
)
def test_nothing_is_claimed_beside_the_result(text):
    assert [x for x in say("C10", shows(), told("outputs", text)) if x.result == "fail"] == []


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("全年各项指标均达到或超过年初目标，各项工作任务全部完成。", "fail"),
        ("各项指标均达到年初目标，群众满意。", "fail"),
        ("群众文化生活日益丰富，社会反响良好。", None),
        ("各项工作有序推进，除演出外均已完成。", None),
        ("全部完成", None),
    ],
)
def test_a_row_may_claim_it_in_its_own_words(text, result):
    own = row(
        2,
        level1="效益指标",
        level3="履职效果",
        target="提升",
        actual=text,
        actual_kind="text",
        weight=5,
        score=5,
    )
    found = {x.result for x in say("C10", shows(), own, told("outputs", "略。"))}
    assert ("fail" in found) == (result == "fail")


@pytest.mark.parametrize(
    ("heading", "text", "result"),
    [
        ("履职效果情况", "全年各项指标均达到或超过年初目标，各项工作任务全部完成。", "fail"),
        ("社会效益方面", "全年各项指标均达到或超过年初目标。", "fail"),
        ("社会效益方面", "各项工作任务全部完成。", "fail"),
        ("质量方面", "各项指标均达到年初目标。", None),
        ("效果指标", "效果指标均达到年初目标。", None),
    ],
)
def test_a_claim_of_the_whole_year_is_of_all_rows(heading, text, result):
    found = {x.result for x in say("C10", shows(), told("effects", text, heading=heading))}
    assert ("fail" in found) == (result == "fail")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("所有演出任务均已完成，项目无偏差。", "fail"),
        ("资金使用规范，项目执行情况没有偏差。", "fail"),
        ("对照目标，各项指标均无偏离。", "fail"),
        ("除下乡演出外，项目无偏差。", "not_applicable"),
        ("下一步加强调度，确保按期开展，项目执行无偏差。", "not_applicable"),
        ("资金支出方向无偏差。", "not_applicable"),
        ("预算执行无偏差。", "not_applicable"),
        ("经核对，项目无偏差分析材料。", "not_applicable"),
    ],
)
def test_no_deviation_of_the_project(text, result):
    assert worst("C10", shows(), told("problems", text)) == result


def slow(**more):
    more = {"level2": "时效指标", "level3": "故障修复平均时间", "target": ("<=24", "小时"), **more}
    return row(1, actual=("27", "小时"), weight=10, score=8, **more)


@pytest.mark.parametrize(
    "text",
    [
        "平均修复时间27小时，修复时限全部达标。",
        "故障修复时间均达到规定要求。",
        "全年故障修复时限均符合规定要求。",
        "故障修复平均时间都控制在规定时限以内。",
    ],
)
def test_what_reaches_its_standard_throughout(text):
    found = [x for x in say("C10", slow(), told("outputs", text)) if x.result == "fail"]
    assert ["故障修复平均时间（≤24小时，27小时）" in x.message for x in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "修复时限基本达标。",
        "上年修复时限全部达标。",
        "确保修复时限全部达标。",
        "案件审理期限全部达标。",
        "修复质量全部达标。",
        "除个别路口外，修复时限全部达标。",
    ],
)
def test_other_standards(text):
    assert worst("C10", slow(), told("outputs", text)) == "not_applicable"


def test_within_its_limit_it_reaches_it():
    quick = slow(target=("<=30", "小时"))
    assert worst("C10", quick, told("outputs", "修复时限全部达标。")) == "not_applicable"


@pytest.mark.parametrize(
    ("label", "text", "result"),
    [
        ("评价结论", "自评得分99分，各项指标全面完成。", "fail"),
        ("自评结论", "各项任务均已完成。", "fail"),
        ("评价结论", "自评得分99分，除下乡演出外各项指标均完成。", "not_applicable"),
        ("评价结论", "自评得分99分。", "not_applicable"),
        ("改进措施", "各项任务均已完成。", "not_applicable"),
    ],
)
def test_a_verdict_in_a_cell_of_the_form(label, text, result):
    view = narrated(shows())
    for column, (words, use) in enumerate([(label, "label:text"), (text, "text")], 1):
        view.cells.append(
            Cell(
                document_id="d", form_id="department", table_at="t1", row=19, column=column,
                text=words, use=use, at=f"t1.r19.c{column}",
            )
        )  # fmt: skip
    assert min(x.result for x in check(view, default(), [find("C10")])) == result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("2020年各项任务全面完成。", "not_applicable"),
        ("2020年，各项工作任务均已完成。", "not_applicable"),
        ("上年度各项任务全部完成。", "not_applicable"),
        ("按时完成各项绩效自评工作任务。", "not_applicable"),
        ("自评工作各项任务按时完成。", "not_applicable"),
        ("全面完成年初确定的民生实事任务。", "not_applicable"),
        ("政府工作报告确定的各项目标任务圆满完成。", "not_applicable"),
        ("全面完成了脱贫攻坚各项目标任务。", "not_applicable"),
        ("2021年各项任务全面完成。", "fail"),
        ("对照2020年底下达的计划，各项任务全面完成。", "fail"),
        ("各项任务全面完成，收入比2020年增长5%。", "fail"),
        ("经自评工作组核实，各项任务全面完成。", "fail"),
    ],
)
def test_last_year_and_the_review_itself(text, result):
    assert worst("C10", shows(), told("outputs", text)) == result
