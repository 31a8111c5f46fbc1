"""Links of a submission: rows, money lines with their scope, head counts, claims."""

from __future__ import annotations

from tests.rules.building import form, fund, row
from tests.rules.narrating import narrated, told

ROWS = [
    row(1, level3="新认定高新技术企业数", target=(">=34", "家"), actual=("14", "家")),
    row(2, level3="技术合同登记交易额", target=(">=6", "元", 10**8), actual=("6.4", "元", 10**8)),
    row(3, level2="部门预算管理", level3="在职人员控制率", target=("<=100", "%"), actual=("86.67", "%")),
]
FUNDS = [
    fund(
        1, "资金来源：（1）财政拨款", "source", "fiscal", budget="751.64", executed="6238.91", rate="830.04%"
    ),
    fund(
        2, "资金结构：（1）基本支出", "structure", "basic", budget="158.64", executed="162.85", rate="102.65%"
    ),
    fund(3, "（2）项目支出", "structure", "project", budget="593", executed="6076.06", rate="1024.63%"),
]


def links(*sections):
    view = narrated(form(), *ROWS, *FUNDS, *sections)
    texts = {figure.figure_id: figure.text for figure in view.figures}
    return {(texts[x.figure_id], x.table, x.row, x.column, x.relation, x.note) for x in view.links}


def test_target_actual_rate_of_one_row() -> None:
    text = "新认定高新技术企业14家（任务数34家）完成率41.2%；技术合同登记交易额完成6.4亿元（任务数6亿元）完成率107%。"
    assert links(told("outputs", text)) == {
        ("14家", "indicators", 1, "actual", "equal", None),
        ("34家", "indicators", 1, "target", "equal", None),
        ("41.2%", "indicators", 1, "rate", "derived", None),
        ("6.4亿元", "indicators", 2, "actual", "equal", None),
        ("6亿元", "indicators", 2, "target", "equal", None),
        ("107%", "indicators", 2, "rate", "derived", None),
    }


def test_the_scope_trick() -> None:
    assert links(told("budget", "2021年年初预算数593万元，决算数6076.06万元。")) == {
        ("593万元", "funds", 3, "budget", "scope", "等于项目支出；与合计相差158.64万元，差额等于基本支出"),
        (
            "6076.06万元",
            "funds",
            3,
            "executed",
            "scope",
            "等于项目支出；与合计相差162.85万元，差额等于基本支出",
        ),
    }


def test_a_line_that_is_named_is_the_line() -> None:
    assert links(told("budget", "其中项目支出预算593万元，执行6076.06万元。")) >= {
        ("593万元", "funds", 3, "budget", "equal", None)
    }
    assert links(told("budget", "全年预算数751.64万元，全年执行数6238.91万元，执行率830.04%。")) == {
        ("751.64万元", "funds", 1, "budget", "equal", None),
        ("6238.91万元", "funds", 1, "executed", "equal", None),
        ("830.04%", "funds", 1, "rate", "equal", None),
    }


def test_posts_behind_a_ratio() -> None:
    assert links(told("overview", "机关行政编制3名，事业编制5名。", heading="基本情况")) == {
        ("3名", "indicators", 3, "actual", "input", None),
        ("5名", "indicators", 3, "actual", "input", None),
    }


def test_a_claim_that_all_was_done_contradicts_what_was_missed() -> None:
    found = links(told("outputs", "各项任务均按时完成，完成率100%。"))
    assert ("100%", "indicators", 1, "actual", "contradicts", None) in found
    assert links(told("outputs", "除高新技术企业外各项任务均按时完成，完成率100%。")) == set()


def test_another_year_and_another_place_have_no_counterpart() -> None:
    assert links(told("outputs", "上年新认定高新技术企业12家。其中东山镇新认定高新技术企业3家。")) == set()


def test_a_heading_that_tells_no_role_has_that_of_its_part() -> None:
    part = told("results", "", "绩效目标完成情况")
    under = told("other", "高新技术企业新认定21家。", "科技创新券项目", order=2, parent="s1")
    assert ("21家", "indicators", 1, "actual", "conflict", None) in links(part, under)
    alone = told("other", "高新技术企业新认定21家。", "科技创新券项目")
    assert links(alone) == set()
