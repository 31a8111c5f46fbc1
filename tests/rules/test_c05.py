"""C05: figures of the form that no text repeats."""

from tests.rules.building import form, row
from tests.rules.narrating import say, told, worst


def asset(**more):
    return row(
        1, level1="管理指标", level2="资产管理", level3="固定资产利用率", target=(">=95", "%"), actual=("96.25", "%"),
        **{"weight": 1, "score": 1, **more},
    )  # fmt: skip


def output(number, name, target, actual):
    return row(number, level3=name, target=(target, "家"), actual=(actual, "家"), weight=2, score=2)


def test_fires():
    (finding,) = say("C05", asset(), told("outputs", "新增平台3家。"))
    assert (finding.result, finding.severity, finding.observed) == ("fail", "提示", "96.25%")


def test_a_target_left_out_among_others():
    rows = [output(1, "中小企业认定数", ">=100", "112"), output(2, "新增创新平台", ">=2", "3")]
    findings = say("C05", rows, told("outputs", "中小企业认定数112家（任务数100家），新增创新平台3家。"))
    assert [(x.result, x.severity, x.subject) for x in findings if x.result == "fail"] == [
        ("fail", "一般", "新增创新平台")
    ]


def test_near_misses():
    assert worst("C05", asset(), told("outputs", "固定资产利用率96.25%。")) == "pass"
    rows = [output(1, "中小企业认定数", ">=100", "112"), output(2, "新增创新平台", ">=2", "3")]
    assert worst("C05", rows, told("outputs", "中小企业认定数112家，新增创新平台3家。")) == "pass"
    timely = row(
        1,
        level2="时效指标",
        level3="2021年底完成",
        target=("100", "%"),
        actual=("100", "%"),
        weight=5,
        score=5,
    )
    assert worst("C05", timely, told("outputs", "各项工作按期完成。")) == "pass"


def test_not_applicable():
    assert (
        worst("C05", form(), form("report"), asset(weight=0.5), told("outputs", "略。")) == "not_applicable"
    )


def test_without_a_report_it_does_not_run():
    from rules.checking import check
    from rules.families import find
    from rules.profile import default
    from tests.rules.building import submission

    (finding,) = check(submission(form(), asset()), default(), [find("C05")])
    assert finding.result == "not_applicable"


def test_many_rows_are_one_line():
    rows = [
        row(n, level3=f"第{n}项完成率", target=(">=90", "%"), actual=(f"9{n}.5", "%"), weight=2, score=2)
        for n in range(1, 6)
    ]
    found = [x for x in say("C05", form(), rows, told("outputs", "各项工作有序推进。")) if x.result == "fail"]
    first, *others = found
    assert (len(found), len(first.evidence)) == (5, 5)
    assert (
        first.message
        == "“第1项完成率”、“第2项完成率”、“第3项完成率”、“第4项完成率”、“第5项完成率”5项完成值在自评报告中没有对应的数字"
    )
    assert {x.subsumed_by for x in others} == {first.finding_id}


def test_ratios_of_management_that_are_met_are_one_line_of_their_own():
    rows = [
        row(n, level1="管理指标", level3=name, target=(target, "%"), actual=(actual, "%"), weight=2, score=2)
        for n, (name, target, actual) in enumerate(
            [("公用经费控制率", "<=100", "98"), ("支付进度率", ">=90", "97"), ("预算完成率", ">=95", "96"),
             ("结转结余率", "<=5", "9")], 1,
        )
    ]  # fmt: skip
    rows.append(
        row(9, level1="产出指标", level3="培训合格率", target=(">=90", "%"), actual=("95", "%"), weight=5)
    )
    found = [x for x in say("C05", form(), rows, told("outputs", "各项工作有序推进。")) if x.result == "fail"]
    shown = [x.message for x in found if x.subsumed_by is None]
    assert shown[0].startswith("“公用经费控制率”、“支付进度率”、“预算完成率”3项管理类比率（均达标）")
    assert [x.subject for x in found if x.subsumed_by is None][1:] == ["结转结余率", "培训合格率"]
